import { excessOver, type FormulaContext, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';

/** Whose trade it is: the taxpayer's facts and lines have no prefix, the spouse's have one. */
export type Earner = '' | 'spouse_';

/** Self-employment tax is each person's own: on a joint return both have a Schedule SE (26 U.S.C. § 1402(a), (b)). */
export function earnersOf(c: FormulaContext): readonly Earner[] {
  return c.choice('filing_status') === 'married_joint' ? ['', 'spouse_'] : [''];
}

export function sumOver<T>(parts: readonly T[], amountOf: (part: T) => Rational): Rational {
  return parts.reduce((sum, part) => sum.plus(amountOf(part)), Rational.zero);
}

export const selfEmploymentLines: Lines = {
  ...linesOf('', ''),
  ...linesOf('spouse_', ', spouse'),
  self_employment_tax: line({
    label: 'Self-employment tax',
    citation: '26 U.S.C. § 1401(a), (b)(1); Schedule SE, line 12; Schedule 2, line 4',
    formula: 'social security part + Medicare part of each self-employed person',
    rounding: toTheCent,
    compute: (c) => sumOver(earnersOf(c), (earner) => selfEmploymentTaxOf(c, earner)),
  }),
  self_employment_tax_deduction: line({
    label: 'Deduction for one-half of self-employment tax',
    citation: '26 U.S.C. § 164(f); Schedule SE, line 13; Schedule 1, line 15',
    formula: '(social security part + Medicare part) x 50%',
    compute: (c) => sumOver(earnersOf(c), (earner) => halfOfSelfEmploymentTax(c, earner)),
  }),
};

export function halfOfSelfEmploymentTax(c: FormulaContext, earner: Earner): Rational {
  return selfEmploymentTaxOf(c, earner).times(c.rate('self-employment-tax.deductible-share'));
}

/** One person's own part of the wages; on a joint return the spouse's has to be stated. */
function wagesOf(c: FormulaContext, earner: Earner): Rational {
  if (earner === 'spouse_') return c.money('spouse_wages');
  return earnersOf(c).length === 1 ? c.money('wages') : c.money('wages').minus(c.money('spouse_wages'));
}

/** One person's own earned income: 26 U.S.C. § 32(c)(2)(A), not below 0. */
export function earnedIncomeOfEach(c: FormulaContext): Rational[] {
  return earnersOf(c).map((earner) =>
    excessOver(
      wagesOf(c, earner)
        .plus(c.money(`${earner}self_employment_income`))
        .minus(halfOfSelfEmploymentTax(c, earner)),
      Rational.zero,
    ),
  );
}

/** What the earned income credit, the child tax credit and a dependent's standard deduction count as earned. */
export function earnedIncomeOf(c: FormulaContext): Rational {
  const earned = earnersOf(c).reduce(
    (sum, earner) => sum.plus(c.money(`${earner}self_employment_income`)).minus(halfOfSelfEmploymentTax(c, earner)),
    c.money('wages'),
  );
  return excessOver(earned, Rational.zero);
}

function selfEmploymentTaxOf(c: FormulaContext, earner: Earner): Rational {
  return c.variable(`${earner}social_security_part`).plus(c.variable(`${earner}medicare_part`));
}

function linesOf(earner: Earner, whose: string): Lines {
  const netEarnings = `${earner}net_earnings_from_self_employment`;
  return {
    [netEarnings]: line({
      label: `Net earnings from self-employment${whose}`,
      entity: 'person',
      citation: '26 U.S.C. § 1402(a)(12), (b)(2); Schedule SE, lines 4a to 4c',
      formula: 'net profit x 0.9235; none when that is below $400',
      compute(c) {
        const profit = excessOver(c.money(`${earner}self_employment_income`), Rational.zero);
        const earnings = profit.times(c.rate('self-employment-tax.net-earnings-factor'));
        return earnings.isBelow(c.amount('self-employment-tax.net-earnings-minimum')) ? Rational.zero : earnings;
      },
    }),
    [`${earner}social_security_part`]: line({
      label: `Self-employment tax, social security part${whose}`,
      entity: 'person',
      citation: '26 U.S.C. §§ 1401(a), 1402(b)(1); Schedule SE, line 10',
      formula: 'net earnings, up to what own social security wages leave of the wage base, x 12.4%',
      compute(c) {
        const earnings = c.variable(netEarnings);
        if (!earnings.isAbove(Rational.zero)) return Rational.zero;
        const room = excessOver(c.amount('self-employment-tax.wage-base'), c.money(`${earner}social_security_wages`));
        return smallerOf(earnings, room).times(c.rate('self-employment-tax.social-security-rate'));
      },
    }),
    [`${earner}medicare_part`]: line({
      label: `Self-employment tax, Medicare part${whose}`,
      entity: 'person',
      citation: '26 U.S.C. § 1401(b)(1); Schedule SE, line 11',
      formula: 'net earnings x 2.9%',
      compute: (c) => c.variable(netEarnings).times(c.rate('self-employment-tax.medicare-rate')),
    }),
  };
}
