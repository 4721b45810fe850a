import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { giftsWithoutItemizing } from './itemized-deductions.ts';
import { line, type Lines } from './line.ts';
import { scheduleOneADeductions } from './schedule-1-a.ts';
import { earnedIncomeOf, earnersOf } from './self-employment.ts';

export const deductionLines: Lines = {
  standard_deduction: line({
    label: 'Standard deduction, also where itemized deductions are larger',
    citation: '26 U.S.C. § 63(c), (f); Form 1040, line 12',
    formula:
      "basic amount (a dependent's limited to earned income and a little more) + an addition for each of age and blindness; " +
      'none on a separate return whose spouse itemizes',
    compute(c) {
      // § 63(c)(6)(A)
      if (c.choice('filing_status') === 'married_separate' && c.flag('spouse_itemizes')) return Rational.zero;
      return basicStandardDeduction(c).plus(additions(c));
    },
  }),
  senior_deduction: line({
    label: 'Deduction for seniors',
    citation: '26 U.S.C. § 151(d)(5)(C); Schedule 1-A, part V',
    formula: '$6,000 for each who is 65 or older, each reduced by 6% of what income exceeds the threshold by',
    compute: seniorDeduction,
  }),
  deductions_before_qbi: line({
    label: 'Deductions before that for qualified business income',
    citation: '26 U.S.C. § 63(b), (d), (e)',
    formula:
      'the larger of the itemized deductions (before § 68) and the standard deduction with gifts of those who do not ' +
      'itemize + deductions for seniors, tips, overtime and car loan interest + other deductions',
    compute: (c) =>
      (itemizes(c)
        ? c.variable('itemized_deductions_before_reduction')
        : c.variable('standard_deduction').plus(giftsWithoutItemizing(c))
      )
        .plus(c.variable('senior_deduction'))
        .plus(scheduleOneADeductions(c))
        .plus(c.money('other_deductions')),
  }),
  taxable_income_before_qbi_deduction: line({
    label: 'Taxable income before the qualified business income deduction',
    citation: '26 U.S.C. §§ 63(b), 199A(e)(1); Form 8995, line 11',
    formula: 'adjusted gross income - deductions, not below 0',
    compute: (c) => excessOver(c.variable('adjusted_gross_income'), c.variable('deductions_before_qbi')),
  }),
  itemized_deduction_reduction: line({
    label: 'Reduction of itemized deductions',
    citation: '26 U.S.C. § 68(a)',
    formula:
      '2/37 of the smaller of the itemized deductions and what taxable income with them exceeds the 37% bracket by',
    compute: itemizedDeductionReduction,
  }),
  taxable_income: line({
    label: 'Taxable income',
    citation: '26 U.S.C. § 63(b); Form 1040, line 15',
    formula: 'adjusted gross income - deductions + their reduction - qualified business income deduction, not below 0',
    compute: (c) =>
      excessOver(
        c.variable('adjusted_gross_income').plus(c.variable('itemized_deduction_reduction')),
        c.variable('deductions_before_qbi').plus(c.variable('qualified_business_income_deduction')),
      ),
  }),
};

export function itemizes(c: FormulaContext): boolean {
  return c
    .variable('itemized_deductions_before_reduction')
    .isAbove(c.variable('standard_deduction').plus(giftsWithoutItemizing(c)));
}

function basicStandardDeduction(c: FormulaContext): Rational {
  const basic = c.amount('deductions.standard-deduction');
  if (!c.flag('claimed_as_dependent')) return basic;
  const fromEarnings = earnedIncomeOf(c).plus(c.amount('deductions.dependent-addition'));
  return smallerOf(basic, largerOf(c.amount('deductions.dependent-minimum'), fromEarnings));
}

function additions(c: FormulaContext): Rational {
  const boxes = personsOf(c).reduce(
    (count, person) => count + (isAged(c, person) ? 1n : 0n) + (c.flag(`${person}_blind`) ? 1n : 0n),
    0n,
  );
  return c.amount('deductions.aged-or-blind-addition').times(Rational.of(boxes));
}

function seniorDeduction(c: FormulaContext): Rational {
  const amount = c.amount('deductions.senior-amount');
  // § 151(d)(5)(C)(v): a married individual has it on a joint return only.
  if (!amount.isAbove(Rational.zero) || c.choice('filing_status') === 'married_separate') return Rational.zero;
  const seniors = personsOf(c).filter((person) => isAged(c, person)).length;
  if (seniors === 0) return Rational.zero;
  const excess = excessOver(c.variable('adjusted_gross_income'), c.amount('deductions.senior-threshold'));
  return excessOver(amount, excess.times(c.rate('deductions.senior-phase-out-rate'))).times(
    Rational.of(BigInt(seniors)),
  );
}

function itemizedDeductionReduction(c: FormulaContext): Rational {
  const numerator = c.quantity('deductions.itemized-reduction-numerator');
  if (!numerator.isAbove(Rational.zero) || !itemizes(c)) return Rational.zero;
  const share = numerator.dividedBy(c.quantity('deductions.itemized-reduction-denominator'));
  const itemized = c.variable('itemized_deductions_before_reduction');
  const topBracket = c.brackets('income-tax.brackets').at(-1)!;
  const taxableIncome = excessOver(
    c.variable('taxable_income_before_qbi_deduction'),
    c.variable('qualified_business_income_deduction'),
  );
  const excess = excessOver(taxableIncome.plus(itemized), topBracket.from);
  const reduction = smallerOf(itemized, excess).times(share);
  // Whoever is left with less than the standard deduction takes that one.
  return smallerOf(reduction, itemized.minus(c.variable('standard_deduction')).minus(giftsWithoutItemizing(c)));
}

function personsOf(c: FormulaContext): readonly ('primary' | 'spouse')[] {
  return earnersOf(c).map((earner) => (earner === '' ? 'primary' : 'spouse'));
}

function isAged(c: FormulaContext, person: 'primary' | 'spouse'): boolean {
  return !Rational.of(c.count(`${person}_age`)).isBelow(c.quantity('deductions.aged-age'));
}
