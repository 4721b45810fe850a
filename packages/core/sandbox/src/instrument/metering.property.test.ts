import fc from 'fast-check';
import { expect, it } from 'vitest';
import { execute } from '../run/execute.ts';
import { assemble } from '../testing/assembler.ts';
import { program } from '../testing/programs.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { instrument } from './instrument.ts';

it('invariants 1 and 2: fuel is the sum over executed instructions, and a limit stops at exactly the limit', async () => {
  const seen = { exited: 0, trapped: 0 };
  await fc.assert(
    fc.asyncProperty(program, fc.double({ min: 0, max: 1, noNaN: true }), async (module, share) => {
      const instrumented = instrument(assemble(module));
      const reference = await referenceRun(module);
      const outcome = await execute(instrumented, taskWith(), limitsWith());
      const total = reference.fuel + BigInt(instrumented.instantiationFuel);
      expect(outcome.status).toBe(reference.trapped ? 'trapped' : 'exited');
      expect(outcome.fuelUsed).toBe(total);
      seen[reference.trapped ? 'trapped' : 'exited']++;

      const limit = BigInt(Math.floor(Number(total) * share));
      const limited = await execute(instrumented, taskWith(), limitsWith({ fuel: limit }));
      if (limit < total) expect(limited).toMatchObject({ status: 'out-of-fuel', fuelUsed: limit });
      else expect(limited).toEqual(outcome);
    }),
    { numRuns: 400 },
  );
  // The generator must keep making both kinds, or the property says little.
  expect(Math.min(seen.exited, seen.trapped)).toBeGreaterThan(40);
});
