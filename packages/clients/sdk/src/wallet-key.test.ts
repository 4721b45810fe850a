import { deviceKeyFromPrivateKey } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { walletKey } from './wallet-key.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(0xab));
const digits = 'ab'.repeat(32);

it('is read from the text that a file or the environment has, and taken as it is', () => {
  expect(walletKey(key)).toBe(key);
  for (const text of [digits, `${digits}\n`, `0x${digits.toUpperCase()}`]) {
    expect(walletKey(text)).toMatchObject({ address: key.address, peerId: key.peerId });
  }
});

it.each(['', 'secret', `${digits}0`, '00'.repeat(32), null, {}, key.privateKey])(
  'is refused without being repeated: %s',
  (given) => {
    const refusal = expect.objectContaining({
      code: 'KEY_INVALID',
      message: expect.not.stringMatching(/secret|abab/) as string,
    }) as Error;
    expect(() => walletKey(given as string)).toThrow(refusal);
  },
);
