import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { limitsWith, taskWith } from '../testing/task.ts';
import { createJavaScriptEngine, type JavaScriptEngine } from './engine.ts';
import { createValueCodec } from './value-codec.ts';

const { encode, decode } = createValueCodec({
  refuse(path, what) {
    throw new TypeError(`${path} is ${what}`);
  },
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  stackOf: () => null,
});

let engine: JavaScriptEngine;
beforeAll(async () => {
  engine = await createJavaScriptEngine(readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm'))));
});

/** What a task that gives back its inputs makes of a text. */
async function throughQuickjs(text: string): Promise<string> {
  const task = taskWith({ stdin: new TextEncoder().encode(text) });
  const { stdout, stderr } = await engine.execute('export default x => x', task, limitsWith());
  expect(new TextDecoder().decode(stderr)).toBe('');
  return new TextDecoder().decode(stdout);
}

const key = fc.oneof(fc.string(), fc.constantFrom('$date', '$object', '$', '__proto__', 'toString', '0', 'gristmill'));
const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array));
const whole = (array: Uint8Array, size: number) => array.slice(0, array.length - (array.length % size)).buffer;
const views = bytes.chain((array) =>
  fc.constantFrom(
    array.buffer,
    new DataView(array.buffer),
    new Int8Array(array.buffer),
    new Uint8ClampedArray(array.buffer),
    new Int16Array(whole(array, 2)),
    new Uint16Array(whole(array, 2)),
    new Int32Array(whole(array, 4)),
    new Uint32Array(whole(array, 4)),
    new BigInt64Array(whole(array, 8)),
    new BigUint64Array(whole(array, 8)),
  ),
);
const floats = fc.array(fc.double()).map((numbers) => Float64Array.from(numbers));
const special = fc.oneof(
  fc.constantFrom(undefined, Number.NaN, Infinity, -Infinity, -0, /a(b)\/c/dgu, /(?:)/),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
  bytes,
  views,
  floats,
);
const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      fc.constantFrom(null, true, false),
      fc.integer(),
      fc.double().filter(isPlainNumber),
      fc.string({ unit: 'binary' }),
    ),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
})).value;
const structured = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    special,
    plain,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => new Set(items)),
  ),
})).value;

function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

describe('invariant 12: values come to the other end as they are, and equal values have equal text', () => {
  it('plain JSON is the text that JSON.stringify gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { maxLength: 6 }), async (values) => {
        const text = encode(values, 'inputs');
        expect(text).toBe(JSON.stringify(values));
        expect(await throughQuickjs(text)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('structured values survive both engines, bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(structured, { maxLength: 6 }), async (values) => {
        const text = encode(values, 'inputs');
        const decoded = decode(text);
        expect(decoded).toEqual(values);
        expect(encode(decoded, 'inputs')).toBe(text);
        expect(await throughQuickjs(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('a text of anybody is a list of values or an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.array(tagged).map(document)), (text) => {
        try {
          expect(decode(text)).toBeInstanceOf(Array);
        } catch (error) {
          expect([TypeError, SyntaxError, RangeError]).toContain((error as Error).constructor);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const tags = [
  '$undefined',
  '$number',
  '$bigint',
  '$date',
  '$regexp',
  '$map',
  '$set',
  '$bytes',
  '$buffer',
  '$view',
  '$error',
  '$object',
  '$what',
];
const tagged = fc.dictionary(fc.constantFrom(...tags), fc.jsonValue(), { minKeys: 1, maxKeys: 1 });
const document = (items: unknown[]) => JSON.stringify({ gristmill: 'values-1', items });
