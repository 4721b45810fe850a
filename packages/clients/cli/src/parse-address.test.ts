import { expect, it } from 'vitest';
import { parseAddress } from './parse-address.ts';

// The first example of EIP-55.
const CHECKSUMMED = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

it('takes an address with its checksum, or without one', () => {
  expect(parseAddress('--wallet', CHECKSUMMED)).toBe(CHECKSUMMED);
  expect(parseAddress('--wallet', CHECKSUMMED.toLowerCase())).toBe(CHECKSUMMED);
});

it.each(['', '0x12', CHECKSUMMED.replace('aA', 'AA'), `${CHECKSUMMED}0`])('refuses "%s"', (text) =>
  expect(() => parseAddress('--wallet', text)).toThrow(
    expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining(`--wallet is "${text}"`) }),
  ),
);
