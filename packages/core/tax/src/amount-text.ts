import type { Assessment, AssessmentLine } from './assessment.ts';

/** All decimals and grouped thousands, as forms print them: `12,345.60 USD`. */
export function amountText(minorUnits: string, { code, decimals }: Assessment['currency']): string {
  if (minorUnits.startsWith('-')) return `-${amountText(minorUnits.slice(1), { code, decimals })}`;
  const digits = minorUnits.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}${decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`} ${code}`;
}

/** A line's value as people read it, in its own unit. */
export function lineText(
  { unit, amount }: Pick<AssessmentLine, 'unit' | 'amount'>,
  currency: Assessment['currency'],
): string {
  return unit === 'currency' ? amountText(amount, currency) : amount;
}
