import {
  assess,
  assessLines,
  type Parameter,
  parameterAt,
  parseCivilDate,
  paymentCalendar,
  Rational,
} from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { facts } from './facts.ts';
import { householdOf, nobody } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];
const parameters: Parameter[] = [...pack.parameters.values()];

function rateIn2026(path: string): Rational {
  const { value } = parameterAt(pack.parameters.get(path)!, { asOf: parseCivilDate('2026-01-01'), knownAt: null });
  if (!('kind' in value) || value.kind !== 'rate') throw new Error(`${path} is no plain rate`);
  return value.rate;
}

function amountsOf(path: string, year: number): Record<string, Rational> {
  const { value } = parameterAt(pack.parameters.get(path)!, { asOf: parseCivilDate(`${year}-01-01`), knownAt: null });
  return Object.fromEntries(
    facts.filing_status.options.map((status) => {
      const chosen = 'kind' in value ? value : value.get(status)!;
      if (chosen.kind !== 'amount') throw new Error(`${path} is no amount`);
      return [status, chosen.amount];
    }),
  );
}

/** Equal numbers have equal texts, however they were computed. */
function text(number: Rational): string {
  return number.toString();
}

test('net earnings leave out half of the combined rates, as 26 U.S.C. § 1402(a)(12) has it', () => {
  const combined = rateIn2026('self-employment-tax.social-security-rate').plus(
    rateIn2026('self-employment-tax.medicare-rate'),
  );
  expect(text(rateIn2026('self-employment-tax.net-earnings-factor'))).toBe(
    text(Rational.one.minus(combined.times(Rational.of(1n, 2n)))),
  );
});

test('a separate return has half of the joint brackets, as 26 U.S.C. § 1(j)(2)(D) has them', () => {
  const { values } = pack.parameters.get('income-tax.brackets')!;
  expect(values).toHaveLength(YEARS.length);
  for (const { value } of values) {
    const brackets = (status: string) => {
      const found = (value as Exclude<typeof value, { kind: string }>).get(status)!;
      return found.kind === 'brackets' ? found.brackets : [];
    };
    expect(brackets('married_separate').length).toBe(7);
    expect(brackets('surviving_spouse')).toEqual(brackets('married_joint'));
    expect(brackets('married_separate').map(({ from }) => text(from.times(Rational.of(2n))))).toEqual(
      brackets('married_joint').map(({ from }) => text(from)),
    );
  }
});

test.each(YEARS)('amounts of %i are in the proportions that the statute gives them', (year) => {
  const half = Rational.of(1n, 2n);
  const standard = amountsOf('deductions.standard-deduction', year);
  // § 63(c)(2)(A), (7): 200 percent of the single amount on a joint return and for a surviving spouse.
  expect(text(standard['married_joint']!)).toBe(text(standard['single']!.times(Rational.of(2n))));
  expect(text(standard['surviving_spouse']!)).toBe(text(standard['married_joint']!));
  expect(text(standard['married_separate']!)).toBe(text(standard['single']!));
  // § 63(f)(3): more for one who is not married and not a surviving spouse.
  const aged = amountsOf('deductions.aged-or-blind-addition', year);
  expect(text(aged['surviving_spouse']!)).toBe(text(aged['married_joint']!));
  expect(text(aged['head_of_household']!)).toBe(text(aged['single']!));
  expect(aged['single']!.isAbove(aged['married_joint']!)).toBe(true);
  // § 199A(e)(2)(A), (b)(3)(B): "200 percent of such amount in the case of a joint return".
  const threshold = amountsOf('qualified-business-income.threshold', year);
  const range = amountsOf('qualified-business-income.phase-in-range', year);
  for (const amounts of [threshold, range]) {
    expect(text(amounts['single']!)).toBe(text(amounts['married_joint']!.times(half)));
    expect(text(amounts['surviving_spouse']!)).toBe(text(amounts['single']!));
  }
  // § 55(d)(1)(C): half of the joint exemption on a separate return.
  const exemption = amountsOf('alternative-minimum-tax.exemption', year);
  expect(text(exemption['married_separate']!)).toBe(text(exemption['married_joint']!.times(half)));
  // § 1211(b): $3,000, $1,500 on a separate return.
  const loss = amountsOf('capital-gains.loss-limit', year);
  expect(text(loss['married_separate']!)).toBe(text(loss['single']!.times(half)));
  // § 461(l)(3)(A)(ii)(II): "200 percent of such amount in the case of a joint return".
  const losses = amountsOf('business-loss.excess-loss-threshold', year);
  expect(text(losses['single']!)).toBe(text(losses['married_joint']!.times(half)));
});

