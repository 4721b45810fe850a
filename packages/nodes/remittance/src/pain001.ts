import type { CivilDate } from '@gristmill/tax';
import { paymentMalformed } from './errors.ts';
import { parseCreditorReference, parseIban } from './iban.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { nameText, referenceText } from './payment-text.ts';
import { element, xmlDocument, type XmlElement } from './xml-text.ts';

/** An account in the single euro payments area. The bank finds itself by the IBAN where no BIC is given. */
export interface IbanAccount {
  iban: string;
  bic?: string;
}

/** An account in the United Kingdom. */
export interface SortCodeAccount {
  sortCode: string;
  accountNumber: string;
}

/** What tells the authority whose tax it is: an RF creditor reference (ISO 11649), or words, such as a tax number. */
export type RemittanceReference = { creditorReference: string } | { text: string };

export interface Party<Account> {
  name: string;
  account: Account;
}

interface CreditTransfer<Account> {
  /** What its end-to-end id is derived from. */
  paymentId: string;
  /** Pence or cents. */
  amount: bigint;
  executionDate: CivilDate;
  creditor: Party<Account>;
  reference: RemittanceReference;
}

/** Of `pain.001.001`: `09` since 2023, `03` for banks that have not moved. They differ in two elements and the namespace. */
export type Pain001Version = '03' | '09';

export interface CreditTransferMessage<Account> {
  createdAtMs: number;
  /** `09` when left out. */
  version?: Pain001Version;
  debtor: Party<Account>;
  transfers: readonly CreditTransfer<Account>[];
}

/** What differs between the two shapes. */
interface Scheme<Account> {
  currency: string;
  /** ISO 20022 external service level: SEPA, or urgent net settlement, which UK banks take for Faster Payments. */
  serviceLevel: string;
  chargeBearer: string;
  amountMax: bigint;
  nameLengthMax: number;
  account(account: Account): XmlElement;
  agent(account: Account, version: Pain001Version): XmlElement | null;
  remittance(reference: RemittanceReference): XmlElement;
}

/**
 * Euro credit transfers as `pain.001` in the shape of the SEPA rulebook's guidelines (EPC132-08): service level
 * SEPA, charges shared, category purpose TAXS. Each transfer is a payment of its own, so that it is a line of its own
 * on the statement. Elements stand in the schema's order; the same message always gives the same bytes.
 *
 * @throws RemittanceError `PAYMENT_MALFORMED` when an account, name, reference, amount or date cannot be written.
 */
export function sepaCreditTransfers(message: CreditTransferMessage<IbanAccount>): string {
  return pain001(message, SEPA);
}

/**
 * Sterling credit transfers as `pain.001` in the shape UK banks take for Faster Payments: sort code as GBDSC
 * member id, eight-digit account number, a reference of at most 18 characters.
 *
 * @throws RemittanceError `PAYMENT_MALFORMED` as `sepaCreditTransfers`; also above the scheme's one million pounds.
 */
export function fasterPayments(message: CreditTransferMessage<SortCodeAccount>): string {
  return pain001(message, FASTER_PAYMENTS);
}

/** The most that one transfer may carry, minor units: EPC125-05 for SEPA, Pay.UK's scheme limit for Faster Payments. */
export const SEPA_AMOUNT_MAX = 99_999_999_999n;
export const FASTER_PAYMENTS_AMOUNT_MAX = 100_000_000n;

const SEPA: Scheme<IbanAccount> = {
  currency: 'EUR',
  serviceLevel: 'SEPA',
  chargeBearer: 'SLEV',
  amountMax: SEPA_AMOUNT_MAX,
  nameLengthMax: 70,
  account: ({ iban }) => element('Id', element('IBAN', parseIban(iban))),
  agent: ({ bic }, version) =>
    bic === undefined ? null : element('FinInstnId', element(version === '03' ? 'BIC' : 'BICFI', parseBic(bic))),
  remittance: (reference) =>
    'text' in reference
      ? element('Ustrd', referenceText(reference.text, 140))
      : element(
          'Strd',
          element(
            'CdtrRefInf',
            element('Tp', element('CdOrPrtry', element('Cd', 'SCOR')), element('Issr', 'ISO')),
            element('Ref', parseCreditorReference(reference.creditorReference)),
          ),
        ),
};

const FASTER_PAYMENTS: Scheme<SortCodeAccount> = {
  currency: 'GBP',
  serviceLevel: 'URNS',
  chargeBearer: 'SHAR',
  amountMax: FASTER_PAYMENTS_AMOUNT_MAX,
  nameLengthMax: 40,
  account: ({ accountNumber }) =>
    element(
      'Id',
      element(
        'Othr',
        element('Id', digitsOf(accountNumber, 8, 'account number')),
        element('SchmeNm', element('Cd', 'BBAN')),
      ),
    ),
  agent: ({ sortCode }) =>
    element(
      'FinInstnId',
      element(
        'ClrSysMmbId',
        element('ClrSysId', element('Cd', 'GBDSC')),
        element('MmbId', digitsOf(sortCode, 6, 'sort code')),
      ),
    ),
  remittance: (reference) =>
    element(
      'Ustrd',
      referenceText('text' in reference ? reference.text : parseCreditorReference(reference.creditorReference), 18),
    ),
};

