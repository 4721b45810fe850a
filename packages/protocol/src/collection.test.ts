import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { atMost, complaintOf, listOf } from './collection.ts';

const numbers = listOf(z.int(), { min: 1, max: 100_000 });

describe('a long list', () => {
  it('is read whole, item by item', () => {
    const doubled = listOf(
      z.int().transform((n) => 2 * n),
      { max: 5_000 },
    );
    expect(doubled.parse([])).toEqual([]);
    const list = Array.from({ length: 2_500 }, (_, i) => i);
    expect(doubled.parse(list)).toEqual(list.map((n) => 2 * n));
  });

  it('is refused where it is not one, or too short or long', () => {
    for (const bad of [undefined, null, {}, 'ab', { length: 1 }, [], Array.from({ length: 100_001 }, () => 1)]) {
      expect(numbers.safeParse(bad).success).toBe(false);
    }
  });

  it('is read no further than where it is wrong, and says where', () => {
    const list: unknown[] = Array.from({ length: 50_000 }, (_, i) => (i < 3_456 ? i : 'wrong'));
    const { error } = z.strictObject({ list: numbers }).safeParse({ list });
    expect(error!.issues.length).toBeLessThan(2_000);
    expect(error!.issues[0]).toMatchObject({
      path: ['list', 3_456],
      message: expect.stringMatching('number') as string,
    });
  });
});

describe('a short list or record', () => {
  const words = atMost(3, z.array(z.string()));
  const named = atMost(3, z.record(z.string(), z.int()));

  it('is read as its own schema reads it', () => {
    expect(words.parse(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(named.parse({ a: 1 })).toEqual({ a: 1 });
    for (const bad of [undefined, null, 'abc', {}, [1]]) expect(words.safeParse(bad).success).toBe(false);
    for (const bad of [undefined, null, 'abc', ['a'], { a: 'b' }]) expect(named.safeParse(bad).success).toBe(false);
  });

  it('is refused at once where it is long', () => {
    const long = Array.from({ length: 100_000 }, () => 0);
    expect(words.safeParse(long).error!.issues).toHaveLength(1);
    expect(named.safeParse(Object.fromEntries(long.entries())).error!.issues).toHaveLength(1);
  });
});

it('a complaint stays readable, however much there is to complain of', () => {
  const schema = z.strictObject({ a: z.string() });
  expect(complaintOf(schema.safeParse({ a: 1 }).error!)).toMatch(/at a$/);
  const strange = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`strange ${i}`, i]));
  expect(complaintOf(schema.safeParse(strange).error!).length).toBeLessThan(2_100);
});
