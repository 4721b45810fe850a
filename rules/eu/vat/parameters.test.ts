import { assess, type CivilDate, parameterAt, parseCivilDate, paymentCalendar, Rational } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';
import { RATE_PARAMETERS } from './formulas.ts';
import { MEMBER_STATES } from './member-states.ts';

const pack = await loadRulePack('eu/vat');

function percentAt(path: string, asOf: CivilDate): string {
  const { value } = parameterAt(pack.parameters.get(path)!, { asOf, knownAt: null });
  if (!('kind' in value) || value.kind !== 'rate') throw new Error(`${path} is no plain rate`);
  return value.rate.times(Rational.of(100n)).toString();
}

const german = {
  supplier_country: 'DE',
  customer_country: 'DE',
  customer_status: 'non_taxable_person',
  service: 'general',
  amount: 10_000n,
  amount_includes_vat: false,
  rate_category: 'standard',
};

/** The Commission's list of standard rates, in the order of the codes: what each state had on three days. */
test.each([
  ['2024-01-01', '20 21 20 19 21 19 25 22 24 21 24 20 25 27 23 22 21 17 21 18 21 23 23 19 25 22 20'],
  ['2025-01-01', '20 21 20 19 21 19 25 22 24 21 25.5 20 25 27 23 22 21 17 21 18 21 23 23 19 25 22 23'],
  ['2026-08-22', '20 21 20 19 21 19 25 24 24 21 25.5 20 25 27 23 22 21 17 21 18 21 23 23 21 25 22 23'],
])('standard rates on %s', (day, expected) => {
  const rates = MEMBER_STATES.map((state) => percentAt(`standard-rate.${state.toLowerCase()}`, parseCivilDate(day)));
  expect(rates).toEqual(expected.split(' '));
});

test.each([
  ['standard-rate.ee', '2024-12-31', '22'],
  ['standard-rate.ee', '2025-06-30', '22'],
  ['standard-rate.ee', '2025-07-01', '24'],
  ['standard-rate.fi', '2024-08-31', '24'],
  ['standard-rate.fi', '2024-09-01', '25.5'],
  ['standard-rate.ro', '2025-07-31', '19'],
  ['standard-rate.ro', '2025-08-01', '21'],
  ['standard-rate.sk', '2024-12-31', '20'],
  ['standard-rate.sk', '2025-01-01', '23'],
  ['reduced-rate.fi', '2025-12-31', '14'],
  ['reduced-rate.fi', '2026-01-01', '13.5'],
  ['reduced-rate.lt', '2025-12-31', '9'],
  ['reduced-rate.lt', '2026-01-01', '12'],
  ['reduced-rate.ee', '2024-12-31', '9'],
  ['reduced-rate.ee', '2025-01-01', '13'],
  ['second-reduced-rate.ee', '2025-01-01', '9'],
  ['super-reduced-rate.at', '2026-07-01', '4.9'],
])('%s on %s is %s%%', (path, day, expected) => {
  expect(percentAt(path, parseCivilDate(day))).toBe(expected);
});

test('what was not published yet was not known: Romania before 25 July 2025', () => {
  const romanian = { ...german, supplier_country: 'RO', customer_country: 'RO' };
  expect(assess(pack, romanian, { asOf: '2025-09-01', knownAt: '2025-07-24' }).total).toBe('1900');
  expect(assess(pack, romanian, { asOf: '2025-09-01', knownAt: '2025-07-25' }).total).toBe('2100');
});

test('every rate is one that the directive allows its category', () => {
  const between = {
    standard: [15, 100],
    reduced: [5, 100],
    second_reduced: [5, 100],
    super_reduced: [0, 4.99],
    parking: [12, 100],
  };
  for (const [category, file] of Object.entries(RATE_PARAMETERS)) {
    const [least, most] = between[category as keyof typeof between] as [number, number];
    for (const parameter of pack.parameters.values()) {
      if (!parameter.path.startsWith(`${file}.`)) continue;
      for (const { start } of parameter.values) {
        const percent = Number(percentAt(parameter.path, start));
        expect(percent, parameter.path).toBeGreaterThanOrEqual(least);
        expect(percent, parameter.path).toBeLessThanOrEqual(most);
      }
    }
  }
});

