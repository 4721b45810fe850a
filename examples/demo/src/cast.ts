import { createHash } from 'node:crypto';
import { type DeviceKey, deviceKeyFromPrivateKey } from '@gristmill/protocol';
import type { Rgb } from './terminal-picture.ts';

/** Who takes part. Each role is a process of its own, with a key that follows from the seed. */
export interface Player {
  name: string;
  role: 'honest' | 'liar' | 'killed';
  colour: Rgb;
  key: DeviceKey;
  /** What its owner told the tax rules, in US dollars; the rest of its year is this, the network's money comes on top. */
  facts: Record<string, string>;
}

const ROLES: Pick<Player, 'name' | 'role' | 'colour' | 'facts'>[] = [
  { name: 'ada', role: 'honest', colour: [70, 130, 180], facts: { filing_status: 'single', wages: '62000' } },
  {
    name: 'blaise',
    role: 'honest',
    colour: [95, 158, 110],
    facts: { filing_status: 'married_joint', wages: '118000' },
  },
  { name: 'chien', role: 'honest', colour: [178, 122, 178], facts: { filing_status: 'head_of_household', wages: '0' } },
  { name: 'mallory', role: 'liar', colour: [196, 78, 70], facts: { filing_status: 'single', wages: '40000' } },
  { name: 'wyatt', role: 'killed', colour: [205, 160, 70], facts: { filing_status: 'single', wages: '0' } },
];

export function castOf(seed: number): Player[] {
  return ROLES.map((player) => ({ ...player, key: keyOf(seed, player.name) }));
}

/** A key that follows from the seed: for a network that lives two minutes on one machine, never for real money. */
export function keyOf(seed: number, name: string): DeviceKey {
  return deviceKeyFromPrivateKey(createHash('sha256').update(`gristmill demo ${seed} ${name}`).digest());
}
