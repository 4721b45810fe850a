import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readExchangeRates } from './exchange-rates-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rates-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function rates(...texts: string[]) {
  const files = texts.map((_, i) => path.join(folder, `rates-${i}.csv`));
  await Promise.all(files.map((file, i) => writeFile(file, texts[i]!)));
  return readExchangeRates(files);
}

it('rows of one’s own, each with its source', async () => {
  const table = await rates('from,to,rate,date,source\r\nGUSD,USD,1,2026-01-01,issuer, at par\r\n');
  expect(table.rateOn('GUSD', 'USD', '2026-05-01')).toMatchObject({ numerator: 1n, source: 'issuer,at par' });
});

it('the history of the European Central Bank', async () => {
  const table = await rates('Date,USD,JPY,CYP,\n2026-03-31,1.0921,158.23,N/A,\n2026-03-30,1.0900,158.00,N/A,\n');
  expect(table.rateOn('EUR', 'USD', '2026-03-30')).toMatchObject({ numerator: 10_900n, denominator: 10_000n });
  expect(table.rateOn('USD', 'JPY', '2026-04-02')).toMatchObject({ date: '2026-03-31' });
  expect(() => table.rateOn('EUR', 'CYP', '2026-04-02')).toThrow('No rate of EUR in CYP');
});

it('several files in one table: a coin at par, and the dollar by the European Central Bank', async () => {
  const own = 'from,to,rate,date,source\nGUSD,USD,1,2026-01-01,issuer\n';
  const table = await rates(own, 'Date,USD,GBP\n2026-03-31,1.25,0.80\n');
  expect(table.rateOn('GUSD', 'GBP', '2026-04-01')).toMatchObject({
    numerator: 8_000n,
    denominator: 12_500n,
    date: '2026-01-01',
    source: expect.stringContaining('issuer; European Central Bank') as string,
  });
});

it('its table of a day, which writes days in words', async () => {
  const table = await rates('Date, USD, JPY, \n5 January 2026, 1.0921, 158.23, \n');
  expect(table.rateOn('EUR', 'USD', '2026-01-05')).toMatchObject({ date: '2026-01-05' });
});

it.each([
  ['', 'line 1'],
  ['a,b\n1,2\n', 'line 1'],
  ['from,to,rate,date,source\nGUSD,USD,one,2026-01-01,me\n', 'line 2'],
  ['from,to,rate,date,source\nGUSD,USD,1,2026-01-01,\n', 'line 2'],
  ['from,to,rate,date,source\nGUSD,USD,0,2026-01-01,me\n', 'line 2'],
  ['Date,USD\nsoon,1.1\n', 'line 2'],
  ['Date,USD\n2026-01-01,1,1\n2026-01-02,-1\n', 'line 3'],
])('%j is refused, naming the line', async (text, line) => {
  await expect(rates(text)).rejects.toMatchObject({
    code: 'INPUT_MALFORMED',
    message: expect.stringContaining(line) as string,
  });
});
