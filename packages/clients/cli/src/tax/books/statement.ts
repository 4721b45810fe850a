import { GristmillError } from '@gristmill/protocol';
import {
  addDays,
  assessLines,
  type CivilDate,
  civilDate,
  civilDateOf,
  type FactsInput,
  paymentCalendar,
  type RulePack,
  setAside,
} from '@gristmill/tax';
import { z } from 'zod';

/** What came in, or with a minus went back, on a day; minor units of the pack's currency. */
export const payout = z.strictObject({
  date: civilDate,
  amount: z.union([z.int(), z.string().regex(/^-?\d{1,38}$/)]).transform(BigInt),
  /** What was set aside of it; with a minus, what flowed back. */
  setAside: z
    .union([z.int(), z.string().regex(/^-?\d{1,38}$/)])
    .default(0)
    .transform(BigInt),
});

export type Payout = z.infer<typeof payout>;

interface StatementPeriod {
  from: CivilDate;
  to: CivilDate;
  payouts: number;
  earned: bigint;
  setAside: bigint;
  /** Of the tax year up to the end of the period: what was earned, was set aside, and should have been. */
  earnedSoFar: bigint;
  setAsideSoFar: bigint;
  targetSoFar: bigint;
  /** What lacks at the end of the period; below zero, what is too much. */
  shortfall: bigint;
  /** What falls due in the period of the whole year's tax, as its payment calendar has it. */
  due: readonly { instalment: number; dueDate: CivilDate }[];
}

export interface SetAsideStatement {
  year: number;
  quarters: StatementPeriod[];
  earned: bigint;
  setAside: bigint;
  /** What the year's earnings add to the tax on the stated facts. */
  liability: bigint;
  shortfall: bigint;
  /** The tax of the year, these earnings and all that the facts state included. */
  total: bigint;
}

/**
 * A tax year's earnings by quarter, and what belongs to the authority of them: at each quarter's end what should have been
 * set aside (the exact method), and what was. The quarters add up to the year.
 *
 * @param facts the year without these earnings.
 * @throws GristmillError `PAYOUT_OUTSIDE_YEAR`; TaxError as `setAside` does.
 */
export function statementOf(
  pack: RulePack,
  facts: FactsInput,
  { year, income, payouts }: { year: number; income: string; payouts: readonly Payout[] },
): SetAsideStatement {
  const starts = quarterStarts(pack, year);
  const outside = payouts.find(({ date }) => date < starts[0]! || date >= starts[4]!);
  if (outside !== undefined) {
    throw new GristmillError(
      'PAYOUT_OUTSIDE_YEAR',
      `A payout of ${outside.date} is not in the tax year ${year}, which runs from ${starts[0]!} to ${addDays(starts[4]!, -1)}.`,
      { hint: 'Leave it out, or ask for the statement of its own year.' },
    );
  }
  const targetOn = (earned: bigint) =>
    setAside(pack, facts, { year, income, earned, payout: 0n, alreadySetAside: 0n, method: { kind: 'exact' } }).target;

  let [earnedSoFar, setAsideSoFar] = [0n, 0n];
  const { dueDates } = paymentCalendar(pack, year);
  const quarters = [0, 1, 2, 3].map((quarter): StatementPeriod => {
    const [from, next] = [starts[quarter]!, starts[quarter + 1]!];
    const within = payouts.filter(({ date }) => date >= from && date < next);
    const earned = within.reduce((sum, { amount }) => sum + amount, 0n);
    const aside = within.reduce((sum, each) => sum + each.setAside, 0n);
    earnedSoFar += earned;
    setAsideSoFar += aside;
    if (earnedSoFar < 0n || setAsideSoFar < 0n) throw negative(from, addDays(next, -1));
    const targetSoFar = targetOn(earnedSoFar);
    return {
      from,
      to: addDays(next, -1),
      payouts: within.length,
      earned,
      setAside: aside,
      earnedSoFar,
      setAsideSoFar,
      targetSoFar,
      shortfall: targetSoFar - setAsideSoFar,
      due: dueDates
        .filter(({ dueDate }) => dueDate >= from && dueDate < next)
        .map(({ instalment, dueDate }) => ({ instalment, dueDate })),
    };
  });
  const liability = quarters[3]!.targetSoFar;
  const stated = BigInt((facts[income] ?? 0) as string | number | bigint);
  const lines = assessLines(pack, { ...facts, [income]: stated + earnedSoFar }, { year });
  return {
    year,
    quarters,
    earned: earnedSoFar,
    setAside: setAsideSoFar,
    liability,
    shortfall: liability - setAsideSoFar,
    total: BigInt(lines[pack.total]!),
  };
}

/** The first days of the four quarters of a tax year, and of the year after it. */
function quarterStarts({ taxYearStart: { month, day } }: RulePack, year: number): CivilDate[] {
  return [0, 3, 6, 9, 12].map((months) => {
    const at = month - 1 + months;
    return civilDateOf(year + Math.floor(at / 12), (at % 12) + 1, day);
  });
}

function negative(from: string, to: string): GristmillError {
  return new GristmillError('PAYOUTS_NEGATIVE', `From the year's first day to ${to} more went back than came in.`, {
    hint: `Look at the payouts from ${from} on: a refund belongs to the year in which it was earned.`,
  });
}
