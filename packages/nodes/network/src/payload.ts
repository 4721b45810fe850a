import { decode } from '@gristmill/protocol';
import { messageOf, protocolViolation } from './errors.ts';

/** What we need of a zod schema. */
interface Schema<Value> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Value }
    | { success: false; error: { issues: readonly { message: string; path: readonly PropertyKey[] }[] } };
}

/** Of a peer's own words in what we say about it. */
const WORDS_CHARACTERS_MAX = 200;

/**
 * A frame's payload as the one plain value it must be: the boundary where a peer's bytes become ours.
 *
 * @throws GristmillError `PROTOCOL_VIOLATION`, naming the place, when the payload is not dag-cbor or not of the schema.
 */
export function parsePayload<Value>(what: string, schema: Schema<Value>, payload: Uint8Array): Value {
  return parseValue(what, schema, decodePayload(what, payload, 1));
}

/** @throws GristmillError `PROTOCOL_VIOLATION` when the payload is not dag-cbor, or made of more than `itemsMax` values. */
export function decodePayload(what: string, payload: Uint8Array, itemsMax: number): unknown {
  try {
    return decode(payload, { itemsMax });
  } catch (cause) {
    throw protocolViolation(`${what}: ${plain(messageOf(cause))}`, cause);
  }
}

/** @throws GristmillError `PROTOCOL_VIOLATION`, naming the place, when the value is not of the schema. */
export function parseValue<Value>(
  what: string,
  schema: Schema<Value>,
  value: unknown,
  at: readonly PropertyKey[] = [],
): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { message, path } = parsed.error.issues[0]!;
  // Without the issues as its cause: they hold all that the peer sent.
  throw protocolViolation(`${what}: ${plain(message)} at /${plain([...at, ...path].map(String).join('/'))}.`);
}

/** Words that may be the peer's: none that moves a terminal's cursor, and too few to fill a log. */
function plain(words: string): string {
  return words.slice(0, WORDS_CHARACTERS_MAX).replaceAll(/[^ -~]/g, '?');
}
