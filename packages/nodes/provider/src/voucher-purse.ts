import { type Address, asGristmillError, GristmillError, type SignedVoucher } from '@gristmill/protocol';
import { channelOf, type VoucherStore } from './voucher-store.ts';

/** What a voucher must fit to be worth something here. */
export interface VoucherContext {
  chainId: number;
  escrow: Address;
  signer: Address;
  payee: Address;
  /** What the newest kept voucher of the same channel says, or 0. */
  previousCumulative: bigint;
}

/** Rejects with the reason when the voucher could not be claimed. Fulfilled by `settlement`. */
export type VerifyVoucher = (signed: SignedVoucher, context: VoucherContext) => Promise<void>;

export type PurseEvent =
  | { type: 'paid'; voucher: SignedVoucher }
  | { type: 'voucher-refused'; voucher: SignedVoucher; error: GristmillError }
  /** It counts, but a restart would not know it: the disk is full, say. The next voucher, or its repetition, tries again. */
  | { type: 'voucher-unsaved'; voucher: SignedVoucher; error: GristmillError };

/**
 * Keeps the newest voucher of each channel: checked, and on disk before it is spoken of. One that the disk does not take is
 * money all the same: it counts while the process lives, and can be claimed.
 */
export interface VoucherPurse {
  load(): Promise<void>;
  /** The chain, escrow and signer that the coordinator deals in from here on. */
  deal(terms: Pick<VoucherContext, 'chainId' | 'escrow' | 'signer'>): void;
  /** Vouchers are taken one after another, in the order they came. */
  receive(signed: SignedVoucher): void;
  /** Resolves once all that was received is kept or refused. */
  settled(): Promise<void>;
  vouchers(): SignedVoucher[];
  readonly refused: number;
}

export function createVoucherPurse({
  store,
  verify,
  payee,
  onEvent,
}: {
  store: VoucherStore;
  verify: VerifyVoucher;
  payee: Address;
  onEvent: (event: PurseEvent) => void;
}): VoucherPurse {
  const newest = new Map<string, SignedVoucher>();
  /** Channels whose newest voucher is not on disk. */
  const unsaved = new Set<string>();
  let terms: Pick<VoucherContext, 'chainId' | 'escrow' | 'signer'> | null = null;
  let taking: Promise<void> = Promise.resolve();
  let refused = 0;

  async function take(signed: SignedVoucher, dealtUnder: typeof terms): Promise<void> {
    const channel = channelOf(signed.voucher);
    const kept = newest.get(channel);
    // A coordinator repeats its newest promise after a reconnect.
    if (kept !== undefined && kept.voucher.cumulative === signed.voucher.cumulative) {
      if (unsaved.has(channel)) await save(kept);
      return;
    }
    try {
      await check(signed, kept?.voucher.cumulative ?? 0n, dealtUnder);
    } catch (error) {
      refused += 1;
      onEvent({ type: 'voucher-refused', voucher: signed, error: asGristmillError(error) });
      return;
    }
    newest.set(channel, signed);
    await save(signed);
    onEvent({ type: 'paid', voucher: signed });
  }

  async function check(signed: SignedVoucher, previousCumulative: bigint, dealtUnder: typeof terms): Promise<void> {
    const { cumulative } = signed.voucher;
    if (cumulative < previousCumulative) {
      throw new GristmillError(
        'VOUCHER_NOT_INCREASING',
        `A voucher over ${cumulative} came after one over ${previousCumulative} by the same payer.`,
        { hint: 'The higher one is kept and can be claimed; ask the coordinator why.', fault: 'peer' },
      );
    }
    if (dealtUnder === null) throw new Error('a voucher before any terms');
    const { chainId, escrow, signer } = dealtUnder;
    await verify(signed, { chainId, escrow, signer, payee, previousCumulative });
  }

  async function save(signed: SignedVoucher): Promise<void> {
    const channel = channelOf(signed.voucher);
    try {
      await store.save(signed);
      unsaved.delete(channel);
    } catch (error) {
      unsaved.add(channel);
      onEvent({ type: 'voucher-unsaved', voucher: signed, error: asGristmillError(error) });
    }
  }

  return {
    async load() {
      for (const signed of await store.load()) newest.set(channelOf(signed.voucher), signed);
    },
    deal(dealt) {
      terms = dealt;
    },
    receive(signed) {
      const dealtUnder = terms;
      taking = taking.then(() => take(signed, dealtUnder));
    },
    settled: () => taking,
    vouchers: () => [...newest.values()],
    get refused() {
      return refused;
    },
  };
}
