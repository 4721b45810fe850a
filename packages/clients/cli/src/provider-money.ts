import { type Address, asGristmillError, type SignedVoucher } from '@gristmill/protocol';
import { type Claimer, createClaimer } from '@gristmill/provider';
import type { ClaimTerms, SettlementClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { claimChain } from './claim-chain.ts';
import type { Home } from './home.ts';
import { watchIncome } from './watch-income.ts';

const CLAIM_EVERY_MS = 60_000;
const RECONNECT_MS = 30_000;

/**
 * The money side of a provider, beside its work: claims what it is owed, and books what arrives. A device that cannot reach
 * the chain works all the same: its vouchers are kept, and it is tried again.
 */
export function startMoney({
  connect,
  home,
  rpcUrl,
  payee,
  vouchers,
  claimTerms,
  formatUnits,
  onIncome,
  log,
}: {
  connect: () => Promise<SettlementClient>;
  home: Home;
  rpcUrl: string;
  payee: Address;
  vouchers: () => readonly SignedVoucher[];
  /** Null claims nothing. */
  claimTerms: ClaimTerms | null;
  formatUnits: (units: bigint) => string;
  /** Awaited when something new is in the books; what it throws is said, and stops nothing. */
  onIncome: (settlement: SettlementClient) => Promise<void>;
  log: (line: string) => void;
}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let claimer: Claimer | null = null;

  async function run(): Promise<void> {
    const settlement = await connectWhenPossible();
    if (settlement === null) return;
    if (claimTerms !== null) {
      const chain = claimChain(settlement, claimTerms);
      claimer = createClaimer({ vouchers, chain, clock: systemClock, everyMs: CLAIM_EVERY_MS, formatUnits, log });
    }
    const onWithdrawal = (payer: Address): void => {
      if (!vouchers().some(({ voucher }) => voucher.payer === payer)) return;
      log(`${payer} announced a withdrawal; what it owes is claimed now`);
      claimer?.hurry();
    };
    const watched = { home, rpcUrl, settlement, payee, clock: systemClock, signal };
    await watchIncome({ ...watched, onIncome: () => followIncome(settlement), onWithdrawal, log });
  }

  async function followIncome(settlement: SettlementClient): Promise<void> {
    await onIncome(settlement).catch((thrown: unknown) => {
      const { code, message } = asGristmillError(thrown);
      log(`income is booked, but what should follow it failed: ${message} (${code})`);
    });
  }

  async function connectWhenPossible(): Promise<SettlementClient | null> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        return await connect();
      } catch (thrown) {
        const { code, message } = asGristmillError(thrown);
        if (code !== 'CHAIN_UNREACHABLE') throw thrown;
        if (attempt === 0) log(`nothing can be claimed or booked yet: ${message}`);
      }
      await systemClock.sleep(RECONNECT_MS, signal);
    }
    return null;
  }

  const running = run().catch((thrown: unknown) => {
    const { code, message } = asGristmillError(thrown);
    log(`claims and books have stopped: ${message} (${code})`);
  });
  return {
    async stop() {
      stopping.abort();
      await running;
      await claimer?.stop();
    },
  };
}
