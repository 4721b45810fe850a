import { type CivilDate, civilDate } from '@gristmill/tax';
import { type BankAmount, bankAmountText, parseBankAmount } from './bank-amount.ts';
import { messagesIn, nodeAt, nodesAt, readBankXml, textAt, type XmlNode } from './bank-xml.ts';
import { RemittanceError } from './errors.ts';

/** What the bank says that one transaction inside an entry was. What it left out is null. */
export interface BankTransaction {
  endToEndId: string | null;
  instructionId: string | null;
  messageId: string | null;
  paymentInformationId: string | null;
  /** The bank's own reference. */
  servicerReference: string | null;
  /** In the currency of the account. */
  amount: BankAmount | null;
  /** As the payer gave it, where that was another currency. */
  instructedAmount: BankAmount | null;
  direction: Direction;
  /** The other side: the creditor of a debit, the debtor of a credit. */
  counterparty: { name: string | null; account: string | null };
  remittance: readonly string[];
  creditorReferences: readonly string[];
  /** Why a payment came back (ISO 20022 external reason code, `AC04`, or the bank's words). */
  returnReason: string | null;
}

export type Direction = 'credit' | 'debit';

/** One line of a statement or notification. */
export interface BankEntry {
  entryReference: string | null;
  servicerReference: string | null;
  /** Never negative. */
  amount: BankAmount;
  /** What it does to the account. */
  direction: Direction;
  /** It takes back an earlier entry, which went the other way. */
  reversal: boolean;
  status: 'booked' | 'pending' | 'information' | 'future';
  bookingDate: CivilDate | null;
  valueDate: CivilDate | null;
  /** `PMNT/ICDT/ESCT`, or the bank's own code. */
  transactionCode: string | null;
  text: string | null;
  /** Taken by the bank with this entry and included in its amount. */
  charges: readonly BankAmount[];
  batches: readonly { messageId: string | null; paymentInformationId: string | null; transactions: number | null }[];
  transactions: readonly BankTransaction[];
}

/** Something in a report that does not add up. The report is still read: a person decides. */
export interface ControlFinding {
  check: 'balances' | 'balance-unreadable' | 'entry-count' | 'entry-sum' | 'batch-sum';
  stated: string;
  found: string;
}

/** A `camt.053` statement, a `camt.054` notification or a `camt.052` report of one account. */
export interface BankReport {
  kind: 'statement' | 'notification' | 'report';
  /** Of the message, `08`; null when the document names no namespace. */
  version: string | null;
  messageId: string | null;
  id: string | null;
  sequence: string | null;
  /** IBAN, or the bank's number of the account. */
  account: string | null;
  currency: string | null;
  opening: BankBalance | null;
  closing: BankBalance | null;
  entries: readonly BankEntry[];
  /** Opening plus booked entries is closing; null when the report does not state both. */
  balanced: boolean | null;
  findings: readonly ControlFinding[];
}

