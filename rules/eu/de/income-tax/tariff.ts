import { type FormulaContext, Rational } from '@gristmill/tax';

const TEN_THOUSAND = Rational.of(10_000n);

/**
 * The tariff of § 32a (1) EStG on `income` (zu versteuerndes Einkommen), before its last rounding. Taxable income is
 * rounded down to a full euro first (sentence 2); the slope of the law leaves that out.
 */
export function tariff(c: FormulaContext, income: Rational): Rational {
  const x = c.exact ? income : Rational.of(income.toInteger('down'));
  const basicAllowance = c.amount('tariff.basic-allowance');
  if (!x.isAbove(basicAllowance)) return Rational.zero;

  const zone2End = c.amount('tariff.zone-2-end');
  if (!x.isAbove(zone2End)) {
    const y = x.minus(basicAllowance).dividedBy(TEN_THOUSAND);
    return c.quantity('tariff.zone-2-quadratic').times(y).plus(c.quantity('tariff.zone-2-linear')).times(y);
  }
  if (!x.isAbove(c.amount('tariff.zone-3-end'))) {
    const z = x.minus(zone2End).dividedBy(TEN_THOUSAND);
    return c
      .quantity('tariff.zone-3-quadratic')
      .times(z)
      .plus(c.quantity('tariff.zone-3-linear'))
      .times(z)
      .plus(c.quantity('tariff.zone-3-constant'));
  }
  const zone = x.isAbove(c.amount('tariff.zone-4-end')) ? 5 : 4;
  return c
    .rate(`tariff.zone-${zone}-rate`)
    .times(x)
    .minus(c.quantity(`tariff.zone-${zone}-deduction`));
}
