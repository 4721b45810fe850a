import { createHash } from 'node:crypto';
import type { Asset, Journal, NewJournalEvent } from '@gristmill/protocol';
import { bankAmountText } from './bank-amount.ts';
import {
  BANK_ANSWER,
  BANK_BALANCE,
  BANK_ENTRY,
  BANK_STREAM,
  type BankBalanceRecord,
  type BankEntryRecord,
  type BankLog,
  createBankLog,
  readBankLog,
} from './bank-log.ts';
import type { BankEntry, BankReport, ControlFinding } from './bank-report.ts';
import { RemittanceError } from './errors.ts';
import { judgeEntry, sameAccount, type Seen } from './judge-entry.ts';
import type { PaymentStatus } from './payment-status.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { allPayments, createPaymentLog, paymentEvent, type PaymentLog } from './remittance-log.ts';

export interface ReconcileResult {
  settled: string[];
  /** What they paid is owed again. */
  returned: string[];
  /** Lines that no payment explains, now on the list for a person. */
  questions: BankEntryRecord[];
  /** Lines that were read before, or that say again what another report said. */
  repeated: number;
  /** Lines that the bank has not booked: they settle nothing. */
  notBooked: number;
  /** What does not add up in a report, or between it and the one before. */
  findings: (ControlFinding | { check: 'continuity'; stated: string; found: string })[];
}

/**
 * Books what the bank says. Each booked line is recorded once, whichever report brings it and however often it is sent;
 * with it, in the same append, what it makes of a payment: settled by a debit, returned by a credit or reversal. A line
 * that fits no payment, or not exactly one, goes on the list that `openQuestions` gives.
 *
 * @throws RemittanceError `REMITTANCE_JOURNAL_MALFORMED`; and what the journal throws, after which nothing of that report
 *   is booked and it is safe to call again.
 */
export async function reconcile({
  reports,
  journal,
}: {
  reports: readonly BankReport[];
  journal: Journal;
}): Promise<ReconcileResult> {
  const result: ReconcileResult = { settled: [], returned: [], questions: [], repeated: 0, notBooked: 0, findings: [] };
  const known: Known = { log: createBankLog(), payments: createPaymentLog(), next: 0 };
  for (const report of reports) {
    catchUp(known, journal);
    const events = bookReport(report, known, result);
    if (events.length > 0) await journal.append(events);
  }
  return result;
}

/** What the journal said up to `next`. */
interface Known {
  log: BankLog;
  payments: PaymentLog;
  next: number;
}

/** Reads on from where reading stopped: what was booked of the report before, and what others wrote meanwhile. */
function catchUp(known: Known, journal: Pick<Journal, 'read'>): void {
  for (const event of journal.read({ from: known.next })) {
    known.log.take(event);
    known.payments.take(event);
    known.next = event.sequence + 1;
  }
}

function bookReport(
  report: BankReport,
  { log, payments: recorded }: Known,
  result: ReconcileResult,
): NewJournalEvent[] {
  const entries = new Map(log.entries);
  const payments = new Map(recorded.payments);
  const ordinals = new Map<string, number>();
  const events: NewJournalEvent[] = [];
  result.findings.push(...report.findings, ...continuityFinding(report, log.balances));

  for (const entry of report.entries) {
    if (entry.status !== 'booked') {
      result.notBooked += 1;
      continue;
    }
    const { key, isTheBanks } = keyOf(entry, report, ordinals);
    const known = entries.get(key);
    // Two equal lines without any reference of the bank, in two statements, may be one line or two.
    const isDoubtful = known !== undefined && !isTheBanks && known.kind === report.kind && known.reportId !== report.id;
    if (known !== undefined && !isDoubtful) {
      result.repeated += 1;
      continue;
    }
    const recordedKey = isDoubtful ? `${key}@${report.id ?? ''}` : key;
    if (entries.has(recordedKey)) {
      result.repeated += 1;
      continue;
    }
    const seen: Seen = ({ paymentId, becomes }) => {
      const said = [...entries.values()].filter(({ effects }) =>
        effects.some((effect) => effect.paymentId === paymentId && effect.becomes === becomes),
      );
      if (said.length === 0) return null;
      return said.some(({ kind }) => kind === report.kind) ? 'same-kind' : 'other-kind';
    };
    const judgement = isDoubtful
      ? { effects: [], confirms: [], question: 'perhaps-a-repetition' as const }
      : judgeEntry(entry, report, [...payments.values()], seen);
    const record: BankEntryRecord = {
      key: recordedKey,
      kind: report.kind,
      reportId: report.id,
      account: report.account,
      amount: bankAmountText(entry.amount),
      direction: entry.direction,
      bookingDate: entry.bookingDate ?? entry.valueDate,
      text: textOf(entry),
      effects: [...judgement.effects, ...judgement.confirms],
      question: judgement.question,
    };
    entries.set(recordedKey, record);
    events.push({ stream: BANK_STREAM, type: BANK_ENTRY, data: record });
    for (const { paymentId, becomes } of judgement.effects) {
      const payment = payments.get(paymentId)!;
      const reason = entry.transactions.map((each) => each.returnReason).find((each) => each !== null) ?? 'returned';
      const about = becomes === 'settled' ? { evidence: recordedKey } : { evidence: recordedKey, reason };
      events.push(paymentEvent(payment, becomes, about));
      payments.set(paymentId, { ...payment, state: becomes });
      result[becomes].push(paymentId);
    }
    if (judgement.question !== null) result.questions.push(record);
    else if (judgement.effects.length === 0) result.repeated += 1;
  }
  return [...balanceEvent(report, log.balances), ...events];
}

