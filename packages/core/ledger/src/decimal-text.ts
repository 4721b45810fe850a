import type { Asset } from '@gristmill/protocol';

/** Minor units with all their decimals and no grouping, as programs read them: `-1234.50`. */
export function decimalText(units: bigint, { decimals }: Pick<Asset, 'decimals'>): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${units < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`}`;
}
