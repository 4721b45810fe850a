import { type Address, address, GristmillError, type SignedVoucher } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, isAddressEqual, parseEventLogs, type TransactionReceipt } from 'viem';
import { escrowAbi } from './abi/escrow.ts';
import { payoutRouterAbi } from './abi/payout-router.ts';
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
  const receipt = await chain.transact('Escrow.claimMany', {
    to: deployment.escrow,
    data: encodeFunctionData({
      abi: escrowAbi,
      functionName: 'claimMany',
      args: [
        vouchers.map(({ voucher: { payer, signer, payee, cumulative } }) => ({ payer, signer, payee, cumulative })),
        vouchers.map(({ signature }) => signature),
      ],
    }),
  });
  return { transactionHash: receipt.transactionHash, gasUsed: receipt.gasUsed, ...claimsIn(receipt, deployment) };
}

/** What a claiming transaction did, read from its events. */
function claimsIn({ logs }: TransactionReceipt, { escrow, router }: Deployment) {
  const claims: PaidClaim[] = [];
  const skipped: SkippedClaim[] = [];
  const ours = logs.filter((log) => isAddressEqual(log.address, escrow) || isAddressEqual(log.address, router));
  for (const event of parseEventLogs({ abi: [...escrowAbi, ...payoutRouterAbi], logs: ours })) {
    if (event.eventName === 'Claimed') {
      const { amount } = event.args;
      const parties = partiesOf(event.args);
      claims.push({ ...parties, units: amount, wallet: parties.payee, setAsideUnits: 0n, walletUnits: amount });
    } else if (event.eventName === 'Payout') {
      // The router speaks right after the claim that it splits.
      const { wallet, amount, setAside } = event.args;
      claims.push({
        ...claims.pop()!,
        wallet: address.parse(wallet),
        setAsideUnits: setAside,
        walletUnits: amount - setAside,
      });
    } else if (event.eventName === 'VoucherSkipped') {
      const { cumulative, reason } = event.args;
      skipped.push({ ...partiesOf(event.args), cumulative, reason: revertText(reason) });
    }
  }
  return { claims, skipped };
}

function partiesOf(args: { payer: Hex; signer: Hex; payee: Hex }) {
  return { payer: address.parse(args.payer), signer: address.parse(args.signer), payee: address.parse(args.payee) };
}
