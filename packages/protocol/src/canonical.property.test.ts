import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cid, cidOf, cidOfBytes, cidOfDigest, decode, digestOf, encode, matchesCid } from './canonical.ts';

const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any;

describe('canonical encoding', () => {
  it('reads back what it wrote, and writes the same bytes again', () => {
    fc.assert(
      fc.property(value, (original) => {
        const bytes = encode(original);
        expect(decode(bytes)).toEqual(original);
        expect(encode(decode(bytes))).toEqual(bytes);
      }),
    );
  });

  it('does not see the order of keys, nor fields that are undefined', () => {
    expect(encode({ a: 1, bb: 2 })).toEqual(encode({ bb: 2, a: 1, c: undefined }));
    expect(cidOf({ a: 1, bb: [{ d: 1n }] })).toBe(cidOf({ bb: [{ d: 1, e: undefined }], a: 1n }));
  });

  it('refuses values that would lose their content', () => {
    for (const lossy of [new Map([[1, 2]]), new Date(0), new Set([1])]) {
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

  it('refuses what is not one dag-cbor value', () => {
    for (const bytes of [[], [0xff], [0x01, 0x01], [0x18, 0x01], [0x1c]]) {
      expect(() => decode(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'CBOR_MALFORMED' }));
    }
    for (const text of ['', 'bafk', 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG']) {
      expect(cid.safeParse(text).success).toBe(false);
    }
  });
});
