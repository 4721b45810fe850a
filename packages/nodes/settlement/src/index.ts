export {
  type AdvanceOptions,
  type Advanced,
  type AgreementClient,
  type ChainAgreement,
  createAgreementClient,
  deployAgreements,
  type SignedInput,
} from './agreement-client.ts';
export type { Roles } from './agreement-encoding.ts';
export { authorityId, authorityName, obligationId } from './authority.ts';
export { type ChainOptions, openChain, type SenderKey } from './chain.ts';
export type { ClaimManyResult } from './claim.ts';
export type { PaidClaim, SkippedClaim } from './claims-in.ts';
export {
  createSettlementClient,
  type EscrowAccount,
  type SettlementClient,
  type SettlementClientOptions,
} from './client.ts';
export { deployContracts, type DeployContractsOptions } from './deploy-contracts.ts';
export { deployment, type Deployment, parseDeployment } from './deployment.ts';
export { ChainRevert } from './errors.ts';
export {
  type ChainFees,
  type Claimable,
  type DataFee,
  FEE_PRESETS,
  type FeePreset,
  feesOf,
  transactionFee,
  worthClaiming,
} from './fees.ts';
export {
  LOCAL_CHAIN_ID,
  type LocalChain,
  type LocalChainOptions,
  localAccounts,
  localJurors,
  startLocalChain,
} from './local-chain.ts';
export { type PaidTogether, type Payment, PaymentsInterrupted } from './pay-many.ts';
export type { Channel, Reservations, ReservationState } from './reservations.ts';
export { deployRuleRegistry, registerRulePack, ruleRegistryReader, type RuleRegistryReader } from './rule-registry.ts';
export type { Sent } from './sent.ts';
export type { Grant, SessionKeys } from './session-keys.ts';
export type { SponsoredDeposits } from './sponsored-deposit.ts';
export {
  type Bond,
  createStakeClient,
  type StakeClient,
  type StakeClientOptions,
  type StakeTerms,
} from './stake-client.ts';
export type { PayoutPlan, SignedRefund, Taxes } from './taxes.ts';
export {
  delegatedVoucherTypedData,
  delegationTypedData,
  faultVerdictDigest,
  faultVerdictTypedData,
  reservationTypedData,
  voucherStatementTypedData,
  voucherTypedData,
} from './typed-data.ts';
export { verifyFaultVerdict } from './verify-fault-verdict.ts';
export { type ExpectedVoucher, type PayableVoucher, verifyVoucher } from './verify-voucher.ts';
export type { ChainCursor, EventBatch, EventPlace, WatchOptions } from './watch.ts';
export { type EscrowEvent, watchEscrow } from './watch-escrow.ts';
export { type StakeEvent, watchStake } from './watch-stake.ts';
export type { ClaimPlan, ClaimTerms } from './worth-claiming.ts';
