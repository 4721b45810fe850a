import { createHash } from 'node:crypto';
import * as dagCbor from '@ipld/dag-cbor';
import fc from 'fast-check';
import { CID } from 'multiformats/cid';
import * as digest from 'multiformats/hashes/digest';
import { describe, expect, it } from 'vitest';
import { cid, cidOf, cidOfBytes, cidOfDigest, decode, digestOf, encode, matchesCid } from './canonical.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((each) => each.toWellFormed()),
  fc.constantFrom('\uFEFF', '\uFEFF\uFEFFmarked', '__proto__', 'constructor', '𝄞'),
);
/** Negative zero is zero, and integers in a double are integers: they are read back as such. */
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => (each === 0 ? 0 : each));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    double,
    fc
      .bigInt({ min: -(1n << 64n), max: (1n << 64n) - 1n })
      .map((each) => (Number.isSafeInteger(Number(each)) ? Number(each) : each)),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(text, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any;

const malformed = expect.objectContaining({ code: 'CBOR_MALFORMED' });

/** Whether the bytes are what the library makes of what it reads in them, and hold neither links nor marked text. */
function isCanonicalByLibrary(bytes: Uint8Array): boolean {
  try {
    return Buffer.from(encode(dagCbor.decode(bytes))).equals(bytes);
  } catch {
    return false;
  }
}

function itemsOf(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null || tree instanceof Uint8Array) return 1;
  const keys = Array.isArray(tree) ? 0 : Object.keys(tree).length;
  return Object.values(tree).reduce<number>((sum, each) => sum + itemsOf(each), 1 + keys);
}

function named(codec: number, bytes: number, code = 0x12): string {
  return CID.createV1(codec, digest.create(code, new Uint8Array(bytes).fill(0xff))).toString();
}

describe('canonical encoding', () => {
  it('reads back what it wrote, and writes the same bytes again', () => {
    fc.assert(
      fc.property(value, (original) => {
        const bytes = encode(original);
        expect(decode(bytes)).toEqual(original);
        expect(encode(decode(bytes))).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('reads nothing else, and all that the library reads and would write so', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(value, damage, fc.nat(3), (original, changes, cut) => {
        const bytes = encode(original);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const damaged = bytes.subarray(0, Math.max(1, bytes.length - Math.max(0, cut - 1)));
        try {
          expect(encode(decode(damaged))).toEqual(Uint8Array.from(damaged));
        } catch (error) {
          expect(error).toEqual(malformed);
          expect(isCanonicalByLibrary(damaged)).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads no more items than it may', () => {
    fc.assert(
      fc.property(value, (tree) => {
        const [bytes, itemsMax] = [encode(tree), itemsOf(tree)];
        expect(decode(bytes, { itemsMax })).toEqual(tree);
        expect(() => decode(bytes, { itemsMax: itemsMax - 1 })).toThrow(malformed);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['more after it', '0101'],
    ['a break', 'ff'],
    ['an integer in too many bytes', '1801'],
    ['an integer in far too many bytes', '1b00000000ffffffff'],
    ['a head without a length', '1c'],
    ['a list without an end', '9f01ff'],
    ['keys out of order', 'a2616202616101'],
    ['keys that are not by length first', 'a262616101616202'],
    ['a key twice', 'a2616101616102'],
    ['a key that is not text', 'a10102'],
    ['text that is not UTF-8', '61ff'],
    ['half a surrogate pair', '63eda080'],
    ['a short float', 'f93c00'],
    ['a float of 32 bits', 'fa3f800000'],
    ['an integer as a float', 'fb3ff0000000000000'],
    ['negative zero', 'fb8000000000000000'],
    ['NaN', 'fb7ff8000000000000'],
    ['infinity', 'fb7ff0000000000000'],
    ['undefined', 'f7'],
    ['a simple value', 'f820'],
    ['a big integer', 'c24101'],
    ['a link', `d82a58250001551220${'00'.repeat(32)}`],
    ['more bytes announced than there are', '5affffffff00'],
    ['more items announced than there are', '9b00ffffffffffffff'],
    ['nesting without an end', `${'81'.repeat(200_000)}00`],
  ])('refuses %s', (_, hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'))).toThrow(malformed);
  });

  it('does not see the order of keys, nor fields that are undefined', () => {
    expect(encode({ a: 1, bb: 2 })).toEqual(encode({ bb: 2, a: 1, c: undefined }));
    expect(cidOf({ a: 1, bb: [{ d: 1n }] })).toBe(cidOf({ bb: [{ d: 1, e: undefined }], a: 1n }));
  });

  it('refuses values that would lose their content', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const foreign: unknown = Object.create(Object.create(null) as object);
    for (const lossy of [
      new Map([[1, 2]]),
      new Date(0),
      new Set([1]),
      new Uint16Array(2),
      foreign,
      circle,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      1n << 64n,
      [undefined],
      () => 1,
      Symbol('name'),
      { '\uD800': 1, '\uD801': 2 },
    ]) {
      expect(() => encode({ field: lossy })).toThrow(expect.objectContaining({ code: 'CBOR_UNSUPPORTED' }));
    }
  });

  it('names every content by a CID that its schema accepts and only its content matches', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), (content, at) => {
        const name = cidOfBytes(content);
        expect(cid.parse(name)).toBe(name);
        expect(matchesCid(name, content)).toBe(true);
        expect(cidOfDigest(digestOf(name))).toBe(name);
        expect([...digestOf(name)]).toEqual([...createHash('sha256').update(content).digest()]);
        if (content.length === 0) return;
        const flipped = content.slice();
        flipped[at % content.length]! ^= 1;
        expect(matchesCid(name, flipped)).toBe(false);
      }),
    );
  });

  it('matches the CIDs that every IPFS implementation computes', () => {
    // `ipfs add --cid-version=1 --raw-leaves` of "hello world", and of nothing.
    expect(cidOfBytes(new TextEncoder().encode('hello world'))).toBe(
      'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
    );
    expect(cidOfBytes(new Uint8Array())).toBe('bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku');
  });

  it('knows a name by its text: raw bytes or dag-cbor, sha2-256, whole, and written in one way', () => {
    for (const good of [named(0x55, 32), named(0x71, 32)]) expect(cid.parse(good)).toBe(good);
    for (const bad of [
      '',
      'bafk',
      'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG',
      named(0x55, 0),
      named(0x55, 31),
      named(0x55, 33),
      named(0x70, 32),
      named(0x51, 32),
      named(0x200, 32),
      named(0x55, 32, 0x13),
      named(0x55, 32).toUpperCase(),
      `${named(0x55, 32)}\n`,
      // The two bits beyond the last byte.
      named(0x55, 32).replace(/.$/, '7'),
    ]) {
      expect(cid.safeParse(bad).success, bad).toBe(false);
    }
  });
});
