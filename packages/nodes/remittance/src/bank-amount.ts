import type { Asset } from '@gristmill/protocol';

/** The most decimals that ISO 20022 gives an amount. */
const DECIMALS = 5;

/** A sign, 18 digits and a point, with room for zeros on both sides; a stranger may send millions of them. */
const LENGTH_MAX = 64;

/** A sum as a bank writes it, exact whatever the currency: in hundred-thousandths of the currency unit. */
export interface BankAmount {
  currency: string;
  hundredThousandths: bigint;
}

/** Null when the text is not a non-negative `xs:decimal` of at most 18 digits with at most five decimals that count. */
export function parseBankAmount(text: string, currency: string): BankAmount | null {
  if (text.length > LENGTH_MAX) return null;
  const match = /^\+?(\d*)(?:\.(\d*))?$/.exec(text);
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  const digits = (match?.[1] ?? '') + fraction.padEnd(DECIMALS, '0');
  const isNumber = match !== null && (match[1] ?? '') + (match[2] ?? '') !== '';
  if (!isNumber || fraction.length > DECIMALS || digits.replace(/^0+/, '').length > 18 + DECIMALS) return null;
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  return { currency, hundredThousandths: BigInt(digits) };
}

/** A payment's minor units as a bank would write them. */
export function bankAmountOf(units: bigint, { code, decimals }: Asset): BankAmount {
  return { currency: code, hundredThousandths: units * 10n ** BigInt(DECIMALS - decimals) };
}

export function sameAmount(a: BankAmount, b: BankAmount): boolean {
  return a.currency === b.currency && a.hundredThousandths === b.hundredThousandths;
}

/** `-1234.5 EUR`, without zeros at the end beyond two decimals. */
export function bankAmountText({ currency, hundredThousandths }: BankAmount): string {
  const negative = hundredThousandths < 0n;
  const digits = (negative ? -hundredThousandths : hundredThousandths).toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0{1,3}$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -DECIMALS)}.${fraction} ${currency}`;
}
