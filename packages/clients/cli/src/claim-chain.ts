import type { SignedVoucher } from '@gristmill/protocol';
import type { ClaimChain } from '@gristmill/provider';
import { LOCAL_CHAIN_ID, type SettlementClient } from '@gristmill/settlement';

/** On which terms a provider claims: what the chain's coin costs, and how much of a payment a fee may take. */
export interface ClaimTerms {
  /** Null when nobody said: then claims wait, except where money costs nothing, or leaves. */
  weiPerUnit: { wei: bigint; units: bigint } | null;
  feeSharePpm: bigint;
}

/** Worth its fee at any fee: on a local network, and while a payer withdraws. */
const AT_ANY_PRICE = { weiPerUnit: { wei: 10n ** 36n, units: 1n }, feeSharePpm: 1_000_000n };

export function claimChain(settlement: SettlementClient, { weiPerUnit, feeSharePpm }: ClaimTerms): ClaimChain {
  async function ofLeavingPayers(vouchers: readonly SignedVoucher[]): Promise<SignedVoucher[]> {
    const accounts = await Promise.all(
      vouchers.map(({ voucher }) => settlement.escrowAccount(voucher.payer, voucher.signer)),
    );
    return vouchers.filter((_, i) => accounts[i]!.withdrawableAt !== null);
  }

  return {
    async worthClaiming(all) {
      const vouchers = all.filter(
        ({ voucher: { chainId, escrow } }) => chainId === settlement.chainId && escrow === settlement.escrow,
      );
      if (settlement.chainId === LOCAL_CHAIN_ID) return settlement.worthClaiming(vouchers, AT_ANY_PRICE);
      if (weiPerUnit !== null) return settlement.worthClaiming(vouchers, { weiPerUnit, feeSharePpm });
      return settlement.worthClaiming(await ofLeavingPayers(vouchers), AT_ANY_PRICE);
    },
    claimMany: (vouchers) => settlement.claimMany(vouchers),
  };
}
