import { type Address, address } from '@gristmill/protocol';
import { erc20Abi, type Hex, isAddressEqual, type Log, parseEventLogs, slice } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { Deployment } from '../chain/deployment.ts';
import { revertText } from '../errors.ts';

/** What one voucher paid. `setAsideUnits + walletUnits = units`. */
export interface PaidClaim {
  payer: Address;
  signer: Address;
  payee: Address;
  units: bigint;
  /** Where the rest went: the wallet of the payee's plan, or the payee itself. */
  wallet: Address;
  setAsideUnits: bigint;
  walletUnits: bigint;
}

/** A voucher of a batch that paid nothing, and the Solidity error it met. */
export interface SkippedClaim {
  payer: Address;
  signer: Address;
  payee: Address;
  cumulative: bigint;
  reason: string;
}

/** The token's transfers, as the only event of its own that tells of payouts. */
export const transferAbi = erc20Abi.filter((item) => item.type === 'event' && item.name === 'Transfer');
/** The escrow's events that say where money of it goes, or whose it was. */
export const PAYOUT_EVENTS = [
  'Claimed',
  'ClaimedMany',
  'Payout',
  'VoucherSkipped',
  'Withdrawn',
  'Remitted',
  'Refunded',
] as const;

/**
 * What claims in one transaction did, read from its logs, each with the log that it was read from. A claim of one voucher
 * is named before its payout; payouts of a batch come before the event that names their account and their sum: a payee's
 * plan in `Payout`, what went straight to a payee in the token's own `Transfer`.
 */
export function claimsIn<Entry extends Log<bigint, number, false>>(
  logs: readonly Entry[],
  { escrow, token }: Pick<Deployment, 'escrow' | 'token'>,
): { claims: { paid: PaidClaim; log: Entry }[]; skipped: { voucher: SkippedClaim; log: Entry }[] } {
  const claims: { paid: PaidClaim; log: Entry }[] = [];
  const skipped: { voucher: SkippedClaim; log: Entry }[] = [];
  /** Payouts of a batch whose account is not named yet. */
  let payouts: { paid: Omit<PaidClaim, 'payer' | 'signer'>; log: Entry }[] = [];
  /** The claim whose payout comes next. */
  let named: PaidClaim | null = null;
  /** The next transfer is of money that is accounted for already. */
  let isKnown = false;

  for (const log of logs) {
    const [event] = isAddressEqual(log.address, escrow)
      ? parseEventLogs({ abi: escrowAbi, eventName: [...PAYOUT_EVENTS], logs: [log] })
      : isAddressEqual(log.address, token)
        ? parseEventLogs({ abi: transferAbi, logs: [log] })
        : [];
    switch (event?.eventName) {
      case 'Claimed': {
        const { payee, units } = paymentOf(event.args.payment);
        named = { ...accountOf(event.args), payee, units, wallet: payee, setAsideUnits: 0n, walletUnits: units };
        claims.push({ paid: named, log });
        isKnown = true;
        break;
      }
      case 'Payout': {
        const { amount: units, setAside: setAsideUnits } = event.args;
        const wallet = address.parse(event.args.wallet);
        const split = { wallet, setAsideUnits, walletUnits: units - setAsideUnits };
        if (named === null) payouts.push({ paid: { payee: address.parse(event.args.payee), units, ...split }, log });
        else Object.assign(named, split);
        named = null;
        isKnown = split.walletUnits > 0n;
        break;
      }
      case 'Transfer': {
        if (!isAddressEqual(event.args.from, escrow)) break;
        const [payee, units] = [address.parse(event.args.to), event.args.value];
        const paid = { payee, units, wallet: payee, setAsideUnits: 0n, walletUnits: units };
        if (!isKnown) payouts.push({ paid, log });
        isKnown = false;
        named = null;
        break;
      }
      case 'ClaimedMany': {
        const account = accountOf(event.args);
        for (const { paid, log: of } of lastOf(payouts, event.args.amount)) {
          claims.push({ paid: { ...account, ...paid }, log: of });
        }
        payouts = [];
        break;
      }
      case 'VoucherSkipped': {
        const { cumulative, reason } = event.args;
        const payee = address.parse(event.args.payee);
        skipped.push({ voucher: { ...accountOf(event.args), payee, cumulative, reason: revertText(reason) }, log });
        break;
      }
      case 'Withdrawn':
      case 'Remitted':
      case 'Refunded':
        isKnown = true;
        break;
      case undefined:
    }
  }
  return { claims, skipped };
}

function accountOf({ payer, signer }: { payer: Hex; signer: Hex }): { payer: Address; signer: Address } {
  return { payer: address.parse(payer), signer: address.parse(signer) };
}

/** The payouts that came last and make up the sum: what came before them was somebody's own money, by `distribute`. */
function lastOf<Payout extends { paid: { units: bigint } }>(payouts: readonly Payout[], sum: bigint): Payout[] {
  let [start, left] = [payouts.length, sum];
  while (left > 0n && start > 0) {
    start -= 1;
    left -= payouts[start]!.paid.units;
  }
  return payouts.slice(start);
}

/** A payee and an amount in one word; see `Payment.sol`. */
function paymentOf(word: Hex): { payee: Address; units: bigint } {
  return { payee: address.parse(slice(word, 0, 20)), units: BigInt(slice(word, 20)) };
}
