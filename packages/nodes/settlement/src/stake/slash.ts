import { type Address, GristmillError, type SignedFaultVerdict } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, parseEventLogs } from 'viem';
import { stakeAbi } from '../abi/stake.ts';
import type { ChainConnection } from '../chain/chain.ts';
import { isSignedBy } from '../chain/signed-by.ts';
import { faultVerdictDigest, faultVerdictTypedData } from '../chain/typed-data.ts';
import { expectVerdict } from './verify-fault-verdict.ts';

/** Why a signature under a verdict does not count. */
type VerdictFlaw = 'not a juror' | 'not signed by it';

/** Takes what a quorum's verdict says; see `StakeClient.slash`. */
export async function slash(
  chain: ChainConnection,
  stake: Address,
  terms: { jurors: readonly Address[]; quorum: number },
  signed: readonly SignedFaultVerdict[],
): Promise<{ transactionHash: Hex; gasUsed: bigint; units: bigint }> {
  const verdict = oneVerdict(signed);
  expectVerdict(verdict, { chainId: chain.chainId, stake });
  const digest = faultVerdictDigest(verdict);
  const flaws = await Promise.all(
    signed.map(async ({ juror, signature }): Promise<VerdictFlaw | null> => {
      if (!terms.jurors.includes(juror)) return 'not a juror';
      return (await isSignedBy(chain, juror, digest, signature)) ? null : 'not signed by it';
    }),
  );
  const quorum = quorumOf(signed, flaws, terms.quorum);
  const receipt = await chain.transact('Stake.slash', {
    to: stake,
    data: encodeFunctionData({
      abi: stakeAbi,
      functionName: 'slash',
      args: [
        faultVerdictTypedData(verdict).message,
        quorum.map(({ juror }) => juror),
        quorum.map(({ signature }) => signature),
      ],
    }),
  });
  const [slashed] = parseEventLogs({ abi: stakeAbi, logs: receipt.logs, eventName: 'Slashed' });
  const { transactionHash, gasUsed } = receipt;
  return { transactionHash, gasUsed, units: slashed!.args.amount };
}

/**
 * As many of the good signatures as the contract asks for, one a juror, in the order that it asks for: ascending.
 * Bad ones are left out, so that nobody can stop a slash by sending one.
 *
 * @throws GristmillError `VERDICT_QUORUM_MISSING`
 */
function quorumOf(
  signed: readonly SignedFaultVerdict[],
  flaws: readonly (VerdictFlaw | null)[],
  quorum: number,
): SignedFaultVerdict[] {
  const good = new Map(signed.filter((_, i) => flaws[i] === null).map((each) => [each.juror, each]));
  if (good.size < quorum) {
    const bad = signed.flatMap(({ juror }, i) => (flaws[i] === null ? [] : [`${juror} is ${flaws[i]}`]));
    throw new GristmillError(
      'VERDICT_QUORUM_MISSING',
      `${good.size} jurors signed this verdict and ${quorum} must${bad.length === 0 ? '' : ` (${bad.join(', ')})`}.`,
      { hint: 'Ask more of the jurors to judge the evidence, each with its own key.' },
    );
  }
  return [...good.values()]
    .toSorted((one, other) => (BigInt(one.juror) < BigInt(other.juror) ? -1 : 1))
    .slice(0, quorum);
}

function oneVerdict(signed: readonly SignedFaultVerdict[]): SignedFaultVerdict['verdict'] {
  const digests = new Set(signed.map(({ verdict }) => faultVerdictDigest(verdict)));
  if (digests.size === 1) return signed[0]!.verdict;
  throw new GristmillError('VERDICTS_DIFFER', `These are ${digests.size} verdicts, not one.`, {
    hint: 'Send signatures under one verdict together: the same fault, amount, prover, requestor and evidence.',
  });
}
