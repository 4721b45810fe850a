import { asGristmillError, type Clock, type SignedVoucher } from '@gristmill/protocol';

/** What claiming needs of a chain. Fulfilled by `settlement`, with the terms on which a claim is worth its fee. */
export interface ClaimChain {
  /** Of these vouchers, those that should be claimed now. */
  worthClaiming(vouchers: readonly SignedVoucher[]): Promise<readonly SignedVoucher[]>;
  /** Claims them together; what the chain does not pay stops none of the others. */
  claimMany(vouchers: readonly SignedVoucher[]): Promise<{
    transactionHash: string;
    claims: readonly { units: bigint }[];
    skipped: readonly { reason: string }[];
    /** What one transaction has no room for. */
    left: readonly SignedVoucher[];
  }>;
}

export interface Claimer {
  /** Looks now, whatever the time is: a payer has announced a withdrawal. */
  hurry(): void;
  /** Begins no other claim; resolves when the one under way is done. */
  stop(): Promise<void>;
}

/**
 * Claims what a provider is owed by itself: at once what it finds at the start, then in batches, as often as their fee is
 * worth it. Nothing is lost by a crash at any moment: vouchers are kept until they are replaced, and the chain pays none
 * twice.
 */
export function createClaimer({
  vouchers,
  chain,
  clock,
  everyMs,
  formatUnits = (units) => `${units} minor units`,
  log,
}: {
  /** The newest voucher of each channel. */
  vouchers: () => readonly SignedVoucher[];
  chain: ClaimChain;
  clock: Clock;
  /** How often to look. */
  everyMs: number;
  /** An amount as people read it. */
  formatUnits?: (units: bigint) => string;
  log: (line: string) => void;
}): Claimer {
  const stopping = new AbortController();
  let rouse = new AbortController();
  let isHurried = false;

  async function claimWorthy(): Promise<void> {
    let due = await chain.worthClaiming(vouchers());
    while (due.length > 0 && !stopping.signal.aborted) {
      const { claims, skipped, left, transactionHash } = await chain.claimMany(due);
      const units = claims.reduce((sum, claim) => sum + claim.units, 0n);
      const by = claims.length === 1 ? '1 voucher' : `${claims.length} vouchers`;
      if (claims.length > 0) log(`claimed ${formatUnits(units)} with ${by}: ${transactionHash}`);
      for (const { reason } of skipped) log(`a voucher was not paid: ${reason}`);
      due = left;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      isHurried = false;
      try {
        await claimWorthy();
      } catch (thrown) {
        const { code, message } = asGristmillError(thrown);
        log(`not claimed yet: ${message} (${code})`);
      }
      rouse = new AbortController();
      if (!isHurried) await clock.sleep(everyMs, AbortSignal.any([rouse.signal, stopping.signal]));
    }
  }

  const running = run();
  return {
    hurry() {
      isHurried = true;
      rouse.abort();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
