import { GristmillError, parseUnits } from '@gristmill/protocol';
import type { RulePack, SetAsideMethod } from '@gristmill/tax';
import { optionInvalid } from '../../../input.ts';
import type { LawOptions } from '../../../tax/rules/in-force.ts';

/** The options of `gristmill tax set-aside`. */
export interface SetAsideOptions extends LawOptions {
  pack: string;
  facts: string;
  income: string;
  earned?: string;
  payouts?: string;
  recorded?: boolean;
  apply?: boolean;
  inTime?: boolean;
  leadDays: string;
  hub: string;
  payout?: string;
  already: string;
  method: SetAsideMethod['kind'];
  rate?: string;
  line?: string;
  expected?: string;
  home?: string;
  json?: boolean;
}

/** @throws GristmillError `OPTION_MISSING`, `OPTION_INVALID`, `MONEY_MALFORMED` */
export function methodOf(
  { currency, outputs }: RulePack,
  { method, line, expected, rate }: SetAsideOptions,
): SetAsideMethod {
  switch (method) {
    case 'exact':
      return { kind: 'exact' };
    case 'safe-harbour': {
      if (line === undefined) throw missing('--line', `Lines that are always given: ${outputs.join(', ') || 'none'}.`);
      if (expected === undefined) throw missing('--expected', 'Estimate what the year will bring.');
      return { kind: 'safe-harbour', line, expectedIncome: parseUnits(expected, currency) };
    }
    case 'flat': {
      if (rate === undefined) throw missing('--rate', 'For example --rate 30.');
      return { kind: 'flat', ppm: ppmOf(rate) };
    }
  }
}

const PPM_DECIMALS = 4;

function ppmOf(percent: string): number {
  const ppm = /^\d{1,3}(\.\d{1,4})?$/.test(percent) ? parseUnits(percent, { code: '%', decimals: PPM_DECIMALS }) : -1n;
  if (ppm >= 0n && ppm <= 1_000_000n) return Number(ppm);
  throw optionInvalid('--rate', percent, 'a percentage from 0 to 100 with at most four decimals');
}

function missing(option: string, hint: string): GristmillError {
  return new GristmillError('OPTION_MISSING', `This method needs ${option}.`, { hint });
}
