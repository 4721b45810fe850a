import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { rulePackIds } from '@gristmill/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmill, gristmillHere, gristmillText } from '../../test/command.ts';

let folder: string;
let facts: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-tax-'));
  facts = await fileOf('quarter.yaml', QUARTER);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const QUARTER = `period_end: 2026-09-30
uses_flat_rate_scheme: false
vat_due_sales: 10000
vat_due_acquisitions: 0
vat_reclaimed: 4000
sales_excluding_vat: 50099
purchases_excluding_vat: 20000
goods_supplied_to_eu_excluding_vat: 0
acquisitions_from_eu_excluding_vat: 0
`;

const ofUk = (command: string, ...words: string[]) =>
  gristmillHere('tax', command, '--pack', 'uk/vat', '--year', '2026', ...words);
const setAside = (...words: string[]) => ofUk('set-aside', '--facts', facts, '--income', 'vat_due_sales', ...words);
const yearOf = (file: string) =>
  ofUk('set-aside', '--facts', facts, '--income', 'vat_due_sales', '--payouts', file, '--home', folder);
const statement = (file: string) => ofUk('statement', '--facts', facts, '--income', 'vat_due_sales', '--payouts', file);
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });

describe('packs', () => {
  it('lists them all, and verifies them by their content', async () => {
    const listed = await gristmillHere('tax', 'packs');
    expect(listed).toMatchObject(rulePackIds.map((id) => ({ id, cid: expect.stringMatching(/^bafy/) as string })));
    const known = await fileOf('packs.json', JSON.stringify(listed));
    const verified = await gristmillHere('tax', 'packs', 'verify', '--known', known);
    expect(verified).toMatchObject({ packs: rulePackIds.map((id) => ({ id, known: true, problems: [] })), feed: null });
  });

  it('exits with 1 when the content of a pack is not the one that is known', async () => {
    const other = [{ id: 'uk/vat', cid: 'bafyother' }];
    const known = await fileOf('other.json', JSON.stringify(other));
    expect(await gristmill('tax', 'packs', 'verify', 'uk/vat', '--known', known)).toMatchObject({
      code: 1,
      document: { packs: [{ id: 'uk/vat', known: true, problems: [expect.stringContaining('not bafyother')] }] },
    });
    const nonsense = await fileOf('nonsense.json', '{}');
    expect(await gristmillHere('tax', 'packs', 'verify', '--known', nonsense)).toMatchObject(
      refused('KNOWN_PACKS_MALFORMED'),
    );
  });
});

it('facts: the declarations and lines of a pack, and their JSON Schema', async () => {
  expect(await gristmillHere('tax', 'facts', 'uk/vat')).toMatchObject({
    pack: 'uk/vat',
    facts: { period_end: { kind: 'date' } },
    total: 'vat_payable',
    lines: expect.arrayContaining([expect.objectContaining({ name: 'box_5', unit: 'currency' })]) as unknown,
  });
  expect(await gristmillHere('tax', 'facts', 'uk/vat', '--schema')).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['period_end']) as unknown,
  });
});

