import { open, readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { GristmillError } from '@gristmill/protocol';
import type { Json } from 'gristmill';

/**
 * A file that the user named, as bytes; `-` is this command's own standard input.
 *
 * @throws GristmillError `FILE_UNREADABLE`
 */
export async function readNamedFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(file === '-' ? await buffer(process.stdin) : await readFile(file));
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}

/** What a file holds as text; `-` is standard input. @throws GristmillError `FILE_UNREADABLE` */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readNamedFile(file));
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

/** @throws GristmillError `OPTION_INVALID` when the text is not a whole number from `min` to `max`. */
export function wholeNumber(option: string, text: string, min = 0, max = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw optionInvalid(option, text, `a whole number from ${min} to ${max}`);
}

export function optionInvalid(option: string, text: string, what: string): GristmillError {
  return new GristmillError('OPTION_INVALID', `${option} is "${text}", which is not ${what}.`, {
    hint: `Write ${option} as ${what}.`,
  });
}

/**
 * JSON Lines: one value a line, empty lines left out.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED` naming the line.
 */
export async function readJsonLines(file: string): Promise<Json[]> {
  const lines = await readLines(file);
  return lines.map(({ line, number }) => {
    try {
      return JSON.parse(line) as Json;
    } catch (cause) {
      throw inputMalformed(file, number, `is not JSON: ${line.slice(0, 80)}`, 'Write one JSON value a line.', cause);
    }
  });
}

/** The lines of a text file that hold something, with their numbers. @throws GristmillError `FILE_UNREADABLE` */
export async function readLines(file: string): Promise<{ line: string; number: number }[]> {
  const text = await readText(file);
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '');
}

export function inputMalformed(
  file: string,
  line: number,
  problem: string,
  hint: string,
  cause?: unknown,
): GristmillError {
  return new GristmillError('INPUT_MALFORMED', `${file}, line ${line} ${problem}`, { hint, cause });
}
