import { divideRounded } from '@gristmill/protocol';
import { amountText } from './amount-text.ts';
import { TaxError } from './errors.ts';
import { evaluate } from './evaluation.ts';
import { type FactsInput, parseFacts, type StatedFacts } from './facts.ts';
import type { InForce } from './law.ts';
import { PARTS_PER_MILLION } from './marginal.ts';
import { preparedPack } from './prepared-pack.ts';
import { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';
import { closestWord } from './spelling.ts';

/**
 * How much of a year's earnings belongs to the vault.
 *
 * - `exact`: what these earnings add to the liability, to the minor unit.
 * - `safe-harbour`: an even part of the line that the law asks to be paid during the year (in the US the required annual
 *   payment of 26 U.S.C. § 6654(d)), spread over the income that is expected.
 * - `flat`: a rate of the taxpayer's own choice.
 */
export type SetAsideMethod =
  | { kind: 'exact' }
  | { kind: 'safe-harbour'; line: string; expectedIncome: bigint }
  | { kind: 'flat'; ppm: number };

export type SetAsideQuestion = InForce & {
  /** The money fact that the earnings raise. The facts state what it is without them. */
  income: string;
  /** What was earned this tax year, the payout in question included; corrections have been taken off. Minor units. */
  earned: bigint;
  /** The payout in question, minor units: no more than this can be set aside from it. */
  payout: bigint;
  /** What the vault holds or has remitted for this tax year. Minor units. */
  alreadySetAside: bigint;
  method: SetAsideMethod;
};

/** `alreadySetAside + amount + shortfall - release` is `target`, to the minor unit. */
export interface SetAside {
  /** What should be set aside for all that was earned so far. */
  target: bigint;
  /** What to take from this payout. */
  amount: bigint;
  /** What this payout is too small for; the next ones make up for it. */
  shortfall: bigint;
  /** What the vault holds too much, after a refund or a correction: it may flow back. */
  release: bigint;
}

/**
 * What to set aside from one payout. It looks at the whole year each time, so that refunds, corrections of facts and of
 * law, and payouts in any order lead to the same sum: by the `exact` method, what the year's earnings owe.
 *
 * @throws TaxError as `assess`, and `FACTS_MALFORMED` when the question cannot be right.
 */
export function setAside(pack: RulePack, facts: FactsInput, question: SetAsideQuestion): SetAside {
  const { earned, payout, alreadySetAside } = question;
  if (payout < 0n || earned < payout || alreadySetAside < 0n) {
    const money = (minorUnits: bigint) => amountText(minorUnits.toString(), pack.currency);
    throw new TaxError(
      'FACTS_MALFORMED',
      `A payout of ${money(payout)} out of ${money(earned)} earned with ${money(alreadySetAside)} set aside cannot be right.`,
      'Earnings of the year include the payout, and no amount is negative.',
    );
  }
  const target = targetOf(pack, facts, question);
  const missing = target - alreadySetAside;
  if (missing <= 0n) return { target, amount: 0n, shortfall: 0n, release: -missing };
  const amount = missing < payout ? missing : payout;
  return { target, amount, shortfall: missing - amount, release: 0n };
}

function targetOf(pack: RulePack, facts: FactsInput, { income, earned, method, ...inForce }: SetAsideQuestion): bigint {
  const prepared = preparedPack(pack);
  const rules = prepared.rulesAt(inForce);
  const without = parseFacts(prepared.form, facts);
  const fact = prepared.form.byName.get(income);
  if (fact?.declaration.kind !== 'money') {
    const money = [...prepared.form.byName.values()].filter(({ declaration: { kind } }) => kind === 'money');
    throw new TaxError(
      'FACTS_MALFORMED',
      `Earnings cannot raise "${income}", which is no money fact of ${pack.id}.`,
      oneOf(
        income,
        money.map(({ name }) => name),
      ),
    );
  }
  const lineOn = (given: StatedFacts, name: string): bigint => {
    const line = prepared.lineNamed.get(name);
    const value = line && evaluate(prepared, rules, given).values[line.slot];
    if (value instanceof Rational) return value.times(prepared.minorUnits).toInteger('up');
    const amounts = prepared.lines.filter(({ variable: { unit } }) => unit === 'currency');
    throw new TaxError(
      'FACTS_MALFORMED',
      `${pack.id} gives no amount "${name}".`,
      oneOf(
        name,
        amounts.map((amount) => amount.name),
      ),
    );
  };
  const withEarnings = (amount: bigint) => without.raised(fact, amount);

  switch (method.kind) {
    case 'exact': {
      const owed = lineOn(withEarnings(earned), pack.total) - lineOn(without, pack.total);
      // Where the law has a cliff downwards, earning more may owe less than nothing.
      return owed > 0n ? owed : 0n;
    }
    case 'safe-harbour': {
      const { line, expectedIncome } = method;
      if (expectedIncome <= 0n) {
        throw new TaxError(
          'FACTS_MALFORMED',
          `The tax of the year cannot be spread over an expected income of ${amountText(expectedIncome.toString(), pack.currency)}.`,
          'Expect an income above zero, or choose another method.',
        );
      }
      const required = lineOn(withEarnings(expectedIncome), line);
      const counted = earned < expectedIncome ? earned : expectedIncome;
      return divideRounded(required * counted, expectedIncome, 'up');
    }
    case 'flat':
      return divideRounded(earned * BigInt(method.ppm), PARTS_PER_MILLION, 'up');
  }
}

function oneOf(written: string, names: readonly string[]): string {
  const closest = closestWord(written, names);
  return closest === null ? `Name one of: ${names.join(', ')}.` : `Did you mean ${closest}?`;
}
