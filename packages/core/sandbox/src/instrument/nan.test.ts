import { expect, it } from 'vitest';
import { execute } from '../run/execute.ts';
import { assemble } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { instrument } from './instrument.ts';

/** Traps unless the bits that `code` leaves (an i64) are those given. */
const endsWith = (code: string, high: number, locals = 'f64 f64'): Uint8Array =>
  assemble({
    functions: [
      {
        type: '->',
        locals,
        code: `${code} i64.const 32 i64.shr_u i32.wrap_i64 i32.const ${high} i32.ne if unreachable end`,
      },
    ],
    memory: { min: 1 },
  });

const CANONICAL = 0x7ff8_0000;
const NEGATIVE = 0xfff8_0000 | 0;

/** A zero that no engine folds away. */
const zero = 'i32.const 0 f64.load 0';

it.each([
  ['0/0', `${zero} ${zero} f64.div i64.reinterpret_f64`, CANONICAL],
  ['its negation', `${zero} ${zero} f64.div f64.neg i64.reinterpret_f64`, NEGATIVE],
  ['its magnitude', `${zero} ${zero} f64.div f64.neg f64.abs i64.reinterpret_f64`, CANONICAL],
  ['a sign taken from it', `f64.const 1 ${zero} ${zero} f64.div f64.copysign i64.reinterpret_f64`, 0x3ff0_0000],
  [
    'sqrt(-1) through a local',
    `f64.const -1 ${zero} f64.add f64.sqrt local.tee 0 drop local.get 0 i64.reinterpret_f64`,
    CANONICAL,
  ],
  ['a payload that only moves', 'i64.const -1 f64.reinterpret_i64 local.set 0 local.get 0 i64.reinterpret_f64', -1],
  [
    'a payload that arithmetic meets',
    `i64.const -1 f64.reinterpret_i64 ${zero} f64.add i64.reinterpret_f64`,
    CANONICAL,
  ],
  ['a stored NaN', `i32.const 8 ${zero} ${zero} f64.div f64.store 0 i32.const 8 i64.load 0`, CANONICAL],
  ['a promoted NaN', 'i32.const -1 f32.reinterpret_i32 f64.promote_f32 i64.reinterpret_f64', CANONICAL],
  ['a lane', `${zero} f64x2.splat ${zero} f64x2.splat f64x2.div i64x2.extract_lane 1`, CANONICAL],
])('invariant 8: %s has the bits of the standard', async (_, code, high) => {
  const module = instrument(endsWith(code, high));
  expect(module.nan).toBe('canonical');
  expect(await execute(module, taskWith(), limitsWith())).toMatchObject({ status: 'exited' });
});

it('both forms cost the same fuel', async () => {
  const bytes = assemble({
    functions: [
      { type: '->', locals: 'f64', code: `${zero} ${zero} f64.div local.tee 0 f64.sqrt i64.reinterpret_f64 drop` },
    ],
    memory: { min: 1 },
  });
  const [canonical, optimistic] = [instrument(bytes), instrument(bytes, { nan: 'optimistic' })];
  expect(optimistic.nan).toBe('optimistic');
  expect(optimistic.bytes).not.toEqual(canonical.bytes);
  expect(await execute(optimistic, taskWith(), limitsWith())).toEqual(
    await execute(canonical, taskWith(), limitsWith()),
  );
});
