import { divideRounded, GristmillError } from '@gristmill/protocol';
import { civilDate, Rational, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { checkVatNumber } from '../../src/vat-number.ts';
import { MEMBER_STATES } from './member-states.ts';
import {
  type DeclaredQuarter,
  type DeclaredSupply,
  type OneStopShopQuarter,
  readOneStopShopQuarter,
} from './one-stop-shop-quarter.ts';
import { dueDateOf, firstDayOf, lastDayOf, nameOf, type Quarter, quarter } from './quarter.ts';

const memberState = z.enum(MEMBER_STATES);
const cents = z.string().regex(/^-?\d+$/, 'not an integer of cents in digits');
const ratedSupplies = z.array(
  z.strictObject({
    supplyType: z.enum(['SERVICES', 'GOODS']),
    vatRateType: z.enum(['STANDARD', 'REDUCED']),
    /** In percent. */
    vatRate: z.string(),
    taxableAmount: cents,
    vatAmount: cents,
  }),
);

/**
 * The return as data. Its fields are those of Implementing Regulation (EU) 2020/194, Annex III, grouped as member states'
 * systems exchange them: by member state of consumption, what was supplied from the member state of identification
 * and from others. Amounts are digits of euro cents.
 */
export const oneStopShopReturnSchema = z.strictObject({
  schema: z.literal('gristmill/oss-return/1'),
  /** As the member state of identification forms it, without its time stamp: `DE/DE111111125/Q3.2026`. */
  reference: z.string(),
  scheme: z.enum(['union', 'non-union']),
  memberStateOfIdentification: memberState,
  vatNumber: z.string(),
  period: quarter,
  startDate: civilDate,
  endDate: civilDate,
  currency: z.literal('EUR'),
  exchangeRateDate: civilDate.nullable(),
  memberStatesOfConsumption: z.array(
    z.strictObject({
      country: memberState,
      /** VAT of the supplies and corrections; a negative one is repaid by that state and never set against another. */
      balance: cents,
      servicesFromIdentification: cents,
      goodsFromIdentification: cents,
      servicesFromEstablishments: cents,
      goodsFromEstablishments: cents,
      correctionsTotal: cents,
      suppliesFromIdentification: ratedSupplies,
      suppliesFromEstablishments: z.array(
        z.strictObject({ country: memberState, vatNumber: z.string().nullable(), supplies: ratedSupplies }),
      ),
      corrections: z.array(z.strictObject({ period: quarter, vatAmount: cents })),
    }),
  ),
  totals: z.strictObject({
    taxableAmount: cents,
    vatAmount: cents,
    corrections: cents,
    /** What is transferred with this return. */
    payable: cents,
    /** What member states of consumption repay. */
    repayable: cents,
  }),
  /** The last day for return and payment. It does not move when it is no business day. */
  dueDate: civilDate,
});

export type OneStopShopReturn = z.infer<typeof oneStopShopReturnSchema>;

/**
 * The VAT return of a quarter under the Union or the non-Union scheme.
 *
 * Source: Directive 2006/112/EC, arts. 364 to 367 and 369f to 369i; Implementing Regulation (EU) 282/2011, arts. 59 to 61.
 *
 * @throws GristmillError `OSS_RETURN_MALFORMED`, naming each entry that cannot be declared here; TaxError
 *   `PARAMETER_NOT_IN_FORCE` when the pack has no such rate on the day of a supply.
 */
export function oneStopShopReturn(pack: RulePack, stated: OneStopShopQuarter): OneStopShopReturn {
  const declared = readOneStopShopQuarter(pack, stated);
  const { scheme, memberStateOfIdentification, period, exchangeRates } = declared;
  const lines = linesOf(declared);
  const corrections = correctionsOf(declared);
  const states = MEMBER_STATES.filter((country) =>
    [...lines, ...corrections].some(({ memberStateOfConsumption }) => memberStateOfConsumption === country),
  ).map((country) => consumptionOf(country, lines, corrections));
  const totals = {
    taxableAmount: sum(lines.map(({ taxableAmount }) => taxableAmount)),
    vatAmount: sum(lines.map(({ vat }) => vat)),
    corrections: sum(corrections.map(({ vat }) => vat)),
    payable: sum(states.map(({ balance }) => (balance > 0n ? balance : 0n))),
    repayable: sum(states.map(({ balance }) => (balance < 0n ? -balance : 0n))),
  };
  if (totals.payable - totals.repayable !== totals.vatAmount + totals.corrections) {
    throw new GristmillError(
      'OSS_TOTALS_DIFFER',
      `The balances of ${nameOf(period)} are not its VAT and corrections.`,
      {
        hint: 'Report this return: money was lost or made in adding it up.',
        fault: 'internal',
      },
    );
  }
  const { country, number } = checkVatNumber(declared.vatNumber);
  return {
    schema: 'gristmill/oss-return/1',
    reference: `${memberStateOfIdentification}/${country}${number}/${nameOf(period)}`,
    scheme,
    memberStateOfIdentification,
    vatNumber: `${country}${number}`,
    period,
    startDate: firstDayOf(period),
    endDate: lastDayOf(period),
    currency: 'EUR',
    exchangeRateDate: exchangeRates?.date ?? null,
    memberStatesOfConsumption: states.map(inDigits),
    totals: inDigits(totals),
    dueDate: dueDateOf(period),
  };
}

/** What was supplied to one state, from one origin, of one kind, at one rate. */
type Line = Pick<DeclaredSupply, 'memberStateOfConsumption' | 'kind' | 'rate'> & {
  from: { country: DeclaredQuarter['memberStateOfIdentification']; vatNumber: string | null } | null;
  rateType: 'STANDARD' | 'REDUCED';
  taxableAmount: bigint;
  vat: bigint;
};

/** Added up in each currency first, so that conversion rounds once for each line and currency. */
function linesOf({ supplies, exchangeRates }: DeclaredQuarter): Line[] {
  const lines = new Map<string, Line>();
  for (const [code, inCurrency] of Map.groupBy(supplies, ({ currency }) => currency)) {
    const unitsPerEuro = Rational.parse(code === 'EUR' ? '1' : exchangeRates!.rates[code]!);
    for (const [key, entries] of Map.groupBy(inCurrency.map(lineOf), keyOf)) {
      const line = lines.get(key) ?? { ...entries[0]!, taxableAmount: 0n, vat: 0n };
      line.taxableAmount += inEuroCents(sum(entries.map(({ taxableAmount }) => taxableAmount)), unitsPerEuro);
      line.vat += inEuroCents(sum(entries.map(({ vat }) => vat)), unitsPerEuro);
      lines.set(key, line);
    }
  }
  return [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

function lineOf(supply: DeclaredSupply): Line {
  const { memberStateOfConsumption, kind, rate, rateCategory, suppliedFrom, taxableAmount, vat } = supply;
  const number = suppliedFrom?.vatNumber === undefined ? null : checkVatNumber(suppliedFrom.vatNumber);
  return {
    memberStateOfConsumption,
    kind,
    rate,
    from:
      suppliedFrom === undefined
        ? null
        : { country: suppliedFrom.country, vatNumber: number === null ? null : `${number.country}${number.number}` },
    rateType: rateCategory === 'standard' ? 'STANDARD' : 'REDUCED',
    taxableAmount,
    vat,
  };
}

function keyOf({ memberStateOfConsumption, from, kind, rateType, rate }: Line): string {
  const percent = percentOf(rate).padStart(8);
  return [memberStateOfConsumption, from?.country, from?.vatNumber, kind, rateType, percent].join(' ');
}

/** To the nearest cent, halves away from zero: Regulation (EC) 1103/97, art. 5. */
function inEuroCents(amount: bigint, { numerator, denominator }: Rational): bigint {
  const magnitude = divideRounded((amount < 0n ? -amount : amount) * denominator, numerator, 'halfUp');
  return amount < 0n ? -magnitude : magnitude;
}

type Correction = DeclaredQuarter['corrections'][number];

/** One for each state and quarter, the oldest first. */
function correctionsOf({ corrections }: DeclaredQuarter): Correction[] {
  const key = ({ memberStateOfConsumption, period }: Correction) =>
    `${period.year} ${period.quarter} ${memberStateOfConsumption}`;
  return [...Map.groupBy(corrections, key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({ ...same[0]!, vat: sum(same.map(({ vat }) => vat)) }));
}

function consumptionOf(
  country: Line['memberStateOfConsumption'],
  all: readonly Line[],
  corrected: readonly Correction[],
) {
  const lines = all.filter(({ memberStateOfConsumption }) => memberStateOfConsumption === country);
  const corrections = corrected.filter(({ memberStateOfConsumption }) => memberStateOfConsumption === country);
  const vatOf = (kind: Line['kind'], isFromIdentification: boolean) =>
    sum(
      lines.filter((line) => line.kind === kind && (line.from === null) === isFromIdentification).map(({ vat }) => vat),
    );
  const correctionsTotal = sum(corrections.map(({ vat }) => vat));
  const elsewhere = lines.flatMap((line) => (line.from === null ? [] : [{ ...line, from: line.from }]));
  const origins = Map.groupBy(elsewhere, ({ from }) => `${from.country} ${from.vatNumber}`);
  return {
    country,
    balance: sum(lines.map(({ vat }) => vat)) + correctionsTotal,
    servicesFromIdentification: vatOf('services', true),
    goodsFromIdentification: vatOf('goods', true),
    servicesFromEstablishments: vatOf('services', false),
    goodsFromEstablishments: vatOf('goods', false),
    correctionsTotal,
    suppliesFromIdentification: lines.filter(({ from }) => from === null).map(ratedSupply),
    suppliesFromEstablishments: [...origins.values()].map((supplies) => ({
      ...supplies[0]!.from,
      supplies: supplies.map(ratedSupply),
    })),
    corrections: corrections.map(({ period, vat }): { period: Quarter; vatAmount: string } => ({
      period,
      vatAmount: vat.toString(),
    })),
  };
}

function ratedSupply({ kind, rateType, rate, taxableAmount, vat }: Line) {
  return {
    supplyType: kind === 'goods' ? ('GOODS' as const) : ('SERVICES' as const),
    vatRateType: rateType,
    vatRate: percentOf(rate),
    taxableAmount: taxableAmount.toString(),
    vatAmount: vat.toString(),
  };
}

function percentOf(rate: Rational): string {
  return rate.times(Rational.of(100n)).toString();
}

type InDigits<Entry> = { [Key in keyof Entry]: Entry[Key] extends bigint ? string : Entry[Key] };

function inDigits<Entry extends object>(entry: Entry): InDigits<Entry> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  ) as InDigits<Entry>;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
