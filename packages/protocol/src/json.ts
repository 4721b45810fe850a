/** JSON in which integers that may not fit a double (bigints) are decimal strings, as `uint` reads them back. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field),
    indent,
  );
}
