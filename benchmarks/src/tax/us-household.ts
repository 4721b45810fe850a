import type { FactDeclaration, RulePack } from '@gristmill/tax';

export const US_PACK = 'us/federal/individual';
export const US_LAW = { year: 2026 };

const STATUSES = ['single', 'married_joint', 'head_of_household', 'single', 'married_joint'] as const;
const CENTS = 100;

/**
 * Ordinary households: four in five work for themselves, three in four have wages, and there are interest, dividends,
 * gains and children. The same ones each time. Every other fact that may be asked for is stated to be nothing.
 */
export function usHouseholds(pack: RulePack, count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => usHousehold(pack, i));
}

function usHousehold(pack: RulePack, number: number): Record<string, unknown> {
  const status = STATUSES[number % STATUSES.length]!;
  const wages = share(number, 1) < 0.75 ? cents(number, 2, 120_000) : 0;
  const dividends = share(number, 3) < 0.4 ? cents(number, 4, 5_000) : 0;
  const children = Math.floor(share(number, 5) * 4);
  return {
    ...nothing(pack, status === 'married_joint'),
    filing_status: status,
    primary_age: 25 + Math.floor(share(number, 6) * 50),
    ...(status === 'married_joint' ? { spouse_age: 25 + Math.floor(share(number, 7) * 50) } : {}),
    dependents: children,
    child_tax_credit_children: children,
    earned_income_credit_children: children,
    materially_participates: true,
    self_employment_income: share(number, 8) < 0.8 ? cents(number, 9, 90_000) : 0,
    wages,
    medicare_wages: wages,
    social_security_wages: wages,
    withholding: Math.round(wages * 0.12),
    taxable_interest: cents(number, 10, 2_000),
    ordinary_dividends: dividends,
    qualified_dividends: Math.floor(dividends / 2),
    long_term_capital_gain: share(number, 11) < 0.3 ? cents(number, 12, 20_000) : 0,
  };
}

function nothing({ facts }: RulePack, isJoint: boolean): Record<string, unknown> {
  const asked = Object.entries(facts).filter(([name, { neededWhen }]) => {
    if (neededWhen === undefined) return true;
    return !neededWhen.startsWith('never') && (isJoint || !name.startsWith('spouse_'));
  });
  return Object.fromEntries(asked.map(([name, declaration]) => [name, nothingOf(declaration)]));
}

function nothingOf(declaration: FactDeclaration): unknown {
  switch (declaration.kind) {
    case 'money':
    case 'count':
      return 0;
    case 'flag':
      return false;
    case 'choice':
      return declaration.options[0];
    case 'date':
      return '2026-01-01';
  }
}

/** Evenly spread between 0 and 1, and of one question independent of the others: additive recurrences. */
function share(number: number, question: number): number {
  return (number * Math.sqrt(question * question + 1)) % 1;
}

function cents(number: number, question: number, dollarsMax: number): number {
  return Math.floor(share(number, question) * dollarsMax * CENTS);
}
