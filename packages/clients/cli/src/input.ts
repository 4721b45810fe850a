import { open, readFile, writeFile } from 'node:fs/promises';
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

/**
 * What a file holds as text; `-` is standard input. Anything but UTF-8 would be read as something else than was written.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TEXT_INVALID`
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readNamedFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new GristmillError('TEXT_INVALID', `${file === '-' ? 'Standard input' : file} is not text in UTF-8.`, {
      hint: 'Save it as UTF-8, or convert it, for example with iconv.',
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

/** A line of a file, and which it is, counted from 1. */
interface Line {
  line: string;
  number: number;
}

/**
 * JSON Lines: one value a line, empty lines left out.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TEXT_INVALID`, `INPUT_MALFORMED` naming the line.
 */
export async function readJsonLines(file: string): Promise<Json[]> {
  return jsonOfLines(file, await readLines(file));
}

/** @throws GristmillError `INPUT_MALFORMED` naming the line. */
export function jsonOfLines(file: string, lines: readonly Line[]): Json[] {
  return lines.map(({ line, number }) => {
    try {
      return JSON.parse(line) as Json;
    } catch (cause) {
      throw inputMalformed(file, number, `is not JSON: ${line.slice(0, 80)}`, 'Write one JSON value a line.', cause);
    }
  });
}

/** The lines of a text file that hold something. @throws GristmillError `FILE_UNREADABLE`, `TEXT_INVALID` */
export async function readLines(file: string): Promise<Line[]> {
  const text = await readText(file);
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '');
}

/**
 * The lines that make a job, an input or a task each.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TEXT_INVALID`, `JOB_EMPTY`
 */
export async function readLinesOfJob(file: string): Promise<Line[]> {
  const lines = await readLines(file);
  if (lines.length > 0) return lines;
  throw new GristmillError('JOB_EMPTY', `${file} has no lines, so no job was sent.`, {
    hint: 'Write at least one: each is an input of `map`, or a task of `run`.',
  });
}

/**
 * Writes a result that was paid for; the hub keeps it too.
 *
 * @throws GristmillError `FILE_UNWRITABLE`
 */
export async function writeResult(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    throw new GristmillError('FILE_UNWRITABLE', `Cannot write ${file}: ${(cause as Error).message}.`, {
      hint: 'The job is done and its result is with the hub: `gristmill result last --output FILE` fetches it again.',
      cause,
    });
  }
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
