import { decode, encode, result, resultCid } from '@gristmill/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execution } from '../test/counting-executor.ts';
import { resultOf } from './result.ts';

test('[2] Any outcome is a result that survives the wire unchanged, whatever the program wrote.', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('exited', 'trapped', 'out-of-fuel', 'limit'),
      fc.integer({ min: 0, max: 3 }),
      fc.option(fc.string({ unit: 'binary', maxLength: 400 }), { nil: undefined }),
      fc.oneof(
        fc.uint8Array({ maxLength: 1200 }),
        fc.string({ unit: 'binary', maxLength: 600 }).map((text) => new TextEncoder().encode(text)),
      ),
      (status, exitCode, trap, stderr) => {
        const value = resultOf(
          execution(Uint8Array.of(1), {
            status,
            exitCode: status === 'exited' ? exitCode : null,
            stderr,
            ...(trap === undefined ? {} : { trap }),
          }),
        );
        const back = result.parse(decode(encode(value)));
        expect(back).toEqual(value);
        expect(resultCid(back)).toBe(resultCid(value));
        if (status !== 'exited') expect(value.reason).not.toBeNull();
        else if (exitCode === 0) expect(value.reason).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

test('The reason of an exit code is the end of stderr.', () => {
  const stderr = new TextEncoder().encode(`${'noise '.repeat(500)}Error: no such tile 🧩\n`);
  const { reason } = resultOf(execution(new Uint8Array(), { exitCode: 1, stderr }));
  expect(reason).toHaveLength(200);
  expect(reason?.endsWith('noise Error: no such tile 🧩')).toBe(true);
  expect(resultOf(execution(new Uint8Array(), { exitCode: 1 })).reason).toBeNull();
  expect(resultOf(execution(new Uint8Array(), { exitCode: 0, stderr })).reason).toBeNull();
});
