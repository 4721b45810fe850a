import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmillHere, gristmillText } from '../../../test/command.ts';

let folder: string;
let rates: string;
const inside = (name: string) => path.join(folder, name);

async function fileOf(name: string, content: string): Promise<string> {
  await writeFile(inside(name), content);
  return inside(name);
}

const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });
const gusd = { code: 'GUSD', decimals: 6 };
const gbp = { code: 'GBP', decimals: 2 };

/** A sole trader in the United Kingdom, paid in dollars: on both sides of 6 April, with a cost and a refund. */
const YEAR = [
  ['2026-04-05', 1_000_000_000, 'i-0'],
  ['2026-04-06', 2_000_000_000, 'i-1'],
  ['2026-10-20', 4_000_000_000, 'i-2'],
] as const;
const EVENTS = [
  ...YEAR.map(([date, units, id]) => ({
    type: 'income.received',
    id,
    date,
    asset: gusd,
    units: `${units}`,
    setAside: units / 4,
    payer: 'hub',
    account: 'wallet:0x52',
    vault: 'vault:uk/hmrc',
  })),
  {
    type: 'income.refunded',
    id: 'r-1',
    date: '2026-11-01',
    asset: gusd,
    units: 500_000_000,
    payer: 'hub',
    account: 'wallet:0x52',
  },
  {
    type: 'expense.paid',
    id: 'e-1',
    date: '2026-12-01',
    asset: gbp,
    units: 100_50,
    account: 'bank:GB33',
    category: 'office_costs',
    payee: 'Telephone',
  },
];

const outcome = (program: string, ...words: string[]) => spawnSync(program, words).status;
const has = (program: string) => outcome(program, '--version') === 0;