/**
 * A line's name. With the bank's own reference it is the same in every report. Without one it is made of all that the
 * line says, and of how many such lines came before it in the report: the second of two equal fees is another line.
 */
function keyOf(
  entry: BankEntry,
  { account }: BankReport,
  ordinals: Map<string, number>,
): { key: string; isTheBanks: boolean } {
  const { servicerReference, direction, bookingDate, valueDate, transactions } = entry;
  const amount = bankAmountText(entry.amount);
  const said =
    servicerReference === null
      ? [
          account,
          direction,
          amount,
          bookingDate,
          valueDate,
          textOf(entry),
          transactions.map(({ endToEndId }) => endToEndId),
        ]
      : [account, direction, amount, servicerReference];
  const name = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
  const ordinal = (ordinals.get(name) ?? 0) + 1;
  ordinals.set(name, ordinal);
  return { key: `${name}/${ordinal}`, isTheBanks: servicerReference !== null };
}

function textOf({ text, transactions, entryReference }: BankEntry): string {
  const parts = transactions.flatMap(({ counterparty, remittance, creditorReferences, returnReason }) => [
    counterparty.name,
    ...remittance,
    ...creditorReferences,
    returnReason,
  ]);
  return [...parts, text, transactions.length === 0 ? entryReference : null].filter((part) => part !== null).join(' ');
}

function balanceEvent(
  { kind, id, sequence, account, opening, closing }: BankReport,
  balances: ReadonlyMap<string, BankBalanceRecord>,
): NewJournalEvent[] {
  if (kind !== 'statement' || closing === null) return [];
  const data: BankBalanceRecord = {
    kind,
    id,
    sequence,
    account,
    currency: closing.amount.currency,
    opening: opening?.amount.hundredThousandths.toString() ?? null,
    closing: closing.amount.hundredThousandths.toString(),
    closingDate: closing.date,
  };
  const known = balances.get(account ?? '');
  const isKnown = known !== undefined && known.id === id && known.closing === data.closing;
  return isKnown ? [] : [{ stream: BANK_STREAM, type: BANK_BALANCE, data }];
}

/** A statement that does not begin where the one before ended: one is missing, or was changed. */
function continuityFinding(
  { kind, id, account, opening }: BankReport,
  balances: ReadonlyMap<string, BankBalanceRecord>,
): { check: 'continuity'; stated: string; found: string }[] {
  const before = balances.get(account ?? '');
  const isFirst = kind !== 'statement' || opening === null || before === undefined || before.id === id;
  if (isFirst || opening.date === null || (before.closingDate ?? '') > opening.date) return [];
  const closing = { currency: before.currency, hundredThousandths: BigInt(before.closing) };
  if (
    closing.currency === opening.amount.currency &&
    closing.hundredThousandths === opening.amount.hundredThousandths
  ) {
    return [];
  }
  return [{ check: 'continuity', stated: bankAmountText(opening.amount), found: bankAmountText(closing) }];
}

