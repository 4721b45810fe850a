/** A time in seconds since 1970 as people and programs read it: `2026-11-23T07:00:00Z`. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
