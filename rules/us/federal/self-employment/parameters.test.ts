import {
  assess,
  marginalLiability,
  marginalRate,
  type Parameter,
  parameterAt,
  parseCivilDate,
  paymentCalendar,
  Rational,
} from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('us/federal/self-employment');

function rateIn2026(path: string): Rational {
  const { value } = parameterAt(pack.parameters.get(path)!, { asOf: parseCivilDate('2026-01-01'), knownAt: null });
  if (!('kind' in value) || value.kind !== 'rate') throw new Error(`${path} is no plain rate`);
  return value.rate;
}

test('net earnings leave out half of the combined rates, as 26 U.S.C. § 1402(a)(12) has it', () => {
  const combined = rateIn2026('self-employment-tax.social-security-rate').plus(
    rateIn2026('self-employment-tax.medicare-rate'),
  );
  expect(rateIn2026('self-employment-tax.net-earnings-factor')).toEqual(
    Rational.one.minus(combined.times(Rational.of(1n, 2n))),
  );
});

test('a separate return has half of the joint brackets, as 26 U.S.C. § 1(j)(2)(D) has them', () => {
  const { values } = pack.parameters.get('income-tax.brackets')!;
  for (const { value } of values) {
    const brackets = (status: string) => {
      const found = (value as Exclude<typeof value, { kind: string }>).get(status)!;
      return found.kind === 'brackets' ? found.brackets : [];
    };
    expect(brackets('married_separate').length).toBe(7);
    expect(brackets('surviving_spouse')).toEqual(brackets('married_joint'));
    expect(brackets('married_separate').map(({ from }) => from.times(Rational.of(2n)))).toEqual(
      brackets('married_joint').map(({ from }) => from),
    );
  }
});

test('every value cites a statute or an official notice first', () => {
  const official = /U\.S\.C\.|Rev\. Proc\.|Pub\. L\./;
  const all: Parameter[] = [...pack.parameters.values()];
  expect(all).not.toHaveLength(0);
  for (const { path, values } of all) {
    for (const { citations } of values) expect(citations[0]!.title, path).toMatch(official);
  }
});

// By 26 U.S.C. §§ 6654(c)(2) and 7503.
test.each([
  [2024, ['2024-04-15', '2024-06-17', '2024-09-16', '2025-01-15']],
  [2025, ['2025-04-15', '2025-06-16', '2025-09-15', '2026-01-15']],
  [2026, ['2026-04-15', '2026-06-15', '2026-09-15', '2027-01-15']],
])('estimated tax of %i is due on the statutory days, moved past weekends and holidays', (year, expected) => {
  const calendar = paymentCalendar(pack, year);
  expect(calendar).toMatchObject({ authority: 'us/irs', form: '1040-ES', year });
  expect(calendar.dueDates.map(({ dueDate }) => dueDate)).toEqual(expected);
});

const nobody = {
  filing_status: 'single',
  self_employment_income: 0n,
  wages: 0n,
  social_security_wages: 0n,
  medicare_wages: 0n,
  other_income: 0n,
};

test.each([2023, 2027])('says that %i is not covered instead of using another year', (year) => {
  expect(() => assess(pack, nobody, { year })).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
});

test('asks for the facts of § 199A only above its threshold', () => {
  expect(() => assess(pack, { ...nobody, self_employment_income: 40_000_000n }, { year: 2026 })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: expect.stringContaining('specified_service_trade') as string,
    }),
  );
});

test('refuses social security wages that are no Medicare wages', () => {
  expect(() => assess(pack, { ...nobody, social_security_wages: 1n }, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
});

test('the next payout of someone with a job and a small trade', () => {
  const facts = {
    ...nobody,
    wages: 6_000_000n,
    social_security_wages: 6_000_000n,
    medicare_wages: 6_000_000n,
    self_employment_income: 1_000_000n,
  };
  const payout = { year: 2026, income: 'self_employment_income', amount: 100_000n };
  // 15.3% of 92.35%, and 22% of what half of that and 20% for § 199A leave: 0.1412955 + 0.22 x 0.8 x 0.92935225.
  expect(marginalRate(pack, facts, payout)).toBe(304_862);
  // Self-employment tax 1,412.96 -> 1,554.25; taxable income 51,334.82 -> 52,078.30, Tax Table 6,004 -> 6,169.
  expect(marginalLiability(pack, facts, payout)).toBe(30_629n);
});

test('the cliff of § 1402(b)(2): the dollar that starts self-employment tax owes many, and all of it is set aside', () => {
  const facts = { ...nobody, self_employment_income: 43_300n };
  const payout = { year: 2026, income: 'self_employment_income', amount: 100n };
  expect(marginalLiability(pack, facts, payout)).toBe(6132n);
  expect(marginalRate(pack, facts, payout)).toBe(1_000_000);
});
