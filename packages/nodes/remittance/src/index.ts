export { RemittanceError, type RemittanceErrorCode } from './errors.ts';
export { dueWithin, type Obligation, obligationsOf } from './obligation.ts';
export { remitDue, type Remittance, type RemitDueParameters, type RemitDueResult } from './remit-due.ts';
export { settlementUnitsAtPar } from './settlement-units.ts';
export type { Vault } from './vault.ts';
