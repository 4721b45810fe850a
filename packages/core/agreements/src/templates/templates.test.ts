import { GristmillError } from '@gristmill/protocol';
import { describe, expect, test } from 'vitest';
import { analyse } from '../analysis/analyse.ts';
import { instantOf } from '../calendar.ts';
import { contractText, parseContract } from '../core-json.ts';
import { explain } from '../explanation/explain.ts';
import { runTransactions } from '../run.ts';
import { emptyState, type Party } from '../terms.ts';
import type { Input, Transaction } from '../transaction.ts';
import { templateOf, templates } from './index.ts';

const coin = { currencySymbol: '', tokenName: '' };

function role(name: string): Party {
  return { kind: 'role', role: name };
}

function deposits(by: string, amount: bigint): Input {
  return { kind: 'deposit', by: role(by), into: role(by), token: coin, amount };
}

function chooses(owner: string, name: string, chosen: bigint): Input {
  return { kind: 'choice', choice: { name, owner: role(owner) }, chosen };
}

/** A story: on each date, what somebody does (or only that the date comes). */
type Story = readonly (readonly [date: string, input?: Input])[];

/** Who has been paid how much, outside the agreement, by the end of the story. */
function paidIn(name: string, story: Story, changed: Record<string, unknown> = {}): Record<string, bigint> {
  const template = templateOf(name);
  const contract = template.build({ ...template.example, ...changed });
  const transactions = story.map(([date, input]): Transaction => {
    const now = instantOf(date);
    return { interval: { from: now, to: now }, inputs: input === undefined ? [] : [input] };
  });
  const paid: Record<string, bigint> = {};
  for (const output of runTransactions({ contract, state: emptyState(0n) }, transactions)) {
    if (output.kind === 'error') throw new Error(`${name}: ${output.error.kind}`);
    expect(output.warnings).toEqual([]);
    for (const { to, amount } of output.payments) {
      if (to.kind !== 'party' || to.party.kind !== 'role') continue;
      paid[to.party.role] = (paid[to.party.role] ?? 0n) + amount;
    }
  }
  return paid;
}

describe.each(templates)('$name', (template) => {
  test('its example keeps every promise: all payments funded, no warning, no way that leads nowhere', () => {
    const contract = template.build(template.example);
    const analysis = analyse(contract);
    expect(analysis.complete).toBe(true);
    expect(analysis.warnings).toEqual([]);
    expect(analysis.unreachable).toEqual([]);
    expect(new Set(analysis.payments.map(({ verdict }) => verdict))).toEqual(new Set(['funded']));
  });

  test('its example can be written, read and explained', () => {
    const contract = template.build(template.example);
    expect(parseContract(contractText(contract))).toEqual(contract);
    const { text, svg } = explain(contract, { title: template.name });
    expect(text).toContain('## Step 1');
    expect(svg).toMatch(/^<svg [^>]+>[\s\S]+<\/svg>$/);
  });

  test('it refuses parameters that it does not know', () => {
    expect(() => template.build({ ...template.example, surprise: 1 })).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_PARAMETERS_MALFORMED' }),
    );
    expect(() => template.build(undefined)).toThrow(GristmillError);
  });
});

