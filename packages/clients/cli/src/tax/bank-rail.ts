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
  sepaRail,
  targetCalendar,
  ukCalendar,
  US_TREASURY,
} from '@gristmill/remittance';
import { addDays, type CivilDate, civilDate } from '@gristmill/tax';
import { z } from 'zod';
import { readYamlRecord } from '../yaml-file.ts';

const party = <Account extends z.ZodType>(account: Account) => z.strictObject({ name: z.string().min(1), account });
const reference = z.union([z.strictObject({ text: z.string() }), z.strictObject({ creditorReference: z.string() })]);
const timing = {
  zone: z.string().optional(),
  cutOff: z.string().default('14:00'),
  marginDays: z.int().min(0).max(60).default(1),
};
const iban = z.strictObject({ iban: z.string(), bic: z.string().exactOptional() });
const sortCode = z.strictObject({ sortCode: z.string(), accountNumber: z.string() });

/** From which account an authority is paid, by which scheme, and how it knows whose tax it is. */
const bankFile = z.discriminatedUnion('rail', [
  z.strictObject({ rail: z.literal('sepa'), ...timing, debtor: party(iban), creditor: party(iban), reference }),
  z.strictObject({
    rail: z.literal('faster-payments'),
    ...timing,
    debtor: party(sortCode),
    creditor: party(sortCode),
    reference,
  }),
  z.strictObject({
    rail: z.literal('ach'),
    ...timing,
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
  const balanceOf = (account: string, code: string) => async () => bankBalance(journal, account, { code, decimals: 2 });
  switch (bank.rail) {
    case 'sepa':
      return sepaRail({
        ...bank,
        outbox,
        timing: timingOf(bank, targetCalendar, 'Europe/Brussels', 1),
        availableUnits: balanceOf(bank.debtor.account.iban.replaceAll(' ', ''), 'EUR'),
      });
    case 'faster-payments': {
      const { sortCode: code, accountNumber } = bank.debtor.account;
      return fasterPaymentsRail({
        ...bank,
        outbox,
        timing: timingOf(bank, ukCalendar, 'Europe/London', 0),
        availableUnits: balanceOf(`${code}${accountNumber}`.replace(/\D/g, ''), 'GBP'),
      });
    }
    case 'ach':
      return achTaxRail({
        ...bank,
        outbox,
        timing: timingOf(bank, federalReserveCalendar, 'America/New_York', 1),
        availableUnits: balanceOf(bank.account, 'USD'),
        creditor: US_TREASURY,
        effectiveDateOf: (execution) => nextBusinessDay(federalReserveCalendar, execution),
      });
  }
}

function timingOf(
  { zone, cutOff, marginDays }: Pick<BankFile, 'zone' | 'cutOff' | 'marginDays'>,
  calendar: BankCalendar,
  schemeZone: string,
  transferDays: number,
) {
  return bankTiming({ calendar, zone: zone ?? schemeZone, cutOff, transferDays, marginDays });
}

function nextBusinessDay(calendar: BankCalendar, date: CivilDate): CivilDate {
  let day = addDays(date, 1);
  while (!calendar(day)) day = addDays(day, 1);
  return day;
}
