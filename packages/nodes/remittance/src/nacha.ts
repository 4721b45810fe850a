import type { CivilDate } from '@gristmill/tax';
import { paymentMalformed } from './errors.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { nameText, referenceText } from './payment-text.ts';
import { type TaxPaymentInformation, txpSegment } from './txp.ts';

/** An account at a US bank. */
export interface UsAccount {
  /** ABA routing number, nine digits with its check digit. */
  routingNumber: string;
  accountNumber: string;
  kind: 'checking' | 'savings';
}

/** What the taxpayer's bank assigned for sending ACH files. */
export interface AchOriginator {
  name: string;
  /** Ten characters, commonly `1` and the EIN. */
  companyId: string;
  bankName: string;
  bankRoutingNumber: string;
}

export interface TaxEntry {
  paymentId: string;
  creditor: { name: string; account: UsAccount };
  tax: TaxPaymentInformation;
}

export interface AchTaxFile {
  createdAtMs: number;
  originator: AchOriginator;
  /** The day on which the money is to be there. */
  effectiveDate: CivilDate;
  entries: readonly TaxEntry[];
}

/** The US Treasury's account for federal tax paid by ACH credit (EFTPS Financial Institution Handbook). */
export const US_TREASURY: TaxEntry['creditor'] = {
  name: 'IRS',
  account: { routingNumber: '061036000', accountNumber: '23401009', kind: 'checking' },
};

/** The most that one entry may carry, in cents: its field has ten digits. */
export const ACH_AMOUNT_MAX = 9_999_999_999n;

const RECORD_LENGTH = 94;
const RECORDS_A_BLOCK = 10;
const CREDITS_ONLY = '220';
const FILE_ID_MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * Tax payments as an ACH file: one batch of CCD entries, each with its TXP addenda; records of 94 characters, filled up
 * with nines to blocks of ten. The same payments always give the same bytes.
 *
 * Source: NACHA Operating Rules, Appendix Three (ACH record format specifications).
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`
 */
export function achTaxFile({ createdAtMs, originator, effectiveDate, entries }: AchTaxFile): string {
  const [first] = entries;
  if (first === undefined) throw paymentMalformed('An ACH file without entries.', 'Write one when there are some.');
  const bank = routingNumber(originator.bankRoutingNumber);
  const origin = bank.slice(0, 8);
  const { shortId } = paymentIdsOf(
    entries.length === 1 ? first.paymentId : JSON.stringify(entries.map(({ paymentId }) => paymentId)),
  );
  const [date = '', time = ''] = new Date(createdAtMs).toISOString().split('T');
  const modifier = FILE_ID_MODIFIERS[Number(BigInt(createdAtMs) % 36n)]!;

  const companyId = unchanged(originator.companyId, 10);
  const records = entries.flatMap((entry, i) => entryRecords(entry, origin, i + 1));
  const control = {
    entriesAndAddenda: records.length,
    // Eight digits of each receiving bank; what exceeds ten digits is cut off on the left.
    hash:
      entries.reduce((sum, { creditor }) => sum + BigInt(creditor.account.routingNumber.slice(0, 8)), 0n) % 10n ** 10n,
    credits: entries.reduce((sum, entry) => sum + centsOf(entry), 0n),
  };
  const lines = [
    ['1', '01', ` ${bank}`, companyId, yymmdd(date), time.slice(0, 2) + time.slice(3, 5)]
      .concat([modifier, '094', '10', '1', alphanumeric(originator.bankName, 23), alphanumeric(originator.name, 23)])
      .concat(shortId.slice(0, 8)),
    ['5', CREDITS_ONLY, alphanumeric(originator.name, 16), ' '.repeat(20), companyId, 'CCD', 'TAXPAYMENT'].concat([
      ' '.repeat(6),
      yymmdd(effectiveDate),
      '   ',
      '1',
      origin,
      numeric(1n, 7),
    ]),
    ...records,
    [
      '8',
      CREDITS_ONLY,
      numeric(BigInt(control.entriesAndAddenda), 6),
      numeric(control.hash, 10),
      numeric(0n, 12),
    ].concat([numeric(control.credits, 12), companyId, ' '.repeat(19), ' '.repeat(6), origin, numeric(1n, 7)]),
  ];
  const blocks = Math.ceil((lines.length + 1) / RECORDS_A_BLOCK);
  lines.push(
    ['9', numeric(1n, 6), numeric(BigInt(blocks), 6), numeric(BigInt(control.entriesAndAddenda), 8)].concat([
      numeric(control.hash, 10),
      numeric(0n, 12),
      numeric(control.credits, 12),
      ' '.repeat(39),
    ]),
  );
  while (lines.length < blocks * RECORDS_A_BLOCK) lines.push(['9'.repeat(RECORD_LENGTH)]);
  return lines.map((fields) => `${record(fields)}\n`).join('');
}

function entryRecords(entry: TaxEntry, origin: string, sequence: number): string[][] {
  const { paymentId, creditor, tax } = entry;
  const { kind, accountNumber } = creditor.account;
  const cents = centsOf(entry);
  if (cents > ACH_AMOUNT_MAX) {
    throw paymentMalformed(`${cents} cents are more than one ACH entry carries.`, `Pay at most ${ACH_AMOUNT_MAX}.`);
  }
  const receiver = routingNumber(creditor.account.routingNumber);
  const trace = origin + numeric(BigInt(sequence), 7);
  return [
    ['6', kind === 'checking' ? '22' : '32', receiver, unchanged(accountNumber, 17), numeric(cents, 10)].concat([
      alphanumeric(paymentIdsOf(paymentId).shortId, 15),
      alphanumeric(creditor.name, 22),
      '  ',
      '1',
      trace,
    ]),
    ['7', '05', txpSegment(tax).padEnd(80), numeric(1n, 4), numeric(BigInt(sequence), 7)],
  ];
}

function centsOf({ tax }: TaxEntry): bigint {
  return tax.amounts.reduce((sum, { cents }) => sum + cents, 0n);
}

/** @throws RemittanceError `PAYMENT_MALFORMED` unless the ABA check digit is right: weights 3, 7 and 1 sum to tens. */
function routingNumber(text: string): string {
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
  const sum = Array.from(text, Number).reduce((total, digit, i) => total + digit * (weights[i] ?? 0), 0);
  if (!/^\d{9}$/.test(text) || sum % 10 !== 0) {
    throw paymentMalformed(`"${text}" is not a routing number.`, 'Copy its nine digits from a cheque of that account.');
  }
  return text;
}

function yymmdd(date: string): string {
  return date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);
}

function numeric(value: bigint, length: number): string {
  const digits = value.toString();
  if (digits.length > length) throw paymentMalformed(`${value} has more than ${length} digits.`, 'Make two files.');
  return digits.padStart(length, '0');
}

function alphanumeric(text: string, length: number): string {
  return nameText(text, length).toUpperCase().padEnd(length);
}

/** A number that names somebody: nothing is replaced, and what is too long is refused. */
function unchanged(text: string, length: number): string {
  return referenceText(text, length).padEnd(length);
}

function record(fields: readonly string[]): string {
  const text = fields.join('');
  if (text.length !== RECORD_LENGTH) {
    throw paymentMalformed(`"${text}" has ${text.length} characters, not 94.`, 'Shorten the field that is too long.');
  }
  return text;
}
