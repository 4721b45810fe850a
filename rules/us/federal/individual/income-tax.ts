import { type FormulaContext, Rational, smallerOf, taxOnBrackets } from '@gristmill/tax';
import { capitalGainOf, taxWithGainRates } from './capital-gain-rates.ts';
import { line, type Lines, toTheCent } from './line.ts';

export const incomeTaxLines: Lines = {
  income_tax: line({
    label: 'Income tax before credits and other taxes (Form 1040, line 16)',
    citation:
      '26 U.S.C. §§ 1(h), 1(j), 3; Form 1040, line 16; Qualified Dividends and Capital Gain Tax Worksheet; ' +
      'Schedule D Tax Worksheet',
    formula:
      'below $100,000 of taxable income the Tax Table: the schedule at the middle of the row, half up to the dollar; ' +
      'else the schedule itself; net capital gain and qualified dividends at 0, 15 and 20% where that is less, ' +
      'unrecaptured section 1250 gain at up to 25%, 28-percent rate gain at up to 28%',
    rounding: toTheCent,
    compute(c) {
      const taxableIncome = c.variable('taxable_income');
      const regular = taxOn(c, taxableIncome);
      const gain = capitalGainOf(c);
      if (!gain.all.isAbove(Rational.zero)) return regular;
      return smallerOf(
        regular,
        taxWithGainRates(c, taxableIncome, gain, (income) => taxOn(c, income)),
      );
    },
  }),
};

/** Whether the tables of the authority stand in for the law's own schedules. */
export function usesTables(c: FormulaContext): boolean {
  // The steps of a table say nothing about what one more dollar owes.
  if (c.exact) return false;
  return !(c.isStated('tax_computation') && c.choice('tax_computation') === 'schedule');
}

function taxOn(c: FormulaContext, income: Rational): Rational {
  const brackets = c.brackets('income-tax.brackets');
  if (!usesTables(c) || !income.isBelow(c.amount('income-tax.tax-table-ceiling')))
    return taxOnBrackets(income, brackets);
  return taxOnBrackets(taxTableRowMiddle(income), brackets).roundedTo(Rational.one, 'halfUp');
}

/**
 * The middle of the Tax Table row that holds this taxable income: rows of 0 to 5, 5 to 15 and 15 to 25 dollars, then
 * 25 dollars wide to 3,000, then 50 (Instructions for Form 1040; IRS-Public/direct-file, taxCalculations.xml).
 * Amounts stay in cents (26 U.S.C. § 6102(b)): 25,299.60 is in the row that ends at 25,300.
 */
function taxTableRowMiddle(taxableIncome: Rational): Rational {
  const dollars = taxableIncome.toInteger('down');
  const [from, width] = taxTableRow(dollars);
  return Rational.of(2n * from + width, 2n);
}

function taxTableRow(dollars: bigint): [from: bigint, width: bigint] {
  if (dollars < 5n) return [0n, 5n];
  if (dollars < 25n) return [dollars < 15n ? 5n : 15n, 10n];
  const width = dollars < 3000n ? 25n : 50n;
  return [dollars - (dollars % width), width];
}