/** The newest closing balance of an account in an asset's minor units, rounded down; null when none was read. */
export function bankBalance(journal: Pick<Journal, 'read'>, account: string, { code, decimals }: Asset): bigint | null {
  const balance = [...readBankLog(journal).balances.values()].find((each) => sameAccount(account, each.account));
  if (balance === undefined || balance.currency !== code) return null;
  const step = 10n ** BigInt(5 - decimals);
  const units = BigInt(balance.closing);
  return units < 0n && units % step !== 0n ? units / step - 1n : units / step;
}

/** The list for a person: lines that nothing explains and nobody has answered, oldest first. */
export function openQuestions(journal: Pick<Journal, 'read'>): BankEntryRecord[] {
  const { entries, answers } = readBankLog(journal);
  return [...entries.values()].filter(({ key, question }) => question !== null && !answers.has(key));
}

/**
 * A person's answer to a question: the payment that the line belongs to (a debit settles it, a credit returns it), or
 * null for a line that is none of ours. Who said so and why stays in the journal.
 *
 * @throws RemittanceError `BANK_ENTRY_UNKNOWN` when there is no such open question, or no such payment in a state that
 *   the line can change.
 */
export async function answerQuestion(
  journal: Journal,
  { key, by, paymentId, note }: { key: string; by: string; paymentId: string | null; note: string },
): Promise<void> {
  const entry = openQuestions(journal).find((each) => each.key === key);
  if (entry === undefined) throw unknown(`No line ${key} waits for an answer.`);
  const answer = { stream: BANK_STREAM, type: BANK_ANSWER, data: { key, by, paymentId, note } };
  if (paymentId === null) {
    await journal.append([answer]);
    return;
  }
  const payment = allPayments(journal).find(({ id }) => id === paymentId);
  const becomes = entry.direction === 'debit' ? 'settled' : 'returned';
  const isOpen = payment?.state === 'intended' || payment?.state === 'handed-over';
  if (payment === undefined || !(isOpen || (becomes === 'returned' && payment.state === 'settled'))) {
    throw unknown(`The payment ${paymentId} is ${payment?.state ?? 'unknown'} and cannot become ${becomes}.`);
  }
  const about = becomes === 'settled' ? { evidence: key } : { evidence: key, reason: note };
  await journal.append([answer, paymentEvent(payment, becomes, about)]);
}

/**
 * Books a `pain.002`: what the bank rejects is owed again. Acceptance settles nothing: that is for the statement to say.
 * A file may accept the message and reject a payment in it, so any rejection that names a payment counts.
 *
 * @throws RemittanceError `REMITTANCE_JOURNAL_MALFORMED`
 */
export async function applyPaymentStatus(
  journal: Journal,
  statuses: readonly PaymentStatus[],
): Promise<PaymentStatusResult> {
  const rejections = statuses.filter(({ rejected }) => rejected);
  const payments = allPayments(journal).map((payment) => ({ payment, ids: paymentIdsOf(payment.id) }));
  const returned = payments.flatMap(({ payment, ids }) => {
    if (payment.state !== 'intended' && payment.state !== 'handed-over') return [];
    const rejection = rejections.find((status) => names(status, ids));
    return rejection === undefined ? [] : [{ payment, ids, reason: rejection.reason ?? 'rejected' }];
  });
  const events = returned.map(({ payment, ids, reason }) =>
    paymentEvent(payment, 'returned', { evidence: ids.endToEndId, reason }),
  );
  if (events.length > 0) await journal.append(events);
  return {
    returned: returned.map(({ payment }) => payment.id),
    unknown: rejections.filter((status) => !payments.some(({ ids }) => names(status, ids))),
  };
}

export interface PaymentStatusResult {
  /** What they paid is owed again. */
  returned: string[];
  /** Rejections that name no payment of this journal: somebody else's, or an old journal's. */
  unknown: PaymentStatus[];
}

function names({ scope, id }: PaymentStatus, ids: ReturnType<typeof paymentIdsOf>): boolean {
  return (scope === 'message' ? ids.messageId : scope === 'batch' ? ids.paymentInformationId : ids.endToEndId) === id;
}

function unknown(message: string): RemittanceError {
  return new RemittanceError('BANK_ENTRY_UNKNOWN', message, 'List what is open and answer one of those.', 'user');
}
