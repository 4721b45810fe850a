import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowTax, windowTaxPack } from './example-pack.ts';
import { marginalLiability } from './marginal.ts';
import { defineRulePack } from './rule-pack.ts';
import { type SetAsideMethod, type SetAsideQuestion, setAside } from './set-aside.ts';
import type { NumberVariable } from './variable.ts';

const facts = { dwelling: 'cottage', rent: 30_000n, listed: true };
const inForce = { year: 2026, income: 'rent' } as const;
const cents = fc.bigInt({ min: 0n, max: 500_000n });

/** Sets aside from each payout in turn; a negative one is a refund. */
function yearOf(payouts: readonly bigint[], method: SetAsideMethod) {
  let earned = 0n;
  let vault = 0n;
  let last = { target: 0n, amount: 0n, shortfall: 0n, release: 0n };
  for (const payout of payouts) {
    earned += payout;
    const question = { ...inForce, earned, payout: payout < 0n ? 0n : payout, alreadySetAside: vault, method };
    last = setAside(windowTaxPack, facts, question);
    expect(vault + last.amount + last.shortfall - last.release).toBe(last.target);
    expect(last.amount).toBeLessThanOrEqual(question.payout);
    vault += last.amount - last.release;
  }
  return { earned, vault, last };
}

describe('invariant 10: what is set aside over a year is what the year owes', () => {
  it('by the exact method, to the minor unit, in any order and split', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), (payouts) => {
        const { earned, vault, last } = yearOf(payouts, { kind: 'exact' });
        const due = earned === 0n ? 0n : marginalLiability(windowTaxPack, facts, { ...inForce, amount: earned });
        expect(vault + last.shortfall).toBe(due);
        expect(yearOf(payouts.toReversed(), { kind: 'exact' }).last.target).toBe(due);
      }),
    );
  });

  it('and after a refund the rest flows back', () => {
    fc.assert(
      fc.property(cents, cents, (kept, refunded) => {
        const { vault, last } = yearOf([kept + refunded, -refunded], { kind: 'exact' });
        expect(vault + last.shortfall).toBe(yearOf([kept], { kind: 'exact' }).last.target);
      }),
    );
  });
});

it('spreads a safe harbour evenly over the income that is expected, and stops there', () => {
  const method: SetAsideMethod = { kind: 'safe-harbour', line: 'tax', expectedIncome: 100_000n };
  const required = setAside(windowTaxPack, facts, {
    ...inForce,
    earned: 100_000n,
    payout: 100_000n,
    alreadySetAside: 0n,
    method,
  }).target;
  expect(yearOf([50_000n], method).vault).toBe((required + 1n) / 2n);
  expect(yearOf([50_000n, 50_000n, 70_000n], method).vault).toBe(required);
});

it('counts a part of a minor unit that the law leaves unrounded as a whole one', () => {
  const { rounding: _, ...tax } = windowTax.variables['tax'] as NumberVariable;
  const unrounded = defineRulePack({ ...windowTax, variables: { ...windowTax.variables, tax } });
  const earning = (earned: bigint) =>
    setAside(
      unrounded,
      { ...facts, rent: 0n },
      { ...inForce, earned, payout: earned, alreadySetAside: 0n, method: { kind: 'exact' } },
    );
  // 6% of 0.01 and of 0.50 and of 0.51.
  expect([1n, 50n, 51n].map((earned) => earning(earned).target)).toEqual([1n, 3n, 4n]);
});

it('takes a flat share, rounded up', () => {
  expect(yearOf([1n, 2n, 97n], { kind: 'flat', ppm: 250_000 }).vault).toBe(25n);
  expect(yearOf([1n], { kind: 'flat', ppm: 1 }).vault).toBe(1n);
});

it.each<[string, Partial<SetAsideQuestion>, string]>([
  ['a payout above all earnings', { payout: 2n, earned: 1n }, 'cannot be right'],
  ['a vault below zero', { alreadySetAside: -1n }, 'cannot be right'],
  ['income that is no money', { income: 'dwelling' }, 'cannot raise "dwelling"'],
  ['an unknown line', { method: { kind: 'safe-harbour', line: 'nothing', expectedIncome: 1n } }, 'no amount "nothing"'],
  [
    'no expectation',
    { method: { kind: 'safe-harbour', line: 'tax', expectedIncome: 0n } },
    'expected income of 0.00 XXD',
  ],
])('refuses %s', (_, wrong, why) => {
  const question: SetAsideQuestion = {
    ...inForce,
    earned: 1n,
    payout: 1n,
    alreadySetAside: 0n,
    method: { kind: 'exact' },
  };
  expect(() => setAside(windowTaxPack, facts, { ...question, ...wrong })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED', message: expect.stringContaining(why) as string }),
  );
});
