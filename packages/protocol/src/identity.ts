import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base58btc } from 'multiformats/bases/base58';
import { z } from 'zod';
import { type Cid, cidOf } from './canonical.ts';
import { GristmillError } from './errors.ts';
import type { Random } from './environment.ts';

/** An EVM address with its EIP-55 checksum. */
export type Address = `0x${string}` & z.$brand<'Address'>;
/** A libp2p peer id of a secp256k1 key: `16Uiu2HA…`. */
export type PeerId = string & z.$brand<'PeerId'>;
/** 65 bytes (r, s, v) in hex, as wallets write them. */
export type Signature = `0x${string}`;

/**
 * Reads an address: all in one case, or with a right checksum. Mixed letters whose checksum is wrong are a typing error, and
 * what is paid there is lost.
 */
export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'not an EVM address')
  .transform((text, context) => {
    const checked = checksum(hexToBytes(text.slice(2)));
    const isOneCase = text === text.toLowerCase() || text.slice(2) === text.slice(2).toUpperCase();
    if (!isOneCase && text !== checked) {
      context.addIssue({
        code: 'custom',
        message: `${text} has a wrong checksum (EIP-55): copy it again, or write it in small letters`,
      });
    }
    return checked;
  });
export const peerId = z.string().refine(isPeerId, 'not a secp256k1 libp2p peer id').brand<'PeerId'>();
export const signature = z
  .string()
  .regex(/^0x[0-9a-f]{130}$/, 'not a 65-byte signature in hex')
  .transform((text) => text as Signature);

type Point = ReturnType<typeof secp256k1.Point.fromBytes>;

/**
 * One secp256k1 key a device: its libp2p PeerId and its EVM address are two spellings of the same public key,
 * so who was paid and who did the work can never be confused.
 */
export interface DeviceKey {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly peerId: PeerId;
  readonly address: Address;
}

export function generateDeviceKey(random: Random): DeviceKey {
  return deviceKeyFromPrivateKey(secp256k1.utils.randomSecretKey(random.bytes(48)));
}

/** @throws GristmillError `KEY_INVALID` when the 32 bytes are not a secp256k1 secret scalar. */
export function deviceKeyFromPrivateKey(privateKey: Uint8Array): DeviceKey {
  if (privateKey.length !== 32 || !secp256k1.utils.isValidSecretKey(privateKey)) {
    throw new GristmillError('KEY_INVALID', `A ${privateKey.length}-byte value is not a secp256k1 private key.`, {
      hint: 'Use 32 random bytes, or let `gristmill` make the key.',
      fault: 'configuration',
    });
  }
  const publicKey = secp256k1.getPublicKey(privateKey, true);
  return {
    privateKey,
    publicKey,
    peerId: peerIdOf(publicKey),
    address: addressOf(secp256k1.Point.fromBytes(publicKey)),
  };
}

// libp2p names a short key by itself: identity multihash over the protobuf PublicKey { Type: Secp256k1 (2), Data }.
// https://github.com/libp2p/specs/blob/master/peer-ids/peer-ids.md
const PEER_ID_PREFIX = Uint8Array.of(0x00, 0x25, 0x08, 0x02, 0x12, 0x21);
/** All of them: the prefix fixes the magnitude. Reading base58 takes time that grows with the square of its length. */
const PEER_ID_CHARACTERS = 53;

function peerIdOf(publicKey: Uint8Array): PeerId {
  return base58btc.encode(concatBytes(PEER_ID_PREFIX, publicKey)).slice(1) as PeerId;
}

function isPeerId(text: string): boolean {
  try {
    addressOfPeer(text as PeerId);
    return true;
  } catch {
    return false;
  }
}

function pointOf(id: PeerId): Point {
  const multihash = id.length === PEER_ID_CHARACTERS ? base58btc.decode(`z${id}`) : new Uint8Array();
  if (!PEER_ID_PREFIX.every((byte, i) => multihash[i] === byte)) {
    throw new Error(`${id.slice(0, PEER_ID_CHARACTERS)} is not a secp256k1 libp2p peer id`);
  }
  // Refuses what is not a compressed point of the curve.
  return secp256k1.Point.fromBytes(multihash.slice(PEER_ID_PREFIX.length));
}

/**
 * What was found already, the oldest first: the same few peers are named in every event of a journal and sign every
 * receipt, and each time their point on the curve would cost a square root.
 */
const addressesFound = new Map<PeerId, Address>();
const ADDRESSES_FOUND_MAX = 10_000;

/** The EVM address of the key that a peer id names. */
export function addressOfPeer(id: PeerId): Address {
  const found = addressesFound.get(id);
  if (found !== undefined) return found;
  const address = addressOf(pointOf(id));
  if (addressesFound.size === ADDRESSES_FOUND_MAX) addressesFound.delete(addressesFound.keys().next().value!);
  addressesFound.set(id, address);
  return address;
}

function addressOf(point: Point): Address {
  return checksum(keccak_256(point.toBytes(false).slice(1)).slice(12));
}

/** EIP-55. */
function checksum(address20: Uint8Array): Address {
  const hex = bytesToHex(address20);
  const hash = bytesToHex(keccak_256(utf8ToBytes(hex)));
  const mixed = hex.replace(/[a-f]/g, (letter, i: number) =>
    Number.parseInt(hash[i]!, 16) >= 8 ? letter.toUpperCase() : letter,
  );
  return `0x${mixed}` as Address;
}

/** What a signature can be about; part of what is signed, so that one kind never passes for another. */
export type Statement = 'job' | 'receipt' | 'rule-pack' | 'request' | 'ownership';

/**
 * Signs a statement: an EIP-191 message naming the kind and the value's CID, so that a device key and any wallet
 * sign the same way.
 */
export function sign(key: DeviceKey, kind: Statement, value: unknown): Signature {
  const recoverable = secp256k1.sign(messageHash(kind, cidOf(value)), key.privateKey, {
    prehash: false,
    format: 'recovered',
  });
  // noble puts the recovery bit first; Ethereum wants it last, plus 27.
  return `0x${bytesToHex(recoverable.slice(1))}${(recoverable[0]! + 27).toString(16)}`;
}

/** The text that a wallet is asked to sign for a statement. */
export function statementText(kind: Statement, name: Cid): string {
  return `gristmill ${kind} ${name}`;
}

/**
 * Whose signature this is over the statement; compare it with whom you expect. Null when it is nobody's: malformed, or with
 * `s` in the upper half of the group's order, where each signature has a twin (EIP-2), so that nobody can make a second
 * one out of somebody's first.
 */
export function signerOf(kind: Statement, value: unknown, signed: Signature): Address | null {
  if (!signature.safeParse(signed).success) return null;
  const raw = hexToBytes(signed.slice(2));
  const recovery = raw[64]! - 27;
  if (recovery !== 0 && recovery !== 1) return null;
  try {
    const parts = secp256k1.Signature.fromBytes(concatBytes(Uint8Array.of(recovery), raw.slice(0, 64)), 'recovered');
    if (parts.hasHighS()) return null;
    return addressOf(parts.recoverPublicKey(messageHash(kind, cidOf(value))));
  } catch {
    return null;
  }
}

/** EIP-191, version 0x45. */
function messageHash(kind: Statement, name: Cid): Uint8Array {
  const text = utf8ToBytes(statementText(kind, name));
  return keccak_256(concatBytes(utf8ToBytes(`\x19Ethereum Signed Message:\n${text.length}`), text));
}
