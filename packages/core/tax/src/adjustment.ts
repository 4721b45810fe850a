import type { Assessment } from './assessment.ts';
import { TaxError } from './errors.ts';

/** One line that an adjustment changes. Amounts as the assessments show them; null where a line is new or gone. */
export interface AdjustedLine {
  variable: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** What a corrected rule pack, newly published law or corrected facts change. The assessment before stays as it was. */
export interface Adjustment {
  packId: string;
  year: number;
  before: Pick<Assessment, 'pack' | 'asOf' | 'knownAt' | 'total'>;
  after: Pick<Assessment, 'pack' | 'asOf' | 'knownAt' | 'total'>;
  lines: AdjustedLine[];
  /** Minor units to pay in addition; negative when too much was assessed. */
  difference: string;
}

/**
 * The difference between two assessments of one taxpayer, year and tax.
 *
 * @throws TaxError `ADJUSTMENT_MISMATCH` when they are of different taxes, years or currencies.
 */
export function adjustmentOf(before: Assessment, after: Assessment): Adjustment {
  const sameThing =
    before.packId === after.packId && before.year === after.year && before.currency.code === after.currency.code;
  if (!sameThing) {
    throw new TaxError(
      'ADJUSTMENT_MISMATCH',
      `${before.packId} of ${before.year} cannot be adjusted to ${after.packId} of ${after.year}.`,
      'Compare assessments of the same tax, year and currency.',
    );
  }
  const earlier = new Map(before.lines.map((line) => [line.variable, line]));
  const later = new Map(after.lines.map((line) => [line.variable, line]));
  const lines = [...new Map([...earlier, ...later]).values()].flatMap(({ variable, label }) => {
    const was = earlier.get(variable);
    const is = later.get(variable);
    if (was?.exact === is?.exact) return [];
    return [{ variable, label, before: was?.amount ?? null, after: is?.amount ?? null }];
  });
  return {
    packId: after.packId,
    year: after.year,
    before: namesOf(before),
    after: namesOf(after),
    lines,
    difference: (BigInt(after.total) - BigInt(before.total)).toString(),
  };
}

function namesOf({ pack, asOf, knownAt, total }: Assessment) {
  return { pack, asOf, knownAt, total };
}
