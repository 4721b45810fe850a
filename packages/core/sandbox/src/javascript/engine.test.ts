import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { createJavaScriptEngine, type JavaScriptEngine } from './engine.ts';
import { JAVASCRIPT_GLOBALS } from './globals.ts';
import { createValueCodec } from './value-codec.ts';

const quickjsWasm = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
let engine: JavaScriptEngine;
beforeAll(async () => {
  engine = await createJavaScriptEngine(quickjsWasm);
});

interface Ran extends Outcome {
  /** What a task that ended well gave. */
  outputs: unknown;
  /** What stdout says of a task that failed. */
  failure: unknown;
  log: string;
}

const { encode, decode } = createValueCodec({
  refuse(path, what) {
    throw new TypeError(`${path} is ${what}`);
  },
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  stackOf: () => null,
});

async function run(
  source: string,
  inputs: unknown,
  task: Partial<TaskInput> = {},
  limits: Partial<Limits> = {},
): Promise<Ran> {
  const text = Array.isArray(inputs) ? encode(inputs, 'inputs') : inputs;
  const stdin = new TextEncoder().encode(typeof text === 'string' ? text : JSON.stringify(text));
  const outcome = await engine.execute(source, taskWith({ stdin, ...task }), limitsWith(limits));
  const stdout = new TextDecoder().decode(outcome.stdout);
  return {
    ...outcome,
    outputs: outcome.exitCode === 0 ? decode(stdout) : null,
    failure: outcome.exitCode === 0 || stdout === '' ? null : JSON.parse(stdout),
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

  it('finds ES2023 and a few names more around it, and no others', async () => {
    const { outputs } = await run(
      `export default () => [Object.getOwnPropertyNames(globalThis), Object.keys(performance), Object.keys(console),
        ['at', 'findLast', 'toSorted', 'toSpliced', 'with'].every((name) => name in Array.prototype),
        Object.groupBy([1, 2], (n) => n % 2)[1], 'a\\ud800'.isWellFormed()]`,
      [0],
    );
    const [[names, performanceKeys, consoleKeys, ...newer]] = outputs as [[string[], string[], string[], ...unknown[]]];
    expect(new Set(names)).toEqual(JAVASCRIPT_GLOBALS);
    expect(performanceKeys).toEqual(['now']);
    expect(consoleKeys).toEqual(['log', 'info', 'warn', 'error', 'debug', 'trace']);
    expect(newer).toEqual([true, [1], false]);
  });

  it('has no time, place or language but its own', async () => {
    const source = `export default () => [new Date().toString(), Date(), new Date(2026, 6, 1).toISOString(),
      new Date(0).toLocaleString(), (1234.5).toLocaleString(), 'ä'.localeCompare('z'), 'I'.toLocaleLowerCase('tr'),
      typeof Intl, typeof Atomics, typeof import.meta.url, typeof setTimeout]`;
    const { outputs } = await run(source, [0], { startTime: Date.UTC(2026, 0, 2, 3, 4, 5) });
    expect(outputs).toEqual([
      [
        'Fri Jan 02 2026 03:04:05 GMT+0000',
        'Fri Jan 02 2026 03:04:05 GMT+0000',
        '2026-07-01T00:00:00.000Z',
        '01/01/1970, 12:00:00 AM',
        '1234.5',
        1,
        'i',
        'undefined',
        'undefined',
        'undefined',
        'undefined',
      ],
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
    // Both clocks began with the task, and its start has a price in fuel, which is time.
    expect(elapsed).toBeGreaterThan(2);
    expect(elapsed).toBeLessThan(3);
    expect(now).toBe(86_400_000 + Math.floor(elapsed));
    expect(offset).toBe(0);
  });

  it('ends with exit code 1 and the line of the source when it throws', async () => {
    const thrown = await run('// one\n\nexport default function f(x) {\n  throw new TypeError("bad " + x);\n}\n', [7]);
    expect(thrown).toMatchObject({
      status: 'exited',
      exitCode: 1,
      log: 'TypeError: bad 7\n    at f (task.js:4:32)\n',
      failure: {
        gristmill: 'failure-1',
        index: 0,
        name: 'TypeError',
        message: 'bad 7',
        description: 'TypeError: bad 7\n    at f (task.js:4:32)',
      },
    });
    const helpers = `async function outer() {\n  await null;\n  inner();\n}\nfunction inner() {\n  null.x;\n}
export default async (x) => { if (x === 2) await outer(); }`;
    const nested = await run(helpers, [0, 1, 2, 3]);
    expect(nested.failure).toMatchObject({ index: 2, name: 'TypeError' });
    expect(nested.log).toMatch(/^TypeError: .*\n {4}at inner \(task\.js:6:\d+\)\n {4}at outer \(task\.js:3:\d+\)\n/);
    expect((await run('export default x => {\n return (\n', [1])).log).toMatch(
      /^SyntaxError: .*\n\s+at task\.js:3:\d+\n$/,
    );
    expect(await run('\n\nnull.x; export default x => x', [1])).toMatchObject({
      failure: { index: null, name: 'TypeError' },
      log: expect.stringContaining('task.js:3:') as string,
    });
  });

  it('says why, and what was thrown that is no error', async () => {
    const chain = `export default () => { throw new Error('outside', { cause: new RangeError('inside', { cause: 'text' }) }) }`;
    expect((await run(chain, [1])).log).toMatch(
      /^Error: outside\n.*task\.js.*\ncaused by RangeError: inside\n.*task\.js.*\ncaused by Uncaught text\n$/,
    );
    const several = await run(
      `export default () => Promise.any([1, 2].map(async (n) => { throw new Error('no ' + n) }))`,
      [1],
    );
    expect(several.log).toMatch(/^AggregateError: [^]*caused by Error: no 1\n[^]*caused by Error: no 2\n/);
    const endless = await run(`export default () => { const e = new Error('round'); e.cause = e; throw e }`, [1]);
    expect(endless.log.match(/round/g)).toHaveLength(9);
    for (const [thrown, text] of [
      ['"text"', 'text'],
      ['null', 'null'],
      ['undefined', 'undefined'],
      ['{ a: 1 }', '{"a":1}'],
      ['1n', '1'],
      ['Symbol("s")', 'Symbol(s)'],
    ]) {
      expect(await run(`export default async () => { throw ${thrown} }`, [1])).toMatchObject({
        exitCode: 1,
        log: `Uncaught ${text}\n`,
        failure: { index: 0, name: null, message: text },
      });
    }
    const mute = await run('export default () => { throw { toJSON() { throw 1 }, toString() { throw 2 } } }', [1]);
    expect(mute).toMatchObject({ exitCode: 1, log: 'Uncaught error that cannot be described\n', failure: null });
    const long = await run('export default () => { throw new Error("x".repeat(100_000)) }', [1]);
    expect((long.failure as { message: string }).message).toHaveLength(8000);
  });

  it('says what is wrong with its shape', async () => {
    for (const [source, inputs, message] of [
      ['export const f = 1', [1], 'no default export'],
      ['export default 5', [1], 'no default export'],
      ['export default class {}', [1], 'class constructors must be invoked'],
      ['export default function* () { yield 1 }', [1], 'outputs[0] is a Generator, which no output can hold'],
      ['export default x => x', { a: 1 }, 'not a JSON array'],
      ['export default x => x', '[1,', 'stdin is not a JSON array of inputs: '],
      ['export default x => x', '{"gristmill":"values-2","items":[]}', 'stdin is not a JSON array of inputs: '],
      ['export default x => x', '{"gristmill":"values-1","items":[{"$what":1}]}', 'the tag $what is unknown'],
      ['import fs from "fs"; export default x => x', [1], "could not load module 'fs'"],
      ['export default () => import("os")', [1], "could not load module 'os'"],
    ] as const) {
      const outcome = await run(source, inputs);
      expect(outcome).toMatchObject({ status: 'exited', exitCode: 1, outputs: null });
      expect(outcome.log).toContain(message);
    }
  });

  it('ends when nothing can settle what it waits for', async () => {
    const never = 'export default x => x === 2 ? new Promise(() => {}) : x';
    expect(await run(never, [0, 1, 2])).toMatchObject({
      exitCode: 1,
      log: 'TypeError: The output is a promise that never settles.\n',
      failure: { index: 2 },
    });
    expect(await run('await new Promise(() => {}); export default x => x', [1])).toMatchObject({
      exitCode: 1,
      log: 'TypeError: The module waits for something that never comes.\n',
      failure: { index: null },
    });
    expect((await run('export default () => ({ then() {} })', [1])).log).toContain('never settles');
  });

  it('leaves no rejected promise behind', async () => {
    const lost = 'export default async (x) => {\n  Promise.reject(new Error("lost"));\n  return x;\n}';
    expect(await run(lost, [1])).toMatchObject({
      exitCode: 1,
      outputs: null,
      failure: { index: null, message: 'lost' },
    });
    expect((await run(lost, [1])).log).toMatch(
      /^A promise was rejected and nobody handled it\.\nError: lost\n {4}at default \(task\.js:2:\d+\)\n$/,
    );
    const waiting = 'export default () => { Promise.reject(new Error("why")); return new Promise(() => {}) }';
    expect((await run(waiting, [1])).log).toContain('why');
    expect(
      (await run('export default () => { queueMicrotask(() => { throw new Error("later") }) }', [1])).log,
    ).toContain('Error: later\n    at <anonymous> (task.js:1:');
    const handled = `const early = Promise.reject(1);
export default async (x) => {
  const late = Promise.reject(2);
  await null;
  for (const promise of [early, late, Promise.reject(3)]) await promise.catch((n) => n);
  const failing = async () => { await null; throw x };
  return [await Promise.allSettled([failing(), failing()]), await failing().catch((n) => n)].length;
}`;
    expect(await run(handled, [1, 2])).toMatchObject({ exitCode: 0, outputs: [2, 2] });
  });

  it('gives back what no output can hold by its path', async () => {
    for (const [value, message] of [
      ['{ f() {} }', 'outputs[1].f is a function'],
      ['[[Symbol.iterator]]', 'outputs[1][0][0] is a symbol'],
      ['new Map([["k", { "a b": Promise.resolve() }]])', 'outputs[1]<value 0>["a b"] is a Promise'],
      ['new Set([new WeakMap()])', 'outputs[1]<item 0> is a WeakMap'],
      ['[].values()', 'outputs[1] is an Array Iterator'],
      ['(() => { const a = [1, {}]; a[1].a = a; return { a } })()', 'outputs[1].a[1].a is a circle'],
    ] as const) {
      const outcome = await run(`export default (x) => x === 0 ? 0 : ${value}`, [0, 1, 2]);
      expect(outcome).toMatchObject({ exitCode: 1, failure: { index: 1, name: 'TypeError' } });
      expect(outcome.log).toContain(message);
    }
  });

  it('takes and gives structured values', async () => {
    const source = `export default ({ when, table, keys, bytes, big, nothing }) => ({
      year: when.getUTCFullYear(), next: new Date(when.getTime() + 1), hit: table.get('k'), keys: new Set([...keys, 'z']),
      sum: bytes.reduce((a, b) => a + b), bytes: bytes.map((b) => b + 1), big: big * 2n, nothing: typeof nothing, lost: 0 / 0,
      zero: -0, inf: -1 / 0, undef: undefined, same: Float32Array.of(1.5, -0), re: /x/gi, point: new (class Point { x = 1 })() })`;
    const input = {
      when: new Date(0),
      table: new Map([['k', [1n]]]),
      keys: new Set(['a']),
      bytes: Uint8Array.of(1, 2, 255),
      big: 2n ** 70n,
      nothing: undefined,
    };
    const { outputs } = await run(source, [input]);
    expect(outputs).toStrictEqual([
      {
        year: 1970,
        next: new Date(1),
        hit: [1n],
        keys: new Set(['a', 'z']),
        sum: 258,
        bytes: Uint8Array.of(2, 3, 0),
        big: 2n ** 71n,
        nothing: 'undefined',
        lost: Number.NaN,
        zero: -0,
        inf: -Infinity,
        undef: undefined,
        same: Float32Array.of(1.5, -0),
        re: /x/gi,
        point: { x: 1 },
      },
    ]);
    const settled = await run(
      'export default (x) => Promise.allSettled([x, Promise.reject(new RangeError("no"))])',
      [1],
    );
    const [[, { reason }]] = settled.outputs as [[unknown, { reason: Error }]];
    expect(reason).toBeInstanceOf(RangeError);
    expect([reason.message, reason.stack]).toEqual([
      'no',
      expect.stringMatching(/^ {4}at default \(task\.js:1:\d+\)$/),
    ]);
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