test('the higher of two reduced rates is the reduced rate, on every day on which both are known', () => {
  for (const { path, values } of pack.parameters.values()) {
    if (!path.startsWith('second-reduced-rate.')) continue;
    for (const { start } of values) {
      const higher = Number(percentAt(path.replace('second-', ''), start));
      expect(higher, path).toBeGreaterThan(Number(percentAt(path, start)));
    }
  }
});

test('every rate cites the directive or a law of its state first, and a source that can be looked up', () => {
  for (const { path, values } of pack.parameters.values()) {
    for (const { citations } of values) {
      expect(citations[0]!.title, path).toMatch(
        /Directive|Lege|Corona-Steuerhilfegesetz|Guide to the VAT One Stop Shop/,
      );
      expect(
        citations.some(({ url }) => url !== null),
        path,
      ).toBe(true);
    }
  }
});

test('a category is refused exactly where the state has no such rate', () => {
  for (const state of MEMBER_STATES) {
    for (const [rate_category, file] of Object.entries(RATE_PARAMETERS)) {
      const facts = {
        ...german,
        supplier_country: state,
        customer_country: state,
        rate_category,
        region_with_own_rates: false,
      };
      const code = (() => {
        try {
          return assess(pack, facts, { asOf: '2026-11-23' }).total === '0' ? 'free' : 'taxed';
        } catch (error) {
          return (error as { code: string }).code;
        }
      })();
      const parameter = pack.parameters.get(`${file}.${state.toLowerCase()}`);
      if (parameter === undefined) expect(code, `${state} ${rate_category}`).toBe('FACTS_MALFORMED');
      else expect(['taxed', 'PARAMETER_NOT_IN_FORCE'], `${state} ${rate_category}`).toContain(code);
    }
  }
});

test.each([
  ['RO', 'second_reduced', '2025-08-01'], // 5% ended with Legea 141/2025
  ['IE', 'super_reduced', '2025-08-13'], // no source after this day
  ['AT', 'super_reduced', '2026-06-30'], // 4.9% began on the next day
])('%s had no known %s rate on %s', (state, rate_category, asOf) => {
  const facts = {
    ...german,
    supplier_country: state,
    customer_country: state,
    rate_category,
    region_with_own_rates: false,
  };
  expect(() => assess(pack, facts, { asOf })).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
});

test('a day before the first value is refused', () => {
  expect(() => assess(pack, german, { asOf: '2020-12-31' })).toThrow(
    expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
  );
});

test('returns of the one-stop shop are due at the end of the month after the quarter, weekends included', () => {
  const { dueDates } = paymentCalendar(pack, 2026);
  expect(dueDates.map(({ dueDate }) => dueDate)).toEqual(['2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31']);
});

test('what is missing is named, and only where it is needed', () => {
  const crossing = { ...german, service: 'electronic', customer_country: 'SE' };
  expect(() => assess(pack, crossing, { asOf: '2026-11-23' })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: expect.stringContaining('established_in_one_member_state') as string,
    }),
  );
  const portuguese = { ...german, supplier_country: 'PT', customer_country: 'PT' };
  expect(() => assess(pack, portuguese, { asOf: '2026-11-23' })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: expect.stringContaining('region_with_own_rates') as string,
    }),
  );
});

test('regions with rates of their own are refused', () => {
  expect(() => assess(pack, { ...german, region_with_own_rates: true }, { asOf: '2026-11-23' })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
});

test('sales of a year that leave out this supply contradict it', () => {
  const crossing = {
    ...german,
    service: 'electronic',
    customer_country: 'SE',
    established_in_one_member_state: true,
    cross_border_sales_this_year: 0n,
    cross_border_sales_last_year: 0n,
  };
  expect(() => assess(pack, crossing, { asOf: '2026-11-23' })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MALFORMED',
      message: expect.stringContaining('includes this supply') as string,
    }),
  );
});
