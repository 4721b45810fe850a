import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import type { Obligation } from '../src/index.ts';

export const START_MS = Date.parse('2026-01-05T03:00:00Z');
export const TICK_MS = 12 * 3_600_000;
export const SET_ASIDE = 10n ** 12n;

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const MONTHS = 6;

/** Half a year of monthly payments, every other one in euros through the bank, the rest in dollars from the vault. */
export function obligationsOfTest(): Obligation[] {
  return Array.from({ length: MONTHS }, (_, i) => {
    const [authority, code] = i % 2 === 0 ? ['de/finanzamt', 'EUR'] : ['us/irs', 'USD'];
    return {
      id: `${authority}/monthly/2026/${i + 1}/${taxpayer}`,
      taxpayer,
      authority,
      form: 'monthly',
      year: 2026,
      instalment: i + 1,
      line: 'total',
      amount: 10_000n + BigInt(i),
      currency: { code, decimals: 2 },
      // Easter Monday, weekends and the First of May are among them.
      dueDate: parseCivilDate(`2026-${String(i + 1).padStart(2, '0')}-${i === 3 ? '06' : i === 4 ? '01' : '10'}`),
    };
  });
}
