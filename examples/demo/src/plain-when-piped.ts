/**
 * Colours are for eyes: what goes into a file or a pipe is plain. Imported first, before the colours look around, which
 * decide once for both streams. With `--json` only stderr is for eyes.
 */
const isWatched = process.stderr.isTTY && (process.stdout.isTTY || process.argv.includes('--json'));
if (!isWatched) process.env['NO_COLOR'] ??= '1';
