/** SQLite's primary result codes that mean something to a journal (https://www.sqlite.org/rescode.html). */
const SQLITE_ERROR = 1;
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function resultCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  // The upper bytes tell kinds of the same failure apart.
  return typeof code === 'number' ? code & 0xff : undefined;
}

export const isBusy = (error: unknown): boolean => resultCode(error) === SQLITE_BUSY;

/** Whether the file's content is at fault: damaged pages, another format, tables or columns that are not ours. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  if (code === undefined) return error instanceof RangeError || error instanceof TypeError;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB || code === SQLITE_ERROR;
}
