import { excessOver, type FormulaContext, type Variable } from '@gristmill/tax';
import { ZERO } from './rounding.ts';

/** What the trades earned, as the law counts it. */
export const trade = {
  trading_deduction: {
    label: 'Expenses, or the trading allowance in their place',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITTOIA 2005 ss. 783AF (full relief), 783AH (partial relief, by election)',
    formula:
      'receipts up to the trading allowance are relieved in full; above it the allowance if elected, else expenses',
    compute: tradingDeduction,
  },
  trading_profit: {
    label: 'Trading profit',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITTOIA 2005 ss. 7, 25',
    formula: 'receipts - expenses or trading allowance, not below 0',
    compute: (c) => excessOver(c.money('trading_income'), c.variable('trading_deduction')),
  },
  trading_loss: {
    label: 'Trading loss of the year, not set against other income here',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 61',
    formula: 'expenses - receipts, not below 0',
    compute: (c) => excessOver(c.variable('trading_deduction'), c.money('trading_income')),
  },
  taxable_trading_profit: {
    label: 'Taxable trading profit',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 83; SSCBA 1992 Sch. 2 para. 3',
    formula: 'trading profit - losses of other years that are set against it, not below 0',
    compute: (c) =>
      excessOver(
        c.variable('trading_profit'),
        c.isStated('trading_losses_used') ? c.money('trading_losses_used') : ZERO,
      ),
  },
} as const satisfies Record<string, Variable>;

function tradingDeduction(c: FormulaContext) {
  const [receipts, expenses] = [c.money('trading_income'), c.money('trading_expenses')];
  const allowance = c.amount('allowances.trading-allowance');
  if (!receipts.isAbove(allowance)) return receipts;
  // With expenses of the allowance or more nobody elects for less.
  if (!expenses.isBelow(allowance)) return expenses;
  return c.flag('claims_trading_allowance') ? allowance : expenses;
}
