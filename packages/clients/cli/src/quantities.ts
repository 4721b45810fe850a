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
