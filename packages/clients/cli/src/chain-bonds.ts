import type { Bonds } from '@gristmill/coordinator';
import { GristmillError } from '@gristmill/protocol';
import { faultVerdictDigest, type StakeClient, verifyFaultVerdict } from '@gristmill/settlement';

/** The stake contract as a coordinator needs it. @throws GristmillError `CHAIN_UNREACHABLE` */
export async function chainBonds(client: StakeClient): Promise<Bonds> {
  const { quorum, jurors } = await client.terms();
  return {
    stake: client.stake,
    quorum,
    bondOf: (provider) => client.bondOf(provider),
    async checkVerdict(signed) {
      if (!jurors.includes(signed.juror)) {
        throw new GristmillError('VERDICT_JUROR_UNKNOWN', `${signed.juror} is no juror of ${client.stake}.`, {
          hint: 'Jurors are named when the stake contract is made; sign with the key of one.',
          fault: 'peer',
        });
      }
      await verifyFaultVerdict(signed, client);
    },
    async takenUnits(verdict) {
      const slash = await client.slashOf(verdict);
      if (slash === null) return 0n;
      return slash.verdict === faultVerdictDigest(verdict) ? slash.units : null;
    },
    slash: (signed) => client.slash(signed),
  };
}
