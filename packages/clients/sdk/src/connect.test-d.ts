import { expectTypeOf } from 'vitest';
import type { Mill } from './connect.ts';

const declared = (n: number): number => n;

/** Never called: the type checker reads it. What an application need not write down is inferred, and what is wrong is refused. */
export async function infersWhatMapTakesAndGives(mill: Mill): Promise<void> {
  const rows = mill.map([{ from: 1, to: 2 }], ({ from, to }) => ({ width: to - from }));
  for await (const row of rows) expectTypeOf(row).toEqualTypeOf<{ width: number }>();
  expectTypeOf((await (await rows.job).result()).view.spentUnits).toEqualTypeOf<bigint>();

  const numbers: readonly number[] = [1];
  for await (const text of mill.map(numbers, async (n) => String(n))) expectTypeOf(text).toEqualTypeOf<string>();
  for await (const n of mill.map(new Set(['a']), (word) => word.length)) expectTypeOf(n).toEqualTypeOf<number>();
  const later = (async function* () {
    yield 2n;
  })();
  for await (const n of mill.map(later, (big) => [big])) expectTypeOf(n).toEqualTypeOf<bigint[]>();
  for await (const n of mill.map(numbers, { javascript: '' })) expectTypeOf(n).toEqualTypeOf<unknown>();
  for await (const n of mill.map<number, Date>(numbers, new URL('file:///task.ts')))
    expectTypeOf(n).toEqualTypeOf<Date>();

  // @ts-expect-error inputs of another type than the function's
  mill.map(['a'], declared);
  // @ts-expect-error a function of two parameters
  mill.map([1], (n: number, more: number) => n + more);
  // @ts-expect-error an option that is none
  mill.map([1], declared, { replica: 2 });
  // @ts-expect-error an amount of money is text
  mill.map([1], declared, { budget: 5 });
  // @ts-expect-error a path is no program
  mill.map([1], './task.ts');
  // @ts-expect-error text is no input of a task
  await mill.run({ program: { javascript: '' }, tasks: [{ stdin: 'text' }] });
}
