import * as dagCbor from '@ipld/dag-cbor';
import { sha256 } from '@noble/hashes/sha2.js';
import { CID } from 'multiformats/cid';
import * as digest from 'multiformats/hashes/digest';
import { z } from 'zod';
import { readCanonical } from './canonical-reader.ts';
import { GristmillError } from './errors.ts';

const RAW = 0x55;
const SHA2_256 = 0x12;

/** A CIDv1 (sha2-256) in its base32 text form: `bafk…` names raw bytes, `bafy…` a canonical dag-cbor value. */
export type Cid = string & z.$brand<'Cid'>;

/**
 * Reads a CID from anything outside: CIDv1 of raw bytes or dag-cbor with a whole sha2-256, in the one way to write it in
 * base32. 36 bytes take 58 characters, so that 2 bits of the seventh and 2 of the last are always zero.
 */
export const cid = z
  .string()
  .regex(/^baf[ky]rei[a-h][a-z2-7]{50}[aeimquy4]$/, 'not a CIDv1 of raw bytes or dag-cbor with sha2-256, in base32')
  .brand<'Cid'>();

/**
 * A value as canonical dag-cbor bytes: the same value gives the same bytes everywhere. `undefined` fields are left out, so
 * that an absent option and an undefined one have one name; half a surrogate pair becomes U+FFFD, as in all UTF-8.
 *
 * @throws GristmillError `CBOR_UNSUPPORTED` for what dag-cbor cannot carry: Maps, Dates and other class instances, NaN and
 *   infinities, integers beyond 64 bits, functions, what holds itself.
 */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(dagCbor.encode(withoutUndefined(value)));
  } catch (cause) {
    throw cause instanceof GristmillError ? cause : unsupported((cause as Error).message, cause);
  }
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    // A Map or a Date would silently become an empty object, and two different values one name.
    throw unsupported(`${Object.prototype.toString.call(value)} is no plain object`);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // Two such keys could become one.
  if (!fields.every(([key]) => key.isWellFormed())) throw unsupported('one of its keys holds half a surrogate pair');
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutUndefined(field)]));
}

function unsupported(why: string, cause?: unknown): GristmillError {
  return new GristmillError('CBOR_UNSUPPORTED', `This value has no canonical encoding: ${why}.`, {
    hint: 'Use null, booleans, text, finite numbers, 64-bit integers, bytes, lists and plain objects.',
    fault: 'internal',
    cause,
  });
}

/**
 * Canonical bytes back to a value; the caller parses it with a schema before trusting it. Exactly what `encode` writes is
 * read: `encode(decode(bytes))` is `bytes`, so nobody can write one value in two ways.
 *
 * An item takes one byte here and a hundred in memory, so bytes by themselves bound neither the memory nor the time that
 * reading takes: who reads for strangers says in `itemsMax` how many there may be, keys of maps counted.
 *
 * @throws GristmillError `CBOR_MALFORMED` when the bytes are not one canonical dag-cbor value, or of more items.
 */
export function decode(encoded: Uint8Array, { itemsMax = Number.POSITIVE_INFINITY } = {}): unknown {
  try {
    return readCanonical(encoded, itemsMax);
  } catch (cause) {
    const why = (cause as Error).message;
    throw new GristmillError(
      'CBOR_MALFORMED',
      `These ${encoded.length} bytes are not a canonical dag-cbor value: ${why}.`,
      { hint: 'Check that the sender encodes strict dag-cbor, with sorted keys.', fault: 'peer', cause },
    );
  }
}

/** The name of raw bytes (a module, a task's input or output). */
export function cidOfBytes(content: Uint8Array): Cid {
  return cidOfDigest(sha256(content));
}

/** The name of raw bytes whose sha-256 was computed elsewhere: by the system's own code, or while they arrived. */
export function cidOfDigest(sha256Digest: Uint8Array): Cid {
  return CID.createV1(RAW, digest.create(SHA2_256, sha256Digest)).toString() as Cid;
}

/** The sha-256 that a name carries, 32 bytes, whichever of the two codecs the name says. */
export function digestOf(name: Cid): Uint8Array {
  return CID.parse(name).multihash.digest;
}

/** The name of a value: the CID of its canonical encoding. */
export function cidOf(value: unknown): Cid {
  return CID.createV1(dagCbor.code, digest.create(SHA2_256, sha256(encode(value)))).toString() as Cid;
}

/** Whether `content` is what `name` names, whichever of the two codecs the name says. */
export function matchesCid(name: Cid, content: Uint8Array): boolean {
  const expected = digestOf(name);
  const actual = sha256(content);
  return expected.length === actual.length && expected.every((byte, i) => byte === actual[i]);
}
