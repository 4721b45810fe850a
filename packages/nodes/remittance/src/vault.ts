/**
 * The tax vault of one taxpayer and one authority, as this service sees it. Fulfilled by `settlement`'s client; the
 * contract behind it pays only the authority's registered address and refuses an obligation id that it has paid.
 */
export interface Vault {
  /** Minor units that are set aside and not yet remitted. */
  setAsideOf(): Promise<bigint>;
  remit(payment: { obligationId: string; units: bigint }): Promise<{ transactionHash: string }>;
  isRemitted(obligationId: string): Promise<boolean>;
}