function pain001<Account>(message: CreditTransferMessage<Account>, scheme: Scheme<Account>): string {
  const { createdAtMs, version = '09', debtor, transfers } = message;
  const [first] = transfers;
  if (first === undefined) throw paymentMalformed('A payment file without payments.', 'Write one when there are some.');
  const payments = transfers.map((transfer) => paymentInformation(debtor, transfer, scheme, version));
  const ids = transfers.map(({ paymentId }) => paymentId);
  if (new Set(ids).size < ids.length) {
    throw paymentMalformed(`The payments ${ids.join(', ')} are not all different.`, 'Give each payment once.');
  }
  // A message of one payment is named after it; one of several after all of them.
  const { messageId } = paymentIdsOf(ids.length === 1 ? first.paymentId : JSON.stringify(ids));
  const sum = transfers.reduce((total, { amount }) => total + amount, 0n);
  const document = element(
    'Document',
    element(
      'CstmrCdtTrfInitn',
      element(
        'GrpHdr',
        element('MsgId', messageId),
        element('CreDtTm', new Date(createdAtMs).toISOString().replace(/\.\d+Z$/, 'Z')),
        element('NbOfTxs', `${transfers.length}`),
        element('CtrlSum', decimal(sum)),
        element('InitgPty', element('Nm', nameText(debtor.name, scheme.nameLengthMax))),
      ),
      ...payments,
    ),
  );
  return xmlDocument({
    ...document,
    attributes: [['xmlns', `urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}`]],
  });
}

function paymentInformation<Account>(
  debtor: Party<Account>,
  transfer: CreditTransfer<Account>,
  scheme: Scheme<Account>,
  version: Pain001Version,
): XmlElement {
  const { paymentId, amount, executionDate, creditor, reference } = transfer;
  const { paymentInformationId, endToEndId } = paymentIdsOf(paymentId);
  if (amount <= 0n || amount > scheme.amountMax) {
    throw paymentMalformed(
      `${decimal(amount)} ${scheme.currency} is not an amount that one transfer can carry.`,
      `Pay more than nothing and at most ${decimal(scheme.amountMax)} at a time.`,
    );
  }
  const instructed: XmlElement = {
    ...element('InstdAmt', decimal(amount)),
    attributes: [['Ccy', scheme.currency]],
  };
  const creditorAgent = scheme.agent(creditor.account, version);
  return element(
    'PmtInf',
    element('PmtInfId', paymentInformationId),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'),
    element('NbOfTxs', '1'),
    element('CtrlSum', decimal(amount)),
    element(
      'PmtTpInf',
      element('SvcLvl', element('Cd', scheme.serviceLevel)),
      element('CtgyPurp', element('Cd', 'TAXS')),
    ),
    element('ReqdExctnDt', version === '03' ? executionDate : element('Dt', executionDate)),
    element('Dbtr', element('Nm', nameText(debtor.name, scheme.nameLengthMax))),
    element('DbtrAcct', scheme.account(debtor.account), element('Ccy', scheme.currency)),
    element('DbtrAgt', scheme.agent(debtor.account, version) ?? NOT_PROVIDED),
    element('ChrgBr', scheme.chargeBearer),
    element(
      'CdtTrfTxInf',
      element('PmtId', element('InstrId', endToEndId), element('EndToEndId', endToEndId)),
      element('Amt', instructed),
      creditorAgent === null ? null : element('CdtrAgt', creditorAgent),
      element('Cdtr', element('Nm', nameText(creditor.name, scheme.nameLengthMax))),
      element('CdtrAcct', scheme.account(creditor.account)),
      element('Purp', element('Cd', 'TAXS')),
      element('RmtInf', scheme.remittance(reference)),
    ),
  );
}

const NOT_PROVIDED = element('FinInstnId', element('Othr', element('Id', 'NOTPROVIDED')));

/** Minor units with two decimals, as both currencies have. */
function decimal(minorUnits: bigint): string {
  const digits = minorUnits.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function parseBic(text: string): string {
  if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text)) {
    throw paymentMalformed(`"${text}" is not a BIC.`, 'Write 8 or 11 capitals and digits, or leave it out.');
  }
  return text;
}

function digitsOf(text: string, length: number, what: string): string {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== length) {
    throw paymentMalformed(`"${text}" is not a ${what}.`, `Write its ${length} digits.`);
  }
  return digits;
}
