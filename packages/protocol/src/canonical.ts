import * as dagCbor from '@ipld/dag-cbor';
import { sha256 } from '@noble/hashes/sha2.js';
import { CID } from 'multiformats/cid';
import * as digest from 'multiformats/hashes/digest';
import { z } from 'zod';
import { GristmillError } from './errors.ts';

const RAW = 0x55;
const SHA2_256 = 0x12;

/** A CIDv1 (sha2-256) in its base32 text form: `bafk…` names raw bytes, `bafy…` a canonical dag-cbor value. */
export type Cid = string & z.$brand<'Cid'>;

/** Reads a CID from anything outside: only CIDv1 with sha2-256, only in its canonical text form. */
export const cid = z.string().refine(isCid, 'not a CIDv1 with sha2-256').brand<'Cid'>();

function isCid(text: string): boolean {
  try {
    const parsed = CID.parse(text);
    return parsed.version === 1 && parsed.multihash.code === SHA2_256 && parsed.toString() === text;
  } catch {
    return false;
  }
}

/**
 * A value as canonical dag-cbor bytes: the same value gives the same bytes everywhere.
 * `undefined` fields are left out, so that an absent option and an undefined one have one name.
 *
 * @throws GristmillError `CBOR_UNSUPPORTED` for Maps, Dates and other class instances.
 */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(dagCbor.encode(withoutUndefined(value)));
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    // A Map or a Date would silently become an empty object, and two different values one name.
    throw new GristmillError('CBOR_UNSUPPORTED', `A ${value.constructor.name} has no canonical encoding.`, {
      hint: 'Encode plain objects, arrays, strings, integers, booleans, null and Uint8Array.',
      fault: 'internal',
    });
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, withoutUndefined(field)]),
  );
}

/**
 * Bytes back to a value; the caller parses it with a schema before trusting it. Names are always computed from our own
 * encoding of what was read, so a sender who orders its keys otherwise gains no second name for one value.
 *
 * @throws GristmillError `CBOR_MALFORMED` when the bytes are not one dag-cbor value.
 */
export function decode(encoded: Uint8Array): unknown {
  try {
    return dagCbor.decode(encoded);
  } catch (cause) {
    throw new GristmillError('CBOR_MALFORMED', `These ${encoded.length} bytes are not a dag-cbor value.`, {
      hint: 'Check that the sender encodes canonical dag-cbor (RFC 8949 core deterministic encoding, IPLD subset).',
      fault: 'peer',
      cause,
    });
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