describe('worked examples', () => {
  test('escrow: the arbiter refunds a buyer who objects', () => {
    const objecting: Story = [
      ['2027-01-05', deposits('buyer', 450_000n)],
      ['2027-01-20', chooses('buyer', 'verdict', 0n)],
    ];
    expect(paidIn('escrow', [...objecting, ['2027-02-01', chooses('arbiter', 'ruling for the seller', 0n)]])).toEqual({
      buyer: 450_000n,
    });
    expect(paidIn('escrow', [...objecting, ['2027-02-01', chooses('arbiter', 'ruling for the seller', 1n)]])).toEqual({
      seller: 450_000n,
    });
  });

  test('escrow: a silent buyer has accepted', () => {
    expect(paidIn('escrow', [['2027-01-05', deposits('buyer', 450_000n)], ['2027-01-24']])).toEqual({
      seller: 450_000n,
    });
  });

  test('milestones: what is not approved goes back', () => {
    const story: Story = [
      ['2027-02-01', deposits('client', 1_000_000n)],
      ['2027-03-15', chooses('client', 'approve design', 1n)],
      ['2027-06-01'],
    ];
    expect(paidIn('milestones', story)).toEqual({ contractor: 200_000n, client: 800_000n });
  });

  test('split: the last payee takes what rounding leaves', () => {
    expect(paidIn('split', [['2027-04-01', deposits('label', 1_000_000n)]])).toEqual({
      singer: 555_555n,
      writer: 333_333n,
      studio: 111_112n,
    });
  });

  test('set-aside: the part set aside is rounded up', () => {
    expect(paidIn('set-aside', [['2027-04-01', deposits('hub', 1_000_001n)]])).toEqual({
      'tax vault': 220_001n,
      provider: 780_000n,
    });
  });

  test('subscription: cancelling returns the months to come', () => {
    const story: Story = [
      ['2026-12-20', deposits('reader', 5_994n)],
      ['2027-02-01'],
      ['2027-03-01'],
      ['2027-03-15', chooses('reader', 'cancel', 1n)],
    ];
    expect(paidIn('subscription', story)).toEqual({ newspaper: 1_998n, reader: 3_996n });
  });

  test('vesting: the cliff releases what has vested, revoking returns the rest', () => {
    const story: Story = [
      ['2026-12-20', deposits('company', 48_000n)],
      ['2027-12-27'],
      ['2028-01-26'],
      ['2028-02-01', chooses('company', 'revoke', 1n)],
    ];
    expect(paidIn('vesting', story)).toEqual({ employee: 13_000n, company: 35_000n });
  });

  test('letter of credit: discrepant documents are paid when the applicant waives', () => {
    const presented: Story = [
      ['2027-01-20', deposits('importer', 25_125_000n)],
      ['2027-02-05', deposits('issuing bank', 25_000_000n)],
      ['2027-04-20', chooses('exporter', 'documents presented', 1n)],
    ];
    const discrepant: Story = [...presented, ['2027-05-02', chooses('issuing bank', 'documents comply', 0n)]];
    const honoured = { exporter: 25_000_000n, 'issuing bank': 25_125_000n };
    expect(
      paidIn('letter-of-credit', [...discrepant, ['2027-05-10', chooses('importer', 'discrepancies waived', 1n)]]),
    ).toEqual(honoured);
    expect(paidIn('letter-of-credit', [...discrepant, ['2027-05-14']])).toEqual({
      importer: 25_000_000n,
      'issuing bank': 25_125_000n,
    });
    // A bank that says nothing in time has to honour (UCP 600, article 16 f).
    expect(paidIn('letter-of-credit', [...presented, ['2027-05-07']])).toEqual(honoured);
  });

  test('delivery on proof: each hour of delay costs the carrier', () => {
    const underway: Story = [
      ['2027-05-20', deposits('carrier', 100_000n)],
      ['2027-06-01', deposits('grocer', 800_000n)],
    ];
    expect(paidIn('delivery-on-proof', [...underway, ['2027-06-05', chooses('cold store', 'hours late', 7n)]])).toEqual(
      {
        grocer: 14_000n,
        farm: 800_000n,
        carrier: 86_000n,
      },
    );
    expect(paidIn('delivery-on-proof', [...underway, ['2027-06-05', chooses('cold store', 'hours late', 0n)]])).toEqual(
      {
        farm: 800_000n,
        carrier: 100_000n,
      },
    );
    expect(paidIn('delivery-on-proof', [...underway, ['2027-06-10']])).toEqual({ grocer: 900_000n });
  });

  test('co-payment: 3,000 and a fifth of what is above', () => {
    const story: Story = [
      ['2027-01-20', chooses('clinic', 'bill', 120_004n)],
      ['2027-02-10', chooses('insurer', 'approve the bill', 1n)],
      ['2027-02-20', deposits('patient', 26_400n)],
      ['2027-03-10', deposits('insurer', 93_604n)],
    ];
    expect(paidIn('co-payment', story)).toEqual({ clinic: 120_004n });
    expect(paidIn('co-payment', [...story.slice(0, 3), ['2027-03-15']])).toEqual({ patient: 26_400n });
    const small: Story = [
      ['2027-01-20', chooses('clinic', 'bill', 2_500n)],
      ['2027-02-20', deposits('patient', 2_500n)],
    ];
    expect(paidIn('co-payment', small)).toEqual({ clinic: 2_500n });
  });

  test('spending policy: a limit a period, and a human above a sum', () => {
    const story: Story = [
      ['2026-12-20', deposits('owner', 10_000n)],
      ['2027-01-05', chooses('agent', 'pay search API', 4_000n)],
      ['2027-01-06', chooses('agent', 'pay compute market', 6_000n)],
      ['2027-01-07', chooses('owner', 'approve the payment', 1n)],
    ];
    expect(paidIn('spending-policy', story)).toEqual({ 'search API': 4_000n, 'compute market': 6_000n });
    const beyond: Story = [...story.slice(0, 2), ['2027-01-06', chooses('agent', 'pay compute market', 6_001n)]];
    expect(paidIn('spending-policy', beyond)).toEqual({ 'search API': 4_000n, owner: 6_000n });
  });
});

