import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { limitsWith, taskWith } from '../testing/task.ts';
import type { Limits, Outcome } from '../task.ts';
import { createJavaScriptEngine, type JavaScriptEngine } from './engine.ts';

const quickjsWasm = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
let engine: JavaScriptEngine;
beforeAll(async () => {
  engine = await createJavaScriptEngine(quickjsWasm);
});

const run = (source: string, limits: Partial<Limits> = {}, on = engine): Promise<Outcome> =>
  on.execute(source, taskWith({ stdin: new TextEncoder().encode('[1,2,3]') }), limitsWith(limits));

/** Each leaves something behind, and most end badly. */
const careless = [
  'globalThis.leak = 1; export default x => x',
  'for (const name of Object.getOwnPropertyNames(globalThis)) try { globalThis[name] = null } catch {} export default 1',
  'for (const o of [Array, Map, Promise, String, Object]) for (const name of Object.getOwnPropertyNames(o.prototype)) try { o.prototype[name] = () => { throw 1 } } catch {} export default x => x',
  'JSON.parse = JSON.stringify = Math.random = Date.now = performance.now = () => 7; export default x => x',
  'Object.freeze(globalThis); Object.freeze(Object.prototype); Object.freeze(Array.prototype); export default x => x',
  'Object.defineProperty(Object.prototype, "length", { get() { throw 1 } }); export default x => x',
  'Object.setPrototypeOf(Array.prototype, null); export default x => x',
  'Error.prepareStackTrace = () => 1; Error.stackTraceLimit = 0; export default () => { throw new Error("x") }',
  'Symbol.for("leak"); /(l)eak/.exec("leak"); export default x => x',
  'const kept = []; export default () => { for (;;) kept.push(new Uint8Array(1e6)) }',
  'const f = () => f() + 1; export default f',
  'export default () => { while (true); }',
  'export default () => new Promise(() => {})',
  'export default () => { queueMicrotask(function again() { queueMicrotask(again) }) }',
  'export default () => { Promise.reject(1) }',
  'export default () => { new FinalizationRegistry(() => { globalThis.leak = 2 }).register({}, 0); return new WeakRef({}).deref() }',
  'await 0; throw new Error("at the start")',
  'export default x => x +',
  'import "./task.js"; import * as self from "./task.js"; self.default; export default x => x',
  'for (let i = 0; i < 50; i++) Math.random(); export default x => x',
];

/** Says all it can find out about where it runs. */
const curious = `
const seen = new Set(), names = [];
(function visit(object, depth) {
  if (depth === 0 || (typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) return;
  seen.add(object);
  for (const key of Reflect.ownKeys(object)) {
    const { value, get, writable } = Object.getOwnPropertyDescriptor(object, key);
    names.push(String(key) + typeof value + writable + typeof get + (typeof value === 'number' || typeof value === 'string' ? value : ''));
    visit(value, depth - 1);
  }
  visit(Object.getPrototypeOf(object), depth - 1);
})(globalThis, 3);
export default async (x) => {
  await null;
  return [x, names.length, x === 1 ? names : 0, typeof leak, Math.random(), Date.now(), performance.now(), new Error('x').stack,
    JSON.stringify({ x }), [3, 1, 2].sort(), new Map([[x, x]]), RegExp.$1];
};`;

it('invariants 3 and 4: a JavaScript task comes to the same, fuel included, whatever ran before it', async () => {
  const fresh = await run(curious, {}, await createJavaScriptEngine(quickjsWasm));
  expect(fresh).toMatchObject({ status: 'exited', exitCode: 0 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...careless), fc.integer({ min: 0, max: 12_000_000 })), { maxLength: 4 }),
      async (before) => {
        for (const [source, fuel] of before) {
          const limits = { fuel: BigInt(fuel), memoryPages: 100 };
          const outcome = await run(source, limits);
          expect(await run(source, limits)).toEqual(outcome);
        }
        expect(await run(curious)).toEqual(fresh);
      },
    ),
    { numRuns: 15 },
  );
});

it('invariant 4: tasks at the same time do not meet', async () => {
  const fresh = await run(curious);
  const outcomes = await Promise.all([...careless, curious].map((source) => run(source, { fuel: fresh.fuelUsed })));
  expect(outcomes.at(-1)).toEqual(fresh);
});

it('invariant 3: whatever the fuel, a task stops at exactly its limit with the same beginning', async () => {
  const whole = await run(curious);
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 0n, max: whole.fuelUsed + 10n }), async (fuel) => {
      const outcome = await run(curious, { fuel });
      if (fuel >= whole.fuelUsed) expect(outcome).toEqual(whole);
      else expect(outcome).toMatchObject({ status: 'out-of-fuel', exitCode: null, fuelUsed: fuel });
    }),
    { numRuns: 20 },
  );
});
