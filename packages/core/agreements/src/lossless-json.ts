import { TermsError } from './errors.ts';

/**
 * JSON as Marlowe uses it: every number is an integer of any size, so a number is a `bigint`; an object is a Map, so
 * that no key (`__proto__`) is special and a key that comes twice is seen.
 */
export type Json = null | boolean | string | bigint | Json[] | JsonObject;
export type JsonObject = Map<string, Json>;

const TEXT_LENGTH_MAX = 16 * 1024 * 1024;
const JSON_DEPTH_MAX = 8_000;
/** Digits of one number; the semantics bounds what is computed from it (`INTEGER_BITS_MAX`). */
const DIGITS_MAX = 1_000;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- these are the ones that JSON forbids inside a string (RFC 8259, 7)
const STRING_END = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;

type Open = { list: Json[] } | { object: JsonObject; key: string };

/**
 * Reads JSON without loss and without recursion (RFC 8259; integers only; no key twice).
 *
 * @throws TermsError `TERMS_MALFORMED` with the offset, `TERMS_TOO_LARGE` above 16 Mi characters, `TERMS_TOO_DEEP`
 *   above 8,000 levels, `TERMS_DUPLICATE_KEY`.
 */
export function readJson(text: string): Json {
  if (text.length > TEXT_LENGTH_MAX) {
    throw new TermsError(
      'TERMS_TOO_LARGE',
      '$',
      `${text.length} characters of JSON, at most ${TEXT_LENGTH_MAX} are read.`,
      'Split the agreement, or Merkleise its continuations.',
    );
  }
  let at = 0;
  const open: Open[] = [];

  function malformed(problem: string): TermsError {
    return new TermsError('TERMS_MALFORMED', `offset ${at}`, problem, 'Check that this is JSON (RFC 8259).');
  }
  function skipSpace(): void {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  }
  function expect(character: string): void {
    skipSpace();
    if (text[at] !== character) throw malformed(`expected ${character} and found ${found()}.`);
    at += 1;
  }
  function found(): string {
    return at < text.length ? JSON.stringify(text.slice(at, at + 12)) : 'the end';
  }
  function readString(): string {
    const start = at;
    at += 1;
    for (;;) {
      STRING_END.lastIndex = at;
      STRING_END.test(text);
      at = STRING_END.lastIndex;
      if (text[at] === '\\') at = Math.min(at + 2, text.length);
      else if (text[at] === '"') break;
      else throw malformed(at < text.length ? 'a control character in a string.' : 'a string that does not end.');
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      at = start;
      throw malformed('a string with an escape that JSON does not know.');
    }
  }
  function readKey(): string {
    skipSpace();
    if (text[at] !== '"') throw malformed(`expected a key and found ${found()}.`);
    const key = readString();
    expect(':');
    return key;
  }

  for (;;) {
    skipSpace();
    let value: Json;
    const character = text[at];
    if (character === '{' || character === '[') {
      if (open.length >= JSON_DEPTH_MAX) {
        throw new TermsError(
          'TERMS_TOO_DEEP',
          `offset ${at}`,
          `nested more than ${JSON_DEPTH_MAX} levels deep.`,
          'Shorten the agreement, or Merkleise its continuations.',
        );
      }
      at += 1;
      skipSpace();
      if (character === '{') {
        value = new Map<string, Json>();
        if (text[at] !== '}') {
          open.push({ object: value, key: readKey() });
          continue;
        }
      } else {
        value = [];
        if (text[at] !== ']') {
          open.push({ list: value });
          continue;
        }
      }
      at += 1;
    } else if (character === '"') {
      value = readString();
    } else if (text.startsWith('true', at)) {
      value = true;
      at += 4;
    } else if (text.startsWith('false', at)) {
      value = false;
      at += 5;
    } else if (text.startsWith('null', at)) {
      value = null;
      at += 4;
    } else {
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(text)?.[0];
      if (number === undefined) throw malformed(`expected a value and found ${found()}.`);
      const integer = integerOf(number);
      if (integer === undefined)
        throw malformed(`${number.slice(0, 40)} is not an integer of at most ${DIGITS_MAX} digits.`);
      value = integer;
      at += number.length;
    }

    // A value is complete: it goes into what is open, and may close it.
    for (;;) {
      const innermost = open.at(-1);
      if (innermost === undefined) {
        skipSpace();
        if (at < text.length) throw malformed(`expected the end and found ${found()}.`);
        return value;
      }
      skipSpace();
      if ('list' in innermost) {
        innermost.list.push(value);
        if (text[at] !== ']') {
          expect(',');
          break;
        }
        value = innermost.list;
      } else {
        if (innermost.object.has(innermost.key)) {
          throw new TermsError(
            'TERMS_DUPLICATE_KEY',
            `offset ${at}`,
            `the key ${JSON.stringify(innermost.key.slice(0, 40))} comes twice in one object.`,
            'Keep one of them: readers would not agree which one counts.',
          );
        }
        innermost.object.set(innermost.key, value);
        if (text[at] !== '}') {
          expect(',');
          innermost.key = readKey();
          break;
        }
        value = innermost.object;
      }
      at += 1;
      open.pop();
    }
  }
}

/** `12`, `1.20e1` and `120e-1` are all 12; what is no integer, or too long, is undefined. */
function integerOf(number: string): bigint | undefined {
  const [, sign, whole, fraction = '', exponentText = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number)!;
  if (whole!.length > DIGITS_MAX || fraction.length > DIGITS_MAX || exponentText.length > 6) return undefined;
  const exponent = Number(exponentText) - fraction.length;
  if (exponent > DIGITS_MAX || exponent < -2 * DIGITS_MAX) return undefined;
  const digits = BigInt(whole! + fraction);
  const scale = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0 && digits % scale !== 0n) return undefined;
  const magnitude = exponent < 0 ? digits / scale : digits * scale;
  return sign === '-' ? -magnitude : magnitude;
}

/** JSON text without loss; without recursion too, so that what could be read can be written. */
export function writeJson(json: Json, indent = 0): string {
  const parts: string[] = [];
  // What is left to write, the next on top: a string is punctuation, the rest are values with their depth.
  const left: ({ text: string } | { json: Json; depth: number })[] = [{ json, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('text' in next) {
      parts.push(next.text);
      continue;
    }
    const { json: value, depth } = next;
    const isList = Array.isArray(value);
    if (!isList && !(value instanceof Map)) {
      parts.push(typeof value === 'bigint' ? value.toString() : JSON.stringify(value));
      continue;
    }
    const items = isList
      ? value.map((item) => ({ key: '', item }))
      : [...value].map(([key, item]) => ({ key: `${JSON.stringify(key)}:${indent > 0 ? ' ' : ''}`, item }));
    const line = indent > 0 && items.length > 0 ? `\n${' '.repeat(indent * depth)}` : '';
    const innerLine = indent > 0 ? `\n${' '.repeat(indent * (depth + 1))}` : '';
    parts.push(isList ? '[' : '{');
    left.push({ text: `${line}${isList ? ']' : '}'}` });
    for (const [place, { key, item }] of [...items.entries()].toReversed()) {
      left.push({ json: item, depth: depth + 1 }, { text: `${place > 0 ? ',' : ''}${innerLine}${key}` });
    }
  }
  return parts.join('');
}