test('every value cites a statute or an official notice first', () => {
  const official = /U\.S\.C\.|Rev\. Proc\.|Pub\. L\./;
  expect(parameters).not.toHaveLength(0);
  for (const { path, values } of parameters) {
    for (const { citations } of values) expect(citations[0]!.title, path).toMatch(official);
  }
});

test('every value but the table ceiling says when it was published', () => {
  const undated = parameters.filter(({ values }) => values.some(({ published }) => published === null));
  expect(undated.map(({ path }) => path)).toEqual(['income-tax.tax-table-ceiling']);
});

// By 26 U.S.C. §§ 6151(a), 6654(c)(2) and 7503; the last date is that of the return.
test.each([
  [2021, ['2021-04-15', '2021-06-15', '2021-09-15', '2022-01-18', '2022-04-18']],
  [2022, ['2022-04-18', '2022-06-15', '2022-09-15', '2023-01-17', '2023-04-18']],
  [2023, ['2023-04-18', '2023-06-15', '2023-09-15', '2024-01-16', '2024-04-15']],
  [2024, ['2024-04-15', '2024-06-17', '2024-09-16', '2025-01-15', '2025-04-15']],
  [2025, ['2025-04-15', '2025-06-16', '2025-09-15', '2026-01-15', '2026-04-15']],
  [2026, ['2026-04-15', '2026-06-15', '2026-09-15', '2027-01-15', '2027-04-15']],
])('the tax of %i is due on the statutory days, moved past weekends and holidays', (year, expected) => {
  const calendar = paymentCalendar(pack, year);
  expect(calendar).toMatchObject({ authority: 'us/irs', form: '1040-ES', year });
  expect(calendar.dueDates.map(({ dueDate }) => dueDate)).toEqual(expected);
  expect(calendar.dueDates.map((due) => `${due.share.toString()} of ${due.of}`)).toEqual([
    ...Array.from({ length: 4 }, () => '0.25 of estimated_tax_required'),
    '1 of due_with_return',
  ]);
});

test.each([2020, 2027])('says that %i is not covered instead of using another year', (year) => {
  expect(() => assess(pack, nobody, { year })).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
});

test('knows 2025 as it stood before the act of 4 July 2025', () => {
  const household = {
    ...householdOf('head_of_household'),
    primary_age: 66,
    wages: 6_000_000n,
    dependents: 1,
    child_tax_credit_children: 1,
  };
  const linesAt = (knownAt: string) => assessLines(pack, household, { year: 2025, knownAt });
  expect(linesAt('2025-07-03')).toMatchObject({
    // 22,500 + 2,000
    standard_deduction: '2450000',
    senior_deduction: '0',
    child_tax_credit: '200000',
  });
  expect(linesAt('2025-07-04')).toMatchObject({
    standard_deduction: '2562500',
    senior_deduction: '600000',
    child_tax_credit: '220000',
  });
  expect(() => linesAt('2024-10-21')).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
});

test('knows taxes, tips and care as they stood before the acts that changed them', () => {
  const household = {
    ...householdOf('head_of_household'),
    wages: 9_000_000n,
    dependents: 1,
    child_tax_credit_children: 1,
    state_and_local_taxes: 3_000_000n,
    qualified_tips: 500_000n,
    care_expenses: 1_000_000n,
    care_qualifying_individuals: 1,
    economic_impact_payment: 0n,
  };
  const linesAt = (year: number, knownAt: string) => assessLines(pack, household, { year, knownAt });
  expect(linesAt(2025, '2025-07-03')).toMatchObject({ state_and_local_tax_deduction: '1000000', tips_deduction: '0' });
  expect(linesAt(2025, '2025-07-04')).toMatchObject({
    state_and_local_tax_deduction: '3000000',
    tips_deduction: '500000',
  });
  // 20% of 3,000; Pub. L. 117-2: 50% of 8,000, refundable, and the recovery rebate.
  expect(linesAt(2021, '2021-03-10')).toMatchObject({ dependent_care_credit: '60000', recovery_rebate_credit: '0' });
  expect(linesAt(2021, '2021-03-11')).toMatchObject({
    refundable_dependent_care_credit: '400000',
    recovery_rebate_credit: '280000',
  });
  // From 2026 35% less eight points of 3,000: 90,000 is seven and a half steps above 75,000.
  expect(linesAt(2026, '2025-11-01')).toMatchObject({ dependent_care_credit: '81000' });
});
