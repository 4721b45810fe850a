import { type Address, GristmillError, type SignedFaultVerdict } from '@gristmill/protocol';
import { isSignedByKey } from '../chain/signed-by.ts';
import { faultVerdictDigest } from '../chain/typed-data.ts';

/**
 * Checks that a juror's key signed this verdict, for the stake contract that is meant. Without the chain: whether the
 * juror is one, and what a contract wallet signed, only `slash` finds out.
 *
 * @throws GristmillError `VERDICT_WRONG_CHAIN`, `VERDICT_WRONG_STAKE`, `VERDICT_RESULTS_EQUAL`, `VERDICT_SIGNATURE_INVALID`
 */
export async function verifyFaultVerdict(
  signed: SignedFaultVerdict,
  expected: { chainId: number; stake: Address },
): Promise<void> {
  const { verdict, juror, signature } = signed;
  expectVerdict(verdict, expected);
  if (await isSignedByKey(juror, faultVerdictDigest(verdict), signature)) return;
  throw new GristmillError(
    'VERDICT_SIGNATURE_INVALID',
    `The verdict on ${verdict.provider} is not signed by ${juror}.`,
    { hint: 'Leave it out, and ask that juror again.', fault: 'peer' },
  );
}

/**
 * That a verdict says something, and to this contract.
 *
 * @throws GristmillError `VERDICT_WRONG_CHAIN`, `VERDICT_WRONG_STAKE`, `VERDICT_RESULTS_EQUAL`
 */
export function expectVerdict(
  verdict: SignedFaultVerdict['verdict'],
  expected: { chainId: number; stake: Address },
): void {
  if (verdict.chainId !== expected.chainId) {
    throw new GristmillError(
      'VERDICT_WRONG_CHAIN',
      `The verdict is for chain ${verdict.chainId}, not for chain ${expected.chainId}.`,
      { hint: 'Judge anew for the chain that the bond is on.', fault: 'peer' },
    );
  }
  if (verdict.stake !== expected.stake) {
    throw new GristmillError(
      'VERDICT_WRONG_STAKE',
      `The verdict is on a bond in ${verdict.stake}, not in ${expected.stake}.`,
      { hint: "Judge anew for this network's own stake contract.", fault: 'peer' },
    );
  }
  if (verdict.claimedResult === verdict.rightResult) {
    throw new GristmillError(
      'VERDICT_RESULTS_EQUAL',
      `Claimed and right result of task ${verdict.task} are both ${verdict.rightResult}.`,
      { hint: 'There is no fault to judge; drop it.', fault: 'peer' },
    );
  }
}
