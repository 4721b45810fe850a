export {
  type AdvanceOptions,
  type Advanced,
  type AgreementClient,
  type ChainAgreement,
  createAgreementClient,
  deployAgreements,
  type SignedInput,
} from './agreement/client.ts';
export type { Roles } from './agreement/encoding.ts';
export { authorityId, authorityName, obligationId } from './tax/authority.ts';
export { type ChainOptions, openChain, type SenderKey } from './chain/chain.ts';
export type { ClaimManyResult } from './escrow/claim.ts';
export type { PaidClaim, SkippedClaim } from './escrow/claims-in.ts';
export {
  createSettlementClient,
  type EscrowAccount,
  type SettlementClient,
  type SettlementClientOptions,
} from './escrow/client.ts';
export { deployContracts, type DeployContractsOptions } from './deploy-contracts.ts';
export { deployment, type Deployment, parseDeployment } from './chain/deployment.ts';
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
} from './chain/fees.ts';
export {
  LOCAL_CHAIN_ID,
  type LocalChain,
  type LocalChainOptions,
  localAccounts,
  localJurors,
  startLocalChain,
} from './chain/local-chain.ts';
export { type PaidTogether, type Payment, PaymentsInterrupted } from './escrow/pay-many.ts';
export type { Channel, Reservations, ReservationState } from './escrow/reservations.ts';
export {
  deployRuleRegistry,
  registerRulePack,
  ruleRegistryReader,
  type RuleRegistryReader,
} from './tax/rule-registry.ts';
export type { Sent } from './chain/sent.ts';
export type { Grant, SessionKeys } from './escrow/session-keys.ts';
export type { SponsoredDeposits } from './escrow/sponsored-deposit.ts';
export {
  type Bond,
  createStakeClient,
  type StakeClient,
  type StakeClientOptions,
  type StakeTerms,
} from './stake/client.ts';
export type { PayoutPlan, SignedRefund, Taxes } from './tax/taxes.ts';
export {
  delegatedVoucherTypedData,
  delegationTypedData,
  faultVerdictDigest,
  faultVerdictTypedData,
  reservationTypedData,
  voucherStatementTypedData,
  voucherTypedData,
} from './chain/typed-data.ts';
export { verifyFaultVerdict } from './stake/verify-fault-verdict.ts';
export { type ExpectedVoucher, type PayableVoucher, verifyVoucher } from './escrow/verify-voucher.ts';
export type { ChainCursor, EventBatch, EventPlace, WatchOptions } from './chain/watch.ts';
export { type EscrowEvent, watchEscrow } from './escrow/watch-escrow.ts';
export { type StakeEvent, watchStake } from './stake/watch-stake.ts';
export type { ClaimPlan, ClaimTerms } from './escrow/worth-claiming.ts';