const statement = (...words: string[]) =>
  gristmillHere('tax', 'statement', '--home', inside('home'), '--year', '2026', ...words);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-statement-'));
  rates = await fileOf('rates.csv', 'from,to,rate,date,source\nGUSD,GBP,0.75,2026-01-01,a bank\n');
  const file = await fileOf('events.jsonl', EVENTS.map((event) => JSON.stringify(event)).join('\n'));
  expect(await gristmillHere('tax', 'book', file, '--home', inside('home'))).toEqual({ written: 5, known: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('book', () => {
  it('what is there already stays as it is', async () => {
    expect(await gristmillHere('tax', 'book', inside('events.jsonl'), '--home', inside('home'))).toEqual({
      written: 0,
      known: 5,
    });
  });

  it.each([
    ['no JSON', 'income', 'not JSON'],
    ['an unknown type', '{"type":"income.stolen"}', 'type'],
    ['an unknown word', JSON.stringify({ ...EVENTS[3], unit: 'cents' }), 'unit'],
    ['a fraction of a cent', JSON.stringify({ ...EVENTS[3], id: 'r-2', units: 0.5 }), 'whole number of minor units'],
  ])('%s is refused by its line', async (_, line, why) => {
    const file = await fileOf('bad.jsonl', `${JSON.stringify({ ...EVENTS[3], id: 'r-3' })}\n${line}\n`);
    const { error } = (await gristmillHere('tax', 'book', file, '--home', inside('home'))) as {
      error: { message: string };
    };
    expect(error).toMatchObject({ code: 'INPUT_MALFORMED', message: expect.stringContaining('line 2') as string });
    expect(error.message).toContain(why);
  });

  it('what does not make sense with the books is refused, and nothing of the file is written', async () => {
    const vault = {
      type: 'money.moved',
      date: '2026-05-01',
      asset: gusd,
      units: 10 ** 12,
      memo: '',
      to: 'wallet:0x52',
    };
    const lines = [
      { ...EVENTS[3], id: 'r-4' },
      { ...vault, from: 'vault:uk/hmrc' },
    ];
    const file = await fileOf('overdrawn.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(await gristmillHere('tax', 'book', file, '--home', inside('home'))).toMatchObject(
      refused('LEDGER_OVERDRAWN'),
    );
    expect(await statement()).toMatchObject({ periods: { 4: { assets: [{}, { income: '6500000000' }] } } });
  });
});

describe('statement of the books', () => {
  it('by quarter and calendar year, each asset for itself', async () => {
    const { periods, earnings } = (await statement()) as {
      periods: { period: object; assets: object[] }[];
      earnings: null;
    };
    expect(periods.map(({ period }) => period)).toMatchObject([
      { label: '2026 Q1' },
      { label: '2026 Q2', from: '2026-04-01', to: '2026-06-30' },
      { label: '2026 Q3' },
      { label: '2026 Q4' },
      { label: '2026', from: '2026-01-01', to: '2026-12-31' },
    ]);
    expect(periods[4]!.assets).toMatchObject([
      { asset: gbp, expenses: '10050' },
      { asset: gusd, income: '6500000000', setAside: '1750000000' },
    ]);
    expect(earnings).toBeNull();
  });

  it('by the tax year of a pack, in its currency, from 6 April', async () => {
    expect(await statement('--pack', 'uk/income-tax', '--rates', rates)).toMatchObject({
      periods: {
        0: { period: { label: '2026-27 Q1', from: '2026-04-06', to: '2026-07-05' }, base: { income: '150000' } },
        4: {
          period: { label: '2026-27', from: '2026-04-06', to: '2027-04-05' },
          base: { opening: '75000', income: '412500', expenses: '10050', setAside: '112500', closing: '477450' },
        },
      },
      earnings: {
        income: '450000',
        refunds: '37500',
        profit: '402450',
        payers: { hub: '412500' },
        expenses: { office_costs: '10050' },
        rates: [{ from: 'GUSD', to: 'GBP', source: 'a bank', date: '2026-01-01' }],
      },
    });
  });

  it('one quarter alone', async () => {
    const { periods } = (await statement('--quarter', '4')) as { periods: object[] };
    expect(periods).toMatchObject([{ period: { label: '2026 Q4' } }]);
    expect(await statement('--quarter', '5')).toMatchObject(refused('OPTION_INVALID'));
  });

  it('with what belongs to the authority of it, and why less was set aside', async () => {
    const facts = await fileOf(
      'uk.yaml',
      `country: england
trading_income: 0
trading_expenses: 0
employment_income: 6000000
pension_income: 0
property_income: 0
other_income: 0
savings_interest: 0
dividends: 0
tax_deducted_at_source: 0
over_state_pension_age: false
prior_year_assessed_tax: 0
prior_year_tax_deducted: 0
claims_trading_allowance: true
class_2_weeks: 52
`,
    );
    const words = ['--pack', 'uk/income-tax', '--rates', rates, '--facts', facts, '--income', 'trading_income'];
    // 4,125 less the allowance of 1,000, at 40%; a quarter was set aside of 4,500.
    expect(await statement(...words)).toMatchObject({
      setAside: {
        earned: '412500',
        liability: '125000',
        setAside: '112500',
        shortfall: '12500',
        missing: expect.arrayContaining([expect.objectContaining({ cause: 'not-set-aside' })]) as unknown,
      },
    });
    // Where the fact is a profit, the telephone of 100.50 makes it smaller.
    expect(await statement(...words, '--net')).toMatchObject({ setAside: { earned: '402450', setAside: '112500' } });
    expect(await statement('--pack', 'uk/income-tax', '--rates', rates, '--facts', facts)).toMatchObject(
      refused('OPTION_MISSING'),
    );
  });

  it('on paper and for other programs', async () => {
    const kinds = ['csv', 'postings', 'pdf', 'html', 'beancount', 'ledger'];
    const words = kinds.flatMap((kind) => [`--${kind}`, inside(`out.${kind}`)]);
    const files = Object.fromEntries(kinds.map((kind) => [kind, inside(`out.${kind}`)]));
    const inPounds = ['--base', 'GBP', '--rates', rates, '--title', 'Łukasz <script>'];
    expect(await statement(...inPounds, ...words)).toMatchObject({ title: 'Łukasz <script>', files });
    const read = (kind: string) => readFile(inside(`out.${kind}`), kind === 'pdf' ? 'latin1' : 'utf8');
    expect(await read('csv')).toContain('\r\n2026 Q4,2026-10-01,2026-12-31,all in,GBP,');
    expect(await read('postings')).toContain('2026-12-01,4,Telephone,expense:office_costs,100.50,,GBP');
    expect(await read('html')).toContain('Łukasz &lt;script&gt;');
    expect(await read('beancount')).toContain('2026-12-02 balance Assets:TaxVault:Uk-hmrc  1750.000000 GUSD');
    expect(await read('ledger')).toContain('Assets:TaxVault:Uk-hmrc  0.000000 GUSD = 1750.000000 GUSD');
    const pdf = await read('pdf');
    expect(pdf).toContain('D:20261231000000Z');
    await statement(...inPounds, '--pdf', inside('again.pdf'));
    expect(await readFile(inside('again.pdf'), 'latin1')).toBe(pdf);
  });

  it.runIf(['bean-check', 'ledger', 'hledger'].every(has))(
    'proved by beancount, ledger and hledger themselves',
    async () => {
      const [bean, ledger] = [inside('proved.beancount'), inside('proved.ledger')];
      await statement('--beancount', bean, '--ledger', ledger);
      expect(outcome('bean-check', bean)).toBe(0);
      expect(outcome('ledger', '-f', ledger, 'balance')).toBe(0);
      expect(outcome('hledger', '-f', ledger, 'check')).toBe(0);
      // What is asserted is looked at.
      const wrong = await fileOf(
        'wrong.ledger',
        (await readFile(ledger, 'utf8')).replace('= 1750.000000', '= 1750.000001'),
      );
      expect(outcome('ledger', '-f', wrong, 'balance')).not.toBe(0);
    },
  );

  it('for people', async () => {
    const words = ['tax', 'statement', '--home', inside('home'), '--year', '2026', '--base', 'GBP', '--rates', rates];
    const { code, stdout } = await gristmillText(words);
    expect(code).toBe(0);
    expect(stdout).toContain('Income less expenses: 4,774.50 GBP');
  });

  it('says what it lacks', async () => {
    expect(await statement('--base', 'GBP')).toMatchObject(refused('EXCHANGE_RATE_MISSING'));
    expect(await statement('--base', 'pounds')).toMatchObject(refused('OPTION_INVALID'));
    expect(await statement('--payouts', 'p.jsonl', '--pdf', inside('x.pdf'))).toMatchObject(
      refused('OPTIONS_CONFLICT'),
    );
    expect(await statement('--csv', inside('none/x.csv'))).toMatchObject(refused('FILE_UNWRITABLE'));
    expect(await gristmillHere('tax', 'statement', '--year', '2026', '--home', inside('nobody'))).toMatchObject(
      refused('BOOKS_EMPTY'),
    );
  });
});
