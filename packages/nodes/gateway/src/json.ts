/** JSON in which integers that do not fit a double are decimal strings. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field));
}
