import { type Address, GristmillError } from '@gristmill/protocol';
import { encodeFunctionData, erc20Abi, isAddressEqual, zeroAddress } from 'viem';
import { payManyAbi } from '../abi/pay-many.ts';
import { withAllowance } from '../chain/allowance.ts';
import type { ChainConnection } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { ChainRevert } from '../errors.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { transactionGasMax } from '../chain/transaction-room.ts';
import { packedPayment } from '../chain/typed-data.ts';

export interface Payment {
  payee: Address;
  /** Minor units, below 2^96. */
  units: bigint;
}

/** Payments that one transaction made. */
export interface PaidTogether extends Sent {
  payments: readonly Payment[];
}

/** Some transactions of a large batch were made and then one failed: pay what is `unpaid`, and look at what is `open`. */
export class PaymentsInterrupted extends GristmillError {
  readonly paid: readonly PaidTogether[];
  /** Sent, and not heard of again: made or not, all or none. */
  readonly open: readonly Payment[];
  readonly unpaid: readonly Payment[];

  constructor(paid: readonly PaidTogether[], failed: readonly Payment[], rest: readonly Payment[], cause: unknown) {
    const made = paid.reduce((sum, { payments }) => sum + payments.length, 0);
    super('PAYMENTS_INTERRUPTED', `${made} payments were made, ${failed.length + rest.length} were not for certain.`, {
      hint: 'Look at `open` on chain, then pay those that are left in a new batch.',
      fault: 'platform',
      cause,
    });
    const isRefused = cause instanceof ChainRevert;
    this.paid = paid;
    this.open = isRefused ? [] : failed;
    this.unpaid = isRefused ? [...failed, ...rest] : rest;
  }
}

/** The dearest payment there is: to who never held the token, by a token that is itself a proxy. */
const PAYMENT_GAS_MAX = 60_000n;

/** Pays many from this key's own wallet; see `SettlementClient.payMany`. */
export async function payMany(
  chain: ChainConnection,
  { token, payMany: contract }: Pick<Deployment, 'token' | 'payMany'>,
  payments: readonly Payment[],
): Promise<PaidTogether[]> {
  expectPayable(payments, [token, contract]);
  const words = payments.map(({ payee, units }) => packedPayment(payee, units));
  const owner = chain.account.address;
  const balance = await chain.read('Reading the balance', (reader) =>
    reader.readContract({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [owner] }),
  );
  const total = sumOf(payments);
  if (balance < total) {
    throw new GristmillError('PAYMENTS_UNFUNDED', `The payments come to ${total} units, and ${owner} has ${balance}.`, {
      hint: 'Fund the sender with the settlement asset first, or pay fewer.',
    });
  }
  const size = Math.max(1, Number((await transactionGasMax(chain)) / PAYMENT_GAS_MAX) - 1);
  const paid: PaidTogether[] = [];
  for (let start = 0; start < payments.length; start += size) {
    const [batch, rest] = [payments.slice(start, start + size), payments.slice(start + size)];
    const args = [token, words.slice(start, start + size)] as const;
    const data = encodeFunctionData({ abi: payManyAbi, functionName: 'payMany', args });
    try {
      // Allowed for all that is left at once: of a large batch, each part would be an approval more.
      const receipt = await withAllowance(chain, { token, spender: contract, units: sumOf(batch) + sumOf(rest) }, () =>
        chain.transact('PayMany.payMany', { to: contract, data }),
      );
      paid.push({ ...sentBy(receipt), payments: batch });
    } catch (error) {
      throw paid.length === 0 ? error : new PaymentsInterrupted(paid, batch, rest, error);
    }
  }
  return paid;
}

/** What the contract would refuse is refused here, all of it before anything is paid. */
function expectPayable(payments: readonly Payment[], contracts: readonly Address[]): void {
  if (payments.length === 0) {
    throw new GristmillError('PAYMENTS_EMPTY', 'There is nobody to pay.', {
      hint: 'Name at least one payment; a transaction without any would only cost gas.',
    });
  }
  for (const { payee } of payments) {
    if ([zeroAddress, ...contracts].some((nobody) => isAddressEqual(nobody, payee))) {
      throw new GristmillError('PAYMENT_PAYEE_INVALID', `${payee} could not pass the money on.`, {
        hint: 'Pay people and wallets, not the zero address, the token or the paying contract.',
      });
    }
  }
}

function sumOf(payments: readonly Payment[]): bigint {
  return payments.reduce((sum, { units }) => sum + units, 0n);
}
