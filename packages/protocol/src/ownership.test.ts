import { describe, expect, it } from 'vitest';
import { deviceKeyFromPrivateKey } from './identity.ts';
import { ownerOf, signOwnership } from './ownership.ts';

const keyOf = (seed: number) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed));
const [device, owner, stranger] = [keyOf(1), keyOf(2), keyOf(3)];
const word = signOwnership(owner, device.peerId, 1000);
const refusal = (why: string) =>
  expect.objectContaining({ code: 'OWNERSHIP_INVALID', message: expect.stringContaining(why) as string });

describe('who owns a device', () => {
  it('is its own key where nobody says otherwise, and whoever signed for it', () => {
    expect(ownerOf(device.peerId, null, 0)).toBe(device.address);
    expect(ownerOf(device.peerId, word, 999)).toBe(owner.address);
  });

  it('is nobody who did not sign, for another device, or after the time', () => {
    const { signature } = signOwnership(stranger, device.peerId, 1000);
    expect(() => ownerOf(device.peerId, { ...word, signature }, 0)).toThrow(refusal('not signed by'));
    expect(() => ownerOf(stranger.peerId, word, 0)).toThrow(refusal('is about device'));
    expect(() => ownerOf(device.peerId, word, 1000)).toThrow(refusal('held until 1000 ms'));
    const longer = { ...word, ownership: { ...word.ownership, expiresAtMs: 2000 } };
    expect(() => ownerOf(device.peerId, longer, 0)).toThrow(refusal('not signed by'));
  });
});
