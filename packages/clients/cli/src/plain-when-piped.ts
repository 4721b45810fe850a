/** Colours are for eyes: what goes into a pipe or a file is plain. Imported first, before the colours look around. */
if (!process.stdout.isTTY) process.env['NO_COLOR'] ??= '1';
