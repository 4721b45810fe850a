import type { SignedVoucher } from '@gristmill/protocol';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainReader } from '../chain/chain.ts';
import { readChainFees } from '../chain/chain-fees.ts';
import type { Deployment } from '../chain/deployment.ts';
import { worthClaiming } from '../chain/fees.ts';

/**
 * When a claim is worth sending: whatever it costs; only when its payer has announced a withdrawal, for whoever does not
 * know what the asset is worth; or when the fee takes at most `feeSharePpm` millionths of what is paid, where a minor unit
 * of the asset is worth `weiPerUnit` (a fraction).
 */
export type ClaimTerms =
  | 'at-any-price'
  | 'only-what-leaves'
  | { weiPerUnit: { wei: bigint; units: bigint }; feeSharePpm: bigint };

/** Vouchers that would pay something. Those that are in neither have been paid already. */
export interface ClaimPlan {
  /** Worth a claim at the chain's fees of this moment, in one batch. */
  now: SignedVoucher[];
  waiting: SignedVoucher[];
}

/** Which vouchers to claim now; see `SettlementClient.worthClaiming`. */
export async function planClaims(
  chain: Pick<ChainReader, 'chainId' | 'read'>,
  { escrow }: Pick<Deployment, 'escrow'>,
  vouchers: readonly SignedVoucher[],
  terms: ClaimTerms,
): Promise<ClaimPlan> {
  if (vouchers.length === 0) return { now: [], waiting: [] };
  const ofEscrow = { address: escrow, abi: escrowAbi } as const;
  const [drawn, leaving] = await Promise.all([
    readOnce(
      vouchers,
      ({ payer, signer, payee }) => [payer, signer, payee],
      (args) =>
        chain.read('Escrow.claimedBy', (reader) =>
          reader.readContract({ ...ofEscrow, functionName: 'claimedBy', args }),
        ),
    ),
    readOnce(
      vouchers,
      ({ payer, signer }) => [payer, signer],
      async (args) => {
        const [, , withdrawing] = await chain.read('Escrow.accountOf', (reader) =>
          reader.readContract({ ...ofEscrow, functionName: 'accountOf', args }),
        );
        return withdrawing > 0n;
      },
    ),
  ]);
  const claimable = vouchers.flatMap((signed, i) => {
    const units = signed.voucher.cumulative - drawn[i]!;
    return units > 0n ? [{ signed, units, first: drawn[i] === 0n, isLeaving: leaving[i]! }] : [];
  });
  const worthy = new Set(await worthyOf(chain, claimable, terms));
  return {
    now: claimable.filter((each) => worthy.has(each)).map(({ signed }) => signed),
    waiting: claimable.filter((each) => !worthy.has(each)).map(({ signed }) => signed),
  };
}

async function worthyOf<Voucher extends { units: bigint; first: boolean; isLeaving: boolean }>(
  chain: Pick<ChainReader, 'chainId' | 'read'>,
  claimable: readonly Voucher[],
  terms: ClaimTerms,
): Promise<readonly Voucher[]> {
  if (terms === 'at-any-price') return claimable;
  const leaving = claimable.filter(({ isLeaving }) => isLeaving);
  if (terms === 'only-what-leaves') return leaving;
  const fees = await readChainFees(chain);
  const staying = claimable.filter(({ isLeaving }) => !isLeaving);
  // Once a payer leaves, waiting loses what is not claimed in time: all that pays more than its own fee is worth it.
  return [
    ...worthClaiming(leaving, { fees, ...terms, feeSharePpm: 1_000_000n }),
    ...worthClaiming(staying, { fees, ...terms }),
  ];
}

/** An answer for each voucher, where the same question is asked only once. */
async function readOnce<const Question extends readonly string[], Answer>(
  vouchers: readonly SignedVoucher[],
  questionOf: (voucher: SignedVoucher['voucher']) => Question,
  ask: (question: Question) => Promise<Answer>,
): Promise<Answer[]> {
  const asked = new Map<string, Promise<Answer>>();
  return await Promise.all(
    vouchers.map(({ voucher }) => {
      const question = questionOf(voucher);
      const name = question.join('/');
      const answer = asked.get(name) ?? ask(question);
      asked.set(name, answer);
      return answer;
    }),
  );
}
