import type { Clock } from '@gristmill/protocol';
import { type Obligation, remitDue, type RemitDueResult } from '@gristmill/remittance';
import type { SettlementClient } from '@gristmill/settlement';
import { openSqliteJournal } from '@gristmill/storage';

/**
 * Pays what falls due within the lead time out of the tax vault of this key, each payment exactly once: intents and
 * outcomes are in the journal at `journalPath`, and the vault refuses an obligation that it has paid.
 *
 * @throws GristmillError `JOURNAL_IN_USE` when another run has the journal; as `remitDue`, after which it is safe to
 *   call again.
 */
export async function remitFromVault({
  settlement,
  obligations,
  journalPath,
  clock,
  leadDays,
}: {
  settlement: SettlementClient;
  /** All of `settlement`'s own key to one authority. */
  obligations: readonly Obligation[];
  journalPath: string;
  clock: Pick<Clock, 'now'>;
  leadDays: number;
}): Promise<RemitDueResult> {
  const [first] = obligations;
  if (first === undefined) return { remitted: [], shortfalls: [] };
  const { authority, taxpayer } = first;
  const journal = await openSqliteJournal({ path: journalPath, clock });
  try {
    return await remitDue({
      obligations,
      vault: {
        setAsideOf: () => settlement.setAsideOf(taxpayer, authority),
        remit: ({ obligationId, units }) => settlement.remit({ authority, units, obligation: obligationId }),
        isRemitted: async (obligation) => (await settlement.remittedUnits({ taxpayer, authority, obligation })) > 0n,
      },
      asset: settlement.deployment.asset,
      journal,
      clock,
      leadDays,
    });
  } finally {
    await journal.close();
  }
}
