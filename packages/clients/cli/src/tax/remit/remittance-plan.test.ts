import { expect, it } from 'vitest';
import { address, type Address } from '@gristmill/protocol';
import { continuousTiming, type Obligation } from '@gristmill/remittance';
import { parseCivilDate } from '@gristmill/tax';
import { remittancePlan } from './remittance-plan.ts';

const TAXPAYER: Address = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');

function obligation(instalment: number, dueDate: string, amount: bigint): Obligation {
  return {
    id: `us/irs/1040-ES/2026/${instalment}/${TAXPAYER}`,
    taxpayer: TAXPAYER,
    authority: 'us/irs',
    form: '1040-ES',
    year: 2026,
    instalment,
    line: 'total',
    dueDate: parseCivilDate(dueDate),
    amount,
    currency: { code: 'USD', decimals: 2 },
  };
}

const YEAR = [
  obligation(4, '2027-01-15', 100n),
  obligation(1, '2026-04-15', 100n),
  obligation(2, '2026-06-15', 0n),
  obligation(3, '2026-09-15', 100n),
];
const shortly = (on: string, available: bigint | null) =>
  remittancePlan(YEAR, { on, timing: continuousTiming({ leadDays: 5 }), available }).map(
    ({ instalment, state, pays, shortfall }) => [instalment, state, pays, shortfall],
  );

it('pays from the lead time on, the most urgent first, no more than is set aside', () => {
  expect(shortly('2026-09-10', 150n)).toEqual([
    [1, 'overdue', 100n, 0n],
    [2, 'nothing', 0n, 0n],
    [3, 'due', 50n, 50n],
    [4, 'upcoming', 0n, 0n],
  ]);
  expect(shortly('2026-09-09', 150n)[2]).toEqual([3, 'upcoming', 0n, 0n]);
  expect(shortly('2026-09-15', null)[2]).toEqual([3, 'due', 100n, 0n]);
});
