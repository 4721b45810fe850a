import { z } from 'zod';
import { account, choice, close, deposit, pay, waitUntil, when } from '../builder.ts';
import type { Contract } from '../terms.ts';
import {
  amountOf,
  demand,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/**
 * A stream in steps: after `n` of `steps`, the part `n / steps` (rounded down) has been released, and all after the last.
 * Nothing is released before the cliff; what has vested by then comes at once.
 */
export const vesting = template({
  name: 'vesting',
  purpose: 'A grant streams to its beneficiary step by step; if it can be revoked, what has not vested goes back.',
  schema: z.strictObject({
    grantor: partyParameter,
    beneficiary: partyParameter,
    token: tokenParameter,
    total: unitsParameter,
    payBy: instantParameter,
    start: instantParameter,
    stepMs: unitsParameter,
    steps: z.int().min(1).max(400),
    cliffSteps: z.int().min(1).default(1),
    revocable: z.boolean().default(false),
  }),
  example: {
    grantor: 'company',
    beneficiary: 'employee',
    total: '48000',
    payBy: '2027-01-01',
    start: '2027-01-01',
    stepMs: 2_592_000_000,
    steps: 48,
    cliffSteps: 12,
    revocable: true,
  },
  terms({ grantor, beneficiary, token, total, payBy, start, stepMs, steps, cliffSteps, revocable }) {
    demand(payBy <= start, 'The grant is paid in after it starts to vest.', 'Let `payBy` be no later than `start`.');
    demand(cliffSteps <= steps, `The cliff of ${cliffSteps} steps lies after all ${steps}.`, 'Shorten the cliff.');
    demand(total >= BigInt(steps), `${total} cannot be spread over ${steps} steps.`, 'Use fewer steps.');
    const held = account(grantor);
    const releasedAfter = (step: number): bigint => (total * BigInt(step)) / BigInt(steps);
    let rest: Contract = close;
    for (let step = steps; step >= cliffSteps; step -= 1) {
      const before = step === cliffSteps ? 0n : releasedAfter(step - 1);
      const release = pay(amountOf(releasedAfter(step) - before, token))
        .from(held)
        .to(beneficiary)
        .then(rest);
      const date = start + BigInt(step) * stepMs;
      rest = revocable
        ? when(choice('revoke', grantor).is(1n)).then(close).until(date, release)
        : waitUntil(date).then(release);
    }
    return when(deposit(amountOf(total, token)).by(grantor).into(held))
      .then(rest)
      .until(payBy, close);
  },
});
