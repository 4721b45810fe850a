import type { Asset } from '@gristmill/protocol';
import type { Rail } from './rail.ts';
import { continuousTiming } from './rail-timing.ts';
import type { Vault } from './vault.ts';

/** On-chain payment from the tax vault to the authority's registered address; settled with its receipt. */
export function vaultRail({ vault, asset, leadDays }: { vault: Vault; asset: Asset; leadDays: number }): Rail {
  return {
    name: 'vault',
    asset,
    timing: continuousTiming({ leadDays }),
    largestPayment: null,
    route: null,
    availableUnits: () => vault.setAsideOf(),
    find: async (paymentId) => ((await vault.isRemitted(paymentId)) ? { settled: true, evidence: null } : null),
    async handOver({ id, units }) {
      const { transactionHash } = await vault.remit({ obligationId: id, units });
      return { settled: true, evidence: transactionHash };
    },
  };
}
