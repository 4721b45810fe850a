import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import {
  address,
  addressOfPeer,
  deviceKeyFromPrivateKey,
  generateDeviceKey,
  peerId,
  sign,
  type Signature,
  signerOf,
} from './identity.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(7));

describe('device key', () => {
  it('is the EVM address that every wallet derives from the key', () => {
    // The first account of the "test test … junk" mnemonic, as published by Hardhat and anvil.
    const key = deviceKeyFromPrivateKey(
      Uint8Array.from(Buffer.from('ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80', 'hex')),
    );
    expect(key.address).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266');
    expect(addressOfPeer(key.peerId)).toBe(key.address);
  });

  it('is made of the randomness it is given, and is no other 32 bytes', () => {
    const random = { bytes: (length: number) => new Uint8Array(length).fill(9) };
    expect(generateDeviceKey(random)).toEqual(generateDeviceKey(random));
    for (const bad of [new Uint8Array(32), new Uint8Array(32).fill(0xff), new Uint8Array(31).fill(7)]) {
      expect(() => deviceKeyFromPrivateKey(bad)).toThrow(expect.objectContaining({ code: 'KEY_INVALID' }));
    }
  });
});

describe('a signature', () => {
  const signed = sign(key, 'job', { a: 1 });

  it('verifies only its own kind and value', () => {
    expect(signerOf('job', { a: 1 }, signed)).toBe(key.address);
    expect(signerOf('receipt', { a: 1 }, signed)).not.toBe(key.address);
    expect(signerOf('job', { a: 2 }, signed)).not.toBe(key.address);
  });

  it('has no twin that anybody could make of it (EIP-2)', () => {
    const [r, s, v] = [signed.slice(2, 66), BigInt(`0x${signed.slice(66, 130)}`), signed.slice(130)];
    const otherS = (secp256k1.Point.Fn.ORDER - s).toString(16).padStart(64, '0');
    const twin: Signature = `0x${r}${otherS}${v === '1b' ? '1c' : '1b'}`;
    expect(signerOf('job', { a: 1 }, twin)).toBeNull();
  });

  it.each(['0x', '0xzz', `0x${'00'.repeat(64)}1b`, `0x${'ff'.repeat(64)}1b`, signed.slice(0, -2), `${signed}00`])(
    'is nobody’s when it is %s',
    (malformed) => {
      expect(signerOf('job', { a: 1 }, malformed as Signature)).toBeNull();
    },
  );
});

describe('an address from outside', () => {
  it('is read in one case or with its checksum, and given with it', () => {
    // The examples of EIP-55.
    for (const checksummed of [
      '0x52908400098527886E0F7030069857D2E4169EE7',
      '0xde709f2102306220921060314715629080e2fb77',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    ]) {
      const digits = checksummed.slice(2);
      for (const text of [checksummed, checksummed.toLowerCase(), `0x${digits.toUpperCase()}`]) {
        expect(address.parse(text)).toBe(checksummed);
      }
    }
  });

  it('is refused with a letter changed, or in any other form', () => {
    for (const bad of [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      '0x5bAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe',
      '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00',
    ]) {
      expect(address.safeParse(bad).success, bad).toBe(false);
    }
  });
});

it('a peer id is of one length, so that a long one costs nothing', () => {
  expect(peerId.parse(key.peerId)).toBe(key.peerId);
  const [first] = key.peerId;
  // An Ed25519 key's, another prefix, too short, too long, and one that base58 would take minutes to read.
  for (const bad of [
    '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp',
    key.peerId.replace('16Uiu2HA', '16Uiu2HB'),
    key.peerId.slice(0, -1),
    `${first}${key.peerId}`,
    `16Uiu2HA${'z'.repeat(1_000_000)}`,
  ]) {
    expect(peerId.safeParse(bad).success).toBe(false);
  }
});