describe('assess', () => {
  it('gives the assessment with its reasons, as data, as text and as a page', async () => {
    const page = path.join(folder, 'why.html');
    expect(await ofUk('assess', '--facts', facts, '--html', page)).toMatchObject({
      schema: 'gristmill/assessment/1',
      packId: 'uk/vat',
      total: '6000',
    });
    expect(await readFile(page, 'utf8')).toContain('<details');
    const words = ['tax', 'assess', '--pack', 'uk/vat', '--year', '2026', '--facts', '-', '--explain'];
    const { code, stdout } = await gristmillText(words, QUARTER);
    expect(code).toBe(0);
    expect(stdout).toMatch(/60\.00 GBP due/);
  });

  it('reads amounts beyond what a double holds, and says what is missing or wrong', async () => {
    const large = await fileOf('large.yaml', QUARTER.replace('10000', '90071992547409931234567'));
    expect(await ofUk('assess', '--facts', large)).toMatchObject({ total: '90071992547409931230567' });
    const short = await fileOf('short.yaml', QUARTER.replace(/vat_reclaimed.*\n/, ''));
    expect(await ofUk('assess', '--facts', short)).toMatchObject(refused('FACTS_MISSING'));
    expect(await ofUk('assess', '--facts', await fileOf('list.yaml', '- a'))).toMatchObject(refused('FACTS_MALFORMED'));
    expect(await ofUk('assess', '--facts', path.join(folder, 'absent'))).toMatchObject(refused('FILE_UNREADABLE'));
    expect(await ofUk('assess')).toMatchObject(refused('OPTION_MISSING'));
    expect(await ofUk('assess', '--facts', facts, '--as-of', '2025-12-31')).toMatchObject(refused('OPTIONS_CONFLICT'));
  });

  it('answers a batch one result a line', async () => {
    const quarter = { period_end: '2026-09-30', uses_flat_rate_scheme: false, vat_due_sales: 10_000, vat_reclaimed: 0 };
    const others = [
      'vat_due_acquisitions',
      'sales_excluding_vat',
      'purchases_excluding_vat',
      'goods_supplied_to_eu_excluding_vat',
      'acquisitions_from_eu_excluding_vat',
    ].map((name) => [name, 0]);
    const line = JSON.stringify({ id: 'q3', facts: { ...quarter, ...Object.fromEntries(others) } });
    const file = await fileOf('batch.jsonl', `\uFEFF${line}\n\nnonsense\n${line}`);
    const words = ['tax', 'assess', '--batch', file, '--pack', 'uk/vat', '--year', '2026', '--json'];
    const { code, stdout, stderr } = await gristmillText(words);
    expect(code).toBe(0);
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as unknown);
    const good = { id: 'q3', total: '10000', lines: expect.objectContaining({ box_5: '10000' }) as unknown };
    const message = expect.stringContaining('Line 3 ') as string;
    expect(results).toEqual([
      good,
      expect.objectContaining({
        id: null,
        lines: {},
        total: null,
        error: expect.objectContaining({ message }) as unknown,
      }),
      good,
    ]);
    expect(stderr).toContain('3 cases, 1 of them with errors');
  });
});

it('return: the boxes in the order of the form', async () => {
  expect(await ofUk('return', '--facts', facts)).toMatchObject({
    form: 'VAT100',
    total: '6000',
    boxes: expect.arrayContaining([
      expect.objectContaining({ box: 'box_5', amount: '6000' }),
      expect.objectContaining({ box: 'box_6', amount: '50000' }),
    ]) as unknown,
  });
});

it('calendar: due dates moved past weekends, and the part of each', async () => {
  expect(await ofUk('calendar')).toMatchObject({
    authority: 'uk/hmrc',
    dueDates: expect.arrayContaining([
      {
        instalment: 9,
        of: 'payable_for_period_to_september',
        share: '1',
        statutoryDate: '2026-11-07',
        dueDate: '2026-11-06',
      },
    ]) as unknown,
  });
});

describe('set-aside', () => {
  it('takes what the year still lacks, no more than the payout, and gives back what is too much', async () => {
    expect(await setAside('--earned', '20', '--payout', '5', '--already', '12.50')).toMatchObject({
      target: '2000',
      amount: '500',
      shortfall: '250',
      release: '0',
    });
    expect(await setAside('--earned', '20', '--already', '21')).toMatchObject({ amount: '0', release: '100' });
  });

  it('follows a whole year: refunds flow back, and what lacks has its cause', async () => {
    const { cid } = ((await gristmillHere('tax', 'packs')) as unknown as { id: string; cid: string }[]).find(
      ({ id }) => id === 'uk/vat',
    )!;
    const lines = [
      { date: '2026-02-03', amount: 1000 },
      { date: '2026-05-03', amount: '-400' },
      { date: '2026-06-01', rules: cid },
      { date: '2026-07-01', facts: { vat_reclaimed: 4000 } },
      { date: '2026-08-03', amount: 500, setAside: 300 },
    ];
    const file = await fileOf('year.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(await yearOf(file)).toMatchObject({
      rules: { packId: 'uk/vat' },
      steps: [
        { kind: 'payout', target: '1000', taken: '1000' },
        { kind: 'payout', target: '600', released: '400', setAside: '600' },
        { kind: 'rules', pack: cid },
        { kind: 'facts', missing: '0' },
        { kind: 'payout', earned: '1100', taken: '300', missing: '200' },
      ],
      due: '1100',
      setAside: '900',
      shortfall: '200',
      surplus: '0',
      missing: [{ cause: 'not-set-aside', date: '2026-08-03', amount: '200' }],
    });
    const late = await fileOf('late-year.jsonl', JSON.stringify({ date: '2027-01-01', amount: 1 }));
    expect(await yearOf(late)).toMatchObject(refused('PAYOUT_OUTSIDE_YEAR'));
    expect(await yearOf(await fileOf('odd.jsonl', '{"date":"2026-01-01","sum":1}'))).toMatchObject(
      refused('INPUT_MALFORMED'),
    );
    expect(await setAside('--earned', '20', '--payouts', file)).toMatchObject(refused('OPTIONS_CONFLICT'));
    // What is expected of the period to September, 60.00 and 40.00 more, is together on 6 November.
    const payouts = await fileOf(
      'in-time.jsonl',
      ['2026-11-05', '2026-11-06'].map((date) => JSON.stringify({ date, amount: 20_000 })).join('\n'),
    );
    const inTime = (...words: string[]) =>
      ofUk('set-aside', '--facts', facts, '--income', 'vat_due_sales', '--payouts', payouts, '--in-time', ...words);
    const { steps } = (await inTime('--expected', '40', '--lead-days', '0', '--method', 'flat', '--rate', '0')) as {
      steps?: { target: string }[];
    };
    expect(Number(steps![0]!.target)).toBeLessThan(10_000);
    expect(steps![1]!.target).toBe('10000');
    expect(await inTime()).toMatchObject(refused('OPTIONS_CONFLICT'));
    expect(await setAside()).toMatchObject(refused('OPTIONS_CONFLICT'));
  });

  it('knows methods of one’s own choice', async () => {
    const flat = ['--earned', '20', '--method', 'flat'];
    expect(await setAside(...flat, '--rate', '12.5')).toMatchObject({ target: '250' });
    expect(await setAside(...flat, '--rate', '100.1')).toMatchObject(refused('OPTION_INVALID'));
    expect(await setAside(...flat)).toMatchObject(refused('OPTION_MISSING'));
    const even = ['--earned', '20', '--method', 'safe-harbour', '--expected', '80', '--line', 'box_1'];
    expect(await setAside(...even)).toMatchObject({ target: '4500' });
  });
});

