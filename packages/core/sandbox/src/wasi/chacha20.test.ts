import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { chacha20Block } from './chacha20.ts';

it.each([
  [
    'RFC 8439, section 2.3.2',
    '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
    '000000090000004a00000000',
    1,
    '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4ed2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
  ],
  [
    'RFC 8439, appendix A.1, test vector 1',
    '00'.repeat(32),
    '00'.repeat(12),
    0,
    '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586',
  ],
  [
    'RFC 8439, appendix A.1, test vector 2',
    '00'.repeat(32),
    '00'.repeat(12),
    1,
    '9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f',
  ],
])('makes the block of %s', (_name, key, nonce, counter, block) => {
  expect(bytesToHex(chacha20Block(hexToBytes(key), hexToBytes(nonce), counter))).toBe(block);
});
