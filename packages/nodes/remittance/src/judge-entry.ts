import { addDays } from '@gristmill/tax';
import { type BankAmount, bankAmountOf, sameAmount } from './bank-amount.ts';
import type { BankEntry, BankReport, Direction } from './bank-report.ts';
import { paymentIdsOf } from './payment-ids.ts';
import type { RecordedPayment } from './remittance-log.ts';

/** What a line says of a payment. */
interface Effect {
  paymentId: string;
  becomes: 'settled' | 'returned';
}

/** Whether booked lines said the same of a payment before: in reports of this kind, of another kind only, or never. */
export type Seen = (effect: Effect) => 'same-kind' | 'other-kind' | null;

export interface Judgement {
  effects: Effect[];
  /** What this line says again, or explains afterwards. */
  confirms: Effect[];
  /** Why a person has to look; null when all of the entry is explained. */
  question: Question | null;
}

type Question =
  | 'fits-nothing'
  | 'fits-several'
  | 'amount-differs'
  | 'debited-again'
  | 'debited-after-return'
  | 'returned-again'
  | 'reversal-of-a-return'
  | 'perhaps-a-repetition';

/** A bank books within so many days of the execution date. */
const BOOKING_DAYS_MAX = 10;
/** Shorter references fit by accident. */
const REFERENCE_LENGTH_MIN = 6;

/** One movement of money inside an entry. */
interface Line {
  /** Null where only the entry as a whole has one. */
  amount: BankAmount | null;
  instructed: BankAmount | null;
  direction: Direction;
  ownIds: readonly string[];
  /** The payer's reference as the bank gives it; when it is not ours, the payment is not ours either. */
  endToEndId: string | null;
  texts: readonly string[];
  counterpartyAccount: string | null;
  isReturn: boolean;
}

/**
 * What one booked entry says of payments. By the end-to-end id, wherever the bank put it; else by the authority's
 * reference and amount; else by amount, date and creditor: always only where exactly one payment fits, and always with
 * its exact amount. A notification and then a statement confirm one another, two statements do not.
 */
export function judgeEntry(
  entry: BankEntry,
  report: Pick<BankReport, 'account'>,
  payments: readonly RecordedPayment[],
  seen: Seen,
): Judgement {
  const candidates = payments.filter(({ route }) => route !== null && sameAccount(route.account, report.account));
  const lines = linesOf(entry);
  const judgement: Judgement = { effects: [], confirms: [], question: null };
  const matches = lines.map((line) => matchOf(line, entry, candidates));
  const only = matches.length === 1 ? lines[0]! : null;
  const unpriced = matches.some((match, i) => match !== null && typeof match !== 'string' && lines[i]!.amount === null);

  // Where single transactions have no amounts, the entry must be made of ours and of nothing else.
  if (unpriced && only === null) {
    const ours = matches.filter((match): match is RecordedPayment => match !== null && typeof match !== 'string');
    const sum = ours.reduce((total, payment) => total + amountOf(payment).hundredThousandths, 0n);
    const isWhole = ours.length === lines.length && sum === entry.amount.hundredThousandths;
    if (!isWhole) return { ...judgement, question: 'amount-differs' };
  }

  for (const [i, match] of matches.entries()) {
    const line = lines[i]!;
    if (match === null || typeof match === 'string') {
      judgement.question ??= match ?? 'fits-nothing';
      continue;
    }
    const amount = line.amount ?? (only === null ? amountOf(match) : entry.amount);
    const isExact =
      covers(amount, match, entry) || (line.instructed !== null && sameAmount(line.instructed, amountOf(match)));
    if (!isExact) {
      judgement.question ??= 'amount-differs';
      continue;
    }
    const becomes = line.direction === 'credit' || line.isReturn ? 'returned' : 'settled';
    const question = questionOf(match, becomes, line, entry, seen);
    if (question !== null) judgement.question ??= question;
    else if (match.state === becomes || match.state === 'returned')
      judgement.confirms.push({ paymentId: match.id, becomes });
    else judgement.effects.push({ paymentId: match.id, becomes });
  }
  return judgement;
}

function questionOf(
  { id, state }: RecordedPayment,
  becomes: 'settled' | 'returned',
  line: Line,
  entry: BankEntry,
  seen: Seen,
): Question | null {
  if (line.direction === 'debit' && (entry.reversal || line.isReturn)) return 'reversal-of-a-return';
  const before = seen({ paymentId: id, becomes });
  if (state === becomes) {
    if (before !== 'same-kind') return null;
    return becomes === 'settled' ? 'debited-again' : 'returned-again';
  }
  if (becomes === 'returned' || state !== 'returned') return null;
  // Reports may come out of order: the debit that a credit has already taken back. What the bank rejected beforehand,
  // without a credit, must not be debited at all.
  const wasCredited = seen({ paymentId: id, becomes: 'returned' }) !== null;
  return wasCredited && before !== 'same-kind' ? null : 'debited-after-return';
}

