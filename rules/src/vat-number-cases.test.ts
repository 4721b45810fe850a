import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkVatNumber } from './vat-number.ts';

interface VatNumberCase {
  number: string;
  valid: boolean;
}

function disagreements(cases: readonly VatNumberCase[]): string[] {
  return cases.filter(({ number, valid }) => checkVatNumber(number).valid !== valid).map(({ number }) => number);
}

/* Numbers of arthurdejong/python-stdnum, tests/test_{eu,gb,ch}_vat.doctest and test_no_mva.doctest, as found in the world. */
const sample = readFileSync(new URL('./vat-number-cases.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => ({ valid: row.startsWith('true,'), number: row.slice(row.indexOf(',') + 1) }));

test('numbers found in the world are judged as python-stdnum judges them', () => {
  expect(sample.filter(({ valid }) => valid).length).toBeGreaterThan(100);
  expect(sample.filter(({ valid }) => !valid).length).toBeGreaterThan(30);
  expect(disagreements(sample)).toEqual([]);
});

/** PYTHON_STDNUM names a checkout of that library: all numbers of those files are checked. */
const stdnum = process.env['PYTHON_STDNUM'];

describe.runIf(stdnum !== undefined)('the numbers in PYTHON_STDNUM', () => {
  test.each([
    ['test_eu_vat.doctest', '', 700],
    ['test_gb_vat.doctest', 'GB', 30],
    ['test_ch_vat.doctest', 'CH', 10],
    ['test_no_mva.doctest', 'NO', 10],
    ['test_eu_oss.doctest', '', 1],
    ['test_be_vat.doctest', 'BE', 1],
    ['test_bg_vat.doctest', 'BG', 1],
    ['test_fr_tva.doctest', 'FR', 1],
    ['test_ie_vat.doctest', 'IE', 1],
  ])('%s', (file, country, least) => {
    const cases = doctestCases(readFileSync(path.join(stdnum!, 'tests', file), 'utf8'), country);
    expect(cases.length).toBeGreaterThan(least);
    expect(disagreements(cases)).toEqual([]);
  });
});

/** Single numbers, with what becomes of them; and blocks, of which the next line says whether none or all are refused. */
function doctestCases(text: string, country: string): VatNumberCase[] {
  const single = [...text.matchAll(/^>>> \w+\.validate\('([^']*)'\).*\n(.*)/gm)].map(([, number, outcome]) => ({
    number: number!,
    valid: !outcome!.startsWith('Traceback'),
  }));
  const blocks = [...text.matchAll(/numbers = '''\n([\s\S]*?)\.\.\. '''\n>>> (.*)/g)].flatMap(([, block, check]) => {
    const valid = /not \w+\.(is_valid|validate)/.test(check!);
    return block!.split('\n').map((line) => ({ number: line.replace(/^\.\.\. ?/, '').trim(), valid }));
  });
  return [...single, ...blocks]
    .filter(({ number }) => number !== '')
    .map(({ number, valid }) => ({
      valid,
      number: number.toUpperCase().startsWith(country) ? number : country + number,
    }));
}

/** Where jsvat and the issuing authorities differ; the README of eu/vat says why. */
const AUTHORITIES = {
  LU00000000: 'a number of zeros is issued to nobody',
  FRA0123456789: 'INSEE: keys with letters have a check too',
  FR0A012345678: 'INSEE: keys with letters have a check too',
  FRAB012345678: 'INSEE: keys with letters have a check too',
  BE1400004463: 'Crossroads Bank for Enterprises: numbers from 1000.000.000 on, since 2023',
  BE1400521335: 'Crossroads Bank for Enterprises: numbers from 1000.000.000 on, since 2023',
  BE1602602623: 'Crossroads Bank for Enterprises: numbers from 1000.000.000 on, since 2023',
};
const OUTSIDE = ['andorra', 'brazil', 'europe', 'russia', 'serbia'];

/** JSVAT names a checkout of se-panfilov/jsvat. */
const jsvat = process.env['JSVAT'];

describe.runIf(jsvat !== undefined)('the numbers in JSVAT', () => {
  test('are judged as jsvat judges them, but where an authority says otherwise', () => {
    const folder = path.join(jsvat ?? '', 'test/countries_vat_lists');
    const files = readdirSync(folder).filter((file) => !OUTSIDE.some((country) => file.startsWith(country)));
    const cases = files.flatMap((file) => jsvatCases(readFileSync(path.join(folder, file), 'utf8')));
    expect(cases.length).toBeGreaterThan(2000);
    expect(disagreements(cases).toSorted()).toEqual(Object.keys(AUTHORITIES).toSorted());
  });
});

function jsvatCases(text: string): VatNumberCase[] {
  return [...text.matchAll(/export const (valid|invalid|validOnlyByFormat) = \[([^\]]*)\]/g)].flatMap(
    ([, list, numbers]) =>
      [...numbers!.matchAll(/'([^']*)'/g)].map(([, number]) => ({ valid: list === 'valid', number: number! })),
  );
}
