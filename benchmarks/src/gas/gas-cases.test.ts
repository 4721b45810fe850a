import { expect, it } from 'vitest';
import { gasCases, gasSummary } from './gas-cases.ts';
import type { OwnGas } from './ours.ts';

const ours: OwnGas = {
  transfer: 30_000,
  collect: 50_000,
  collectReserved: 45_000,
  claim: 55_000,
  claimReserved: 50_000,
  claimFirst: 70_000,
  payerTransactionsToOpen: 0,
  claimSplit: 65_000,
  claimSplitReserved: 60_000,
  claimMany: new Map([[100, 2_200_000]]),
  claimStatement: new Map([
    [5, 100_000],
    [100, 1_500_000],
  ]),
  payMany: new Map([
    [2, 50_000],
    [10, 131_000],
    [100, 1_010_000],
  ]),
};

it('puts the rivals that were measured beside ours', () => {
  const cases = gasCases(ours, {
    streams: [{ name: 'a stream', gas: { create: 200_000, withdrawFirst: 80_000, withdraw: 110_000 } }],
    task: new Map([
      [1, 1_100_000],
      [5, 2_000_000],
    ]),
  });
  const against = (rival: string) =>
    cases.filter(({ rivalName }) => rivalName.includes(rival)).map((found) => [found.ours, found.rival, found.ratio]);
  expect(against('a stream')).toEqual([
    [70_000, 280_000, 4],
    [55_000, 110_000, 2],
  ]);
  expect(against('iExec PoCo')).toEqual([
    [55_000, 1_100_000, 20],
    [100_000, 2_000_000, 20],
  ]);
  expect(cases.find(({ case: what }) => what === 'claimStatement of 100, each')).toMatchObject({
    ours: 15_000,
    rival: 30_000,
    ratio: 2,
    note: '0.500 x a transfer; one signature',
  });
});

it('says of each cited figure that it is one', () => {
  const cases = gasCases(ours, { streams: [], task: null });
  const strangers = cases.filter(({ rivalName }) => rivalName !== 'plain ERC-20 transfer');
  expect(strangers.map(({ rivalName, rival }) => [rivalName, rival])).toEqual([
    ['Golem, packed batch', 13_100],
    ['Golem, packed batch', 10_100],
    ['0xSplits v2, push distribute for two, of USDC', 81_498],
    ['0xSplits v2, push distribute for two, of this token', 67_594],
    ['0xSplits v2, push distribute for two, of this token', 67_594],
    ['0xSplits v2, push distribute for two, of this token, and a transfer to it', 97_594],
    ['iExec PoCo, 1 worker', 1_810_000],
    ['iExec PoCo, 5 workers', 3_410_000],
  ]);
  for (const { note } of strangers) expect(note).toContain('cited figure');
});

it('counts a goal that is reached exactly, and names one that is not', () => {
  expect(gasSummary(ours)).toMatchObject({ goalsMet: '6 of 6', goalsMissed: 'none', claimPerTransfer: 1.5 });
  expect(
    gasSummary({ ...ours, collectReserved: 45_001, payerTransactionsToOpen: 1, claimSplit: 81_498 }),
  ).toMatchObject({
    goalsMet: '3 of 6',
    goalsMissed:
      'a claim, by the payee and of reserved money, is at most 1.5 transfers: 45,001 > 45,000; ' +
      'a new payee costs the payer no transaction: 1 > 0; ' +
      'a claim that pays two parties is below 0xSplits: 81,498 > 81,497',
  });
});
