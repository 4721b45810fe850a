import type { Asset } from '@gristmill/protocol';

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `formatBytes(1_572_864)` is `1.5 MiB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${UNITS[power]!}`;
}

/** With thousands apart: `20,000,000`. */
export function formatCount(count: number | bigint): string {
  return count.toLocaleString('en');
}

/** Money with all its decimals and thousands apart: `formatMoney(-1234560n, { code: 'USD', decimals: 2 })` is `-12,345.60 USD`. */
export function formatMoney(minorUnits: bigint, { code, decimals }: Asset): string {
  return `${formatAmount(minorUnits, decimals)} ${code}`;
}

/** The same without the currency: `-12,345.60`. */
export function formatAmount(minorUnits: bigint, decimals: number): string {
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = decimals === 0 ? '' : `.${digits.slice(point)}`;
  return `${minorUnits < 0n ? '-' : ''}${formatCount(BigInt(digits.slice(0, point)))}${fraction}`;
}
