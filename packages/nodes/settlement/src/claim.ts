import { GristmillError, type SignedVoucher } from '@gristmill/protocol';
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
import { claimsIn, type PaidClaim, type SkippedClaim } from './claims-in.ts';
import type { Deployment } from './deployment.ts';
import { verifyVoucher } from './verify-voucher.ts';

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
  const done = claimsIn(receipt.logs, deployment);
  return {
    transactionHash: receipt.transactionHash,
    gasUsed: receipt.gasUsed,
    claims: done.claims.map(({ log: _, ...claim }) => claim),
    skipped: [...skipped, ...done.skipped.map(({ log: _, ...voucher }) => voucher)],
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
