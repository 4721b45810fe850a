import { GristmillError } from '@gristmill/protocol';
import { addDays, civilDate, parameterAt, Rational, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { checkVatNumber } from '../../src/vat-number.ts';
import { RATE_PARAMETERS, type RateCategory } from './formulas.ts';
import { COUNTRY_NUMBERS, MEMBER_STATES } from './member-states.ts';
import { firstDayOf, lastDayOf, nameOf, type Quarter, quarter, quartersBetween } from './quarter.ts';

const memberState = z.enum(MEMBER_STATES);
/** Negative for what was credited again. */
const minorUnits = z
  .union([z.bigint(), z.int(), z.string().regex(/^-?\d{1,18}$/)], {
    error: 'not a whole number of minor units, such as 12345',
  })
  .transform((value) => BigInt(value));
/** The euro and the currencies that the ECB publishes, less those without hundredths (ISK, JPY, KRW). */
const currency = z.enum(
  'EUR AUD BGN BRL CAD CHF CNY CZK DKK GBP HKD HUF IDR ILS INR MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY USD ZAR'.split(
    ' ',
  ),
);

const oneStopShopQuarter = z.strictObject({
  scheme: z.enum(['union', 'non-union']),
  memberStateOfIdentification: memberState,
  /** The number under which the supplier uses the scheme: of the member state of identification, or `EU...`. */
  vatNumber: z.string(),
  period: quarter,
  /** Needed when a supply was made in another currency: units of it for one euro, as the ECB published them. */
  exchangeRates: z
    .strictObject({
      date: civilDate,
      rates: z.partialRecord(
        currency,
        z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,9})?$/, 'not a positive decimal number'),
      ),
    })
    .optional(),
  supplies: z.array(
    z.strictObject({
      memberStateOfConsumption: memberState,
      date: civilDate,
      kind: z.enum(['services', 'goods']),
      /** The establishment or stock in another member state that supplied it, with its VAT number where it has one. */
      suppliedFrom: z.strictObject({ country: memberState, vatNumber: z.string().optional() }).optional(),
      rateCategory: z.enum(Object.keys(RATE_PARAMETERS) as [RateCategory, ...RateCategory[]]),
      currency,
      taxableAmount: minorUnits,
      vat: minorUnits,
    }),
  ),
  /** Amendments of earlier returns: what more (or, negative, less) VAT was due, in euro cents. */
  corrections: z.array(z.strictObject({ memberStateOfConsumption: memberState, period: quarter, vat: minorUnits })),
});

/** A quarter as a caller states it. Every amount is in minor units, a bigint, a safe integer or decimal digits. */
export type OneStopShopQuarter = z.input<typeof oneStopShopQuarter>;
type ParsedQuarter = z.output<typeof oneStopShopQuarter>;

/** A supply that can be declared, with the rate that the pack has for its place and day. */
export type DeclaredSupply = ParsedQuarter['supplies'][number] & { rate: Rational };
export type DeclaredQuarter = Omit<ParsedQuarter, 'supplies'> & { supplies: readonly DeclaredSupply[] };

/**
 * Checks that each entry belongs in this return.
 *
 * @throws GristmillError `OSS_RETURN_MALFORMED`, naming every entry that does not; TaxError `PARAMETER_NOT_IN_FORCE` when
 *   the pack has no such rate on the day of a supply.
 */
export function readOneStopShopQuarter(pack: RulePack, stated: OneStopShopQuarter): DeclaredQuarter {
  const parsed = oneStopShopQuarter.safeParse(stated);
  if (!parsed.success) throw malformed(z.prettifyError(parsed.error));
  const { supplies, corrections, ...about } = parsed.data;
  const declared = supplies.map((supply) => Object.assign(supply, { rate: rateOf(pack, supply) }));
  const complaints = [
    ...numberComplaints(about),
    ...exchangeComplaints(about, declared),
    ...declared.flatMap((supply, i) => supplyComplaints(about, supply).map((why) => `supply ${i + 1} ${why}`)),
    ...corrections.flatMap(({ period }, i) =>
      correctionComplaints(period, about.period).map((why) => `correction ${i + 1} ${why}`),
    ),
  ];
  if (complaints.length > 0) throw malformed(complaints.join('\n'));
  return { ...about, supplies: declared, corrections };
}

type About = Omit<ParsedQuarter, 'supplies' | 'corrections'>;

