import type { Asset } from '@gristmill/protocol';

/**
 * An amount with all decimals of its asset and without its code; room is kept for three digits before the point, so that the
 * points of a column stand in line.
 */
export function figure(units: bigint, { decimals }: Pick<Asset, 'decimals'>): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return text.padStart('100.'.length + decimals);
}