it('check-vat-number: exits with 1 when one of the numbers is wrong', async () => {
  expect(await gristmill('tax', 'check-vat-number', 'DE 136 695 976', 'ATU13585627')).toMatchObject({
    code: 0,
    document: [
      { text: 'DE 136 695 976', valid: true, country: 'DE', number: '136695976' },
      { valid: true, country: 'AT' },
    ],
  });
  const { code, stdout } = await gristmillText(['tax', 'check-vat-number', 'DE136695976', 'DE136695975']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✓ DE136695976.*\n✗ DE136695975: its check digits/);
  expect((await gristmillText(['tax', 'check-vat-number', 'che-116.281.710 mwst'])).stdout).toMatch(
    /: CHE116281710MWST$/m,
  );
});

it('remit --dry-run: what would be paid on a day, of what is set aside', async () => {
  const taxpayer = '0x52908400098527886E0F7030069857D2E4169EE7';
  const day = ['--on', '2026-11-05', '--set-aside', '40'];
  expect(await ofUk('remit', '--dry-run', '--facts', facts, '--taxpayer', taxpayer, ...day)).toMatchObject({
    authority: 'uk/hmrc',
    rail: 'vault',
    obstacle: { code: 'RAIL_CURRENCY_MISMATCH' },
    pays: '4000',
    shortfall: '2000',
    payments: expect.arrayContaining([
      {
        id: `uk/hmrc/VAT100/2026/9/${taxpayer}`,
        instalment: 9,
        line: 'payable_for_period_to_september',
        dueDate: '2026-11-06',
        amount: '6000',
        paid: '0',
        credited: '0',
        state: 'due',
        payFrom: '2026-11-01',
        pays: '4000',
        shortfall: '2000',
      },
    ]) as unknown,
  });
  const nobody = path.join(folder, 'nobody');
  // A plan needs nobody's key; a payment does.
  expect(await ofUk('remit', '--dry-run', '--facts', facts, ...day, '--home', nobody)).toMatchObject({
    taxpayer: null,
    pays: '4000',
    paid: '0',
  });
});

/** A line of a statement, as `camt.053` has it. */
const statementLine = (amount: string, reference: string, id: string) =>
  `<Ntry><Amt Ccy="GBP">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>
   <AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;

it('remit and reconcile: a file for the bank, once, and its statement', async () => {
  const bank = await fileOf(
    'bank.yaml',
    `rail: faster-payments
