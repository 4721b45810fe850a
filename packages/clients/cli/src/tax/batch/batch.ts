import { asGristmillError, GristmillError } from '@gristmill/protocol';
import { assessLines, type InForce, type RulePack } from '@gristmill/tax';
import { z } from 'zod';

/** One case of a batch. What it does not say is as the batch has it. */
const batchCase = z.strictObject({
  id: z.union([z.string(), z.number()], 'expected text or a number').nullable().default(null),
  pack: z.string().max(200).optional(),
  year: z.int().min(1).max(9998).optional(),
  asOf: z.string().optional(),
  knownAt: z.string().optional(),
  // The pack reads the facts one by one, and names each that is wrong.
  facts: z.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'expected the facts by their names',
  ),
});

export interface BatchDefaults {
  pack?: string | undefined;
  year?: number | undefined;
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

/** What a line of a batch came to; amounts of money in minor units, in digits. */
export interface BatchResult {
  /** As the line has it; null when it has none, or could not be read so far. */
  id: string | number | null;
  lines: Record<string, string>;
  /** Null when there is an error. */
  total: string | null;
  error?: { code: string; message: string; hint: string };
}

/** No case is longer; more is a file that is no batch. */
export const LINE_LENGTH_MAX = 1 << 20;

/** Whole lines of a batch in UTF-8, the first of which has this number in its file. */
export interface Chunk {
  bytes: Uint8Array<ArrayBuffer>;
  firstLine: number;
}

/** What the cases of a chunk came to, one JSON document a line. */
export interface ChunkResult {
  bytes: Uint8Array<ArrayBuffer>;
  cases: number;
  /** How many of the cases could not be assessed. */
  errors: number;
}

export interface Batch {
  /** Answers at once, without a promise, for packs that were loaded before: most of a batch's time would be waiting. */
  assessLine(line: string, number: number): BatchResult | Promise<BatchResult>;
  assessChunk(chunk: Chunk): Promise<ChunkResult>;
}

/**
 * Assesses the cases of a file with one a line. A case that cannot be assessed gives its error and the next one goes on.
 *
 * @param packOf loads a pack by reference; one that it has given is not asked for again.
 */
export function createBatch(defaults: BatchDefaults, packOf: (reference: string) => Promise<RulePack>): Batch {
  const packs = new Map<string, RulePack>();

  async function load(reference: string): Promise<RulePack> {
    const pack = await packOf(reference);
    packs.set(reference, pack);
    return pack;
  }

  function assessLine(line: string, number: number): BatchResult | Promise<BatchResult> {
    let id: BatchResult['id'] = null;
    try {
      const json = parseLine(line, number);
      id = idOf(json);
      const given = parseCase(json, number);
      const reference = given.pack ?? defaults.pack;
      if (reference === undefined) throw unsaid(number, 'no rule pack', '"pack": "us/federal"', '--pack');
      const inForce = inForceOf(given, defaults, number);
      const { facts } = given;
      const known = packs.get(reference);
      if (known !== undefined) return assessed(id, known, facts, inForce);
      return load(reference).then(
        (pack) => assessed(id, pack, facts, inForce),
        (error: unknown) => failed(id, error),
      );
    } catch (error) {
      return failed(id, error);
    }
  }

  return {
    assessLine,
    async assessChunk({ bytes, firstLine }) {
      const results: string[] = [];
      let errors = 0;
      const text = decoder.decode(bytes);
      const lines = (firstLine === 1 ? text.replace(BYTE_ORDER_MARK, '') : text).split('\n');
      for (const [i, line] of lines.entries()) {
        if (line.trim() === '') continue;
        const assessedLine = assessLine(line, firstLine + i);
        const result = assessedLine instanceof Promise ? await assessedLine : assessedLine;
        if (result.error !== undefined) errors += 1;
        results.push(`${JSON.stringify(result)}\n`);
      }
      return { bytes: encoder.encode(results.join('')), cases: results.length, errors };
    },
  };
}

const BYTE_ORDER_MARK = /^\uFEFF/;
// Where a chunk begins is no matter to its text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

function assessed(
  id: BatchResult['id'],
  pack: RulePack,
  facts: Record<string, unknown>,
  inForce: InForce,
): BatchResult {
  try {
    const lines = assessLines(pack, facts, inForce);
    return { id, lines, total: lines[pack.total]! };
  } catch (error) {
    return failed(id, error);
  }
}

function failed(id: BatchResult['id'], error: unknown): BatchResult {
  return { id, lines: {}, total: null, error: asGristmillError(error).toJSON() };
}

function parseLine(line: string, number: number): unknown {
  if (line.length > LINE_LENGTH_MAX) throw malformed(number, `is longer than ${LINE_LENGTH_MAX} characters`);
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw malformed(number, `is not JSON: ${line.slice(0, 80)}`, cause);
  }
}

/** The id of a case that may be wrong in all else. */
function idOf(json: unknown): BatchResult['id'] {
  const id = json !== null && typeof json === 'object' && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function parseCase(json: unknown, number: number): z.infer<typeof batchCase> {
  const parsed = batchCase.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw malformed(number, `is no case: ${problems.join('; ')}`);
}

function malformed(number: number, problem: string, cause?: unknown): GristmillError {
  return new GristmillError('INPUT_MALFORMED', `Line ${number} ${problem}.`, {
    hint: 'Write { "id", "pack"?, "year"? or "asOf"?, "knownAt"?, "facts": { … } } on one line.',
    cause,
  });
}

/** A day or a year that the line names stands instead of both that the batch may have. */
function inForceOf(given: BatchDefaults, defaults: BatchDefaults, number: number): InForce {
  const { year, asOf } = given.year === undefined && given.asOf === undefined ? defaults : given;
  const knownAt = given.knownAt ?? defaults.knownAt;
  const known = knownAt === undefined ? {} : { knownAt };
  if (asOf !== undefined) return { asOf, ...known };
  if (year !== undefined) return { year, ...known };
  throw unsaid(number, 'neither a year nor a day', '"year": 2026', '--year');
}

function unsaid(number: number, what: string, field: string, option: string): GristmillError {
  return new GristmillError('INPUT_MALFORMED', `Line ${number} names ${what}, and the batch has none.`, {
    hint: `Write ${field} on the line, or add ${option} for all lines.`,
  });
}
