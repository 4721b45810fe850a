import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../tally.ts';
import type { ModuleForm } from './subject.ts';
import { runSpecSuite } from './suite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gristmill-conformance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(script: string, form: ModuleForm = 'canonical'): Promise<Report> {
  writeFileSync(path.join(folder, 'script.wast'), script);
  return runSpecSuite({ folder, form, onFile: () => {} });
}
/** Counts as `passed/failed/refused`. */
async function counts(script: string): Promise<string> {
  const { passed, failed, refused } = await run(script);
  return `${passed}/${failed}/${refused}`;
}

const ADDER = `(module $adder
  (global (export "seven") i64 (i64.const 7))
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "swap") (param i32 f64) (result f64 i32) (local.get 1) (local.get 0))
  (func (export "divide") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $down (export "down") (param i32) (result i32)
    (if (result i32) (local.get 0) (then (call $down (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 0))))
  (func $forever (export "forever") (call $forever))
  (func (export "nan") (result f32) (f32.div (f32.const 0) (f32.const 0)))
  (func (export "same32") (param f32) (result f32) (local.get 0))
  (func (export "lanes") (param v128) (result v128) (i32x4.add (local.get 0) (local.get 0)))
  (func (export "extern") (param externref) (result externref) (local.get 0))
  (func $self (export "self") (result funcref) (ref.func $self))
  (elem declare func $self))`;

describe('results', () => {
  it.each([
    [
      '(invoke "add" (i32.const 1) (i32.const -3)) (i32.const -2)',
      '(invoke "add" (i32.const 1) (i32.const 1)) (i32.const 3)',
    ],
    [
      '(invoke $adder "add" (i32.const 1) (i32.const 1)) (i32.const 2)',
      '(invoke $nobody "add" (i32.const 1) (i32.const 1)) (i32.const 2)',
    ],
    [
      '(invoke "swap" (i32.const 1) (f64.const 2)) (f64.const 2) (i32.const 1)',
      '(invoke "swap" (i32.const 1) (f64.const 2)) (f64.const 2)',
    ],
    ['(get "seven") (i64.const 7)', '(get "seven") (i64.const 8)'],
    ['(invoke "nan") (f32.const nan:canonical)', '(invoke "nan") (f32.const 0)'],
    [
      '(invoke "same32" (f32.const nan:0x200001)) (f32.const nan:0x200001)',
      '(invoke "same32" (f32.const nan:0x200001)) (f32.const nan:canonical)',
    ],
    [
      '(invoke "lanes" (v128.const i32x4 1 2 3 -1)) (v128.const i32x4 2 4 6 -2)',
      '(invoke "lanes" (v128.const i32x4 1 2 3 4)) (v128.const i32x4 2 4 6 9)',
    ],
    ['(invoke "extern" (ref.extern 5)) (ref.extern 5)', '(invoke "extern" (ref.extern 5)) (ref.extern 6)'],
    ['(invoke "self") (ref.func)', '(invoke "self") (ref.null)'],
    [
      '(invoke "add" (i32.const 1) (i32.const 1)) (either (i32.const 1) (i32.const 2))',
      '(invoke "add" (i32.const 1) (i32.const 1)) (either (i32.const 1))',
    ],
    ['(invoke "down" (i32.const 200)) (i32.const 0)', '(invoke "missing") (i32.const 0)'],
    ['(invoke "down" (i32.const 200)) (i32.const 0)', '(invoke "divide" (i32.const 1) (i32.const 0)) (i32.const 0)'],
  ])('pass for %s and fail for %s', async (right, wrong) => {
    expect(await counts(`${ADDER} (assert_return ${right})`)).toBe('2/0/0');
    expect(await counts(`${ADDER} (assert_return ${wrong})`)).toBe('1/1/0');
  });

  it('name the file, the line, what came and what was wanted', async () => {
    const { failures } = await run(
      `${ADDER}\n\n(assert_return (invoke "add" (i32.const 1) (i32.const 1)) (i32.const 3))`,
    );
    const line = ADDER.split('\n').length + 2;
    expect(failures).toEqual([
      { file: 'script.wast', line, why: '"add" gave i32 0x00000002, which is not what the script expects' },
    ]);
  });
});

describe('traps and exhaustion', () => {
  const divide = '(invoke "divide" (i32.const 1) (i32.const 0))';
  it.each([
    [`(assert_trap ${divide} "integer divide by zero")`, '2/0/0'],
    [`(assert_trap ${divide} "unreachable")`, '1/1/0'],
    ['(assert_trap (invoke "add" (i32.const 1) (i32.const 0)) "unreachable")', '1/1/0'],
    ['(assert_trap (invoke "forever") "unreachable")', '1/1/0'],
    ['(assert_exhaustion (invoke "forever") "call stack exhausted")', '2/0/0'],
    ['(assert_exhaustion (invoke "add" (i32.const 1) (i32.const 0)) "call stack exhausted")', '1/1/0'],
    [`(assert_exhaustion ${divide} "call stack exhausted")`, '1/1/0'],
    [divide, '1/1/0'],
    ['(invoke "add" (i32.const 1) (i32.const 0))', '2/0/0'],
    ['(assert_exception (invoke "add" (i32.const 1) (i32.const 0)))', '1/1/0'],
  ])('%s: %s', async (command, expected) => {
    expect(await counts(`${ADDER} ${command}`)).toBe(expected);
  });

  it('leave the instance ready for the next step', async () => {
    const again = '(assert_return (invoke "down" (i32.const 200)) (i32.const 0))';
    expect(await counts(`${ADDER} (assert_exhaustion (invoke "forever") "call stack exhausted") ${again}`)).toBe(
      '3/0/0',
    );
  });
});

