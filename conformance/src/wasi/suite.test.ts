import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAssembler } from '../spec/assembler.ts';
import { runWasiSuite } from './suite.ts';

const assemble = await createAssembler();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gristmill-conformance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one program, of these lines, with this specification beside it. */
async function run(fields: string, specification?: unknown) {
  const text = `(module
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "args_sizes_get" (func $args (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_prestat_get" (func $prestat (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_filestat_get" (func $stat (param i32 i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\\08\\00\\00\\00\\03\\00\\00\\00hi\\0a\\00in/file")
    (func (export "_start") ${fields}))`;
  writeFileSync(path.join(folder, 'program.wasm'), assemble({ form: 'text', text, atoms: new Set() }));
  if (specification !== undefined) writeFileSync(path.join(folder, 'program.json'), JSON.stringify(specification));
  return runWasiSuite({ folder, onFile: () => {} });
}
const PRINT_HI = '(drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 64)))';
const EXIT_WITH = (value: string): string => `(call $exit ${value})`;

describe('runWasiSuite', () => {
  it.each([
    ['an end without a word', '', undefined],
    ['the exit code', EXIT_WITH('(i32.const 7)'), { exit_code: 7 }],
    ['stdout', PRINT_HI, { stdout: 'hi\n' }],
    ['stdout that the test does not look at', PRINT_HI, {}],
    [
      'arguments',
      `(drop (call $args (i32.const 64) (i32.const 68))) ${EXIT_WITH('(i32.load (i32.const 64))')}`,
      { args: ['a', 'b'], exit_code: 3 },
    ],
    [
      'the environment',
      `(drop (call $environ (i32.const 64) (i32.const 68))) ${EXIT_WITH('(i32.load (i32.const 64))')}`,
      { env: { a: 'b' }, exit_code: 1 },
    ],
  ])('passes on %s', async (_what, fields, specification) => {
    expect(await run(fields, specification)).toMatchObject({ suite: 'wasi', passed: 1, failed: 0, refused: 0 });
  });

  it('shows the program the files of its root', async () => {
    mkdirSync(path.join(folder, 'files', 'in'), { recursive: true });
    writeFileSync(path.join(folder, 'files', 'in', 'file'), 'x');
    const stat = EXIT_WITH('(call $stat (i32.const 3) (i32.const 0) (i32.const 12) (i32.const 7) (i32.const 128))');
    expect(await run(stat, { root: 'files' })).toMatchObject({ passed: 1 });
    expect(await run(stat, {})).toMatchObject({ failed: 1 });
  });

  it('opens folders by their own names, and none that the test does not name', async () => {
    mkdirSync(path.join(folder, 'files', 'in'), { recursive: true });
    writeFileSync(path.join(folder, 'files', 'in', 'file'), 'x');
    const nameLength = `(drop (call $prestat (i32.const 3) (i32.const 64)))
      ${EXIT_WITH('(i32.load (i32.const 68))')}`;
    expect(await run(nameLength, { dirs: ['files'], exit_code: 5 })).toMatchObject({ passed: 1 });
    expect(await run(nameLength, { root: 'files', exit_code: 1 })).toMatchObject({ passed: 1 });
    const BADF = 8;
    const open = EXIT_WITH('(call $prestat (i32.const 3) (i32.const 64))');
    expect(await run(open, { exit_code: BADF })).toMatchObject({ passed: 1 });
  });

  it('counts programs that want more than WASI preview 1 as refused', async () => {
    const threads = '(module (import "env" "memory" (memory 1)) (func (export "_start")))';
    writeFileSync(path.join(folder, 'threads.wasm'), assemble({ form: 'text', text: threads, atoms: new Set() }));
    expect(await run('')).toMatchObject({ passed: 1, refusals: { 'imports besides WASI: env memory': 1 } });
  });

  it.each([
    ['exit code 7, expected 0', EXIT_WITH('(i32.const 7)'), {}],
    ['exit code 0, expected 7', '', { exit_code: 7 }],
    ['stdout "hi\\n", expected "ho\\n"', PRINT_HI, { stdout: 'ho\n' }],
    ['trapped (unreachable', '(unreachable)', {}],
    ['SPECIFICATION_INVALID', '', { args: 1 }],
  ])('fails with %s', async (why, fields, specification) => {
    const { failed, failures } = await run(fields, specification);
    expect(failed).toBe(1);
    expect(failures).toEqual([{ file: 'program.wasm', line: 0, why: expect.stringContaining(why) }]);
  });

  it('counts components, and tests that need a server, as refused', async () => {
    writeFileSync(path.join(folder, 'component.wasm'), Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00));
    expect(await run('', { operations: [{ type: 'run' }, { type: 'connect' }] })).toMatchObject({
      refused: 2,
      refusals: { sockets: 1, 'components (WASI preview 2 and later)': 1 },
    });
  });

  it('says what is wrong with the folder', async () => {
    await expect(runWasiSuite({ folder, onFile: () => {} })).rejects.toMatchObject({ code: 'FOLDER_WITHOUT_TESTS' });
  });
});
