import { open, readFile } from 'node:fs/promises';
import { GristmillError } from '@gristmill/protocol';

/**
 * A file that the user named, as bytes.
 *
 * @throws GristmillError `FILE_UNREADABLE`
 */
export async function readNamedFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}

/**
 * Makes sure that a result can be written before anything is paid for it; the file is left as it is, or made empty.
 *
 * @throws GristmillError `FILE_UNWRITABLE`
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    await (await open(file, 'a')).close();
  } catch (cause) {
    throw new GristmillError('FILE_UNWRITABLE', `Cannot write ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}

/** @throws GristmillError `OPTION_INVALID` when the text is not a whole number of at least `min`. */
export function wholeNumber(option: string, text: string, min = 0): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
  throw new GristmillError(
    'OPTION_INVALID',
    `${option} is "${text}", which is not a whole number of at least ${min}.`,
    {
      hint: `Write ${option} as a plain number.`,
    },
  );
}

/** What a program file holds, by its ending: JavaScript (.js, .mjs, .cjs), or else a WebAssembly module. */
export function programKindOf(file: string): 'javascript' | 'wasm' {
  return /\.[cm]?js$/.test(file) ? 'javascript' : 'wasm';
}
