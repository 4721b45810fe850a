import type { Clock, Journal } from '@gristmill/protocol';
import type { CivilDate } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';
import { nextStep, type ShortfallCause, sumOf } from './next-step.ts';
import { isOverdue, type Obligation } from './obligation.ts';
import { type Overpayments, overpaymentsOf, paidTowards } from './overpayment.ts';
import type { AnnouncedPayment, Handover, Rail } from './rail.ts';
import { paymentsTowards, recordHandover, recordIntended, type RecordedPayment } from './remittance-log.ts';
import { settlementUnitsAtPar, unitsAtPar } from './settlement-units.ts';

export interface RunRemittanceParameters {
  obligations: readonly Obligation[];
  railFor: (obligation: Obligation) => Rail;
  journal: Journal;
  clock: Pick<Clock, 'now'>;
}

/** A payment that this run gave away, or found given away by a run that ended before it could say so. */
export interface HandedOver {
  obligationId: string;
  paymentId: string;
  units: bigint;
  rail: string;
  settled: boolean;
  evidence: string | null;
  /** When the money is there as the rail goes; null where an earlier run handed it over. */
  arrivalDate: CivilDate | null;
  /** It arrives, or was recorded, after the due date. */
  overdue: boolean;
}

export interface Shortfall {
  obligationId: string;
  dueDate: CivilDate;
  /** Minor units of the rail's asset that are due and not covered. */
  units: bigint;
  cause: ShortfallCause;
  overdue: boolean;
}

export interface RemittanceReport {
  handedOver: HandedOver[];
  shortfalls: Shortfall[];
  /** The bank has them, and no statement yet says what became of them; overdue ones need a look. */
  awaitingBank: { obligationId: string; dueDate: CivilDate; payments: string[]; overdue: boolean }[];
  /** Payments that the bank did not make or took back, and why: what they paid is owed again. */
  returned: { obligationId: string; paymentId: string; units: bigint; reason: string | null }[];
  /** What the scheduler will start on, and when. */
  upcoming: { obligationId: string; dueDate: CivilDate; startMs: number }[];
  /** What earlier instalments were paid too much of, and later ones therefore ask less; minor units of the tax's currency. */
  credited: { obligationId: string; amount: bigint }[];
  /** What is paid too much of a line as a whole: its return brings it back. */
  overpaid: Overpayments['left'];
  /** Payments whose rail failed; the others were paid all the same, and the next run resumes these. */
  failures: { obligationId: string; error: unknown }[];
}

const STOPPING: ReadonlySet<string> = new Set([
  'REMITTANCE_UNACCOUNTED',
  'REMITTANCE_JOURNAL_MALFORMED',
  'ASSET_TOO_COARSE',
]);

/**
 * Pays what is due by its rail, earliest due date first, each payment exactly once across crashes and restarts.
 *
 * Needs: one run at a time on a journal. Gives: what left, what is short and why, what the bank still has. An intent is
 * in the journal before anything leaves, the outcome after it. A run that finds an intent without an outcome asks the
 * rail by the payment's id: the contract refuses an id that it has paid, the outbox a name that it has. A payment by
 * file is settled by the bank's statement only, see `reconcile`.
 *
 * @throws RemittanceError `REMITTANCE_UNACCOUNTED` when a rail has a payment that the journal knows nothing of,
 *   `REMITTANCE_JOURNAL_MALFORMED`, `ASSET_TOO_COARSE`. What rails throw is in `failures`.
 */
