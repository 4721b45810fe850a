import type { transformSync as TransformSync } from 'amaro';
import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';

/** What SWC throws: a plain object; lines count from 1, columns from 0. */
const complaint = z.object({
  message: z.string(),
  startLine: z.number(),
  startColumn: z.number(),
  snippet: z.string(),
});

/**
 * TypeScript as JavaScript of the same lines and columns: types become blanks.
 *
 * @throws GristmillError `TYPESCRIPT_INVALID` with the place, for syntax errors and for what is more than types: enums,
 *   namespaces, parameter properties, `import =`, `<T>value`; `TYPESCRIPT_UNAVAILABLE`.
 */
export async function stripTypes(source: string, fileName = 'task.ts'): Promise<string> {
  const { transformSync } = await loadAmaro();
  try {
    return transformSync(source, { mode: 'strip-only', filename: fileName }).code;
  } catch (error) {
    const parsed = complaint.safeParse(error);
    if (!parsed.success) throw error;
    const { message, startLine, startColumn, snippet } = parsed.data;
    const place = `${fileName}:${startLine}:${startColumn + 1}`;
    throw new GristmillError('TYPESCRIPT_INVALID', `${place}: ${message}\n${snippet.trimEnd()}`, {
      hint: 'Write TypeScript whose types can be erased: no enums, namespaces or parameter properties (tsconfig: `erasableSyntaxOnly`).',
      cause: error,
    });
  }
}

/**
 * The TypeScript parser that Node has too, 3.7 MB: loaded by whoever needs it.
 *
 * @throws GristmillError `TYPESCRIPT_UNAVAILABLE` where it does not load, as in browsers without Node's modules.
 */
export async function loadAmaro(): Promise<{ transformSync: typeof TransformSync }> {
  try {
    return await import('amaro');
  } catch (cause) {
    throw new GristmillError('TYPESCRIPT_UNAVAILABLE', `The TypeScript parser does not load here: ${String(cause)}.`, {
      hint: 'Take the types out when you build, and send JavaScript; in Node.js 24 and later the parser loads by itself.',
      fault: 'configuration',
      cause,
    });
  }
}