function linesOf(entry: BankEntry): Line[] {
  const batchIds = entry.batches.flatMap(({ messageId, paymentInformationId }) => [messageId, paymentInformationId]);
  const common = entry.text === null ? [] : [entry.text];
  if (entry.transactions.length === 0) {
    return [
      {
        amount: entry.amount,
        instructed: null,
        direction: entry.direction,
        ownIds: present([...batchIds, entry.entryReference]),
        endToEndId: null,
        texts: common,
        counterpartyAccount: null,
        isReturn: false,
      },
    ];
  }
  const alone = entry.transactions.length === 1;
  return entry.transactions.map((each) => ({
    amount: each.amount ?? (alone ? entry.amount : null),
    instructed: each.instructedAmount,
    direction: each.direction,
    ownIds: present(
      [each.endToEndId, each.instructionId, each.paymentInformationId, each.messageId].concat(alone ? batchIds : []),
    ),
    endToEndId: each.endToEndId,
    texts: [...each.remittance, ...each.creditorReferences, ...(alone ? common : [])],
    counterpartyAccount: each.counterparty.account,
    isReturn: each.returnReason !== null,
  }));
}

function matchOf(
  line: Line,
  entry: BankEntry,
  payments: readonly RecordedPayment[],
): RecordedPayment | Question | null {
  const named = payments.filter((payment) => isNamed(payment, line));
  if (named.length > 0) return named.length === 1 ? named[0]! : 'fits-several';
  // A payment with a name of somebody else's, or money that comes in, is not explained by its amount.
  if (line.direction === 'credit' || entry.reversal || line.isReturn || line.endToEndId !== null) return null;

  const { amount } = line;
  const open = payments.filter(
    (payment) =>
      (payment.state === 'intended' || payment.state === 'handed-over') &&
      amount !== null &&
      sameAmount(amount, amountOf(payment)),
  );
  const inTime = open.filter((payment) => isInTime(payment, entry));
  const texts = plain(line.texts.join(' '));
  const referred = inTime.filter(({ route }) => {
    const reference = plain(route!.reference);
    return reference.length >= REFERENCE_LENGTH_MIN && texts.includes(reference);
  });
  if (referred.length > 0) return referred.length === 1 ? referred[0]! : 'fits-several';
  const toCreditor = inTime.filter(({ route }) => sameAccount(route!.creditorAccount, line.counterpartyAccount));
  if (line.counterpartyAccount === null || toCreditor.length === 0) return null;
  return toCreditor.length === 1 ? toCreditor[0]! : 'fits-several';
}

/** Banks put the ids into their own fields, or into the text behind a label. */
function isNamed({ id }: RecordedPayment, { ownIds, texts }: Line): boolean {
  const { messageId, paymentInformationId, endToEndId, shortId } = paymentIdsOf(id);
  const ids = new Set([messageId, paymentInformationId, endToEndId, shortId]);
  if (ownIds.some((own) => ids.has(own))) return true;
  // Lines of printed statements break anywhere.
  const text = texts.join('').replace(/\s/g, '');
  return [endToEndId, paymentInformationId].some((each) => text.includes(each)) || hasWord(texts, shortId);
}

function hasWord(texts: readonly string[], word: string): boolean {
  return texts.some((text) => text.split(/[^A-Z0-9]+/).includes(word));
}

function isInTime({ executionDate }: RecordedPayment, { bookingDate, valueDate }: BankEntry): boolean {
  const date = bookingDate ?? valueDate;
  if (date === null || executionDate === null) return false;
  return date >= executionDate && date <= addDays(executionDate, BOOKING_DAYS_MAX);
}

/** Exactly the payment, or it and the charges that the bank says it took with it. */
function covers(amount: BankAmount, payment: RecordedPayment, { charges }: BankEntry): boolean {
  const paid = amountOf(payment);
  if (sameAmount(amount, paid)) return true;
  const total = charges.reduce((sum, each) => sum + each.hundredThousandths, paid.hundredThousandths);
  return charges.length > 0 && sameAmount(amount, { ...paid, hundredThousandths: total });
}

function amountOf({ units, asset }: RecordedPayment): BankAmount {
  return bankAmountOf(units, asset!);
}

/** Banks write account numbers with and without sort code, branch and zeros in front. */
export function sameAccount(ours: string, theirs: string | null): boolean {
  if (theirs === null) return true;
  const [a, b] = [plain(ours), plain(theirs)].map((text) => text.replace(/^0+/, '')) as [string, string];
  return a === b || (Math.min(a.length, b.length) >= 8 && (a.endsWith(b) || b.endsWith(a)));
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
