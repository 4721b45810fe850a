import { createHash } from 'node:crypto';
import { type DeviceKey, deviceKeyFromPrivateKey } from '@gristmill/protocol';
import type { Rgb } from './terminal-picture.ts';

/** Who takes part. Each role is a process of its own, with a key that follows from the seed. */
export interface Player {
  name: string;
  role: 'honest' | 'liar' | 'killed';
  colour: Rgb;
  key: DeviceKey;
  /** What its owner expects of its year besides the network's money, in cents, as the rule pack asks for it. */
  facts: Record<string, string | boolean>;
}

/** What these households say no to. */
const NOTHING_ELSE: Player['facts'] = {
  primary_age: '40',
  primary_blind: false,
  claimed_as_dependent: false,
  dependents: '0',
  earned_income_credit_children: '0',
  pass_through_income: '0',
  taxable_interest: '0',
  tax_exempt_interest: '0',
  ordinary_dividends: '0',
  short_term_capital_gain: '0',
  long_term_capital_gain: '0',
  other_investment_income: '0',
  pension_income: '0',
  social_security_benefits: '0',
  other_income: '0',
  self_employed_deductions: '0',
  other_adjustments: '0',
  itemized_deductions: '0',
  other_deductions: '0',
  qbi_loss_carryforward: '0',
  materially_participates: true,
  amt_adjustments: '0',
  other_nonrefundable_credits: '0',
  other_refundable_credits: '0',
  withholding: '0',
  estimated_tax_paid: '0',
};

const SPOUSE_WITHOUT_INCOME: Player['facts'] = {
  spouse_age: '40',
  spouse_blind: false,
  spouse_self_employment_income: '0',
};

const ROLES: Omit<Player, 'key'>[] = [
  { name: 'ada', role: 'honest', colour: [70, 130, 180], facts: facts('single', 62_000, 9_000) },
  { name: 'blaise', role: 'honest', colour: [95, 158, 110], facts: facts('married_joint', 118_000, 15_000) },
  { name: 'chien', role: 'honest', colour: [178, 122, 178], facts: facts('head_of_household', 0, 72_000) },
  { name: 'mallory', role: 'liar', colour: [196, 78, 70], facts: facts('single', 40_000, 5_000) },
  { name: 'wyatt', role: 'killed', colour: [205, 160, 70], facts: facts('single', 0, 30_000) },
];

function facts(filing_status: string, wages: number, selfEmployed: number): Player['facts'] {
  return {
    ...NOTHING_ELSE,
    ...(filing_status === 'married_joint' ? SPOUSE_WITHOUT_INCOME : {}),
    filing_status,
    self_employment_income: cents(selfEmployed),
    wages: cents(wages),
    social_security_wages: cents(wages),
    medicare_wages: cents(wages),
  };
}

export function castOf(seed: number): Player[] {
  return ROLES.map((player) => ({ ...player, key: keyOf(seed, player.name) }));
}

function cents(dollars: number): string {
  return String(dollars * 100);
}

/** A key that follows from the seed: for a network that lives two minutes on one machine, never for real money. */
export function keyOf(seed: number, name: string): DeviceKey {
  return deviceKeyFromPrivateKey(createHash('sha256').update(`gristmill demo ${seed} ${name}`).digest());
}
