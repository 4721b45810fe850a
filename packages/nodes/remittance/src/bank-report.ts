import { type BankBalance, type BankBalances, balancesOf } from './bank-balance.ts';
import { type ControlFinding, controlFindings } from './bank-control.ts';
import { type BankEntry, entryOf, type ReportKind } from './bank-entry.ts';
import { accountAt, currencyAttribute, fileMalformed } from './bank-field.ts';
import { messagesIn, nodesAt, readBankXml, textAt, type XmlNode } from './bank-xml.ts';

export type { BankBalance, ControlFinding, BankEntry };
export type { BankTransaction } from './bank-entry.ts';
export type { Direction } from './bank-field.ts';

/** A `camt.053` statement, a `camt.054` notification or a `camt.052` report of one account. */
export interface BankReport extends BankBalances {
  kind: ReportKind;
  /** Of the message, `08`; null when the document names no namespace. */
  version: string | null;
  messageId: string | null;
  id: string | null;
  sequence: string | null;
  /** IBAN, or the bank's number of the account. */
  account: string | null;
  currency: string | null;
  entries: readonly BankEntry[];
  /** Opening plus booked entries is closing; null when the report does not state both. */
  balanced: boolean | null;
  findings: readonly ControlFinding[];
}

/** The messages by the name of their element, which in version 01 has the version in it. */
const MESSAGES = {
  BkToCstmrStmt: ['Stmt', 'statement'],
  BkToCstmrStmtV01: ['Stmt', 'statement'],
  BkToCstmrDbtCdtNtfctn: ['Ntfctn', 'notification'],
  BkToCstmrDbtCdtNtfctnV01: ['Ntfctn', 'notification'],
  BkToCstmrAcctRpt: ['Rpt', 'report'],
  BkToCstmrAcctRptV01: ['Rpt', 'report'],
} as const;
const MESSAGE_NAMES = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[];

/**
 * Reads `camt.052`, `camt.053` and `camt.054`, versions 01 to 13 and later ones that keep their shape: all messages of a
 * file, in whichever envelopes. Lenient with what banks leave out (references, dates, details, status, namespace) and
 * where they put it; strict with money: an entry whose amount is not an exact number, or without a direction, refuses the
 * file. Balances, counts and sums are controls: what is wrong with them is a finding.
 *
 * @throws RemittanceError `BANK_XML_REFUSED`; `BANK_FILE_MALFORMED` when it is XML, but not such a message.
 */
export function readBankReports(bytes: Uint8Array): BankReport[] {
  const root = readBankXml(bytes);
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const version = /camt\.05[234]\.001\.(\d\d)/.exec(start)?.[1] ?? null;
  const messages = messagesIn(root, MESSAGE_NAMES);
  if (messages.length === 0) throw fileMalformed('it has no statement, notification or report');
  return messages.flatMap(([name, message]) => {
    const [item, kind] = MESSAGES[name];
    const messageId = textAt(message, 'GrpHdr', 'MsgId');
    return nodesAt(message, item).map((node) => reportOf(node, { kind, version, messageId }));
  });
}

function reportOf(node: XmlNode, about: Pick<BankReport, 'kind' | 'version' | 'messageId'>): BankReport {
  const currency = textAt(node, 'Acct', 'Ccy') ?? nodesAt(node, 'Bal', 'Amt').map(currencyAttribute)[0] ?? null;
  const entries = nodesAt(node, 'Ntry').map((entry, i) => entryOf(entry, { currency, kind: about.kind, index: i }));
  const { opening, closing, unreadable } = balancesOf(node, currency, entries);
  const findings = controlFindings(node, { opening, closing, unreadable }, entries);
  const isStated = opening !== null && closing !== null && opening.amount.currency === closing.amount.currency;
  return {
    ...about,
    id: textAt(node, 'Id'),
    sequence: textAt(node, 'ElctrncSeqNb') ?? textAt(node, 'LglSeqNb'),
    account: accountAt(node, 'Acct'),
    currency,
    opening,
    closing,
    entries,
    findings,
    balanced: isStated ? findings.every(({ check }) => check !== 'balances') : null,
  };
}
