/** SQLite's result codes that mean something to a journal (https://www.sqlite.org/rescode.html). */
const SQLITE_ERROR = 1;
const SQLITE_BUSY = 5;
const SQLITE_IOERR_FSYNC = 1034;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function extendedCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code : undefined;
}

function resultCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  // The upper bytes tell kinds of the same failure apart.
  return code === undefined ? undefined : code & 0xff;
}

/** Whether the system could not say that what was written is on disk. */
export const isSyncFailure = (error: unknown): boolean => extendedCode(error) === SQLITE_IOERR_FSYNC;

export const isBusy = (error: unknown): boolean => resultCode(error) === SQLITE_BUSY;

/** Whether the file's content is at fault: damaged pages, another format, tables or columns that are not ours. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  if (code === undefined) return error instanceof RangeError || error instanceof TypeError;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB || code === SQLITE_ERROR;
}