debtor: { name: A Trader, account: { sortCode: 20-00-00, accountNumber: '12345678' } }
creditor: { name: HMRC VAT, account: { sortCode: 08-32-00, accountNumber: '11963155' } }
reference: { text: '123456789' }
`,
  );
  const home = path.join(folder, 'payer');
  const taxpayer = '0x52908400098527886E0F7030069857D2E4169EE7';
  const options = ['--facts', facts, '--bank', bank, '--taxpayer', taxpayer, '--home', home];
  // Faster Payments arrive the same day; one business day to spare before Friday 6 November.
  expect(await ofUk('remit', '--dry-run', ...options, '--on', '2026-11-03')).toMatchObject({
    rail: 'faster-payments',
    obstacle: null,
    pays: '0',
    next: { dueDate: '2026-11-06', payFrom: '2026-11-04' },
  });
  expect(await ofUk('remit', '--dry-run', ...options, '--on', '2026-11-05')).toMatchObject({ pays: '6000' });
  expect(await ofUk('remit', ...options)).toMatchObject({
    handedOver: [{ units: '6000', rail: 'faster-payments', settled: false }],
    failures: [],
  });
  const file = (await readdir(path.join(home, 'outbox'))).find((name) => name.endsWith('.xml'));
  const order = await readFile(path.join(home, 'outbox', file!), 'utf8');
  expect(order).toContain('<InstdAmt Ccy="GBP">60.00</InstdAmt>');
  expect(await ofUk('remit', ...options)).toMatchObject({ handedOver: [], awaitingBank: [{ overdue: true }] });

  const [, endToEndId] = /<EndToEndId>(.*)<\/EndToEndId>/.exec(order)!;
  const statement = await fileOf(
    'statement.xml',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
     <Stmt><Id>S-1</Id><Acct><Id><Othr><Id>20000012345678</Id></Othr></Id></Acct>
     ${statementLine('60.00', 'B1', endToEndId!)}${statementLine('7.00', 'B2', 'NOTPROVIDED')}</Stmt></BkToCstmrStmt></Document>`,
  );
  const reconcile = (...files: string[]) => gristmillHere('tax', 'reconcile', ...files, '--home', home);
  const question = { amount: expect.stringContaining('7.00') as string, direction: 'debit' };
  expect(await reconcile(statement)).toMatchObject({
    settled: [`uk/hmrc/VAT100/2026/9/${taxpayer}/1`],
    questions: [question],
  });
  expect(await reconcile(statement)).toMatchObject({ settled: [], repeated: 2, questions: [question] });
  expect(await reconcile()).toMatchObject({ settled: [], questions: [question] });
  expect(await ofUk('remit', ...options)).toMatchObject({ handedOver: [], awaitingBank: [] });
  expect(await ofUk('remit', '--dry-run', ...options, '--on', '2026-11-05')).toMatchObject({
    paid: '6000',
    pays: '0',
    payments: expect.arrayContaining([expect.objectContaining({ instalment: 9, state: 'paid' })]) as unknown,
  });
  // One of many that is no bank's: which one, and nothing of the others is booked.
  expect(await reconcile(statement, bank)).toMatchObject({
    error: { code: 'BANK_XML_REFUSED', message: expect.stringContaining(`${bank}: `) as string },
  });
  expect(await ofUk('remit', ...options, '--set-aside', '5')).toMatchObject(refused('OPTIONS_CONFLICT'));
});

