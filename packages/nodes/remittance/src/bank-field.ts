import { type CivilDate, civilDate } from '@gristmill/tax';
import { type BankAmount, parseBankAmount } from './bank-amount.ts';
import { nodeAt, textAt, type XmlNode } from './bank-xml.ts';
import { RemittanceError } from './errors.ts';

export type Direction = 'credit' | 'debit';

/** The sum at a path in its own currency, or in `currency` where it names none; null when it is not an exact one. */
export function amountAt(node: XmlNode, currency: string | null, ...path: readonly string[]): BankAmount | null {
  const found = nodeAt(node, ...path);
  return found === null ? null : parseBankAmount(found['#text'] ?? '', currencyAttribute(found) ?? currency ?? '');
}

/** As `amountAt`. @throws RemittanceError `BANK_FILE_MALFORMED` when the sum is not an exact one. */
export function exactAmountAt(
  node: XmlNode,
  currency: string | null,
  where: string,
  ...path: readonly string[]
): BankAmount {
  const amount = amountAt(node, currency, ...path);
  if (amount !== null) return amount;
  const text = (textAt(node, ...path) ?? '').slice(0, 64);
  throw fileMalformed(`${where} has the amount "${text}", which is no exact sum of a currency`);
}

export function currencyAttribute(node: XmlNode): string | null {
  const value = node['@Ccy'];
  return typeof value === 'string' ? value : null;
}

/** Which way money goes; null when the bank says neither, or something else. */
export function directionAt(node: XmlNode): Direction | null {
  const code = textAt(node, 'CdtDbtInd');
  return code === 'CRDT' ? 'credit' : code === 'DBIT' ? 'debit' : null;
}

export function dateAt(node: XmlNode, name: string): CivilDate | null {
  const text = textAt(node, name, 'Dt') ?? textAt(node, name, 'DtTm') ?? textAt(node, name, 'Dt', 'Dt');
  return civilDate.safeParse(text?.slice(0, 10)).data ?? null;
}

/** IBAN, or the bank's number of an account; version 01 has that as a proprietary one. */
export function accountAt(node: XmlNode, ...path: readonly string[]): string | null {
  const account = nodeAt(node, ...path, 'Id');
  if (account === null) return null;
  return (
    textAt(account, 'IBAN') ??
    textAt(account, 'Othr', 'Id') ??
    textAt(account, 'BBAN') ??
    textAt(account, 'PrtryAcct', 'Id')
  );
}

export function countAt(node: XmlNode, ...path: readonly string[]): number | null {
  const text = textAt(node, ...path);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A reference; null for what banks write where they have nothing to say. */
export function referenceAt(node: XmlNode, ...path: readonly string[]): string | null {
  const text = textAt(node, ...path);
  return text === null || /^(NOTPROVIDED|NOT PROVIDED|NOREF|NONREF|0+|-+)$/i.test(text) ? null : text;
}

export function fileMalformed(why: string): RemittanceError {
  return new RemittanceError(
    'BANK_FILE_MALFORMED',
    `This bank file cannot be booked: ${why}.`,
    'Ask the bank for the statement as camt.053 or camt.054 and read that.',
    'peer',
  );
}
