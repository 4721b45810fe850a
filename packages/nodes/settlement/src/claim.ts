import { type Address, address, GristmillError, type SignedVoucher } from '@gristmill/protocol';
import {
  concat,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  isAddressEqual,
  parseEventLogs,
  parseSignature,
  signatureToCompactSignature,
  toHex,
  type TransactionReceipt,
} from 'viem';
import { escrowAbi } from './abi/escrow.ts';
import type { ChainConnection } from './chain.ts';
import type { Deployment } from './deployment.ts';
import { revertText } from './errors.ts';
import { verifyVoucher } from './verify-voucher.ts';

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

export interface ClaimManyResult {
  transactionHash: Hex;
  gasUsed: bigint;
  claims: PaidClaim[];
  skipped: SkippedClaim[];
}

/** Claims vouchers in one transaction; see `SettlementClient.claimMany`. */
export async function claimMany(
  chain: ChainConnection,
  deployment: Deployment,
  vouchers: readonly SignedVoucher[],
): Promise<ClaimManyResult> {
  if (vouchers.length === 0) {
    throw new GristmillError('CLAIM_EMPTY', 'There is no voucher to claim.', {
      hint: 'Claim once at least one voucher has come; a transaction without any would only cost gas.',
    });
  }
  // On chain, a voucher for elsewhere is only a wrong signature. Here its fault can be named, before it costs gas.
  for (const signed of vouchers) {
    const { signer } = signed.voucher;
    await verifyVoucher(signed, { chainId: deployment.chainId, escrow: deployment.escrow, signer });
  }
  // No account counts that far, so no such voucher can ever be paid in full.
  const [countable, beyond] = partition(vouchers, ({ voucher }) => voucher.cumulative <= CUMULATIVE_MAX);
  const skipped = beyond.map(({ voucher: { payer, signer, payee, cumulative } }) => ({
    payer,
    signer,
    payee,
    cumulative,
    reason: `CumulativeTooLarge(max: ${CUMULATIVE_MAX}, cumulative: ${cumulative})`,
  }));
  const receipt = await chain.transact('Escrow.claimMany', {
    to: deployment.escrow,
    data: encodeFunctionData({ abi: escrowAbi, functionName: 'claimMany', args: [batchesOf(countable)] }),
  });
  const done = claimsIn(receipt, deployment);
  return {
    transactionHash: receipt.transactionHash,
    gasUsed: receipt.gasUsed,
    claims: done.claims,
    skipped: [...skipped, ...done.skipped],
  };
}

/** What 12 bytes hold: the contracts pack a payee and its amount into one word. */
const CUMULATIVE_MAX = 2n ** 96n - 1n;

/** Vouchers as `claimMany` takes them: one batch an account, in the order that the accounts first come in. */
function batchesOf(vouchers: readonly SignedVoucher[]) {
  const accounts = Map.groupBy(vouchers, ({ voucher: { payer, signer } }) => `${payer}/${signer}`);
  return [...accounts.values()].map((ofAccount) => {
    const { payer, signer } = ofAccount[0]!.voucher;
    return {
      payer,
      signer,
      vouchers: ofAccount.map(({ voucher: { payee, cumulative }, signature }) => {
        const { r, yParityAndS } = signatureToCompactSignature(parseSignature(signature));
        return { promised: concat([payee, toHex(cumulative, { size: 12 })]), r, vs: yParityAndS };
      }),
    };
  });
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter((item) => test(item)), items.filter((item) => !test(item))];
}

/**
 * What a claiming transaction did, read from its events. Payouts come before the event that names their account: a
 * payee's plan in `Payout`, what went straight to a payee in the token's own `Transfer`.
 */
function claimsIn({ logs }: TransactionReceipt, { escrow, token }: Deployment) {
  const claims: PaidClaim[] = [];
  const skipped: SkippedClaim[] = [];
  let payouts: Omit<PaidClaim, 'payer' | 'signer'>[] = [];
  // What a plan sends to its wallet is in its `Payout` already.
  let toWallet = 0n;
  const ours = logs.filter((log) => isAddressEqual(log.address, escrow) || isAddressEqual(log.address, token));
  for (const event of parseEventLogs({ abi: [...escrowAbi, ...transferAbi], logs: ours })) {
    if (event.eventName === 'Payout') {
      const { amount: units, setAside: setAsideUnits } = event.args;
      const walletUnits = units - setAsideUnits;
      const [payee, wallet] = [address.parse(event.args.payee), address.parse(event.args.wallet)];
      payouts.push({ payee, units, wallet, setAsideUnits, walletUnits });
      toWallet = walletUnits;
    } else if (event.eventName === 'Transfer' && isAddressEqual(event.args.from, escrow)) {
      if (toWallet > 0n) {
        toWallet = 0n;
        continue;
      }
      const [payee, units] = [address.parse(event.args.to), event.args.value];
      payouts.push({ payee, units, wallet: payee, setAsideUnits: 0n, walletUnits: units });
    } else if (event.eventName === 'ClaimedMany') {
      const [payer, signer] = [address.parse(event.args.payer), address.parse(event.args.signer)];
      claims.push(...payouts.map((payout) => ({ payer, signer, ...payout })));
      payouts = [];
    } else if (event.eventName === 'VoucherSkipped') {
      const { cumulative, reason } = event.args;
      const { payer, signer, payee } = event.args;
      const parties = { payer: address.parse(payer), signer: address.parse(signer), payee: address.parse(payee) };
      skipped.push({ ...parties, cumulative, reason: revertText(reason) });
    }
  }
  return { claims, skipped };
}

const transferAbi = erc20Abi.filter((item) => item.type === 'event' && item.name === 'Transfer');
