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

/**
 * A frame's payload as the value it must be: the boundary where a peer's bytes become ours.
 *
 * @throws GristmillError `PROTOCOL_VIOLATION`, naming the place, when the payload is not dag-cbor or not of the schema.
 */
export function parsePayload<Value>(what: string, schema: Schema<Value>, payload: Uint8Array): Value {
  let value: unknown;
  try {
    value = decode(payload);
  } catch (cause) {
    throw protocolViolation(`${what}: ${messageOf(cause)}`, cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { message, path } = parsed.error.issues[0]!;
  throw protocolViolation(`${what}: ${message} at /${path.map(String).join('/')}.`, parsed.error);
}
