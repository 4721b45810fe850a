import type { CivilDate } from '@gristmill/tax';
import { ACH_AMOUNT_MAX, type AchOriginator, achTaxFile, type TaxEntry } from './nacha.ts';
import type { Outbox } from './outbox.ts';
import {
  FASTER_PAYMENTS_AMOUNT_MAX,
  fasterPayments,
  type IbanAccount,
  type Pain001Version,
  type Party,
  type RemittanceReference,
  SEPA_AMOUNT_MAX,
  sepaCreditTransfers,
  type SortCodeAccount,
} from './pain001.ts';
import { paymentIdsOf } from './payment-ids.ts';
import type { AnnouncedPayment, BankRoute, Rail } from './rail.ts';
import type { RailTiming } from './rail-timing.ts';

interface BankRailOptions {
  outbox: Outbox;
  timing: RailTiming;
  /** The balance of the account, from its newest statement; null where nobody knows. */
  availableUnits: () => Promise<bigint | null>;
}

export interface CreditTransferRailOptions<Account> extends BankRailOptions {
  debtor: Party<Account>;
  creditor: Party<Account>;
  reference: RemittanceReference;
  /** Which `pain.001.001` the bank takes; `09` when left out. */
  version?: Pain001Version;
}

/** Euro credit transfers as `pain.001` files. @throws RemittanceError `PAYMENT_MALFORMED` */
export function sepaRail(options: CreditTransferRailOptions<IbanAccount>): Rail {
  const { debtor, creditor, reference, version = '09' } = options;
  return bankFileRail(options, {
    name: 'sepa',
    asset: { code: 'EUR', decimals: 2 },
    extension: 'pain.001.xml',
    largestPayment: SEPA_AMOUNT_MAX,
    route: {
      account: compact(debtor.account.iban),
      creditorAccount: compact(creditor.account.iban),
      reference: referenceOf(reference),
    },
    contentOf: (payment) =>
      sepaCreditTransfers({
        createdAtMs: payment.announcedAtMs,
        version,
        debtor,
        transfers: [
          {
            paymentId: payment.id,
            amount: payment.units,
            executionDate: payment.executionDate,
            creditor,
            reference,
          },
        ],
      }),
  });
}

/** Sterling credit transfers as `pain.001` files. @throws RemittanceError `PAYMENT_MALFORMED` */
export function fasterPaymentsRail(options: CreditTransferRailOptions<SortCodeAccount>): Rail {
  const { debtor, creditor, reference, version = '09' } = options;
  return bankFileRail(options, {
    name: 'faster-payments',
    asset: { code: 'GBP', decimals: 2 },
    extension: 'pain.001.xml',
    largestPayment: FASTER_PAYMENTS_AMOUNT_MAX,
    route: {
      account: ukAccountOf(debtor.account),
      creditorAccount: ukAccountOf(creditor.account),
      reference: referenceOf(reference),
    },
    contentOf: (payment) =>
      fasterPayments({
        createdAtMs: payment.announcedAtMs,
        version,
        debtor,
        transfers: [
          {
            paymentId: payment.id,
            amount: payment.units,
            executionDate: payment.executionDate,
            creditor,
            reference,
          },
        ],
      }),
  });
}

export interface AchTaxRailOptions extends BankRailOptions {
  originator: AchOriginator;
  /** The account that the bank charges, as its statements name it. */
  account: string;
  creditor: TaxEntry['creditor'];
  taxpayerId: string;
  taxTypeCode: string;
  /** The last day of the tax period. */
  periodEnd: CivilDate;
  /** The day on which a payment executed on a day is to be there. */
  effectiveDateOf: (executionDate: CivilDate) => CivilDate;
}

/** US tax by ACH credit: NACHA CCD files with a TXP addenda. @throws RemittanceError `PAYMENT_MALFORMED` */
export function achTaxRail(options: AchTaxRailOptions): Rail {
  const { originator, creditor, taxpayerId, taxTypeCode, periodEnd, effectiveDateOf } = options;
  return bankFileRail(options, {
    name: 'ach',
    asset: { code: 'USD', decimals: 2 },
    extension: 'ach',
    largestPayment: ACH_AMOUNT_MAX,
    route: { account: options.account, creditorAccount: creditor.account.accountNumber, reference: taxpayerId },
    contentOf: (payment) =>
      achTaxFile({
        createdAtMs: payment.announcedAtMs,
        originator,
        effectiveDate: effectiveDateOf(payment.executionDate),
        entries: [
          {
            paymentId: payment.id,
            creditor,
            tax: { taxpayerId, taxTypeCode, periodEnd, amounts: [{ type: taxTypeCode, cents: payment.units }] },
          },
        ],
      }),
  });
}

interface BankFile extends Pick<Rail, 'name' | 'asset' | 'largestPayment'> {
  extension: string;
  route: BankRoute;
  contentOf: (payment: AnnouncedPayment) => string;
}

function bankFileRail({ outbox, timing, availableUnits }: BankRailOptions, file: BankFile): Rail {
  const { name, asset, largestPayment, route, extension, contentOf } = file;
  // What cannot be written is found when the rail is set up, and not on the day a payment is due.
  contentOf({ id: 'trial', units: 1n, executionDate: timing.arrivalOf(0).executionDate, announcedAtMs: 0 });
  const fileNameOf = (paymentId: string) => `${paymentIdsOf(paymentId).messageId}.${extension}`;
  return {
    name,
    asset,
    timing,
    largestPayment,
    route,
    availableUnits,
    async find(paymentId) {
      const fileName = fileNameOf(paymentId);
      const sha256 = await outbox.find(fileName);
      return sha256 === null ? null : { settled: false, evidence: evidenceOf(fileName, sha256) };
    },
    async handOver(payment) {
      const fileName = fileNameOf(payment.id);
      return { settled: false, evidence: evidenceOf(fileName, await outbox.put(fileName, contentOf(payment))) };
    },
  };
}

function referenceOf(reference: RemittanceReference): string {
  return 'text' in reference ? reference.text : compact(reference.creditorReference);
}

function evidenceOf(fileName: string, sha256: string): string {
  return `${fileName} sha256:${sha256}`;
}

function ukAccountOf({ sortCode, accountNumber }: SortCodeAccount): string {
  return digits(sortCode) + digits(accountNumber);
}

function compact(text: string): string {
  return text.replace(/ /g, '').toUpperCase();
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
