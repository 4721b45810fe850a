import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createJavaScriptEngine } from '@gristmill/sandbox';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { constantSource } from './constant-source.ts';
import { functionModule } from './javascript-source.ts';
import { decodeValues, valueText } from './values.ts';

/** The engine is the sandbox's own dependency. */
const quickjs = readFileSync(
  createRequire(import.meta.resolve('@gristmill/sandbox')).resolve('quickjs-wasi/quickjs.wasm'),
);

const key = fc.oneof(fc.string(), fc.constantFrom('$date', '__proto__', '0'));
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.constantFrom(undefined, Number.NaN, -Infinity, -0, /a\/"b/gu, new TypeError('no')),
    fc.bigInt(),
    fc.date({ noInvalidDate: false }),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
    fc.array(fc.double()).map((numbers) => Float64Array.from(numbers)),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => new Set(items)),
  ),
})).value;

it('makes any value anew in a task, just as it was', async () => {
  const engine = await createJavaScriptEngine(quickjs);
  const task = {
    args: [],
    env: {},
    stdin: new TextEncoder().encode('[0]'),
    files: new Map(),
    seed: new Uint8Array(32),
    startTime: 0,
  };
  const limits = { fuel: 10n ** 11n, memoryPages: 1024, stackDepth: 1000, outputBytes: 1 << 20, wallClockMs: 60_000 };
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 5 }), async (values) => {
      const constants = Object.fromEntries(values.map((item, i) => [`c${i}`, item]));
      const names = Object.keys(constants).join(', ');
      const { source } = functionModule(() => 0, constants);
      const { stdout, stderr } = await engine.execute(source.replace('() => 0', `() => [${names}]`), task, limits);
      expect(new TextDecoder().decode(stderr)).toBe('');
      const [made] = decodeValues(stdout) as [unknown[]];
      expect(valueText(made).replaceAll(/,"stack":"[^"]*"/g, '')).toBe(valueText(values));
    }),
    { numRuns: 150 },
  );
});

it('gives a plain value as JSON', () => {
  expect(constantSource('k', 7)).toBe('7');
  expect(constantSource('k', ['a'])).toBe('JSON.parse("[\\"a\\"]")');
});
