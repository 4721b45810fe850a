import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execution } from '../test/counting-executor.ts';
import { isExecution, isOutcome } from './execution-check.ts';

const fields = Object.keys(execution(new Uint8Array())) as (keyof ReturnType<typeof execution>)[];

test('[5] What is no outcome is not taken for one, whichever field is wrong.', () => {
  const good = execution(Uint8Array.of(1), { files: new Map([['/a', Uint8Array.of(2)]]), trap: 'why' });
  expect(isExecution(good)).toBe(true);
  expect(isExecution({ ...good, status: 'trapped', exitCode: null })).toBe(true);
  expect(isExecution({ ...good, status: 'trapped' })).toBe(false);
  expect(isOutcome({ ...good, files: new Map([['/a', 'text']]) })).toBe(false);
  expect(isOutcome({ ...good, fuelUsed: -1n })).toBe(false);
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.oneof(fc.constantFrom(null, undefined, NaN, -1, Infinity, 'text', true), fc.object()),
      (field, wrong) => {
        // A trap may be any text or none, an exit code any integer.
        fc.pre(field !== 'trap' || !['text', undefined].includes(wrong as string));
        fc.pre(field !== 'exitCode' || wrong !== -1);
        expect(isExecution({ ...good, [field]: wrong })).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
  fc.assert(fc.property(fc.anything(), (value) => !isOutcome(value)));
});
