import { GristmillError } from '@gristmill/protocol';
import { createValueCodec } from '@gristmill/sandbox';

/** Anything JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const codecOf = (refuse: (path: string, what: string) => never) =>
  createValueCodec({
    refuse,
    toBase64,
    fromBase64,
    // The requestor's stack would tell strangers how its machine is set up.
    stackOf: () => null,
  });

const codec = codecOf(refuseValue);
/** One value goes as a list of one, whose position says nothing. */
const single = codecOf((path, what) => refuseValue(path.replace('[0]', ''), what));

/**
 * The inputs of a JavaScript task as its standard input: a JSON array where all are plain JSON. `first` is the position of
 * the first among all inputs, for errors.
 *
 * @throws GristmillError `VALUE_UNSUPPORTED` naming the path of what cannot be sent.
 */
export function encodeValues(values: readonly unknown[], first = 0): Uint8Array {
  const { encode } = first === 0 ? codec : codecOf((path, what) => refuseValue(shifted(path, first), what));
  return new TextEncoder().encode(encode(values, 'inputs'));
}

function shifted(path: string, first: number): string {
  return path.replace(/\d+/, (index) => String(Number(index) + first));
}

/**
 * The outputs of a JavaScript task from its standard output.
 *
 * @throws GristmillError `OUTPUT_MALFORMED`
 */
export function decodeValues(content: Uint8Array): unknown[] {
  try {
    return codec.decode(new TextDecoder().decode(content));
  } catch (cause) {
    throw new GristmillError(
      'OUTPUT_MALFORMED',
      `The task's output is no list of values: ${(cause as Error).message}.`,
      {
        hint: 'Read outputs of other programs than JavaScript as bytes, with `run` and `outputs()`.',
        fault: 'peer',
        cause,
      },
    );
  }
}

/**
 * One value as one line of JSON: itself where it is plain JSON, else with the tags of `values-1`, as in `{"$bigint":"7"}`.
 *
 * @throws GristmillError `VALUE_UNSUPPORTED`; `name` is what the message calls the value.
 */
export function valueText(value: unknown, name = 'value'): string {
  return JSON.stringify(valueTree(value, name).tree);
}

/** One value as the tree that JSON holds; `isStructured` says whether the tree has tags. */
export function valueTree(value: unknown, name: string): { tree: unknown; isStructured: boolean } {
  const document = JSON.parse(single.encode([value], name)) as unknown[] | { items: unknown[] };
  return Array.isArray(document)
    ? { tree: document[0], isStructured: false }
    : { tree: document.items[0], isStructured: true };
}

function refuseValue(path: string, what: string): never {
  throw new GristmillError('VALUE_UNSUPPORTED', `${path} is ${what}, which cannot be sent.`, {
    hint: 'Send JSON, bytes, BigInt, Date, RegExp, Map, Set, Error, typed arrays, and plain objects and arrays of them.',
  });
}

/** How many bytes `String.fromCharCode` takes at once on every engine. */
const CHARACTERS_AT_ONCE = 8192;

/** What engines of before 2025 lack. */
const { toBase64: nativeToBase64 } = Uint8Array.prototype as Partial<Uint8Array>;
const { fromBase64: nativeFromBase64 } = Uint8Array as Partial<typeof Uint8Array>;

function toBase64(bytes: Uint8Array): string {
  if (nativeToBase64 !== undefined) return nativeToBase64.call(bytes);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHARACTERS_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHARACTERS_AT_ONCE));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (nativeFromBase64 !== undefined) return nativeFromBase64.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