describe('modules', () => {
  it.each([
    ['text', '(module)', '1/0/0'],
    ['text that is wrong', '(module (func (result i32)))', '0/1/0'],
    ['text that cannot be read', '(module (func (what)))', '0/1/0'],
    ['binary', String.raw`(module binary "\00asm" "\01\00\00\00")`, '1/0/0'],
    ['binary that is wrong', String.raw`(module binary "\00asm" "\01\00\00")`, '0/1/0'],
    [
      'quote',
      '(module quote "(func (export \\"f\\") (result i32)" "(i32.const 1))") (assert_return (invoke "f") (i32.const 1))',
      '2/0/0',
    ],
    [
      'definition and instances',
      '(module definition $m (global (export "g") (mut i32) (i32.const 3))) (module instance $a $m) (assert_return (get $a "g") (i32.const 3))',
      '3/0/0',
    ],
    ['instance of nothing', '(module instance $a $m)', '0/1/0'],
    ['fields of one module', '(func) (memory 0)', '1/0/0'],
    [
      'start',
      '(module (global $g (mut i32) (i32.const 0)) (func $s (global.set $g (i32.const 9))) (start $s) (export "g" (global $g))) (assert_return (get "g") (i32.const 9))',
      '2/0/0',
    ],
    [
      'after a failure',
      `${ADDER} (module (func (result i32))) (assert_return (invoke "add" (i32.const 1) (i32.const 1)) (i32.const 2))`,
      '1/2/0',
    ],
  ])('%s', async (_what, script, expected) => {
    expect(await counts(script)).toBe(expected);
  });
});

describe('modules that must be refused', () => {
  it.each([
    [String.raw`(assert_malformed (module binary "") "unexpected end")`, '1/0/0'],
    [String.raw`(assert_malformed (module binary "\00asm" "\01\00\00\00") "unexpected end")`, '0/1/0'],
    ['(assert_malformed (module quote "(func") "unexpected token")', '0/0/1'],
    ['(assert_invalid (module (func (result i32))) "type mismatch")', '1/0/0'],
    ['(assert_invalid (module (func (result i32) (i32.const 0))) "type mismatch")', '0/1/0'],
    [
      '(assert_invalid (module (import "a" "b" (func)) (import "a" "m" (memory 1)) (func (result i32))) "type mismatch")',
      '1/0/0',
    ],
    ['(assert_invalid (module (import "a" "b" (func)) (import "a" "m" (memory 1)) (func)) "type mismatch")', '0/1/0'],
    ['(assert_unlinkable (module (import "nobody" "f" (func))) "unknown import")', '1/0/0'],
    [
      '(assert_unlinkable (module (import "spectest" "print" (func (param i32) (result i32)))) "incompatible import type")',
      '0/1/0',
    ],
    ['(assert_unlinkable (module (import "spectest" "table" (table 50 funcref))) "incompatible import type")', '1/0/0'],
    ['(assert_unlinkable (module (import "spectest" "print" (func))) "incompatible import type")', '0/1/0'],
    ['(assert_uninstantiable (module (func $s (unreachable)) (start $s)) "unreachable")', '1/0/0'],
    ['(assert_trap (module (func $s (unreachable)) (start $s)) "unreachable")', '1/0/0'],
    ['(assert_trap (module (func $s (unreachable)) (start $s)) "integer overflow")', '0/1/0'],
    ['(assert_trap (module (memory 1) (data (i32.const 65536) "x")) "out of bounds memory access")', '1/0/0'],
    ['(assert_uninstantiable (module) "unreachable")', '0/1/0'],
  ])('%s: %s', async (command, expected) => {
    expect(await counts(command)).toBe(expected);
  });
});

