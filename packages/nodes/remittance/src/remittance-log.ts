import { type Asset, type Journal, type JournalEvent, type NewJournalEvent, uint } from '@gristmill/protocol';
import { type CivilDate, civilDate } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';
import type { Obligation } from './obligation.ts';
import type { AnnouncedPayment, BankRoute, Handover, Rail } from './rail.ts';

/** Where a payment stands. `returned` is the end of a payment that the bank did not make or took back. */
export type PaymentState = 'intended' | 'handed-over' | 'settled' | 'returned';

/** One payment towards an obligation, as the journal knows it. */
export interface RecordedPayment {
  id: string;
  obligationId: string;
  dueDate: CivilDate | null;
  units: bigint;
  state: PaymentState;
  rail: string;
  asset: Asset | null;
  route: BankRoute | null;
  /** Null in journals from before payments had one. */
  executionDate: CivilDate | null;
  announcedAtMs: number;
  /** Why it was returned. */
  reason: string | null;
  /** A person has seen to what made it come back. */
  mended: boolean;
}

const STREAMS = 'remittance/';
const MENDED = 'remittance.mended';
const EVENTS = {
  'remittance.intended': 'intended',
  'remittance.handed-over': 'handed-over',
  'remittance.settled': 'settled',
  'remittance.returned': 'returned',
} as const satisfies Record<string, PaymentState>;

/** Which states may be followed by which: a bank's line may come before this process heard that its file was taken. */
const FOLLOWS: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  intended: [],
  'handed-over': ['intended'],
  settled: ['intended', 'handed-over'],
  returned: ['intended', 'handed-over', 'settled'],
};

/** Needs to be on disk before the payment leaves; it resolves once it is. */
export async function recordIntended(
  journal: Journal,
  obligation: Obligation,
  rail: Rail,
  payment: AnnouncedPayment,
): Promise<void> {
  const { id, units, executionDate, announcedAtMs } = payment;
  const { dueDate, amount, currency } = obligation;
  const data = {
    paymentId: id,
    units,
    dueDate,
    amount,
    currency: currency.code,
    executionDate,
    announcedAtMs,
    rail: rail.name,
    asset: rail.asset,
    route: rail.route,
  };
  await journal.append([{ stream: `${STREAMS}${obligation.id}`, type: 'remittance.intended', data }]);
}

/** Of a handover, that the bank has it or that it is settled. */
export async function recordHandover(journal: Journal, payment: RecordedPayment, handover: Handover): Promise<void> {
  const state = handover.settled ? 'settled' : 'handed-over';
  await journal.append([paymentEvent(payment, state, { evidence: handover.evidence })]);
}

/** What became of a payment, to be appended together with what it is concluded from. */
export function paymentEvent(
  { id, obligationId, units }: Pick<RecordedPayment, 'id' | 'obligationId' | 'units'>,
  state: Exclude<PaymentState, 'intended'>,
  about: { evidence: string | null; reason?: string },
): NewJournalEvent {
  return {
    stream: `${STREAMS}${obligationId}`,
    type: `remittance.${state}`,
    data: { paymentId: id, units, ...about },
  };
}

/**
 * A person's word that what made payments come back is mended: an account corrected, money added. The scheduler, which
 * stops after a few returned payments, pays again from the next run on.
 */
export async function recordMended(
  journal: Journal,
  { obligationId, by, note }: { obligationId: string; by: string; note: string },
): Promise<void> {
  await journal.append([{ stream: `${STREAMS}${obligationId}`, type: MENDED, data: { by, note } }]);
}

/** The payments towards an obligation, in the order they were announced. @throws `REMITTANCE_JOURNAL_MALFORMED` */
export function paymentsTowards(journal: Pick<Journal, 'read'>, { id }: Pick<Obligation, 'id'>): RecordedPayment[] {
  return paymentsIn(journal.read({ stream: `${STREAMS}${id}` }));
}

/** All payments that a journal knows. @throws `REMITTANCE_JOURNAL_MALFORMED` */
export function allPayments(journal: Journal): RecordedPayment[] {
  return paymentsIn(journal.read());
}

function paymentsIn(events: Iterable<JournalEvent>): RecordedPayment[] {
  const log = createPaymentLog();
  for (const event of events) log.take(event);
  return [...log.payments.values()];
}

/** What becomes of payments, event by event. */
export interface PaymentLog {
  /** By id, in the order they were announced. */
  readonly payments: ReadonlyMap<string, RecordedPayment>;
  /** Events of other things are passed over. @throws `REMITTANCE_JOURNAL_MALFORMED` */
  take(event: JournalEvent): void;
}

export function createPaymentLog(): PaymentLog {
  const payments = new Map<string, RecordedPayment>();
  const intended = new Map<string, string>();
  return {
    payments,
    take(event) {
      if (!event.stream.startsWith(STREAMS)) return;
      if (event.type === MENDED) {
        const obligationId = event.stream.slice(STREAMS.length);
        for (const each of payments.values()) {
          if (each.obligationId === obligationId && each.state === 'returned')
            payments.set(each.id, { ...each, mended: true });
        }
        return;
      }
      const payment = paymentOf(event);
      const before = payments.get(payment.id);
      const open = intended.get(event.stream);
      const { state } = payment;
      if (state === 'intended') {
        if (before !== undefined || open !== undefined)
          throw malformed(event, `it cannot follow intent ${open ?? payment.id}`);
        intended.set(event.stream, payment.id);
        payments.set(payment.id, payment);
        return;
      }
      if (before === undefined) throw malformed(event, `it cannot follow: ${payment.id} was never announced`);
      if (before.units !== payment.units)
        throw malformed(event, `${payment.id} was announced with ${before.units} units`);
      if (!FOLLOWS[state].includes(before.state)) throw malformed(event, `it cannot follow a ${before.state} payment`);
      if (open === payment.id) intended.delete(event.stream);
      payments.set(payment.id, { ...before, state, reason: payment.reason });
    },
  };
}

function paymentOf(event: JournalEvent): RecordedPayment {
  const data = (event.data ?? {}) as Record<string, unknown>;
  const units = uint.safeParse(data.units);
  const state = (EVENTS as Partial<Record<string, PaymentState>>)[event.type];
  if (typeof data.paymentId !== 'string' || !units.success) throw malformed(event, 'it names no payment and units');
  if (state === undefined) throw malformed(event, `it cannot follow anything, being no such event`);
  return {
    id: data.paymentId,
    obligationId: event.stream.slice(STREAMS.length),
    dueDate: civilDate.safeParse(data.dueDate).data ?? null,
    units: units.data,
    state,
    rail: typeof data.rail === 'string' ? data.rail : 'vault',
    asset: (data.asset ?? null) as Asset | null,
    route: (data.route ?? null) as BankRoute | null,
    executionDate: civilDate.safeParse(data.executionDate).data ?? null,
    announcedAtMs: Number(uint.safeParse(data.announcedAtMs).data ?? event.recordedAtMs),
    reason: typeof data.reason === 'string' ? data.reason : null,
    mended: false,
  };
}

function malformed(event: JournalEvent, why: string): RemittanceError {
  return new RemittanceError(
    'REMITTANCE_JOURNAL_MALFORMED',
    `Event ${event.sequence} (${event.type}) in ${event.stream} is not a remittance's: ${why}.`,
    'Run `gristmill audit verify`; nothing is paid from a journal that does not add up.',
  );
}
