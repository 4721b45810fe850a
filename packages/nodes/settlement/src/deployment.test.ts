import { expect, test } from 'vitest';
import { deployment } from './deployment.ts';

const contract = (digit: number) => `0x${String(digit).repeat(40)}`;
const file = {
  chainId: 31_337,
  token: contract(1),
  escrow: contract(2),
  router: contract(3),
  taxVault: contract(4),
  anchor: contract(5),
  asset: { code: 'GUSD', decimals: 6 },
};

test('a deployment file is read whole', () => {
  expect(deployment.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
});

test.each([
  ['lacks a contract', { ...file, escrow: undefined }],
  ['names something that is no address', { ...file, token: '0x12' }],
  ['names what nobody knows', { ...file, stake: contract(6) }],
])('a file that %s is refused', (_why, broken) => {
  expect(deployment.safeParse(broken).success).toBe(false);
});
