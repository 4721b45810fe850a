import { encodeErrorResult, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { untilAllowed } from './allowance.ts';
import { ChainRevert } from '../errors.ts';

const abi = parseAbi([
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error Error(string message)',
]);
const nobody = '0x00000000000000000000000000000000000000aa';
const short = encodeErrorResult({ abi, errorName: 'ERC20InsufficientAllowance', args: [nobody, 1n, 2n] });
const poor = encodeErrorResult({ abi, errorName: 'ERC20InsufficientBalance', args: [nobody, 1n, 2n] });
const worded = encodeErrorResult({ abi, errorName: 'Error', args: ['ERC20: transfer amount exceeds allowance'] });

test.each([
  ['by a custom error', short],
  ['in words', worded],
])('what a token refuses for want of an allowance, %s, is done again', async (_how, data) => {
  let attempts = 0;
  const result = await untilAllowed(() => {
    attempts += 1;
    return attempts < 3 ? Promise.reject(new ChainRevert('Paying', data)) : Promise.resolve('paid');
  });
  expect([result, attempts]).toEqual(['paid', 3]);
});

test('anything else is not, and not even that for ever', async () => {
  let attempts = 0;
  const refused = (data: `0x${string}`) => () => {
    attempts += 1;
    return Promise.reject(new ChainRevert('Paying', data));
  };
  await expect(untilAllowed(refused(poor))).rejects.toMatchObject({ errorName: 'ERC20InsufficientBalance' });
  expect(attempts).toBe(1);
  await expect(untilAllowed(refused(short))).rejects.toMatchObject({ errorName: 'ERC20InsufficientAllowance' });
  expect(attempts).toBe(21);
});
