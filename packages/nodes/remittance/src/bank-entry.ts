import type { CivilDate } from '@gristmill/tax';
import type { BankAmount } from './bank-amount.ts';
import {
  accountAt,
  amountAt,
  countAt,
  dateAt,
  type Direction,
  directionAt,
  exactAmountAt,
  fileMalformed,
  referenceAt,
} from './bank-field.ts';
import { nodeAt, nodesAt, textAt, type XmlNode } from './bank-xml.ts';

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
  /** What it was paid for, in the payer's words, numbers of documents, and the bank's words. */
  remittance: readonly string[];
  creditorReferences: readonly string[];
  /** Why a payment came back (ISO 20022 external reason code, `AC04`, or the bank's words). */
  returnReason: string | null;
}

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

/** Which message an entry stands in. */
export type ReportKind = 'statement' | 'notification' | 'report';

/** @throws RemittanceError `BANK_FILE_MALFORMED` without a direction or an exact amount: money is never guessed. */
export function entryOf(
  node: XmlNode,
  { currency, kind, index }: { currency: string | null; kind: ReportKind; index: number },
): BankEntry {
  const where = `entry ${index + 1}`;
  const amount = exactAmountAt(node, currency, where, 'Amt');
  const direction = directionAt(node);
  if (direction === null) throw fileMalformed(`${where} is neither a credit nor a debit`);
  // Version 01 has the details in the entry itself.
  const details = [...nodesAt(node, 'NtryDtls'), node];
  const transactions = details.flatMap((each) => nodesAt(each, 'TxDtls'));
  return {
    entryReference: referenceAt(node, 'NtryRef'),
    servicerReference: referenceAt(node, 'AcctSvcrRef'),
    amount,
    direction,
    reversal: isTrue(textAt(node, 'RvslInd')),
    status: statusOf(textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts', 'Prtry') ?? textAt(node, 'Sts'), kind),
    bookingDate: dateAt(node, 'BookgDt'),
    valueDate: dateAt(node, 'ValDt'),
    transactionCode: transactionCodeOf(node),
    text: textAt(node, 'AddtlNtryInf'),
    charges: chargesOf([node, ...transactions], amount.currency, where),
    batches: details
      .flatMap((each) => nodesAt(each, 'Btch'))
      .map((batch) => ({
        messageId: referenceAt(batch, 'MsgId'),
        paymentInformationId: referenceAt(batch, 'PmtInfId'),
        transactions: countAt(batch, 'NbOfTxs'),
      })),
    transactions: transactions.map((each) => transactionOf(each, amount.currency, direction, where)),
  };
}

function transactionOf(node: XmlNode, currency: string, ofEntry: Direction, where: string): BankTransaction {
  const direction = textAt(node, 'CdtDbtInd') === null ? ofEntry : directionAt(node);
  if (direction === null) throw fileMalformed(`a transaction in ${where} is neither a credit nor a debit`);
  const [party, partyAccount] = direction === 'debit' ? ['Cdtr', 'CdtrAcct'] : ['Dbtr', 'DbtrAcct'];
  // Version 2 states the transaction's amount among the amount details only, in whichever currency it was made.
  const amounts = [
    ['Amt'],
    ['AmtDtls', 'TxAmt', 'Amt'],
    ['AmtDtls', 'CntrValAmt', 'Amt'],
    ['AmtDtls', 'InstdAmt', 'Amt'],
  ]
    .filter((path) => textAt(node, ...path) !== null)
    .map((path) => exactAmountAt(node, currency, where, ...path));
  const instructed = amountAt(node, currency, 'AmtDtls', 'InstdAmt', 'Amt');
  const reason = nodeAt(node, 'RtrInf');
  return {
    endToEndId: referenceAt(node, 'Refs', 'EndToEndId'),
    instructionId: referenceAt(node, 'Refs', 'InstrId'),
    messageId: referenceAt(node, 'Refs', 'MsgId'),
    paymentInformationId: referenceAt(node, 'Refs', 'PmtInfId'),
    servicerReference: referenceAt(node, 'Refs', 'AcctSvcrRef'),
    amount: amounts.find((each) => each.currency === currency) ?? null,
    instructedAmount: instructed?.currency === currency ? null : instructed,
    direction,
    counterparty: {
      name: textAt(node, 'RltdPties', party, 'Nm') ?? textAt(node, 'RltdPties', party, 'Pty', 'Nm'),
      account: accountAt(node, 'RltdPties', partyAccount),
    },
    remittance: [
      ['RmtInf', 'Ustrd'],
      ['RmtInf', 'Strd', 'AddtlRmtInf'],
      ['RmtInf', 'Strd', 'RfrdDocInf', 'Nb'],
      ['AddtlTxInf'],
    ].flatMap((path) => nodesAt(node, ...path).flatMap(wordsOf)),
    creditorReferences: nodesAt(node, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').flatMap(wordsOf),
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

/**
 * Charges that were taken out of an entry, from the first of entry and transactions that state some, as banks repeat
 * them; version 2 lists them flat, later ones as records.
 */
function chargesOf([entry, ...transactions]: readonly XmlNode[], currency: string, where: string): BankAmount[] {
  const ofNodes = (nodes: readonly XmlNode[]) =>
    nodes
      .flatMap((node) => [...nodesAt(node, 'Chrgs'), ...nodesAt(node, 'Chrgs', 'Rcrd')])
      .filter((charge) => textAt(charge, 'Amt') !== null && !isFalse(textAt(charge, 'ChrgInclInd')))
      .map((charge) => exactAmountAt(charge, currency, where, 'Amt'));
  const ofEntry = ofNodes(entry === undefined ? [] : [entry]);
  return ofEntry.length > 0 ? ofEntry : ofNodes(transactions);
}

function transactionCodeOf(node: XmlNode): string | null {
  const domain = nodeAt(node, 'BkTxCd', 'Domn');
  if (domain === null) return textAt(node, 'BkTxCd', 'Prtry', 'Cd');
  return [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')].join('/');
}

/**
 * A statement is of booked entries by its nature: one whose status is unknown or left out is looked at as booked, and
 * the balances say whether it was. Other messages then only inform.
 */
function statusOf(code: string | null, kind: ReportKind): BankEntry['status'] {
  if (code === 'BOOK') return 'booked';
  if (code === 'PDNG') return 'pending';
  if (code === 'FUTR') return 'future';
  return kind === 'statement' && code !== 'INFO' ? 'booked' : 'information';
}

/** `xs:boolean`, and what banks write for it. */
function isTrue(text: string | null): boolean {
  return text !== null && ['true', '1'].includes(text.toLowerCase());
}

function isFalse(text: string | null): boolean {
  return text !== null && ['false', '0'].includes(text.toLowerCase());
}

function wordsOf(node: XmlNode): string[] {
  const text = node['#text'];
  return text === undefined || text === '' ? [] : [text];
}
