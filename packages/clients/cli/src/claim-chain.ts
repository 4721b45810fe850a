import type { ClaimChain } from '@gristmill/provider';
import type { ClaimTerms, SettlementClient } from '@gristmill/settlement';

/** The chain as a provider's claims need it, on these terms; vouchers for other networks wait for their own. */
export function claimChain(settlement: SettlementClient, terms: ClaimTerms): ClaimChain {
  return {
    async worthClaiming(all) {
      const vouchers = all.filter(
        ({ voucher: { chainId, escrow } }) => chainId === settlement.chainId && escrow === settlement.escrow,
      );
      return (await settlement.worthClaiming(vouchers, terms)).now;
    },
    claimMany: (vouchers) => settlement.claimMany(vouchers),
  };
}
