import { z } from 'zod';

/** What a script's task leaves: a JSON array of outputs, or, where one is more than JSON, the same with tags. */
const outputs = z.union([
  z.array(z.unknown()),
  z.object({ gristmill: z.literal('values-1'), items: z.array(z.unknown()) }).transform(({ items }) => items),
]);

/**
 * A script's outputs as JSON, one value each; null for what is no output of a script. What JSON does not have stays in
 * its tag, such as `{"$number":"NaN"}`: nothing is lost, and nothing passes for something else.
 */
export function outputsOfScript(bytes: Uint8Array): unknown[] | null {
  try {
    return outputs.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/** One JSON value a line, as `--inputs` reads them. */
export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