function numberComplaints({ scheme, memberStateOfIdentification, vatNumber }: About): string[] {
  if (scheme === 'union') return vatNumberComplaints(vatNumber, memberStateOfIdentification);
  const complaints = vatNumberComplaints(vatNumber, 'EU');
  const identification = COUNTRY_NUMBERS[memberStateOfIdentification];
  if (complaints.length > 0 || checkVatNumber(vatNumber).number.startsWith(identification)) return complaints;
  return [
    `has ${vatNumber} for a VAT number, which was not given by ${memberStateOfIdentification} (${identification})`,
  ];
}

function vatNumberComplaints(vatNumber: string, expected: string): string[] {
  const { valid, country, reason } = checkVatNumber(vatNumber);
  if (!valid) return [`has ${JSON.stringify(vatNumber)} for a VAT number, which is none (${reason})`];
  return country === expected ? [] : [`has ${vatNumber} for a VAT number, which is not one of ${expected}`];
}

/** "If there is no publication on that day, on the next day of publication" (arts. 366(2), 369h(2)): Easter has four without. */
const DAYS_WITHOUT_PUBLICATION_MAX = 4;

function exchangeComplaints({ exchangeRates, period }: About, supplies: readonly DeclaredSupply[]): string[] {
  const foreign = [...new Set(supplies.map((supply) => supply.currency))].filter((code) => code !== 'EUR');
  const unknown = foreign.filter((code) => exchangeRates?.rates[code] === undefined);
  if (unknown.length > 0) return [`exchangeRates lack ${unknown.join(', ')}`];
  if (exchangeRates === undefined) return [];
  const last = lastDayOf(period);
  const { date } = exchangeRates;
  if (date >= last && date <= addDays(last, DAYS_WITHOUT_PUBLICATION_MAX)) return [];
  return [`exchangeRates are of ${date}, not of ${last} or the next day of publication`];
}

function supplyComplaints({ scheme, memberStateOfIdentification, period }: About, supply: DeclaredSupply): string[] {
  const { date, kind, memberStateOfConsumption: consumption, suppliedFrom, taxableAmount, vat, rate } = supply;
  const from = firstDayOf(period);
  const to = lastDayOf(period);
  const complaints: string[] = [];
  if (date < from || date > to) complaints.push(`is of ${date}, which is not from ${from} to ${to}`);
  if (scheme === 'non-union') {
    if (kind === 'goods') complaints.push('is of goods, which the non-Union scheme does not cover');
    if (suppliedFrom !== undefined) complaints.push('comes from an establishment in the Union');
  } else {
    const origin = suppliedFrom?.country ?? memberStateOfIdentification;
    const isEstablishedThere = kind === 'services' && consumption === memberStateOfIdentification;
    if (origin === consumption || isEstablishedThere) {
      complaints.push(`is taxed in ${consumption}, where the supplier declares it in its national return`);
    }
  }
  if (suppliedFrom?.vatNumber !== undefined) {
    complaints.push(...vatNumberComplaints(suppliedFrom.vatNumber, suppliedFrom.country));
  }
  // Rounded once an invoice, in whichever direction: less than one unit from the exact amount.
  const exact = Rational.of(taxableAmount).times(rate);
  const distance = exact.minus(Rational.of(vat));
  if (!distance.isBelow(Rational.one) || !distance.isAbove(Rational.of(-1n))) {
    complaints.push(`has VAT of ${vat}, but its rate gives ${exact.toString()}`);
  }
  return complaints;
}

const CORRECTABLE_QUARTERS = 12;

/** "Within three years of the date on which the initial return was required to be submitted" (arts. 365, 369g(4)). */
function correctionComplaints(earlier: Quarter, current: Quarter): string[] {
  const age = quartersBetween(earlier, current);
  if (age <= 0) return [`is of ${nameOf(earlier)}, which is not before ${nameOf(current)}`];
  return age > CORRECTABLE_QUARTERS
    ? [`is of ${nameOf(earlier)}, whose return was due more than three years before`]
    : [];
}

function rateOf(pack: RulePack, supply: ParsedQuarter['supplies'][number]): Rational {
  const { memberStateOfConsumption, rateCategory, date } = supply;
  const parameter = pack.parameters.get(`${RATE_PARAMETERS[rateCategory]}.${memberStateOfConsumption.toLowerCase()}`);
  if (parameter === undefined) throw malformed(`${memberStateOfConsumption} has no ${rateCategory} rate`);
  const { value } = parameterAt(parameter, { asOf: date, knownAt: null });
  if (!('kind' in value) || value.kind !== 'rate') throw malformed(`${pack.id} has no rate at ${parameter.path}`);
  return value.rate;
}

function malformed(why: string): GristmillError {
  return new GristmillError('OSS_RETURN_MALFORMED', `The one-stop shop return cannot be made:\n${why}`, {
    hint: 'Mend the named entries; what does not belong in this return goes into another.',
  });
}
