export { type BankAmount, bankAmountText } from './bank-amount.ts';
export { type BankCalendar, federalReserveCalendar, targetCalendar, ukCalendar } from './bank-calendar.ts';
export {
  achTaxRail,
  type AchTaxRailOptions,
  type CreditTransferRailOptions,
  fasterPaymentsRail,
  sepaRail,
} from './bank-file-rail.ts';
export type { BankEntryRecord } from './bank-log.ts';
export {
  type BankBalance,
  type BankEntry,
  type BankReport,
  type BankTransaction,
  readBankReports,
} from './bank-report.ts';
export { RemittanceError, type RemittanceErrorCode } from './errors.ts';
export { type FormDefinition, parseForm } from './form-definition.ts';
export { type FormBooks, type FormFigure, type FormFigures, formFigures, type FormFinding } from './form-figures.ts';
export {
  type VatBoxes,
  vatBoxesOf,
  type VatReturn,
  vatReturnJson,
  type VatReturnViolation,
  vatReturnViolations,
} from './mtd-vat-return.ts';
export { type AchOriginator, US_TREASURY, type UsAccount } from './nacha.ts';
export { dueWithin, type Obligation, obligationsOf } from './obligation.ts';
export { type Overpayments, overpaymentsOf, paidTowards } from './overpayment.ts';
export { openOutbox, type Outbox } from './outbox.ts';
export { type PaymentStatus, readPaymentStatus } from './payment-status.ts';
export type { BankRoute, Handover, Rail } from './rail.ts';
export { bankTiming, type BankTimingOptions, continuousTiming, type RailTiming } from './rail-timing.ts';
export {
  answerQuestion,
  applyPaymentStatus,
  bankBalance,
  openQuestions,
  reconcile,
  type ReconcileResult,
} from './reconcile.ts';
export { remitDue, type Remittance, type RemitDueParameters, type RemitDueResult } from './remit-due.ts';
export { allPayments, type PaymentState, type RecordedPayment, recordMended } from './remittance-log.ts';
export {
  type HandedOver,
  type RemittanceReport,
  runRemittance,
  type RunRemittanceParameters,
  type Shortfall,
} from './run-remittance.ts';
export { settlementUnitsAtPar } from './settlement-units.ts';
export type { Vault } from './vault.ts';
export { vaultRail } from './vault-rail.ts';