export interface BankBalance {
  date: CivilDate | null;
  /** Below zero when overdrawn. */
  amount: BankAmount;
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
 * Reads `camt.052`, `camt.053` and `camt.054`, versions 01 to 13 and later ones that keep their shape; all messages of a
 * file, in whichever envelopes. Lenient with what banks leave out (references, dates, details, status, namespace) and
 * where they put it; strict with money: an entry whose amount is not an exact number, or without a direction, refuses the
 * file. A balance is only a control: one that cannot be read is a finding.
 *
 * @throws RemittanceError `BANK_XML_REFUSED`; `BANK_FILE_MALFORMED` when it is XML, but not such a message.
 */
export function readBankReports(bytes: Uint8Array): BankReport[] {
  const root = readBankXml(bytes);
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const version = /camt\.05[234]\.001\.(\d\d)/.exec(start)?.[1] ?? null;
  const messages = messagesIn(root, MESSAGE_NAMES);
  if (messages.length === 0) throw malformed('it has no statement, notification or report');
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
  const report = {
    ...about,
    id: textAt(node, 'Id'),
    sequence: textAt(node, 'ElctrncSeqNb') ?? textAt(node, 'LglSeqNb'),
    account: accountAt(nodeAt(node, 'Acct', 'Id')),
    currency,
    opening,
    closing,
    entries,
  };
  const findings = [
    ...unreadable,
    ...balanceFindings(report),
    ...summaryFindings(node, entries),
    ...entries.flatMap(batchFindings),
  ];
  const stated = opening !== null && closing !== null && opening.amount.currency === closing.amount.currency;
  return { ...report, findings, balanced: stated ? findings.every(({ check }) => check !== 'balances') : null };
}

/** A balance as stated: without a direction where the bank left it out. */
interface StatedBalance {
  date: CivilDate | null;
  amount: BankAmount;
  direction: Direction | null;
}

/**
 * Opening and closing balance. Where a bank leaves out whether they are above or below zero, they are what the booked
 * entries lead from one to the other by, if only one reading does; otherwise they are not taken for anything.
 */
function balancesOf(
  node: XmlNode,
  currency: string | null,
  entries: readonly BankEntry[],
): Record<'opening' | 'closing', BankBalance | null> & { unreadable: ControlFinding[] } {
  const unreadable: ControlFinding[] = [];
  const stated = (types: readonly string[]): StatedBalance | null => {
    const found = balanceNodeOf(node, types);
    if (found === null) return null;
    const amount = parseAmountAt(found, currency, 'Amt');
    const code = textAt(found, 'CdtDbtInd');
    const direction = code === null ? null : (DIRECTIONS.get(code) ?? null);
    if (amount !== null && (code === null || direction !== null)) return { date: dateAt(found, 'Dt'), amount, direction };
    const text = [textAt(found, 'Amt'), code].filter((each) => each !== null).join(' ');
    unreadable.push({ check: 'balance-unreadable', stated: text, found: 'no exact sum that is a credit or a debit' });
    return null;
  };
  const [opening, closing] = [stated(['OPBD', 'PRCD']), stated(['CLBD'])];
  const readings = (balance: StatedBalance | null): (BankBalance | null)[] =>
    balance === null ? [null] : DIRECTION_OPTIONS(balance).map((direction) => signed(balance, direction));
  const pairs = readings(opening).flatMap((first) =>
    readings(closing).map((last) => ({ opening: first, closing: last })),
  );
  const [only] = pairs.length === 1 ? pairs : uniqueIn(pairs.filter((pair) => addsUp(pair, entries)));
  if (only !== undefined) return { ...only, unreadable };
  for (const balance of [opening, closing]) {
    if (balance === null || balance.direction !== null) continue;
    const found = 'neither a credit nor a debit';
    unreadable.push({ check: 'balance-unreadable', stated: bankAmountText(balance.amount), found });
  }
  const known = (balance: StatedBalance | null) =>
    balance === null || balance.direction === null ? null : signed(balance, balance.direction);
  return { opening: known(opening), closing: known(closing), unreadable };
}

function entryOf(
  node: XmlNode,
  { currency, kind, index }: { currency: string | null; kind: BankReport['kind']; index: number },
): BankEntry {
  const where = `entry ${index + 1}`;
  const amount = amountAt(node, currency, where, 'Amt');
  const direction = directionOf(textAt(node, 'CdtDbtInd'), where);
  const details = nodesAt(node, 'NtryDtls');
  return {
    entryReference: given(textAt(node, 'NtryRef')),
    servicerReference: given(textAt(node, 'AcctSvcrRef')),
    amount,
    direction,
    reversal: ['true', '1'].includes(textAt(node, 'RvslInd')?.toLowerCase() ?? ''),
    status: statusOf(textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts', 'Prtry') ?? textAt(node, 'Sts'), kind),
    bookingDate: dateAt(node, 'BookgDt'),
    valueDate: dateAt(node, 'ValDt'),
    transactionCode: transactionCodeOf(node),
    text: textAt(node, 'AddtlNtryInf'),
    charges: chargesOf(node, amount.currency, where),
    batches: details
      .flatMap((each) => nodesAt(each, 'Btch'))
      .map((batch) => ({
        messageId: given(textAt(batch, 'MsgId')),
        paymentInformationId: given(textAt(batch, 'PmtInfId')),
        transactions: countOf(textAt(batch, 'NbOfTxs')),
      })),
    transactions: details
      .flatMap((each) => nodesAt(each, 'TxDtls'))
      .map((each) => transactionOf(each, amount.currency, direction, where)),
  };
}

function transactionOf(node: XmlNode, currency: string, ofEntry: Direction, where: string): BankTransaction {
  const stated = textAt(node, 'CdtDbtInd');
  const direction = stated === null ? ofEntry : directionOf(stated, where);
  const [party, partyAccount] = direction === 'debit' ? ['Cdtr', 'CdtrAcct'] : ['Dbtr', 'DbtrAcct'];
  const account = nodeAt(node, 'RltdPties', partyAccount, 'Id');
  // Version 2 states the transaction's amount among the amount details only, in whichever currency it was made.
  const amounts = [
    ['Amt'],
    ['AmtDtls', 'TxAmt', 'Amt'],
    ['AmtDtls', 'CntrValAmt', 'Amt'],
    ['AmtDtls', 'InstdAmt', 'Amt'],
  ]
    .filter((path) => textAt(node, ...path) !== null)
    .map((path) => amountAt(node, currency, where, ...path));
  const instructed =
    textAt(node, 'AmtDtls', 'InstdAmt', 'Amt') === null
      ? null
      : amountAt(node, currency, where, 'AmtDtls', 'InstdAmt', 'Amt');
  const reason = nodeAt(node, 'RtrInf');
  return {
    endToEndId: given(textAt(node, 'Refs', 'EndToEndId')),
    instructionId: given(textAt(node, 'Refs', 'InstrId')),
    messageId: given(textAt(node, 'Refs', 'MsgId')),
    paymentInformationId: given(textAt(node, 'Refs', 'PmtInfId')),
    servicerReference: given(textAt(node, 'Refs', 'AcctSvcrRef')),
    amount: amounts.find((each) => each.currency === currency) ?? null,
    instructedAmount: instructed?.currency === currency ? null : instructed,
    direction,
    counterparty: {
      name: textAt(node, 'RltdPties', party, 'Nm') ?? textAt(node, 'RltdPties', party, 'Pty', 'Nm'),
      account: account === null ? null : (textAt(account, 'IBAN') ?? textAt(account, 'Othr', 'Id')),
    },
    remittance: [...nodesAt(node, 'RmtInf', 'Ustrd'), ...nodesAt(node, 'RmtInf', 'Strd', 'AddtlRmtInf')].flatMap(
      (each) => each['#text'] ?? [],
    ),
    creditorReferences: nodesAt(node, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').flatMap((each) => each['#text'] ?? []),
    returnReason:
      reason === null
        ? null
        : (textAt(reason, 'Rsn', 'Cd') ??
          textAt(reason, 'Rsn', 'Prtry') ??
          textAt(reason, 'AddtlInf') ??
          textAt(reason, 'OrgnlBkTxCd', 'Prtry', 'Cd') ??
          'returned'),
  };
}

/** Charges that were taken out of this entry; version 2 lists them flat, later ones as records. */
function chargesOf(node: XmlNode, currency: string, where: string): BankAmount[] {
  return [...nodesAt(node, 'Chrgs'), ...nodesAt(node, 'Chrgs', 'Rcrd')]
    .filter((charge) => textAt(charge, 'Amt') !== null && textAt(charge, 'ChrgInclInd') !== 'false')
    .map((charge) => amountAt(charge, currency, where, 'Amt'));
}

function transactionCodeOf(node: XmlNode): string | null {
  const domain = nodeAt(node, 'BkTxCd', 'Domn');
  if (domain === null) return textAt(node, 'BkTxCd', 'Prtry', 'Cd');
  return [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')].join('/');
}

function amountAt(node: XmlNode, currency: string | null, where: string, ...path: readonly string[]): BankAmount {
  const found = nodeAt(node, ...path);
  const text = found?.['#text'] ?? '';
  const amount = parseBankAmount(text, (found === null ? null : currencyAttribute(found)) ?? currency ?? '');
  if (amount === null) throw malformed(`${where} has the amount "${text}", which is no exact sum of a currency`);
  return amount;
}

function currencyAttribute(node: XmlNode): string | null {
  const value = node['@Ccy'];
  return typeof value === 'string' ? value : null;
}

function directionOf(text: string | null, where: string): Direction {
  if (text === 'CRDT') return 'credit';
  if (text === 'DBIT') return 'debit';
  throw malformed(`${where} is neither a credit nor a debit`);
}

/** A statement is of booked entries by its nature; other messages that do not say what they are of only inform. */
function statusOf(code: string | null, kind: BankReport['kind']): BankEntry['status'] {
  if (code === 'BOOK') return 'booked';
  if (code === 'PDNG') return 'pending';
  if (code === 'FUTR') return 'future';
  return code === null && kind === 'statement' ? 'booked' : 'information';
}

function dateAt(node: XmlNode, name: string): CivilDate | null {
  const text = textAt(node, name, 'Dt') ?? textAt(node, name, 'DtTm') ?? textAt(node, name, 'Dt', 'Dt');
  return civilDate.safeParse(text?.slice(0, 10)).data ?? null;
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** What banks write where they have nothing to say. */
function given(text: string | null): string | null {
  return text === null || /^(NOTPROVIDED|NOT PROVIDED|NOREF|NONREF|0+|-+)$/i.test(text) ? null : text;
}

/** What an entry does to the balance. */
function signedHundredThousandths({ amount, direction }: Pick<BankEntry, 'amount' | 'direction'>): bigint {
  return direction === 'credit' ? amount.hundredThousandths : -amount.hundredThousandths;
}

function balanceFindings({ opening, closing, entries }: Pick<BankReport, 'opening' | 'closing' | 'entries'>) {
  if (opening === null || closing === null || opening.amount.currency !== closing.amount.currency) return [];
  const booked = entries.filter(
    ({ status, amount }) => status === 'booked' && amount.currency === opening.amount.currency,
  );
  const found: BankAmount = {
    ...opening.amount,
    hundredThousandths: booked.reduce(
      (sum, entry) => sum + signedHundredThousandths(entry),
      opening.amount.hundredThousandths,
    ),
  };
  if (found.hundredThousandths === closing.amount.hundredThousandths) return [];
  return [{ check: 'balances' as const, stated: bankAmountText(closing.amount), found: bankAmountText(found) }];
}

function summaryFindings(node: XmlNode, entries: readonly BankEntry[]): ControlFinding[] {
  const summaries: [string, readonly BankEntry[]][] = [
    ['TtlNtries', entries],
    ['TtlCdtNtries', entries.filter(({ direction }) => direction === 'credit')],
    ['TtlDbtNtries', entries.filter(({ direction }) => direction === 'debit')],
  ];
  return summaries.flatMap(([name, summed]) => {
    const findings: ControlFinding[] = [];
    const count = countOf(textAt(node, 'TxsSummry', name, 'NbOfNtries'));
    if (count !== null && count !== summed.length) {
      findings.push({ check: 'entry-count', stated: `${count}`, found: `${summed.length}` });
    }
    const currency = summed[0]?.amount.currency ?? 'XXX';
    const stated = parseBankAmount(textAt(node, 'TxsSummry', name, 'Sum') ?? '', currency);
    const found = summed.reduce((sum, { amount }) => sum + amount.hundredThousandths, 0n);
    if (stated !== null && stated.hundredThousandths !== found) {
      const foundText = bankAmountText({ currency, hundredThousandths: found });
      findings.push({ check: 'entry-sum', stated: bankAmountText(stated), found: foundText });
    }
    return findings;
  });
}

/** The transactions of a batch make its entry, where each of them has an amount. */
function batchFindings({ amount, transactions, direction }: BankEntry): ControlFinding[] {
  if (transactions.length < 2 || transactions.some((each) => each.amount === null)) return [];
  const found = transactions.reduce(
    (sum, each) => sum + (each.direction === direction ? 1n : -1n) * each.amount!.hundredThousandths,
    0n,
  );
  if (found === amount.hundredThousandths) return [];
  const foundText = bankAmountText({ ...amount, hundredThousandths: found });
  return [{ check: 'batch-sum', stated: bankAmountText(amount), found: foundText }];
}

function malformed(why: string): RemittanceError {
  return new RemittanceError(
    'BANK_FILE_MALFORMED',
    `This bank file cannot be booked: ${why}.`,
    'Ask the bank for the statement as camt.053 or camt.054 and read that.',
    'peer',
  );
}
