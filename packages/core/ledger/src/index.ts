export * from './audit.ts';
export * from './books.ts';
export * from './chain.ts';
export { csvText, postingsCsv, statementCsv } from './csv.ts';
export { type Earnings, earningsOf } from './earnings.ts';
export * from './errors.ts';
export * from './exchange-rate.ts';
export * from './merkle.ts';
export { beancountText, ledgerCliText } from './plain-text-accounting.ts';
export * from './statement.ts';
export { statementPage } from './statement-page.ts';
export {
  type BookedEntry,
  type TaxpayerAccount,
  type TaxpayerBooks,
  taxpayerBooks,
  taxpayerChart,
} from './taxpayer-books.ts';
export { type IncomeReceived, incomeReceived, type MoneyEvent, moneyEventSchemas } from './taxpayer-event.ts';
