import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { createJavaScriptEngine, type JavaScriptEngine } from './engine.ts';

const quickjsWasm = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
let engine: JavaScriptEngine;
beforeAll(async () => {
  engine = await createJavaScriptEngine(quickjsWasm);
});

interface Ran extends Outcome {
  outputs: unknown;
  log: string;
}

async function run(
  source: string,
  inputs: unknown,
  task: Partial<TaskInput> = {},
  limits: Partial<Limits> = {},
): Promise<Ran> {
  const stdin = new TextEncoder().encode(typeof inputs === 'string' ? inputs : JSON.stringify(inputs));
  const outcome = await engine.execute(source, taskWith({ stdin, ...task }), limitsWith(limits));
  const stdout = new TextDecoder().decode(outcome.stdout);
  return {
    ...outcome,
    outputs: stdout === '' ? null : JSON.parse(stdout),
    log: new TextDecoder().decode(outcome.stderr),
  };
}

describe('a JavaScript task', () => {
  it('maps inputs to outputs, sync or async', async () => {
    expect(await run('export default x => x * 2', [1, 2, 3])).toMatchObject({
      status: 'exited',
      exitCode: 0,
      outputs: [2, 4, 6],
    });
    const later = 'export default async ({ a }) => { await null; const b = await Promise.all([a, 1]); return { b }; }';
    expect((await run(later, [{ a: 5 }])).outputs).toEqual([{ b: [5, 1] }]);
    expect((await run('const k = await Promise.resolve(7); export default () => k', [0, 0])).outputs).toEqual([7, 7]);
    expect((await run('export default x => x', [])).outputs).toEqual([]);
    expect((await run('export default x => x + "ä€𝄞"', ['é'])).outputs).toEqual(['éä€𝄞']);
  });

  it('sees its index, arguments and environment, and nothing of the host', async () => {
    const source = `export default (x, { index, args, env }) => [x, index, args, env,
      typeof process, typeof require, typeof fetch, typeof setTimeout, typeof std, typeof os]`;
    const none = Array.from({ length: 6 }, () => 'undefined');
    expect((await run(source, ['a', 'b'], { args: ['p'], env: { K: 'v' } })).outputs).toEqual([
      ['a', 0, ['p'], { K: 'v' }, ...none],
      ['b', 1, ['p'], { K: 'v' }, ...none],
    ]);
  });

  it('has randomness from its seed and time from its start', async () => {
    const source = 'export default () => [Math.random(), Math.random()]';
    const one = await run(source, [0], { seed: Uint8Array.of(1) });
    expect(await run(source, [0], { seed: Uint8Array.of(1) })).toEqual(one);
    const other = await run(source, [0], { seed: Uint8Array.of(2) });
    expect(other.outputs).not.toEqual(one.outputs);
    const mean = await run(
      'export default n => { let s = 0; for (let i = 0; i < n; i++) s += Math.random(); return s / n }',
      [10_000],
    );
    expect((mean.outputs as number[])[0]).toBeCloseTo(0.5, 1);
    const clock = await run(
      'export default () => [Date.now(), new Date().getTimezoneOffset(), performance.now()]',
      [0],
      {
        startTime: 86_400_000,
      },
    );
    const [now, offset, elapsed] = (clock.outputs as [number, number, number][])[0]!;
    expect(now - 86_400_000).toBeGreaterThanOrEqual(0);
    expect(now - 86_400_000).toBeLessThan(10);
    expect(offset).toBe(0);
    expect(elapsed).toBeGreaterThan(0);
  });

  it('ends with exit code 1 and the line of the source when it throws', async () => {
    const thrown = await run('// one\n\nexport default function f(x) {\n  throw new TypeError("bad " + x);\n}\n', [7]);
    expect(thrown).toMatchObject({ status: 'exited', exitCode: 1, stdout: new Uint8Array(0) });
    expect(thrown.log).toMatch(/^TypeError: bad 7\n {4}at f \(task\.js:4:\d+\)\n$/);
    expect((await run('export default async () => { throw new Error("later") }', [1])).log).toContain('task.js:1');
    expect((await run('export default x => {\n return (\n', [1])).log).toMatch(/^SyntaxError: .*\n\s+at task\.js:3/);
    expect((await run('export default () => { throw "text" }', [1])).log).toBe('Uncaught text\n');
    expect(
      (await run('export default () => { throw { toJSON() { throw 1 }, toString() { throw 2 } } }', [1])).exitCode,
    ).toBe(1);
  });

  it('says what is wrong with its shape', async () => {
    for (const [source, inputs, message] of [
      ['export const f = 1', [1], 'no default export'],
      ['export default 5', [1], 'no default export'],
      ['export default x => x', { a: 1 }, 'not a JSON array'],
      ['export default x => x', '[1,', 'stdin is not JSON'],
      ['import fs from "fs"; export default x => x', [1], "could not load module 'fs'"],
      ['export default () => new Promise(() => {})', [1], 'never settles'],
      ['await new Promise(() => {}); export default x => x', [1], 'never comes'],
      ['export default () => 1n', [1], 'BigInt'],
    ] as const) {
      const outcome = await run(source, inputs);
      expect(outcome).toMatchObject({ status: 'exited', exitCode: 1, outputs: null });
      expect(outcome.log).toContain(message);
    }
  });

  it('logs to stderr', async () => {
    const { log, outputs } = await run(
      'console.log("start", { a: 1 }, [2]); export default x => { console.error(x); return x }',
      [5],
    );
    expect(log).toBe('start {"a":1} [2]\n5\n');
    expect(outputs).toEqual([5]);
  });

  it('stops at exactly the fuel limit, also when it catches everything', async () => {
    const fuel = 30_000_000n;
    for (const source of [
      'export default () => { while (true); }',
      'export default () => { for (;;) try { throw 1 } catch {} }',
      'export default async () => { for (;;) await null }',
      'while (true); export default 1',
    ]) {
      expect(await run(source, [1], {}, { fuel })).toMatchObject({
        status: 'out-of-fuel',
        fuelUsed: fuel,
        exitCode: null,
      });
    }
    expect(await run('export default x => x', [1], {}, { fuel: 1000n })).toMatchObject({
      status: 'out-of-fuel',
      fuelUsed: 1000n,
    });
  });

  it('meets its memory limit as an error, and its depth limit as the end', async () => {
    const hungry = 'export default () => { const kept = []; for (;;) kept.push(new Uint8Array(1e6)) }';
    const full = await run(hungry, [1], {}, { memoryPages: 100 });
    expect(full).toMatchObject({ status: 'exited', exitCode: 1 });
    expect(full.log).toContain('out of memory');
    expect(full.peakMemoryBytes).toBeLessThanOrEqual(100 * 65_536);
    expect(await run('export default x => x', [1], {}, { memoryPages: 4 })).toMatchObject({
      status: 'limit',
      trap: 'memoryPages',
    });
    const endless = 'export default () => { const f = () => f() + 1; return f() }';
    expect(await run(endless, [1], {}, { stackDepth: 200 })).toMatchObject({ status: 'limit', trap: 'stackDepth' });
    expect(await run('export default x => "x".repeat(x)', [1000], {}, { outputBytes: 999 })).toMatchObject({
      status: 'limit',
      trap: 'outputBytes',
    });
  });

  it('costs the same fuel every time, whatever ran before', async () => {
    const source =
      'export default n => { const m = new Map(); for (let i = 0; i < n; i++) m.set("k" + i, i * 1.5); return [...m.values()].reduce((a, b) => a + b) }';
    const first = await run(source, [300, 10]);
    await run(
      'globalThis.leak = 1; Array.prototype.map = null; JSON.parse = null; Math.random = null; export default x => x',
      [1],
    );
    expect(await run(source, [300, 10])).toEqual(first);
    const fresh = await createJavaScriptEngine(quickjsWasm);
    const again = await fresh.execute(source, taskWith({ stdin: new TextEncoder().encode('[300,10]') }), limitsWith());
    expect(again.fuelUsed).toBe(first.fuelUsed);
    expect((await run('export default () => [typeof leak, typeof Array.prototype.map]', [1])).outputs).toEqual([
      ['undefined', 'function'],
    ]);
  });

  it('maps ten thousand small items in one start', async () => {
    const inputs = Array.from({ length: 10_000 }, (_, i) => i);
    const outcome = await run('export default x => x * x', inputs);
    expect(outcome.outputs).toEqual(inputs.map((x) => x * x));
    // One start, then some thousands of instructions an item.
    expect(outcome.fuelUsed).toBeLessThan(10_000n * 20_000n);
  });
});

describe('the engine', () => {
  it('is made of quickjs-wasi only', async () => {
    await expect(createJavaScriptEngine(new Uint8Array(3))).rejects.toMatchObject({ code: 'MODULE_MALFORMED' });
    const other = assemble({ functions: [{ type: '->', code: '' }] });
    await expect(createJavaScriptEngine(other)).rejects.toMatchObject({ code: 'JAVASCRIPT_ENGINE_INVALID' });
  });
});
