import { assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('eu/fr/micro-entrepreneur');

const nothing = {
  period_end: '2026-03-31',
  sales_turnover: 0n,
  services_turnover: 0n,
  liberal_turnover: 0n,
  cipav_turnover: 0n,
  tourism_rental_turnover: 0n,
  pays_final_tax: false,
  start_up_relief: 'none',
  is_craft: false,
};

/** A twelfth of a year's turnover: the engine of Urssaf rounds the contributions of a month. */
const month = (year: number) => BigInt(Math.round((year * 100) / 12));

/*
 * Figures of a month of 2026 of betagouv/mon-entreprise@7b021af: site/test/modele-social/ae-cotisations-cipav.test.ts,
 * and the snapshot of site/test/regressions/auto-entrepreneur.yaml.
 */
test.each([
  ['liberal', { liberal_turnover: month(50_000) }, { liberal_contributions: 1067 }],
  ['Cipav', { cipav_turnover: month(50_000) }, { cipav_contributions: 967 }],
  [
    'liberal, start-up relief',
    { liberal_turnover: month(50_000), start_up_relief: 'began_before_july_2026' },
    { liberal_contributions: 533 },
  ],
  [
    'Cipav, start-up relief',
    { cipav_turnover: month(50_000), start_up_relief: 'began_before_july_2026' },
    { cipav_contributions: 558 },
  ],
  ['activités 1', { liberal_turnover: month(20_000) }, { total_due: 430 }],
  ['activités 2', { cipav_turnover: month(20_000) }, { total_due: 390 }],
  ['activités 3', { sales_turnover: month(20_000), is_craft: true, chamber: 'crafts' }, { total_due: 214 }],
  ['activités 4', { services_turnover: month(20_000), is_craft: true, chamber: 'crafts' }, { total_due: 366 }],
  ['activités 5', { sales_turnover: month(20_000), chamber: 'trade' }, { total_due: 207 }],
  [
    'activité mixte 4',
    { services_turnover: month(20_000), liberal_turnover: month(10_000), sales_turnover: month(15_000) },
    { services_contributions: 353, liberal_contributions: 213, sales_contributions: 154, social_contributions: 720 },
  ],
  [
    'ACRE 1',
    { sales_turnover: month(21_341), start_up_relief: 'began_before_july_2026' },
    { sales_contributions: 110 },
  ],
  [
    'ACRE 2',
    { liberal_turnover: month(22_986), start_up_relief: 'began_before_july_2026' },
    { liberal_contributions: 245 },
  ],
  [
    'ACRE 4',
    { services_turnover: month(22_564), start_up_relief: 'began_before_july_2026' },
    { services_contributions: 199 },
  ],
  ['échelle de revenus 9', { sales_turnover: month(114_166), chamber: 'trade' }, { total_due: 1181 }],
  [
    'DROM 1',
    { services_turnover: month(12_000), liberal_turnover: month(3000), sales_turnover: month(5000), overseas: 'older' },
    { services_contributions: 142, liberal_contributions: 43, sales_contributions: 34 },
  ],
  [
    'DROM 2, but half a euro counts as one (CSS art. L. 133-10)',
    { sales_turnover: month(45_000), overseas: 'older' },
    { sales_contributions: 308 },
  ],
  [
    'DROM 3',
    {
      services_turnover: month(12_000),
      liberal_turnover: month(3000),
      sales_turnover: month(5000),
      overseas: 'to_eighth_quarter',
    },
    { services_contributions: 36, liberal_contributions: 11, sales_contributions: 9 },
  ],
  [
    'DROM 4, but liberal receipts at half of 25.6%, which replaced 26.1% (décret n° 2025-943)',
    {
      services_turnover: month(12_000),
      liberal_turnover: month(3000),
      sales_turnover: month(5000),
      overseas: 'to_third_year',
    },
    { services_contributions: 106, liberal_contributions: 32, sales_contributions: 26 },
  ],
  [
    'activités 6, but services of a trader at 0.2% (code du travail art. L. 6331-48), where Urssaf takes 0.1%',
    { services_turnover: month(20_000), chamber: 'trade' },
    { services_contributions: 353, training_contribution: 3, chamber_contribution: 1 },
  ],
])('%s', (_, facts, expected) => {
  const lines = assessLines(pack, { ...nothing, ...facts }, { asOf: '2026-03-31' });
  const euros = Object.fromEntries(Object.keys(expected).map((line) => [line, Number(lines[line]) / 100]));
  expect(euros).toEqual(expected);
});
