import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmillHere, gristmillText } from '../../../test/command.ts';

let folder: string;
let quarter: string;
const inside = (name: string) => path.join(folder, name);

async function fileOf(name: string, content: string): Promise<string> {
  await writeFile(inside(name), content);
  return inside(name);
}

const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });

const QUARTER = `period_end: 2026-09-30
uses_flat_rate_scheme: false
vat_due_sales: 246913
vat_due_acquisitions: 0
vat_reclaimed: 301207
sales_excluding_vat: 1234567
purchases_excluding_vat: 1506039
goods_supplied_to_eu_excluding_vat: 0
acquisitions_from_eu_excluding_vat: 0
`;

const GERMAN = `assessment: single
business_income: 1500000
other_income: 0
deductions: 0
tax_withheld: 0
solidarity_withheld: 0
last_assessed_tax: 0
`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-return-'));
  quarter = await fileOf('quarter.yaml', QUARTER);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const vat = (...words: string[]) =>
  gristmillHere('tax', 'return', '--pack', 'uk/vat', '--year', '2026', '--facts', quarter, ...words);

describe('return', () => {
  it('lines of the pack, and the forms that they are written on', async () => {
    expect(await vat()).toMatchObject({
      total: '0',
      boxes: expect.arrayContaining([expect.objectContaining({ box: 'box_5', amount: '54294' })]) as unknown,
      forms: [{ form: 'vat100' }],
    });
    await vat('--pdf', inside('lines.pdf'), '--all');
    expect(await readFile(inside('lines.pdf'), 'latin1')).toContain('D:20261231000000Z');
  });

  it('an official form, as data, as text and on paper', async () => {
    expect(await vat('--form', 'vat100', '--pdf', inside('vat.pdf'))).toMatchObject({
      schema: 'gristmill/form/1',
      boxes: { 4: { key: 'net_vat_due', box: '5', text: '542.94', amount: '54294' } },
      findings: [],
    });
    expect(await readFile(inside('vat.pdf'), 'latin1')).toMatch(/^%PDF-1\.7/);
    const words = ['tax', 'return', '--pack', 'uk/vat', '--year', '2026', '--facts', quarter, '--form', 'vat100'];
    const { code, stdout } = await gristmillText(words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^6 +12,345\.00 /m);
  });

  it('a form out of the books of the year, with what only the taxpayer can say', async () => {
    const facts = await fileOf('german.yaml', GERMAN);
    const eur = { code: 'EUR', decimals: 2 };
    const events = [
      {
        type: 'income.received',
        date: '2025-03-01',
        asset: eur,
        units: 1_700_000,
        setAside: 0,
        payer: 'Hub',
        account: 'bank:DE',
        vault: 'vault:de',
      },
      {
        type: 'expense.paid',
        date: '2025-04-01',
        asset: eur,
        units: 200_000,
        account: 'bank:DE',
        category: 'computing',
        payee: 'Host',
      },
      {
        type: 'expense.paid',
        date: '2026-01-01',
        asset: eur,
        units: 7,
        account: 'bank:DE',
        category: 'computing',
        payee: 'Host',
      },
    ];
    const file = await fileOf('events.jsonl', events.map((event) => JSON.stringify(event)).join('\n'));
    await gristmillHere('tax', 'book', file, '--home', inside('home'));
    const figures = await fileOf('figures.yaml', 'revenue_of_small_business: books\neverything_else: 0\n');
    const words = ['--pack', 'eu/de/income-tax', '--year', '2025', '--facts', facts, '--form', 'anlage-euer'];
    const form = (...more: string[]) => gristmillHere('tax', 'return', ...words, ...more, '--home', inside('home'));
    const filled = await form('--books', '--figures', figures);
    expect(filled).toMatchObject({ findings: [] });
    const { boxes } = filled as { boxes: { key: string; text: string }[] };
    const textOf = (key: string) => boxes.find((box) => box.key === key)!.text;
    expect(['revenue_of_small_business', 'computing', 'total_expenses', 'profit'].map(textOf)).toEqual([
      '17000.00',
      '2000.00',
      '2000.00',
      '15000.00',
    ]);
    const wrong = await fileOf('wrong.yaml', 'computers: 1\n');
    expect(await form('--figures', wrong)).toMatchObject(refused('FORM_FIGURES_MALFORMED'));
  });

  it('HMRC’s own shape of a VAT return, checked by its rules', async () => {
    const file = inside('hmrc.json');
    const words = ['--hmrc', file, '--period-key', '#001'];
    expect(await vat(...words)).toMatchObject(refused('VAT_RETURN_INVALID'));
    const body =
      '{"periodKey":"#001","vatDueSales":2469.13,"vatDueAcquisitions":0.00,"totalVatDue":2469.13,' +
      '"vatReclaimedCurrPeriod":3012.07,"netVatDue":542.94,"totalValueSalesExVAT":12345,' +
      '"totalValuePurchasesExVAT":15060,"totalValueGoodsSuppliedExVAT":0,"totalAcquisitionsExVAT":0,"finalised":true}';
    expect(await vat(...words, '--declare')).toMatchObject({ hmrc: { file, body } });
    expect(await readFile(file, 'utf8')).toBe(`${body}\n`);
    expect(await vat('--hmrc', file, '--declare')).toMatchObject(refused('OPTIONS_CONFLICT'));
    expect(await vat('--hmrc', file, '--period-key', '1', '--declare')).toMatchObject(refused('VAT_RETURN_INVALID'));
  });

  it('says what it cannot do', async () => {
    expect(await vat('--form', 'vat101')).toMatchObject(refused('FORM_UNKNOWN'));
    expect(await vat('--pdf', inside('none/x.pdf'))).toMatchObject(refused('FILE_UNWRITABLE'));
    expect(await vat('--books')).toMatchObject(refused('OPTIONS_CONFLICT'));
    expect(await vat('--form', 'vat100', '--person', 'spouse')).toMatchObject(refused('FORM_FIGURES_MALFORMED'));
  });
});