const build = (name: string, changed: Record<string, unknown>) => () =>
  templateOf(name).build({ ...templateOf(name).example, ...changed });
const malformed = (message: RegExp) =>
  expect.objectContaining({ code: 'TEMPLATE_PARAMETERS_MALFORMED', message: expect.stringMatching(message) });

test.each<[string, Record<string, unknown>]>([
  ['co-payment', { coInsurance: 999_999, coPayment: '499999' }],
  ['set-aside', { partsPerMillion: 999_999 }],
  ['vesting', { cliffSteps: 48, total: '48' }],
  ['spending-policy', { approvalAbove: '10000' }],
  ['split', { amount: '9' }],
])('%s takes what is only just possible: %o', (name, changed) => {
  expect(analyse(build(name, changed)())).toMatchObject({ complete: true, warnings: [] });
});

test('parameters that contradict one another are refused with the values', () => {
  expect(build('escrow', { price: '0' })).toThrow(malformed(/price: not above 0/));
  expect(build('escrow', { payBy: '2027-02-30' })).toThrow(malformed(/payBy: "2027-02-30" is not a date/));
  expect(build('delivery-on-proof', { bond: '1' })).toThrow(malformed(/48 hours at 2000 are more than the bond of 1/));
  expect(build('split', { amount: '2' })).toThrow(malformed(/2 is too little for 3 payees/));
  expect(build('co-payment', { coInsurance: 1_000_000 })).toThrow(malformed(/1000000 parts per million/));
  expect(build('co-payment', { coPayment: '500000' })).toThrow(malformed(/500000 is all that can be billed/));
  expect(build('set-aside', { partsPerMillion: 1_000_000 })).toThrow(malformed(/leaves nothing for the payee/));
  expect(build('vesting', { payBy: '2027-01-02' })).toThrow(malformed(/after it starts to vest/));
  expect(build('vesting', { cliffSteps: 49 })).toThrow(malformed(/cliff of 49 steps lies after all 48/));
  expect(build('vesting', { total: '47' })).toThrow(malformed(/47 cannot be spread over 48 steps/));
  expect(build('spending-policy', { approvalAbove: '10001' })).toThrow(malformed(/above the limit/));
  expect(build('milestones', { payBy: '2028-01-01' })).toThrow(malformed(/not in order/));
  expect(build('escrow', { payBy: '2027-12-01' })).toThrow(expect.objectContaining({ code: 'TIMEOUT_NOT_LATER' }));
  expect(build('spending-policy', { requestsAPeriod: 10 })).toThrow(
    expect.objectContaining({ code: 'TEMPLATE_TOO_LARGE' }),
  );
  expect(() => templateOf('loan')).toThrow(expect.objectContaining({ code: 'TEMPLATE_UNKNOWN' }));
});
