import { type Asset, type Clock, GristmillError, type Journal } from '@gristmill/protocol';
import { type Obligation, type Rail, type RemittanceReport, runRemittance, vaultRail } from '@gristmill/remittance';
import type { SettlementClient } from '@gristmill/settlement';
import { openTaxpayerJournal } from '../books/taxpayer-journal.ts';

/**
 * Pays what falls due by a rail, each payment exactly once: intents and outcomes are in the journal at `journalPath`, and
 * the rail refuses what it was given before.
 *
 * @throws GristmillError `JOURNAL_LOCKED` when another run keeps the journal for a minute, `RAIL_CURRENCY_MISMATCH`; as
 *   `runRemittance`, after which it is safe to call again.
 */
export async function payObligations({
  obligations,
  railOf,
  journalPath,
  clock,
}: {
  /** All of one taxpayer to one authority. */
  obligations: readonly Obligation[];
  railOf: (journal: Journal) => Rail | Promise<Rail>;
  journalPath: string;
  clock: Clock;
}): Promise<RemittanceReport> {
  const journal = await openTaxpayerJournal(journalPath, clock);
  try {
    const rail = await railOf(journal);
    for (const { currency } of obligations) {
      const obstacle = railObstacle(rail.name, currency);
      if (obstacle !== null) throw obstacle;
    }
    return await runRemittance({ obligations, railFor: () => rail, journal, clock });
  } finally {
    await journal.close();
  }
}

/** The tax vault on chain, for the tax of the key that `settlement` signs with. */
export function ownVaultRail(settlement: SettlementClient, authority: string, leadDays: number): Rail {
  const taxpayer = settlement.signer;
  return vaultRail({
    vault: {
      setAsideOf: () => settlement.setAsideOf(taxpayer, authority),
      remit: ({ obligationId, units }) => settlement.remit({ authority, units, obligation: obligationId }),
      isRemitted: async (obligation) => (await settlement.remittedUnits({ taxpayer, authority, obligation })) > 0n,
    },
    asset: settlement.deployment.asset,
    leadDays,
  });
}

/** What each rail pays, at par: banks in their own currency, vaults in coins that are worth a dollar. */
const CURRENCIES: Readonly<Record<string, string>> = {
  vault: 'USD',
  ach: 'USD',
  sepa: 'EUR',
  'faster-payments': 'GBP',
};

/** Why a rail cannot pay a tax; null when it can. */
export function railObstacle(rail: string, { code }: Pick<Asset, 'code'>): GristmillError | null {
  const paid = CURRENCIES[rail];
  if (paid === code) return null;
  return new GristmillError('RAIL_CURRENCY_MISMATCH', `The tax is in ${code}, but ${rail} pays ${paid ?? 'nothing'}.`, {
    hint: 'Pay it by a bank in its own currency: name one with --bank.',
  });
}