it('reconcile answer and mended: a person decides what nothing explains, and when to pay again', async () => {
  const bank = await fileOf(
    'other-bank.yaml',
    `rail: faster-payments
debtor: { name: A Trader, account: { sortCode: 20-00-00, accountNumber: '12345678' } }
creditor: { name: HMRC VAT, account: { sortCode: 08-32-00, accountNumber: '11963155' } }
reference: { text: '123456789' }
`,
  );
  const home = path.join(folder, 'asked');
  const taxpayer = '0x52908400098527886E0F7030069857D2E4169EE7';
  const options = ['--facts', facts, '--bank', bank, '--taxpayer', taxpayer, '--home', home];
  const reconcile = (...words: string[]) => gristmillHere('tax', 'reconcile', ...words, '--home', home);
  const obligation = `uk/hmrc/VAT100/2026/9/${taxpayer}`;
  const statementOf = (id: string, ...lines: string[]) =>
    fileOf(
      `${id}.xml`,
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
       <Stmt><Id>${id}</Id><Acct><Id><Othr><Id>20000012345678</Id></Othr></Id></Acct>${lines.join('')}</Stmt></BkToCstmrStmt></Document>`,
    );
  await ofUk('remit', ...options);
  // The bank names neither the payment nor the authority, and charges five pence more.
  const listed = await reconcile(
    await statementOf('A', statementLine('60.05', 'B1', 'NOTPROVIDED'), statementLine('7.00', 'B2', 'NOTPROVIDED')),
  );
  const { questions } = listed as unknown as { questions: { key: string; amount: string }[] };
  expect(listed).toMatchObject({
    settled: [],
    questions: [{ direction: 'debit' }, { direction: 'debit' }],
    openPayments: [{ id: `${obligation}/1`, units: '6000', state: 'handed-over' }],
  });
  const [sixty, seven] = questions.map(({ key }) => key) as [string, string];
  expect(await reconcile('answer', sixty)).toMatchObject(refused('OPTIONS_CONFLICT'));
  expect(await reconcile('answer', 'zzz', '--not-ours')).toMatchObject(refused('BANK_ENTRY_UNKNOWN'));
  expect(await reconcile('answer', '', '--not-ours')).toMatchObject(refused('BANK_ENTRY_AMBIGUOUS'));
  expect(await reconcile('answer', sixty, '--payment', `${obligation}/7`)).toMatchObject(refused('BANK_ENTRY_UNKNOWN'));
  expect(await reconcile('answer', seven.slice(0, 12), '--not-ours', '--by', 'Ada', '--note', 'rent')).toEqual({
    line: seven,
    by: 'Ada',
    note: 'rent',
    payment: null,
    open: 1,
  });
  expect(await reconcile('answer', sixty, '--payment', `${obligation}/1`, '--note', 'with a fee')).toMatchObject({
    payment: { id: `${obligation}/1`, state: 'settled' },
    open: 0,
  });
  expect(await reconcile()).toMatchObject({ questions: [], openPayments: [] });

  const mended = (...words: string[]) => reconcile('mended', obligation, '--note', 'a new account', ...words);
  expect(await mended()).toMatchObject(refused('NOTHING_RETURNED'));
  const creditLine = (reference: string) => statementLine('60.00', reference, 'NOTPROVIDED').replace('DBIT', 'CRDT');
  for (const part of [1, 2, 3]) {
    const back = await reconcile(await statementOf(`R${part}`, creditLine(`R${part}`)));
    const { questions: asked } = back as unknown as { questions: { key: string }[] };
    await reconcile('answer', asked[0]!.key, '--payment', `${obligation}/${part}`);
    await ofUk('remit', ...options);
  }
  expect(await ofUk('remit', ...options)).toMatchObject({
    handedOver: [],
    shortfalls: [{ obligationId: obligation, cause: 'returned-by-bank' }],
  });
  expect(await mended()).toMatchObject({ payments: [1, 2, 3].map((part) => `${obligation}/${part}`) });
  expect(await ofUk('remit', ...options)).toMatchObject({ handedOver: [{ paymentId: `${obligation}/4` }] });
});

it('statement: payouts by quarter, against what they owe', async () => {
  const payouts = await fileOf(
    'payouts.jsonl',
    '{"date":"2026-02-03","amount":12505,"setAside":"12000"}\n{"date":"2026-08-03","amount":-505}\n',
  );
  expect(await statement(payouts)).toMatchObject({
    quarters: [{ earned: '12505', shortfall: '505' }, { earned: '0' }, { earned: '-505', shortfall: '0' }, {}],
    liability: '12000',
    total: '18000',
  });
  const late = await fileOf('late.jsonl', '{"date":"2027-01-01","amount":1}');
  expect(await statement(late)).toMatchObject(refused('PAYOUT_OUTSIDE_YEAR'));
  expect(await statement(await fileOf('bad.jsonl', '{"amount":1}'))).toMatchObject(refused('INPUT_MALFORMED'));
});

const ossReturn = async (text: string) => gristmillHere('tax', 'oss-return', await fileOf('oss.yaml', text));

it('oss-return: a quarter of supplies as the One Stop Shop asks for them', async () => {
  const supply = `{ memberStateOfConsumption: FR, date: 2026-08-15, kind: services, rateCategory: standard,
    currency: EUR, taxableAmount: '10000', vat: '2000' }`;
  const quarter = `scheme: union
memberStateOfIdentification: DE
vatNumber: DE 111 111 125
period: { year: 2026, quarter: 3 }
supplies: [${supply}]
corrections: []
`;
  expect(await ossReturn(quarter)).toMatchObject({
    reference: 'DE/DE111111125/Q3.2026',
    totals: { payable: '2000', taxableAmount: '10000' },
  });
  expect(await ossReturn(quarter.replace("'2000'", "'1900'"))).toMatchObject(refused('OSS_RETURN_MALFORMED'));
  expect(await ossReturn('scheme: union')).toMatchObject(refused('OSS_RETURN_MALFORMED'));
});
