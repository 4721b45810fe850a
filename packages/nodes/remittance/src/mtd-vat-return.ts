import type { Assessment } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';
import { minorUnitsText } from './form-figures.ts';

/** The nine boxes of a UK VAT return in pence, box 1 first. */
export type VatBoxes = readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

/** A rule of HMRC's that a return breaks, by the code and path that its API answers with. */
export interface VatReturnViolation {
  code: 'PERIOD_KEY_INVALID' | 'INVALID_MONETARY_AMOUNT' | 'VAT_TOTAL_VALUE' | 'VAT_NET_VALUE' | 'NOT_FINALISED';
  path: string;
  message: string;
}

interface Range {
  least: bigint;
  most: bigint;
  step: bigint;
}

const PENCE: Range = { least: -999_999_999_999_999n, most: 999_999_999_999_999n, step: 1n };
const NET: Range = { least: 0n, most: 9_999_999_999_999n, step: 1n };
const WHOLE_POUNDS: Range = { least: -999_999_999_999_900n, most: 999_999_999_999_900n, step: 100n };

/** The API's names of boxes 1 to 9, and what each may hold. */
const FIELDS = [
  ['vatDueSales', PENCE],
  ['vatDueAcquisitions', PENCE],
  ['totalVatDue', PENCE],
  ['vatReclaimedCurrPeriod', PENCE],
  ['netVatDue', NET],
  ['totalValueSalesExVAT', WHOLE_POUNDS],
  ['totalValuePurchasesExVAT', WHOLE_POUNDS],
  ['totalValueGoodsSuppliedExVAT', WHOLE_POUNDS],
  ['totalAcquisitionsExVAT', WHOLE_POUNDS],
] as const;

export interface VatReturn {
  /** Four characters, from HMRC's list of obligations: `18A1`, `#001`. */
  periodKey: string;
  boxes: VatBoxes;
  /** The taxpayer's declaration that it is complete and true; HMRC takes no other. */
  finalised: boolean;
}

/** The boxes of an assessment by the pack `uk/vat`. @throws RemittanceError `FORM_LINE_MISSING` */
export function vatBoxesOf({ lines }: Pick<Assessment, 'lines'>): VatBoxes {
  return FIELDS.map((_, i) => {
    const line = lines.find(({ variable }) => variable === `box_${i + 1}`);
    if (line !== undefined) return BigInt(line.amount);
    throw new RemittanceError(
      'FORM_LINE_MISSING',
      `The assessment has no line box_${i + 1}.`,
      'Assess with the rule pack uk/vat.',
    );
  }) as unknown as VatBoxes;
}

/**
 * What HMRC would object to, by its own rules: box 3 is boxes 1 and 2 together, box 5 the absolute difference of boxes 3
 * and 4, boxes 6 to 9 whole pounds, all within their ranges (VAT (MTD) API 1.0: `SubmitReturnValidator` and its
 * validations in hmrc/vat-api@8ddd80d). HMRC stops at the first kind of fault; here all are told at once.
 */
export function vatReturnViolations({ periodKey, boxes, finalised }: VatReturn): VatReturnViolation[] {
  const violations: VatReturnViolation[] = [];
  const add = (code: VatReturnViolation['code'], path: string, message: string) =>
    violations.push({ code, path, message });
  if (!/^[#0-9A-Z]{4}$/.test(periodKey)) {
    add('PERIOD_KEY_INVALID', '/periodKey', 'It must be four of the characters A to Z, 0 to 9 and #, such as 18A1.');
  }
  for (const [i, [name, { least, most, step }]] of FIELDS.entries()) {
    const pence = boxes[i]!;
    if (pence < least || pence > most || pence % step !== 0n) {
      const [low, high] = [least, most].map((each) => (step === 100n ? `${each / step}` : minorUnitsText(each, 2)));
      const kind = step === 100n ? 'whole pounds' : 'pounds and pence';
      add('INVALID_MONETARY_AMOUNT', `/${name}`, `${minorUnitsText(pence, 2)} is not ${kind} from ${low} to ${high}.`);
    }
  }
  const [sales, acquisitions, total, reclaimed, net] = boxes;
  if (total !== sales + acquisitions) add('VAT_TOTAL_VALUE', '/totalVatDue', 'It must be the sum of boxes 1 and 2.');
  const difference = total < reclaimed ? reclaimed - total : total - reclaimed;
  if (net !== difference)
    add('VAT_NET_VALUE', '/netVatDue', 'It must be the difference of boxes 3 and 4, without sign.');
  if (!finalised) add('NOT_FINALISED', '/finalised', 'The taxpayer must declare it final.');
  return violations;
}

/**
 * A return as the JSON body of HMRC's `POST /organisations/vat/{vrn}/returns`, amounts as exact decimal numbers.
 *
 * @throws RemittanceError `VAT_RETURN_INVALID` with all that HMRC would object to.
 */
export function vatReturnJson(vatReturn: VatReturn): string {
  const violations = vatReturnViolations(vatReturn);
  if (violations.length > 0) {
    const reasons = violations.map(({ code, path, message }) => `${code} ${path}: ${message}`).join(' ');
    throw new RemittanceError(
      'VAT_RETURN_INVALID',
      `HMRC would refuse this return. ${reasons}`,
      violations.every(({ code }) => code === 'NOT_FINALISED')
        ? 'Say so (`--declare`) once the return is true and complete: without it nothing can be filed.'
        : 'Correct what is named: the facts of the period, or its key.',
    );
  }
  const amounts = FIELDS.map(([name, { step }], i) => {
    const pence = vatReturn.boxes[i]!;
    return `"${name}":${step === 100n ? pence / 100n : minorUnitsText(pence, 2)}`;
  });
  return `{"periodKey":${JSON.stringify(vatReturn.periodKey)},${amounts.join(',')},"finalised":true}`;
}