export async function runRemittance(parameters: RunRemittanceParameters): Promise<RemittanceReport> {
  const { obligations, railFor, journal, clock } = parameters;
  const report: RemittanceReport = {
    handedOver: [],
    shortfalls: [],
    awaitingBank: [],
    returned: [],
    upcoming: [],
    credited: [],
    overpaid: [],
    failures: [],
  };
  const ordered = obligations.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));

  const { credits, left } = overpaymentsOf(obligations, (obligation) =>
    paidTowards(journal, obligation, () => railFor(obligation).asset),
  );
  report.overpaid = left;

  /** What the rail has, less what waits for the bank: the balance does not know of that yet. */
  async function availableOn(rail: Rail): Promise<bigint | null> {
    const available = await rail.availableUnits();
    if (available === null || rail.route === null) return available;
    const waiting = obligations
      .flatMap((obligation) => paymentsTowards(journal, obligation))
      .filter((payment) => payment.rail === rail.name && payment.state === 'handed-over');
    return available - sumOf(waiting);
  }

  async function finish(
    obligation: Obligation,
    rail: Rail,
    payment: RecordedPayment | AnnouncedPayment,
    handover: Handover,
    arrivalDate: CivilDate | null,
  ): Promise<void> {
    const { id, units } = payment;
    await recordHandover(journal, recorded(obligation, payment), handover);
    report.handedOver.push({
      obligationId: obligation.id,
      paymentId: id,
      units,
      rail: rail.name,
      arrivalDate,
      ...handover,
      overdue: isOverdue(obligation, clock.now()) || (arrivalDate !== null && arrivalDate > obligation.dueDate),
    });
  }

  async function work(obligation: Obligation): Promise<void> {
    const rail = railFor(obligation);
    const { id: obligationId, dueDate } = obligation;
    const credit = credits.get(obligationId)!;
    if (credit > 0n) report.credited.push({ obligationId, amount: credit });
    const owed = settlementUnitsAtPar(obligation.amount - credit, obligation.currency, rail.asset);
    const cent = settlementUnitsAtPar(1n, obligation.currency, rail.asset);
    for (const { id: paymentId, units, state, reason } of paymentsTowards(journal, obligation)) {
      if (state === 'returned') report.returned.push({ obligationId, paymentId, units, reason });
    }
    for (;;) {
      // Some may have gone another way, counted in another asset.
      const payments = paymentsTowards(journal, obligation).map((payment) => ({
        ...payment,
        units: unitsAtPar(payment.units, payment.asset ?? rail.asset, rail.asset),
      }));
      const nowMs = clock.now();
      const overdue = isOverdue(obligation, nowMs);
      const startMs = rail.timing.startMs(dueDate);
      const { executionDate, arrivalDate } = rail.timing.arrivalOf(nowMs);
      const settled = sumOf(payments.filter(({ state }) => state !== 'returned'));
      const available = settled < owed && nowMs >= startMs ? wholeOf(await availableOn(rail), cent) : null;
      const { largestPayment } = rail;
      const step = nextStep({ obligationId, owed, payments, nowMs, startMs, executionDate, available, largestPayment });
      switch (step.step) {
        case 'nothing-owed':
          return;
        case 'wait-for-bank': {
          const waiting = payments.filter(({ state }) => state === 'handed-over').map(({ id }) => id);
          report.awaitingBank.push({ obligationId, dueDate, payments: waiting, overdue });
          return;
        }
        case 'wait-until':
          report.upcoming.push({ obligationId, dueDate, startMs: step.startMs });
          return;
        case 'short':
          report.shortfalls.push({ obligationId, dueDate, units: step.units, cause: step.cause, overdue });
          return;
        case 'resume': {
          const payment = paymentsTowards(journal, obligation).find(({ id }) => id === step.payment.id)!;
          if (payment.rail !== rail.name) throw announcedElsewhere(payment, rail.name);
          const found = await rail.find(payment.id);
          if (found !== null) {
            await finish(obligation, rail, payment, found, null);
            break;
          }
          // The announced payment keeps its amount: were it changed, an attempt still under way could pay another.
          const cover = await availableOn(rail);
          if (cover !== null && cover < payment.units) {
            const units = owed - sumOf(payments.filter(({ state }) => state === 'settled' || state === 'handed-over'));
            report.shortfalls.push({ obligationId, dueDate, units, cause: 'announced-payment-not-covered', overdue });
            return;
          }
          const { id, units, announcedAtMs } = payment;
          // It never left, so its day may move on: banks refuse days that have passed.
          const announced = { id, units, announcedAtMs, executionDate: later(payment.executionDate, executionDate) };
          await finish(obligation, rail, payment, await rail.handOver(announced), arrivalDate);
          break;
        }
        case 'pay': {
          const { paymentId, units } = step;
          if ((await rail.find(paymentId)) !== null) throw unaccounted(paymentId, rail.name);
          const payment = { id: paymentId, units, executionDate, announcedAtMs: nowMs };
          await recordIntended(journal, obligation, rail, payment);
          await finish(obligation, rail, payment, await rail.handOver(payment), arrivalDate);
          break;
        }
      }
    }
  }

  for (const obligation of ordered) {
    try {
      await work(obligation);
    } catch (error) {
      // Where the books themselves are in doubt nothing more is paid; a rail that fails keeps nobody else waiting.
      if (error instanceof RemittanceError && STOPPING.has(error.code)) throw error;
      report.failures.push({ obligationId: obligation.id, error });
    }
  }
  return report;
}

/** Authorities take whole minor units of the currency (down); the rest of one stays where it is. */
function wholeOf(available: bigint | null, cent: bigint): bigint | null {
  return available === null || available < 0n ? available : available - (available % cent);
}

function later(announced: CivilDate | null, now: CivilDate): CivilDate {
  return announced !== null && announced > now ? announced : now;
}

function recorded(
  { id: obligationId, dueDate }: Obligation,
  payment: RecordedPayment | AnnouncedPayment,
): RecordedPayment {
  return {
    rail: '',
    asset: null,
    route: null,
    reason: null,
    mended: false,
    ...payment,
    obligationId,
    dueDate,
    state: 'intended',
  };
}

/** Another rail cannot tell whether it left, and would count its units as its own. */
function announcedElsewhere({ id, rail }: RecordedPayment, name: string): RemittanceError {
  return new RemittanceError(
    'PAYMENT_ON_ANOTHER_RAIL',
    `${id} was announced by the rail "${rail}", and it is not known whether it left; "${name}" cannot say.`,
    `Run once more by "${rail}", which resumes it; pay the rest by "${name}" after that.`,
  );
}

function unaccounted(paymentId: string, rail: string): RemittanceError {
  return new RemittanceError(
    'REMITTANCE_UNACCOUNTED',
    `The rail "${rail}" has already been given ${paymentId}, but the journal has no record of it.`,
    'Restore the newest journal before paying anything more: this one is older than what was paid.',
  );
}
