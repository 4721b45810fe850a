import { excessOver, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';
import { earnersOf, sumOver } from './self-employment.ts';

export const otherTaxLines: Lines = {
  additional_medicare_tax_on_wages: line({
    label: 'Additional Medicare tax on wages',
    citation: '26 U.S.C. § 3101(b)(2); Form 8959, part I',
    formula: 'Medicare wages above the threshold x 0.9%',
    compute: (c) =>
      excessOver(c.money('medicare_wages'), c.amount('additional-medicare-tax.threshold')).times(
        c.rate('additional-medicare-tax.rate'),
      ),
  }),
  additional_medicare_tax_on_self_employment: line({
    label: 'Additional Medicare tax on self-employment income',
    citation: '26 U.S.C. § 1401(b)(2); Form 8959, part II',
    formula: 'net earnings above what Medicare wages leave of the threshold x 0.9%',
    compute(c) {
      const room = excessOver(c.amount('additional-medicare-tax.threshold'), c.money('medicare_wages'));
      const earnings = sumOver(earnersOf(c), (earner) => c.variable(`${earner}net_earnings_from_self_employment`));
      return excessOver(earnings, room).times(c.rate('additional-medicare-tax.rate'));
    },
  }),
  additional_medicare_tax: line({
    label: 'Additional Medicare tax',
    citation: 'Form 8959, line 18; Schedule 2, line 11',
    formula: 'on wages + on self-employment income',
    rounding: toTheCent,
    compute: (c) =>
      c.variable('additional_medicare_tax_on_wages').plus(c.variable('additional_medicare_tax_on_self_employment')),
  }),
  net_investment_income: line({
    label: 'Gross investment income and net gain',
    citation: '26 U.S.C. § 1411(c)(1)(A); Treas. Reg. § 1.1411-4(d), (f)(4); Form 8960, line 8',
    formula: 'interest + ordinary dividends + other investment income + capital gain or loss, not below 0',
    compute: (c) =>
      excessOver(
        sumOver(['taxable_interest', 'ordinary_dividends', 'other_investment_income'], (fact) => c.money(fact)).plus(
          c.variable('capital_gain_or_loss'),
        ),
        Rational.zero,
      ),
  }),
  net_investment_income_tax: line({
    label: 'Net investment income tax',
    citation: '26 U.S.C. § 1411(a)(1); Form 8960, line 17; Schedule 2, line 12',
    formula:
      'the smaller of net investment income, less its deductions, and what adjusted gross income exceeds the threshold by, x 3.8%',
    rounding: toTheCent,
    compute(c) {
      const investment = c.variable('net_investment_income');
      const excess = excessOver(c.variable('adjusted_gross_income'), c.amount('net-investment-income-tax.threshold'));
      if (!investment.isAbove(Rational.zero) || !excess.isAbove(Rational.zero)) return Rational.zero;
      return smallerOf(excessOver(investment, c.money('net_investment_deductions')), excess).times(
        c.rate('net-investment-income-tax.rate'),
      );
    },
  }),
};