describe('linking', () => {
  it('shares functions, memories, tables and globals between modules', async () => {
    const report = await run(`
      (module $a
        (func (export "three") (result i32) (i32.const 3))
        (memory (export "memory") 1 3)
        (table (export "table") 2 funcref)
        (global (export "global") (mut i32) (i32.const 40))
        (func (export "peek") (result i32) (i32.load8_u (i32.const 5)))
        (func (export "indirect") (result i32) (call_indirect (result i32) (i32.const 1))))
      (register "a" $a)
      (module $b
        (import "a" "three" (func $three (result i32)))
        (import "spectest" "print_i32" (func $print (param i32)))
        (import "a" "memory" (memory 1))
        (import "a" "table" (table 2 funcref))
        (import "a" "global" (global $global (mut i32)))
        (import "spectest" "global_i32" (global $fixed i32))
        (global $own i32 (global.get $fixed))
        (data (i32.const 5) "\\2a")
        (elem (i32.const 1) $four)
        (func $four (result i32) (i32.add (call $three) (i32.const 1)))
        (func (export "sum") (result i32)
          (call $print (i32.const 1))
          (global.set $global (i32.add (global.get $global) (i32.const 1)))
          (i32.add (call $three) (i32.add (global.get $global) (global.get $own))))
        (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
      (assert_return (invoke $b "sum") (i32.const 710))
      (assert_return (get $a "global") (i32.const 41))
      (assert_return (invoke $a "peek") (i32.const 42))
      (assert_return (invoke $a "indirect") (i32.const 4))
      (assert_return (invoke $b "grow" (i32.const 2)) (i32.const 1))
      (assert_return (invoke $b "grow" (i32.const 1)) (i32.const -1))`);
    expect(report.failures).toEqual([]);
    expect(report.passed).toBe(9);
  });

  it('fails to register what does not exist', async () => {
    expect(await counts('(register "a" $a)')).toBe('0/1/0');
  });
});

describe('features outside the profile', () => {
  it.each([
    ['threads (shared memory)', '(module (memory 1 1 shared))'],
    ['memory64', '(module (memory i64 1))'],
    ['multi-memory', '(module (memory 1) (memory 1))'],
    ['garbage collection (a composite type)', '(module (type (struct (field i32))))'],
    ['typed function references', '(module (type $t (func)) (func (param (ref $t)) (call_ref $t (local.get 0))))'],
    ['exception handling (a tag section)', '(module (tag))'],
    ['threads', '(thread $t (invoke "f"))'],
  ])('are refused by name: %s', async (feature, command) => {
    expect(await run(command)).toMatchObject({ passed: 0, failed: 0, refused: 1, refusals: { [feature]: 1 } });
  });

  it('take with them the steps that need the module', async () => {
    const report = await run(`(module $m (memory i64 1) (func (export "f"))) (register "m" $m)
      (assert_return (invoke "f")) (module (import "m" "f" (func)))`);
    expect(report).toMatchObject({ passed: 0, failed: 0, refused: 4, refusals: { memory64: 4 } });
  });

  it('take with them what they would have written elsewhere, and nothing else', async () => {
    const report = await run(`
      (module $m (memory (export "memory") 1) (func (export "peek") (result i32) (i32.load8_u (i32.const 0))))
      (register "m" $m)
      (module (import "m" "memory" (memory 1)) (memory 1) (data (memory 0) (i32.const 0) "\\01"))
      (assert_return (invoke $m "peek") (i32.const 1))
      (assert_return (invoke $m "peek") (i32.const 0))`);
    expect(report).toMatchObject({ passed: 3, failed: 0, refused: 2 });
  });
});

describe('runSpecSuite', () => {
  it('reads test/core of a checkout, with its subfolders, and goes on after a script that it cannot read', async () => {
    mkdirSync(path.join(folder, 'test', 'core', 'simd'), { recursive: true });
    writeFileSync(path.join(folder, 'test', 'core', 'a.wast'), '(module)');
    writeFileSync(path.join(folder, 'test', 'core', 'b.wast'), '(module');
    writeFileSync(path.join(folder, 'test', 'core', 'simd', 'c.wast'), '(module)');
    const seen: string[] = [];
    const report = await runSpecSuite({ folder, form: 'canonical', onFile: ({ file }) => seen.push(file) });
    expect(seen).toEqual(['test/core/a.wast', 'test/core/b.wast', 'test/core/simd/c.wast']);
    expect(report).toMatchObject({ suite: 'spec', passed: 2, failed: 1 });
  });

  it.each(['canonical', 'optimistic'] as const)('gives the same in the form %s', async (form) => {
    const script = `${ADDER} (assert_return (invoke "nan") (f32.const nan:arithmetic))`;
    expect(await run(script, form)).toMatchObject({ passed: 2, failed: 0 });
  });

  it('can leave the sandbox out', async () => {
    expect(await run('(module (memory i64 1))', 'plain')).toMatchObject({ passed: 1 });
    const report = await run(`${ADDER} (assert_exhaustion (invoke "forever") "call stack exhausted")`, 'plain');
    expect(report.failures[0]!.why).toContain("the engine's own limit");
  });

  it('says what is wrong with the folder', async () => {
    await expect(runSpecSuite({ folder, form: 'canonical', onFile: () => {} })).rejects.toMatchObject({
      code: 'FOLDER_WITHOUT_TESTS',
    });
    const missing = path.join(folder, 'missing');
    await expect(runSpecSuite({ folder: missing, form: 'canonical', onFile: () => {} })).rejects.toMatchObject({
      code: 'FOLDER_MISSING',
    });
  });
});
