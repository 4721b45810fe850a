import { assessLines } from '@gristmill/tax';
import { loadRulePack } from '../../../src/index.ts';
import { householdOf } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

export type Facts = Record<string, bigint | number | string | boolean>;

/** Amounts in dollars, of a household that has nothing but `given`; by the schedules, so that no table stands between. */
export function dollarsOf(filing_status: string, year: number, given: Facts): (line: string) => number {
  const facts = { ...householdOf(filing_status), tax_computation: 'schedule', ...given };
  const lines = assessLines(pack, facts, { year });
  return (line) => Number(lines[line]) / 100;
}

export const dollars = (amount: number) => BigInt(Math.round(amount * 100));

export const wagesOf = (amount: number) => ({ wages: dollars(amount), medicare_wages: dollars(amount) });
