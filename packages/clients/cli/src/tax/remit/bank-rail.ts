import { GristmillError, type Journal } from '@gristmill/protocol';
import {
  achTaxRail,
  bankBalance,
  type BankCalendar,
  bankTiming,
  fasterPaymentsRail,
  federalReserveCalendar,
  openOutbox,
  type Rail,
  type RailTiming,
  sepaRail,
  targetCalendar,
  ukCalendar,
  US_TREASURY,
} from '@gristmill/remittance';
import { addDays, type CivilDate, civilDate } from '@gristmill/tax';
import { z } from 'zod';
import { readYamlRecord } from '../../yaml-file.ts';

const party = <Account extends z.ZodType>(account: Account) => z.strictObject({ name: z.string().min(1), account });
const reference = z.union([z.strictObject({ text: z.string() }), z.strictObject({ creditorReference: z.string() })]);
const options = {
  zone: z.string().optional(),
  cutOff: z.string().default('14:00'),
  marginDays: z.int().min(0).max(60).default(1),
};
/** Of pain.001.001; the older one is what some banks still ask for. */
const version = z.enum(['03', '09']).default('09');
const iban = z.strictObject({ iban: z.string(), bic: z.string().exactOptional() });
const sortCode = z.strictObject({ sortCode: z.string(), accountNumber: z.string() });

/** From which account an authority is paid, by which scheme, and how it knows whose tax it is. */
const bankFile = z.discriminatedUnion('rail', [
  z.strictObject({
    rail: z.literal('sepa'),
    ...options,
    version,
    debtor: party(iban),
    creditor: party(iban),
    reference,
  }),
  z.strictObject({
    rail: z.literal('faster-payments'),
    ...options,
    version,
    debtor: party(sortCode),
    creditor: party(sortCode),
    reference,
  }),
  z.strictObject({
    rail: z.literal('ach'),
    ...options,
    originator: z.strictObject({
      name: z.string(),
      companyId: z.string(),
      bankName: z.string(),
      bankRoutingNumber: z.string(),
    }),
    account: z.string(),
    taxpayerId: z.string(),
    taxTypeCode: z.string(),
    periodEnd: civilDate,
  }),
]);

export type BankFile = z.infer<typeof bankFile>;

/** @throws GristmillError `FILE_UNREADABLE`, `BANK_FILE_MALFORMED` */
export async function readBankFile(file: string): Promise<BankFile> {
  const hint = 'See `gristmill tax remit --help` for what it holds.';
  const stated = await readYamlRecord(file, { code: 'BANK_FILE_MALFORMED', what: 'a description of a bank', hint });
  const parsed = bankFile.safeParse(stated);
  if (parsed.success) return parsed.data;
  throw new GristmillError('BANK_FILE_MALFORMED', `${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`, {
    hint,
  });
}

/**
 * The rail that a bank's description means: files in `outboxFolder`, one a payment, for somebody to carry to the bank.
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`, `BANK_DATE_MALFORMED` when what is described cannot be written.
 */
export async function bankRail(bank: BankFile, journal: Journal, outboxFolder: string): Promise<Rail> {
  const outbox = await openOutbox(outboxFolder);
  const timing = bankTimingOf(bank);
  const balanceOf = (account: string, code: string) => async () => bankBalance(journal, account, { code, decimals: 2 });
  switch (bank.rail) {
    case 'sepa':
      return sepaRail({
        ...bank,
        outbox,
        timing,
        availableUnits: balanceOf(bank.debtor.account.iban.replaceAll(' ', ''), 'EUR'),
      });
    case 'faster-payments': {
      const { sortCode: code, accountNumber } = bank.debtor.account;
      return fasterPaymentsRail({
        ...bank,
        outbox,
        timing,
        availableUnits: balanceOf(`${code}${accountNumber}`.replace(/\D/g, ''), 'GBP'),
      });
    }
    case 'ach':
      return achTaxRail({
        ...bank,
        outbox,
        timing,
        availableUnits: balanceOf(bank.account, 'USD'),
        creditor: US_TREASURY,
        effectiveDateOf: (execution) => nextBusinessDay(federalReserveCalendar, execution),
      });
  }
}

/** Days that payments of a scheme move on, where its clock hangs, and business days until they are there. */
const SCHEMES: Readonly<Record<BankFile['rail'], { calendar: BankCalendar; zone: string; transferDays: number }>> = {
  sepa: { calendar: targetCalendar, zone: 'Europe/Brussels', transferDays: 1 },
  'faster-payments': { calendar: ukCalendar, zone: 'Europe/London', transferDays: 0 },
  ach: { calendar: federalReserveCalendar, zone: 'America/New_York', transferDays: 1 },
};

/** @throws RemittanceError `BANK_DATE_MALFORMED` */
export function bankTimingOf({ rail, zone, cutOff, marginDays }: BankFile): RailTiming {
  const scheme = SCHEMES[rail];
  return bankTiming({ ...scheme, zone: zone ?? scheme.zone, cutOff, marginDays });
}

function nextBusinessDay(calendar: BankCalendar, date: CivilDate): CivilDate {
  let day = addDays(date, 1);
  while (!calendar(day)) day = addDays(day, 1);
  return day;
}
