import { describe, expect, it } from 'vitest';
import { addressOfPeer, deviceKeyFromPrivateKey, sign, signerOf } from './identity.ts';

describe('device key', () => {
  it('is the EVM address that every wallet derives from the key', () => {
    // The first account of the "test test … junk" mnemonic, as published by Hardhat and anvil.
    const key = deviceKeyFromPrivateKey(
      Uint8Array.from(Buffer.from('ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80', 'hex')),
    );
    expect(key.address).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266');
    expect(addressOfPeer(key.peerId)).toBe(key.address);
  });

  it('signs statements that only its own kind and value verify', () => {
    const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(7));
    const signed = sign(key, 'job', { a: 1 });
    expect(signerOf('job', { a: 1 }, signed)).toBe(key.address);
    expect(signerOf('receipt', { a: 1 }, signed)).not.toBe(key.address);
    expect(signerOf('job', { a: 2 }, signed)).not.toBe(key.address);
  });
});
