import { type Asset, type Clock, GristmillError, type Journal } from '@gristmill/protocol';
import { type Obligation, type Rail, type RemittanceReport, runRemittance, vaultRail } from '@gristmill/remittance';
import type { SettlementClient } from '@gristmill/settlement';
import { openSqliteJournal } from '@gristmill/storage';

/**
 * Pays what falls due by a rail, each payment exactly once: intents and outcomes are in the journal at `journalPath`, and
 * the rail refuses what it was given before.
 *
 * @throws GristmillError `JOURNAL_IN_USE` when another run has the journal, `RAIL_CURRENCY_MISMATCH`; as
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
  clock: Pick<Clock, 'now'>;
}): Promise<RemittanceReport> {
  const journal = await openSqliteJournal({ path: journalPath, clock });
  try {
    const rail = await railOf(journal);
    const foreign = obligations.find(({ currency }) => !pays(rail, currency));
    if (foreign !== undefined) throw currencyMismatch(rail, foreign);
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

/** Amounts are paid at par: banks in their own currency, vaults hold coins that are worth a dollar. */
function pays({ name, asset }: Rail, currency: Asset): boolean {
  return currency.code === (name === 'vault' ? 'USD' : asset.code);
}

function currencyMismatch({ name, asset }: Rail, { id, currency }: Obligation): GristmillError {
  return new GristmillError('RAIL_CURRENCY_MISMATCH', `${id} is in ${currency.code}, but ${name} pays ${asset.code}.`, {
    hint: 'Pay it by a bank in its own currency: name one with --bank.',
  });
}
