import type { Asset, Clock, Journal } from '@gristmill/protocol';
import { RemittanceError } from './errors.ts';
import { dueWithin, isOverdue, leadMsOf, type Obligation } from './obligation.ts';
import { type Payment, paymentHistory, recordIntended, recordSettled } from './remittance-log.ts';
import { settlementUnitsAtPar } from './settlement-units.ts';
import type { Vault } from './vault.ts';

export interface RemitDueParameters {
  /** All of one taxpayer to one authority: the ones that `vault` pays. */
  obligations: readonly Obligation[];
  vault: Vault;
  /** What the vault holds. */
  asset: Asset;
  journal: Journal;
  clock: Pick<Clock, 'now'>;
  /** Pay so many days before the due date. */
  leadDays: number;
}

export interface Remittance {
  obligationId: string;
  paymentId: string;
  units: bigint;
  /** Null when an earlier run made the payment and ended before it heard of it. */
  transactionHash: string | null;
  /** Whether the due date had passed when it was recorded. */
  overdue: boolean;
}

export interface RemitDueResult {
  remitted: Remittance[];
  /** What is due and could not be paid, because no more is set aside. */
  shortfalls: { obligationId: string; dueDate: string; units: bigint }[];
}

/**
 * Pays what is due within the lead time, earliest due date first, never more than is set aside and nothing twice.
 *
 * Needs: one run at a time on a journal. Gives: what this run paid and what is short; a shortfall is paid by a later
 * run, as another payment towards the same obligation. An intent is in the journal before each payment and the
 * outcome after it. A run that finds an intent without an outcome asks the chain by the payment's id; the contract
 * refuses an id that it has paid, so that even a payment still under way cannot be made twice.
 *
 * @throws RemittanceError `REMITTANCE_UNACCOUNTED` when the chain has a payment that the journal knows nothing of,
 *   `REMITTANCE_JOURNAL_MALFORMED`, `ASSET_TOO_COARSE`; and what vault and journal throw, after which it is safe to
 *   call again.
 */
export async function remitDue(parameters: RemitDueParameters): Promise<RemitDueResult> {
  const { obligations, vault, asset, journal, clock, leadDays } = parameters;
  const result: RemitDueResult = { remitted: [], shortfalls: [] };

  async function finish(obligation: Obligation, payment: Payment, transactionHash: string | null): Promise<void> {
    await recordSettled(journal, obligation, payment, transactionHash);
    const overdue = isOverdue(obligation, clock.now());
    result.remitted.push({
      obligationId: obligation.id,
      paymentId: payment.id,
      units: payment.units,
      transactionHash,
      overdue,
    });
  }

  async function pay(obligation: Obligation, payment: Payment): Promise<void> {
    const { transactionHash } = await vault.remit({ obligationId: payment.id, units: payment.units });
    await finish(obligation, payment, transactionHash);
  }

  for (const obligation of dueWithin(obligations, clock.now(), leadMsOf(leadDays))) {
    const { settled, open } = paymentHistory(journal, obligation);
    const owed = settlementUnitsAtPar(obligation.amount, obligation.currency, asset);
    let outstanding = owed - settled.reduce((sum, { units }) => sum + units, 0n);

    if (open !== null) {
      if (await vault.isRemitted(open.id)) await finish(obligation, open, null);
      else if ((await vault.setAsideOf()) >= open.units) await pay(obligation, open);
      else {
        // The announced payment keeps its amount: were it changed, an attempt still under way could pay another.
        result.shortfalls.push({ obligationId: obligation.id, dueDate: obligation.dueDate, units: outstanding });
        continue;
      }
      outstanding -= open.units;
    }
    if (outstanding <= 0n) continue;

    const available = await vault.setAsideOf();
    const units = available < outstanding ? available : outstanding;
    if (units > 0n) {
      const part = settled.length + (open === null ? 1 : 2);
      const payment = { id: `${obligation.id}/${part}`, units };
      if (await vault.isRemitted(payment.id)) throw unaccounted(payment);
      await recordIntended(journal, obligation, payment);
      await pay(obligation, payment);
    }
    if (units < outstanding) {
      result.shortfalls.push({
        obligationId: obligation.id,
        dueDate: obligation.dueDate,
        units: outstanding - units,
      });
    }
  }
  return result;
}

function unaccounted({ id }: Payment): RemittanceError {
  return new RemittanceError(
    'REMITTANCE_UNACCOUNTED',
    `The tax vault has already paid ${id}, but the journal has no record of it.`,
    'Restore the newest journal before paying anything more: this one is older than the chain.',
  );
}
