import { type CivilDate, Rational, type Variable } from '@gristmill/tax';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Lines by name, as a pack declares them. */
type Lines = Readonly<Record<string, Variable>>;

/**
 * A tax that is declared by the month or quarter is due some days after its period. A payment calendar gives every line
 * its own date; so the amount `of` of the period appears once more as one of twelve lines, named by the month in which
 * the period ends, and the other eleven are nothing.
 */
export function paymentByPeriod(
  prefix: string,
  { of, ...described }: Pick<Variable, 'entity' | 'period' | 'citation' | 'label'> & { of: string },
): Lines {
  return Object.fromEntries(
    MONTHS.map((month, i) => [
      `${prefix}_${month}`,
      {
        ...described,
        label: `${described.label}, of a period that ends in ${month}`,
        unit: 'currency',
        formula: `${of}, when the period ends in ${month}; else 0`,
        compute: (c) => (monthOf(c.date('period_end')) === i + 1 ? c.variable(of) : Rational.zero),
      } satisfies Variable,
    ]),
  );
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}
