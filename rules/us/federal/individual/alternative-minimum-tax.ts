import { excessOver, type FormulaContext, Rational, smallerOf, taxOnBrackets } from '@gristmill/tax';
import { itemizes } from './deductions.ts';
import { itemizedTaxes } from './itemized-deductions.ts';
import { capitalGainOf, partsBelowGain, taxOnAdjustedGain } from './capital-gain-rates.ts';
import { line, type Lines, toTheCent } from './line.ts';

export const alternativeMinimumTaxLines: Lines = {
  alternative_minimum_taxable_income: line({
    label: 'Alternative minimum taxable income',
    citation: '26 U.S.C. §§ 55(b)(2), (d)(3), 56(b)(1); Form 6251, line 4',
    formula:
      'taxable income without the standard deduction, itemized taxes and the deduction for seniors, + adjustments; ' +
      'a separate return adds a part of what exceeds the end of its exemption',
    compute: alternativeMinimumTaxableIncome,
  }),
  alternative_minimum_tax_exemption: line({
    label: 'Alternative minimum tax exemption',
    citation: '26 U.S.C. § 55(d); Form 6251, line 5',
    formula: 'exemption amount - 25% (from 2026 50%) of what income exceeds the start of its phase-out by, not below 0',
    compute: (c) =>
      excessOver(
        c.amount('alternative-minimum-tax.exemption'),
        excessOver(
          c.variable('alternative_minimum_taxable_income'),
          c.amount('alternative-minimum-tax.exemption-phase-out-start'),
        ).times(c.rate('alternative-minimum-tax.exemption-phase-out-rate')),
      ),
  }),
  tentative_minimum_tax: line({
    label: 'Tentative minimum tax',
    citation: '26 U.S.C. § 55(b)(1), (3); Form 6251, line 9 and part III',
    formula:
      '26% and 28% of the taxable excess; net capital gain and qualified dividends at their own rates where that is less',
    compute: tentativeMinimumTax,
  }),
  alternative_minimum_tax: line({
    label: 'Alternative minimum tax',
    citation: '26 U.S.C. § 55(a); Form 6251, line 11; Schedule 2, line 2',
    formula: 'what the tentative minimum tax exceeds the income tax by',
    rounding: toTheCent,
    compute: (c) => excessOver(c.variable('tentative_minimum_tax'), c.variable('income_tax')),
  }),
};

function alternativeMinimumTaxableIncome(c: FormulaContext): Rational {
  const added = itemizes(c) ? itemizedTaxes(c) : c.variable('standard_deduction');
  // § 56(b)(1): neither the standard deduction nor one under § 151, where that for seniors is, nor the cut of § 68.
  const income = c
    .variable('adjusted_gross_income')
    .minus(c.variable('deductions_before_qbi'))
    .minus(c.variable('qualified_business_income_deduction'))
    .plus(added)
    .plus(c.variable('senior_deduction'))
    .plus(c.money('amt_adjustments'));
  if (c.choice('filing_status') !== 'married_separate') return income;
  // § 55(d)(3): so that a separate return has no better of it than half of a joint one.
  const exemption = c.amount('alternative-minimum-tax.exemption');
  const rate = c.rate('alternative-minimum-tax.exemption-phase-out-rate');
  const phasedOutAt = c.amount('alternative-minimum-tax.exemption-phase-out-start').plus(exemption.dividedBy(rate));
  return income.plus(smallerOf(excessOver(income, phasedOutAt).times(rate), exemption));
}

function tentativeMinimumTax(c: FormulaContext): Rational {
  const taxableExcess = excessOver(
    c.variable('alternative_minimum_taxable_income'),
    c.variable('alternative_minimum_tax_exemption'),
  );
  const brackets = c.brackets('alternative-minimum-tax.brackets');
  const flat = taxOnBrackets(taxableExcess, brackets);
  const gain = capitalGainOf(c);
  if (!gain.all.isAbove(Rational.zero)) return flat;
  // Form 6251, part III: the bands of 0, 15 and 20 percent begin where they do in the regular tax (§ 55(b)(3)), and
  // 28-percent rate gain has no rate of its own.
  const atGainRates = smallerOf(gain.adjusted.plus(gain.unrecaptured1250), taxableExcess);
  const adjusted = smallerOf(gain.adjusted, taxableExcess);
  const { belowAdjusted, ordinary } = partsBelowGain(c, c.variable('taxable_income'), gain);
  return smallerOf(
    flat,
    taxOnBrackets(taxableExcess.minus(atGainRates), brackets)
      .plus(taxOnAdjustedGain(c, { adjusted, belowAdjusted, ordinary }))
      .plus(atGainRates.minus(adjusted).times(c.rate('capital-gains.section-1250-rate'))),
  );
}
