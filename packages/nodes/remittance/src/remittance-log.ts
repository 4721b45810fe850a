import { type Journal, type JournalEvent, uint } from '@gristmill/protocol';
import { RemittanceError } from './errors.ts';
import type { Obligation } from './obligation.ts';

/** One payment towards an obligation. `id` is what the vault refuses to pay twice. */
export interface Payment {
  id: string;
  units: bigint;
}

/** What the journal says of one obligation. */
export interface PaymentHistory {
  settled: readonly Payment[];
  /** Announced, and not known to be paid: the process ended in between, or the chain did not answer. */
  open: Payment | null;
}

const INTENDED = 'remittance.intended';
const SETTLED = 'remittance.settled';

/** Needs to be on disk before the payment leaves; it resolves once it is. */
export async function recordIntended(journal: Journal, obligation: Obligation, payment: Payment): Promise<void> {
  const { dueDate, amount, currency } = obligation;
  const data = { paymentId: payment.id, units: payment.units, dueDate, amount, currency: currency.code };
  await journal.append([{ stream: streamOf(obligation), type: INTENDED, data }]);
}

/** `transactionHash` is null when a restart found the payment on the chain without having seen it made. */
export async function recordSettled(
  journal: Journal,
  obligation: Obligation,
  payment: Payment,
  transactionHash: string | null,
): Promise<void> {
  const data = { paymentId: payment.id, units: payment.units, transactionHash };
  await journal.append([{ stream: streamOf(obligation), type: SETTLED, data }]);
}

/** @throws RemittanceError `REMITTANCE_JOURNAL_MALFORMED` */
export function paymentHistory(journal: Journal, obligation: Obligation): PaymentHistory {
  const settled: Payment[] = [];
  let open: Payment | null = null;
  for (const event of journal.read({ stream: streamOf(obligation) })) {
    const payment = paymentOf(event);
    const follows = event.type === INTENDED ? open === null : event.type === SETTLED && open?.id === payment.id;
    if (!follows)
      throw malformed(event, `it cannot follow ${open === null ? 'a settled payment' : `intent ${open.id}`}`);
    if (event.type === SETTLED) settled.push(payment);
    open = event.type === INTENDED ? payment : null;
  }
  return { settled, open };
}

function streamOf({ id }: Obligation): string {
  return `remittance/${id}`;
}

function paymentOf(event: JournalEvent): Payment {
  const { paymentId, units } = (event.data ?? {}) as { paymentId?: unknown; units?: unknown };
  const parsed = uint.safeParse(units);
  if (typeof paymentId !== 'string' || !parsed.success) throw malformed(event, 'it names no payment and units');
  return { id: paymentId, units: parsed.data };
}

function malformed(event: JournalEvent, why: string): RemittanceError {
  return new RemittanceError(
    'REMITTANCE_JOURNAL_MALFORMED',
    `Event ${event.sequence} (${event.type}) in ${event.stream} is not a remittance's: ${why}.`,
    'Run `gristmill audit verify`; nothing is paid from a journal that does not add up.',
  );
}
