import fc from 'fast-check';
import type { AssessmentLine } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { formFigures, type FormMapping, minorUnitsText } from './form-figures.ts';
import { vatBoxesOf, type VatBoxes, vatReturnJson, vatReturnViolations } from './mtd-vat-return.ts';

const lineOf = (variable: string, amount: string, unit: AssessmentLine['unit'] = 'currency'): AssessmentLine => ({
  variable,
  label: variable,
  entity: 'person',
  period: 'year',
  unit,
  amount,
  exact: amount,
  formula: 'as given',
  citation: `source of ${variable}`,
  rounding: null,
  inputs: [],
  parameters: [],
});

describe('figures of a form', () => {
  const mapping: FormMapping = {
    form: 'Schedule SE (Form 1040)',
    boxes: [
      { box: '2', label: 'Net profit', line: 'net_profit', money: { wholeUnits: 'halfUp' } },
      { box: '12', label: 'Self-employment tax', line: 'se_tax', money: 'exact' },
      { box: 'A', label: 'Method', line: 'method', money: 'exact' },
    ],
  };
  const currency = { code: 'USD', decimals: 2 };

  test('each box says its line, rounded for the form alone', () => {
    const lines = [lineOf('net_profit', '-1234550'), lineOf('se_tax', '7065'), lineOf('method', 'regular', 'choice')];
    const figures = formFigures({ currency, lines }, mapping);
    expect(figures.map(({ box, text, amount, citation }) => [box, text, amount, citation])).toEqual([
      ['2', '-12346', '-1234600', 'source of net_profit'],
      ['12', '70.65', '7065', 'source of se_tax'],
      ['A', 'regular', 'regular', 'source of method'],
    ]);
  });

  test('a missing line is named, never guessed', () => {
    expect(() => formFigures({ currency, lines: [] }, mapping)).toThrow(
      expect.objectContaining({ code: 'FORM_LINE_MISSING', message: expect.stringContaining('net_profit') as string }),
    );
  });

  test('minor units in any currency', () => {
    expect([minorUnitsText(-5n, 2), minorUnitsText(12n, 0), minorUnitsText(1n, 3)]).toEqual(['-0.05', '12', '0.001']);
  });
});

describe('a UK VAT return for HMRC', () => {
  const boxes: VatBoxes = [10_000n, 10_050n, 20_050n, 30_000n, 9_950n, 100_000n, 0n, -100n, 0n];
  const valid = { periodKey: '18A1', boxes, finalised: true };

  test('the JSON of its API, amounts exact', () => {
    expect(vatReturnJson(valid)).toBe(
      '{"periodKey":"18A1","vatDueSales":100.00,"vatDueAcquisitions":100.50,"totalVatDue":200.50,' +
        '"vatReclaimedCurrPeriod":300.00,"netVatDue":99.50,"totalValueSalesExVAT":1000,"totalValuePurchasesExVAT":0,' +
        '"totalValueGoodsSuppliedExVAT":-1,"totalAcquisitionsExVAT":0,"finalised":true}',
    );
  });

  test('taken from the lines of the rule pack', () => {
    const lines = boxes.map((pence, i) => lineOf(`box_${i + 1}`, `${pence}`));
    expect(vatBoxesOf({ lines })).toEqual(boxes);
    expect(() => vatBoxesOf({ lines: lines.slice(1) })).toThrow(expect.objectContaining({ code: 'FORM_LINE_MISSING' }));
  });

  const box = (number: number, pence: bigint): VatBoxes => boxes.with(number - 1, pence) as unknown as VatBoxes;
  test.each<[string, object, string, string]>([
    ['a period key of three', { periodKey: '18A' }, 'PERIOD_KEY_INVALID', '/periodKey'],
    ['a wrong total', { boxes: box(2, 10_051n) }, 'VAT_TOTAL_VALUE', '/totalVatDue'],
    ['a wrong net', { boxes: box(5, 9_951n) }, 'VAT_NET_VALUE', '/netVatDue'],
    ['a negative net', { boxes: box(5, -9_950n) }, 'INVALID_MONETARY_AMOUNT', '/netVatDue'],
    ['pence in box 6', { boxes: box(6, 1n) }, 'INVALID_MONETARY_AMOUNT', '/totalValueSalesExVAT'],
    ['too much in box 9', { boxes: box(9, 10n ** 15n) }, 'INVALID_MONETARY_AMOUNT', '/totalAcquisitionsExVAT'],
    ['not declared', { finalised: false }, 'NOT_FINALISED', '/finalised'],
  ])('%s is found as HMRC finds it', (_, change, code, path) => {
    const wrong = { ...valid, ...change };
    expect(vatReturnViolations(wrong)).toContainEqual(expect.objectContaining({ code, path }));
    expect(() => vatReturnJson(wrong)).toThrow(
      expect.objectContaining({ code: 'VAT_RETURN_INVALID', message: expect.stringContaining(path) as string }),
    );
  });

  test('invariant 12: a return that is made of its boxes is accepted, and its numbers read back exactly', () => {
    const pence = fc.bigInt(-(10n ** 11n), 10n ** 11n);
    const pounds = fc.bigInt(-(10n ** 12n), 10n ** 12n).map((each) => each * 100n);
    fc.assert(
      fc.property(
        pence,
        pence,
        pence,
        fc.tuple(pounds, pounds, pounds, pounds),
        (sales, acquisitions, reclaimed, rest) => {
          const total = sales + acquisitions;
          const net = total < reclaimed ? reclaimed - total : total - reclaimed;
          const json = vatReturnJson({ ...valid, boxes: [sales, acquisitions, total, reclaimed, net, ...rest] });
          const numbers = Array.from(json.matchAll(/:(-?\d+)(?:\.(\d\d))?(?=,)/g), ([, whole, cents]) =>
            BigInt(`${whole}${cents ?? '00'}`),
          );
          expect(numbers).toEqual([sales, acquisitions, total, reclaimed, net, ...rest]);
          expect(JSON.parse(json)).toMatchObject({ finalised: true });
        },
      ),
    );
  });
});
