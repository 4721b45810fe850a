import type { CivilDate } from '@gristmill/tax';
import { paymentMalformed } from './errors.ts';

/** What a US tax payment is for, as the addenda of its ACH entry says it. */
export interface TaxPaymentInformation {
  /** EIN or social security number, nine digits. */
  taxpayerId: string;
  /** The authority's code: `10406` is a federal estimated payment of Form 1040-ES at the IRS. */
  taxTypeCode: string;
  /** The last day of the tax period. */
  periodEnd: CivilDate;
  /**
   * What the amount is made of, at most three parts: for Form 941 `1` social security, `2` Medicare, `3` withheld tax.
   * Where the authority knows no parts, one whose type is the tax type code itself.
   */
  amounts: readonly { type: string; cents: bigint }[];
}

/**
 * The TXP segment, at most 80 characters: `TXP*taxpayer*tax type*period*type*amount*…\`. The IRS takes the year and month
 * of the period and 01 as its day.
 *
 * Source: NACHA, Tax Payment (TXP) Banking Convention; US Treasury, EFTPS Financial Institution Handbook, "ACH Credit
 * for Business Payments".
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`
 */
export function txpSegment({ taxpayerId, taxTypeCode, periodEnd, amounts }: TaxPaymentInformation): string {
  if (!/^\d{9}$/.test(taxpayerId)) {
    throw paymentMalformed(`"${taxpayerId}" is not a US taxpayer number.`, 'Write its nine digits without hyphens.');
  }
  if (!/^[A-Z0-9]{1,5}$/.test(taxTypeCode)) {
    throw paymentMalformed(`"${taxTypeCode}" is not a tax type code.`, 'Take it from the table of the authority.');
  }
  if (amounts.length < 1 || amounts.length > 3) {
    throw paymentMalformed(`${amounts.length} amounts in one TXP segment.`, 'Give one to three.');
  }
  for (const { type, cents } of amounts) {
    if (!/^[A-Z0-9]{1,5}$/.test(type) || cents <= 0n || cents > 9_999_999_999n) {
      throw paymentMalformed(`The amount ${type} of ${cents} cents cannot be written.`, 'Leave out what is zero.');
    }
  }
  const period = `${periodEnd.slice(2, 4)}${periodEnd.slice(5, 7)}01`;
  const parts = amounts.flatMap(({ type, cents }) => [type, cents.toString()]);
  return `${['TXP', taxpayerId, taxTypeCode, period, ...parts].join('*')}\\`;
}
