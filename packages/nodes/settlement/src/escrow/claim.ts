import {
  type DelegatedVoucher,
  GristmillError,
  type SignedVoucher,
  type SignedVoucherStatement,
} from '@gristmill/protocol';
import { encodeFunctionData, hashTypedData, type Hex, type TransactionReceipt } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainConnection } from '../chain/chain.ts';
import { claimsIn, type PaidClaim, type SkippedClaim } from './claims-in.ts';
import type { Deployment } from '../chain/deployment.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { compactSignature, isSignedBy } from '../chain/signed-by.ts';
import { fittingCount } from '../chain/transaction-room.ts';
import { packedPayment, PACKED_UNITS_MAX, voucherStatementTypedData } from '../chain/typed-data.ts';
import { claimDelegatedArgs, verifyOnChain, verifyVoucher } from './verify-voucher.ts';

export interface ClaimManyResult extends Sent {
  claims: PaidClaim[];
  skipped: SkippedClaim[];
}

/** A first payment that is split: the dearest claim there is, with a margin for tokens that are dearer than ours. */
const CLAIM_GAS_MAX = 140_000n;

/** Claims one voucher of whatever kind; see `SettlementClient.claim`. */
export async function claim(
  chain: ChainConnection,
  deployment: Deployment,
  signed: SignedVoucher | DelegatedVoucher,
): Promise<Sent & PaidClaim> {
  const { chainId, escrow } = deployment;
  await verifyOnChain(chain, deployment, signed, { chainId, escrow, signer: signed.voucher.signer });
  const data =
    'delegation' in signed
      ? encodeFunctionData({ abi: escrowAbi, functionName: 'claimDelegated', args: claimDelegatedArgs(signed) })
      : encodeFunctionData({ abi: escrowAbi, functionName: 'claim', args: [signed.voucher, signed.signature] });
  const receipt = await chain.transact('Escrow.claim', { to: escrow, data });
  return { ...sentBy(receipt), ...resultOf(receipt, deployment).claims[0]! };
}

/** Claims vouchers of keys in one transaction; see `SettlementClient.claimMany`. */
export async function claimMany(
  chain: ChainConnection,
  deployment: Deployment,
  vouchers: readonly SignedVoucher[],
): Promise<ClaimManyResult & { left: SignedVoucher[] }> {
  if (vouchers.length === 0) throw claimEmpty();
  // No account counts that far, so no such voucher can ever be paid in full.
  const countable = vouchers.filter((signed) => isCountable(signed));
  const beyond = vouchers.filter((signed) => !isCountable(signed));
  // On chain, a voucher for elsewhere is only a wrong signature. Here its fault can be named, before it costs gas.
  for (const signed of countable.length > 0 ? countable : vouchers) {
    const { signer } = signed.voucher;
    await verifyVoucher(signed, { chainId: deployment.chainId, escrow: deployment.escrow, signer });
  }
  const to = deployment.escrow;
  const dataOf = (count: number) =>
    encodeFunctionData({ abi: escrowAbi, functionName: 'claimMany', args: [batchesOf(countable.slice(0, count))] });
  const count = await fittingCount(chain, { to, count: countable.length, gasEachMax: CLAIM_GAS_MAX, dataOf });
  const receipt = await chain.transact('Escrow.claimMany', { to, data: dataOf(count) });
  const { claims, skipped } = resultOf(receipt, deployment);
  const tooLarge = beyond.map(({ voucher: { payer, signer, payee, cumulative } }) => ({
    payer,
    signer,
    payee,
    cumulative,
    reason: `CumulativeTooLarge(max: ${PACKED_UNITS_MAX}, cumulative: ${cumulative})`,
  }));
  return { ...sentBy(receipt), claims, skipped: [...tooLarge, ...skipped], left: countable.slice(count) };
}

/** Claims for all payees of a statement; see `SettlementClient.claimStatement`. */
export async function claimStatement(
  chain: ChainConnection,
  deployment: Deployment,
  signed: SignedVoucherStatement,
): Promise<ClaimManyResult> {
  await verifyStatement(chain, deployment, signed);
  const { payer, signer, promises } = signed.statement;
  const packed: Hex[] = promises.map(({ payee, cumulative }) => packedPayment(payee, cumulative));
  const receipt = await chain.transact('Escrow.claimStatement', {
    to: deployment.escrow,
    data: encodeFunctionData({
      abi: escrowAbi,
      functionName: 'claimStatement',
      args: [payer, signer, packed, signed.signature],
    }),
  });
  return { ...sentBy(receipt), ...resultOf(receipt, deployment) };
}

/**
 * That a statement is one for here, signed by its signer: a key, or a contract wallet, which the chain is asked for.
 *
 * @throws GristmillError `CLAIM_EMPTY`, `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `UNITS_OUT_OF_RANGE`,
 *   `STATEMENT_SIGNATURE_INVALID`
 */
async function verifyStatement(
  chain: ChainConnection,
  { chainId, escrow }: Pick<Deployment, 'chainId' | 'escrow'>,
  { statement, signature }: SignedVoucherStatement,
): Promise<void> {
  if (statement.promises.length === 0) throw claimEmpty();
  if (statement.chainId !== chainId) {
    throw refusal('VOUCHER_WRONG_CHAIN', `The statement is for chain ${statement.chainId}, not for chain ${chainId}.`);
  }
  if (statement.escrow !== escrow) {
    throw refusal('VOUCHER_WRONG_ESCROW', `The statement draws on escrow ${statement.escrow}, not on ${escrow}.`);
  }
  const digest = hashTypedData(voucherStatementTypedData(statement));
  if (await isSignedBy(chain, statement.signer, digest, signature)) return;
  throw refusal(
    'STATEMENT_SIGNATURE_INVALID',
    `The statement to ${statement.promises.length} payees is not signed by ${statement.signer}.`,
  );
}

function isCountable({ voucher }: SignedVoucher): boolean {
  return voucher.cumulative <= PACKED_UNITS_MAX;
}

/** Vouchers as `claimMany` takes them: one batch an account, in the order that the accounts first come in. */
function batchesOf(vouchers: readonly SignedVoucher[]) {
  const accounts = Map.groupBy(vouchers, ({ voucher: { payer, signer } }) => `${payer}/${signer}`);
  return [...accounts.values()].map((ofAccount) => {
    const { payer, signer } = ofAccount[0]!.voucher;
    return {
      payer,
      signer,
      vouchers: ofAccount.map(({ voucher: { payee, cumulative }, signature }) => ({
        promised: packedPayment(payee, cumulative),
        // It was verified to be a key's.
        ...compactSignature(signature)!,
      })),
    };
  });
}

function resultOf(
  { logs }: TransactionReceipt,
  deployment: Deployment,
): { claims: PaidClaim[]; skipped: SkippedClaim[] } {
  const { claims, skipped } = claimsIn(logs, deployment);
  return {
    claims: claims.map(({ paid }) => paid),
    skipped: skipped.map(({ voucher }) => voucher),
  };
}

function claimEmpty(): GristmillError {
  return new GristmillError('CLAIM_EMPTY', 'There is no voucher to claim.', {
    hint: 'Claim once at least one voucher has come; a transaction without any would only cost gas.',
  });
}

function refusal(code: string, message: string): GristmillError {
  return new GristmillError(code, message, { hint: "Ask for one on this network's own escrow.", fault: 'peer' });
}
