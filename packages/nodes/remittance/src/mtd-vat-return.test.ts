import fc from 'fast-check';
import type { AssessmentLine } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
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

  test('a period key with a #, as HMRC gives for periods that are not standard', () => {
    expect(vatReturnViolations({ ...valid, periodKey: '#001' })).toEqual([]);
  });

  test('taken from the lines of the rule pack', () => {
    const lines = boxes.map((pence, i) => lineOf(`box_${i + 1}`, `${pence}`));
    expect(vatBoxesOf({ lines })).toEqual(boxes);
    expect(() => vatBoxesOf({ lines: lines.slice(1) })).toThrow(expect.objectContaining({ code: 'FORM_LINE_MISSING' }));
  });

  const box = (number: number, pence: bigint): VatBoxes => boxes.with(number - 1, pence) as unknown as VatBoxes;
  test.each<[string, object, string, string]>([
    ['a period key of three', { periodKey: '18A' }, 'PERIOD_KEY_INVALID', '/periodKey'],
    ['a period key in small letters', { periodKey: '18a1' }, 'PERIOD_KEY_INVALID', '/periodKey'],
    ['a wrong total', { boxes: box(2, 10_051n) }, 'VAT_TOTAL_VALUE', '/totalVatDue'],
    ['a wrong net', { boxes: box(5, 9_951n) }, 'VAT_NET_VALUE', '/netVatDue'],
    ['a negative net', { boxes: box(5, -9_950n) }, 'INVALID_MONETARY_AMOUNT', '/netVatDue'],
    ['too much in box 5', { boxes: box(5, 10n ** 13n) }, 'INVALID_MONETARY_AMOUNT', '/netVatDue'],
    ['too much in box 1', { boxes: box(1, 10n ** 15n) }, 'INVALID_MONETARY_AMOUNT', '/vatDueSales'],
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

  test('what lacks only the declaration is not blamed on the figures', () => {
    const hint = expect.stringContaining('--declare') as string;
    expect(() => vatReturnJson({ ...valid, finalised: false })).toThrow(expect.objectContaining({ hint }));
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
