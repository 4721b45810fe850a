import fc from 'fast-check';
import { expect, it } from 'vitest';
import { execute } from '../run/execute.ts';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { readCountedLoop } from './counted-loop.ts';
import { instrument } from './instrument.ts';

const TURNS_MAX = 300;

interface Loop {
  shape: 'first' | 'last' | 'lastMirrored' | 'lastTee' | 'lastApart' | 'toZero';
  from: number;
  bound: number;
  boundIsLocal: boolean;
  step: number;
  subtracts: boolean;
  relation: 'ne' | 'lt_s' | 'lt_u' | 'gt_s' | 'gt_u' | 'le_s' | 'eq';
  /** The turn in which the body traps; -1 for never. */
  trapsAt: number;
  inner: keyof typeof INNER;
}

/** What stands in the loop besides; none of it changes when the loop ends. */
const INNER = {
  nothing: '',
  condition: 'local.get 0 i32.const 1 i32.and if local.get 3 i32.const 7 i32.mul local.set 3 end',
  choice: `local.get 0 i32.const 3 i32.and if local.get 3 local.set 3
           else block local.get 0 i32.const 2 i32.and br_if 0 i32.const 5 drop end i32.const 6 drop end`,
  branches: `block local.get 0 i32.const 1 i32.and br_if 0 local.get 3 i32.const 5 i32.div_u drop block br 1 end end`,
  mayTrap: 'local.get 0 i32.const 1000000 i32.eq if unreachable end',
  setsBound: 'local.get 3 if local.get 1 local.set 1 end',
  mayLeave: 'block local.get 3 i32.const 77777777 i32.eq br_if 2 end',
  mayGoOn: 'block local.get 3 i32.const 77777777 i32.eq br_if 1 end',
  innerLoop: 'loop local.get 3 i32.const 77777777 i32.eq br_if 0 end',
};
const NEVER_COUNTED = new Set<keyof typeof INNER>(['mayLeave', 'mayGoOn', 'innerLoop']);

const edge = fc
  .tuple(fc.constantFrom(0, 2 ** 31 - 1, -(2 ** 31), 100, -100), fc.integer({ min: -40, max: 40 }))
  .map(([base, offset]) => (base + offset) | 0);

const loops: fc.Arbitrary<Loop> = fc.record({
  shape: fc.constantFrom('first', 'last', 'lastMirrored', 'lastTee', 'lastApart', 'toZero'),
  from: edge,
  bound: edge,
  boundIsLocal: fc.boolean(),
  step: fc.oneof(
    fc.constantFrom(1, -1, 2, -2, 4, 8, -16, 3, -5, 7),
    fc.constantFrom(0, 2 ** 30, -(2 ** 31), 2 ** 20, 2 ** 20 + 1),
  ),
  subtracts: fc.boolean(),
  relation: fc.constantFrom('ne', 'lt_s', 'lt_u', 'gt_s', 'gt_u', 'le_s', 'eq'),
  inner: fc.constantFrom(...(Object.keys(INNER) as (keyof typeof INNER)[])),
  trapsAt: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, fc.integer({ min: 1, max: 20 })),
});

const holds: Record<Loop['relation'], (a: number, b: number) => boolean> = {
  ne: (a, b) => a !== b,
  eq: (a, b) => a === b,
  lt_s: (a, b) => a < b,
  le_s: (a, b) => a <= b,
  gt_s: (a, b) => a > b,
  lt_u: (a, b) => a >>> 0 < b >>> 0,
  gt_u: (a, b) => a >>> 0 > b >>> 0,
};

/** Whether the loop comes to an end, by a trap or by itself, in a few turns. */
function ends({ shape, from, bound, step, relation, trapsAt }: Loop): boolean {
  let i = from;
  for (let turn = 1; turn <= TURNS_MAX; turn++) {
    if (shape === 'first' && !holds[relation](i, bound)) return true;
    if (turn === trapsAt) return true;
    i = (i + step) | 0;
    if (shape === 'toZero' ? i === 0 : shape === 'lastMirrored' ? !holds[relation](bound, i) : false) return true;
    if (['last', 'lastTee', 'lastApart'].includes(shape) && !holds[relation](i, bound)) return true;
  }
  return false;
}

/** Local 0 counts, 1 is the bound, 2 counts down to the trap, 3 takes what the loop makes. */
function moduleOf({ shape, from, bound, boundIsLocal, step, subtracts, relation, trapsAt, inner }: Loop): TestModule {
  const put = boundIsLocal ? 'local.get 1' : `i32.const ${bound}`;
  const next = `local.get 0 i32.const ${subtracts ? -step : step} ${subtracts ? 'i32.sub' : 'i32.add'}`;
  const body = `local.get 2 i32.const 1 i32.sub local.set 2 i32.const 9 local.get 2 i32.div_u local.get 0 i32.add local.set 3 ${INNER[inner]}`;
  const code = {
    first: `loop local.get 0 ${put} i32.${relation} if ${body} ${next} local.set 0 br 1 end end`,
    last: `loop ${body} ${next} local.set 0 local.get 0 ${put} i32.${relation} br_if 0 end`,
    lastMirrored: `loop ${body} ${put} ${next} local.tee 0 i32.${relation} br_if 0 end`,
    lastTee: `loop ${body} ${next} local.tee 0 ${put} i32.${relation} br_if 0 end`,
    lastApart: `loop ${next} local.set 0 ${body} local.get 0 ${put} i32.${relation} br_if 0 end`,
    toZero: `loop ${body} ${next} local.tee 0 br_if 0 end`,
  }[shape];
  const set = `i32.const ${from} local.set 0 i32.const ${bound} local.set 1 i32.const ${trapsAt} local.set 2`;
  return { functions: [{ type: '->', locals: 'i32 i32 i32 i32', code: `${set} ${code} i32.const 5 drop` }] };
}

it('invariants 1 and 2: loops that are charged on entry cost what their turns cost', async () => {
  const seen = { counted: 0, plain: 0, exited: 0, trapped: 0, 'out-of-fuel': 0 };
  await fc.assert(
    fc.asyncProperty(loops, fc.double({ min: 0, max: 1, noNaN: true }), async (loop, share) => {
      const module = moduleOf(loop);
      const bytes = assemble(module);
      const start = bytes.findIndex((byte, i) => byte === 0x03 && bytes[i + 1] === 0x40);
      const counted = readCountedLoop(bytes, start + 2, bytes.length) !== null;
      seen[counted ? 'counted' : 'plain']++;
      if (NEVER_COUNTED.has(loop.inner)) expect(counted).toBe(false);
      const instrumented = instrument(bytes);

      const fuel = 30_000n;
      const outcome = await execute(instrumented, taskWith(), limitsWith({ fuel }));
      if (!ends(loop)) {
        expect(outcome).toMatchObject({ status: 'out-of-fuel', fuelUsed: fuel });
        seen['out-of-fuel']++;
        return;
      }
      const reference = await referenceRun(module);
      expect(outcome.status).toBe(reference.trapped ? 'trapped' : 'exited');
      expect(outcome.fuelUsed).toBe(reference.fuel);
      seen[reference.trapped ? 'trapped' : 'exited']++;
      const limit = BigInt(Math.floor(Number(reference.fuel) * share));
      const limited = await execute(instrumented, taskWith(), limitsWith({ fuel: limit }));
      if (limit < reference.fuel) expect(limited).toMatchObject({ status: 'out-of-fuel', fuelUsed: limit });
      else expect(limited).toEqual(outcome);
    }),
    { numRuns: Number(process.env['GRISTMILL_LOOP_RUNS'] ?? 1500) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});
