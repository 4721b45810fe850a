import type { Journal, JournalEvent } from '@gristmill/protocol';
import { z } from 'zod';
import { RemittanceError } from './errors.ts';

/** How a line changes a payment. */
const effect = z.strictObject({ paymentId: z.string(), becomes: z.enum(['settled', 'returned']) });

/** A booked line of the bank, as the journal keeps it. Amounts are text: they are larger than journals count. */
const entryData = z.strictObject({
  /** The line's name, the same in a notification, a statement and a statement that is sent again. */
  key: z.string(),
  kind: z.enum(['statement', 'notification', 'report']),
  reportId: z.string().nullable(),
  account: z.string().nullable(),
  amount: z.string(),
  direction: z.enum(['credit', 'debit']),
  bookingDate: z.string().nullable(),
  text: z.string(),
  effects: z.array(effect),
  /** Why a person has to look at it; null when it is explained. */
  question: z.string().nullable(),
});

const answerData = z.strictObject({
  key: z.string(),
  by: z.string().min(1),
  paymentId: z.string().nullable(),
  note: z.string(),
});

const balanceData = z.strictObject({
  kind: z.enum(['statement', 'notification', 'report']),
  id: z.string().nullable(),
  sequence: z.string().nullable(),
  account: z.string().nullable(),
  currency: z.string(),
  /** In hundred-thousandths of the currency unit, as text. */
  opening: z.string().nullable(),
  closing: z.string(),
  closingDate: z.string().nullable(),
});

export type BankEntryRecord = z.infer<typeof entryData>;
type BankAnswer = z.infer<typeof answerData>;
export type BankBalanceRecord = z.infer<typeof balanceData>;

export const BANK_STREAM = 'bank';
export const BANK_ENTRY = 'bank.entry';
export const BANK_ANSWER = 'bank.answer';
export const BANK_BALANCE = 'bank.balance';

/** What the journal knows of the bank's lines, event by event. */
export interface BankLog {
  readonly entries: ReadonlyMap<string, BankEntryRecord>;
  readonly answers: ReadonlyMap<string, BankAnswer>;
  /** The newest closing balance of each account. */
  readonly balances: ReadonlyMap<string, BankBalanceRecord>;
  /** Events of other things are passed over. @throws RemittanceError `REMITTANCE_JOURNAL_MALFORMED` */
  take(event: JournalEvent): void;
}

export function createBankLog(): BankLog {
  const entries = new Map<string, BankEntryRecord>();
  const answers = new Map<string, BankAnswer>();
  const balances = new Map<string, BankBalanceRecord>();
  return {
    entries,
    answers,
    balances,
    take(event) {
      if (event.stream !== BANK_STREAM) return;
      if (event.type === BANK_ENTRY) {
        const entry = parsed(entryData, event);
        entries.set(entry.key, entry);
      } else if (event.type === BANK_ANSWER) {
        const answer = parsed(answerData, event);
        answers.set(answer.key, answer);
      } else if (event.type === BANK_BALANCE) {
        const balance = parsed(balanceData, event);
        const newest = balances.get(balance.account ?? '');
        const isNewer = (newest?.closingDate ?? '') <= (balance.closingDate ?? '');
        if (isNewer) balances.set(balance.account ?? '', balance);
      }
    },
  };
}

/** @throws RemittanceError `REMITTANCE_JOURNAL_MALFORMED` */
export function readBankLog(journal: Pick<Journal, 'read'>): BankLog {
  const log = createBankLog();
  for (const event of journal.read({ stream: BANK_STREAM })) log.take(event);
  return log;
}

function parsed<T>(schema: z.ZodType<T>, event: JournalEvent): T {
  const result = schema.safeParse(event.data);
  if (result.success) return result.data;
  throw new RemittanceError(
    'REMITTANCE_JOURNAL_MALFORMED',
    `Event ${event.sequence} (${event.type}) in ${event.stream} cannot be read: ${z.prettifyError(result.error)}.`,
    'Run `gristmill audit verify`; nothing is booked on a journal that does not add up.',
  );
}
