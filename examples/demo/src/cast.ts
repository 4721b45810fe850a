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

const ROLES: Omit<Player, 'key'>[] = [
  { name: 'ada', role: 'honest', colour: [70, 130, 180], facts: facts('single', 62_000, 9_000) },
  { name: 'blaise', role: 'honest', colour: [95, 158, 110], facts: facts('married_joint', 118_000, 15_000) },
  { name: 'chien', role: 'honest', colour: [178, 122, 178], facts: facts('head_of_household', 0, 72_000) },
  { name: 'mallory', role: 'liar', colour: [196, 78, 70], facts: facts('single', 40_000, 5_000) },
  { name: 'wyatt', role: 'killed', colour: [205, 160, 70], facts: facts('single', 0, 30_000) },
];

function facts(filing_status: string, wages: number, selfEmployed: number): Player['facts'] {
  return {
    filing_status,
    self_employment_income: cents(selfEmployed),
    wages: cents(wages),
    social_security_wages: cents(wages),
    medicare_wages: cents(wages),
    other_income: '0',
    materially_participates: true,
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
