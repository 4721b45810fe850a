import { describe, expect, it } from 'vitest';
import { batchesOf } from './batches.ts';
import { decodeValues } from './values.ts';

const numbers = (length: number) => Array.from({ length }, (_, i) => i);
const sizes = (inputs: readonly unknown[], size?: number) =>
  batchesOf(inputs, size).map(({ stdin }) => decodeValues(stdin).length);

describe('batches', () => {
  it.each([0, 1, 63, 64, 65, 10_000, 70_000])('hold %d inputs, each once and in order', (length) => {
    const batches = batchesOf(numbers(length));
    expect(batches.flatMap(({ stdin }) => decodeValues(stdin))).toEqual(numbers(length));
    expect(batches.map(({ first }) => first)).toEqual(batches.map(({ stdin }) => decodeValues(stdin)[0]));
  });

  it('are about 64 a job, and no more than 1,000 inputs each', () => {
    expect(sizes(numbers(64))).toHaveLength(64);
    expect(sizes(numbers(10_000))).toHaveLength(64);
    expect(Math.max(...sizes(numbers(200_000)))).toBe(1000);
  });

  it('are about 1 MiB, unless their size is given', () => {
    const large = numbers(10).map(() => 'x'.repeat(400_000));
    expect(sizes([...large, ...numbers(1000)]).slice(0, 5)).toEqual([2, 2, 2, 2, 8]);
    expect(sizes(large, 5)).toEqual([5, 5]);
    expect(sizes(['x'.repeat(3_000_000), 1], 2)).toEqual([2]);
  });

  it('name the input that cannot be sent by its position among all', () => {
    const inputs = [...numbers(1000), { f: () => 1 }];
    expect(() => batchesOf(inputs)).toThrow(
      expect.objectContaining({
        code: 'VALUE_UNSUPPORTED',
        message: 'inputs[1000].f is a function, which cannot be sent.',
      }) as Error,
    );
  });
});
