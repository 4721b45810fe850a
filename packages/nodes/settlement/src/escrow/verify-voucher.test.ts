import { type Address, address, type SignedVoucher, type Voucher } from '@gristmill/protocol';
import fc from 'fast-check';
import { toHex, zeroAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { voucherTypedData } from '../chain/typed-data.ts';
import { verifyVoucher } from './verify-voucher.ts';

const account = privateKeyToAccount(`0x${'11'.repeat(32)}`);
const signer = address.parse(account.address);
const [escrow, payer, payee, other] = [1, 2, 3, 4].map((n) => address.parse(toHex(n, { size: 20 }))) as [
  Address,
  Address,
  Address,
  Address,
];
const voucher: Voucher = { chainId: 31_337, escrow, payer, signer, payee, cumulative: 100n };
const expected = { chainId: 31_337, escrow, signer, payee, previousCumulative: 99n };

async function signed(changes: Partial<Voucher> = {}): Promise<SignedVoucher> {
  const promise = { ...voucher, ...changes };
  return { voucher: promise, signature: await account.signTypedData(voucherTypedData(promise)) };
}

test('a good voucher passes', async () => {
  await verifyVoucher(await signed(), expected);
  await verifyVoucher(await signed(), { chainId: 31_337, escrow, signer });
});

test.each([
  ['VOUCHER_WRONG_CHAIN', { chainId: 1 }, 'chain 1,'],
  ['VOUCHER_WRONG_ESCROW', { escrow: other }, other],
  ['VOUCHER_WRONG_PAYEE', { payee: other }, other],
  ['VOUCHER_NOT_INCREASING', { cumulative: 99n }, '99 units'],
  ['VOUCHER_NOT_INCREASING', { cumulative: 0n }, '0 units'],
  ['VOUCHER_SIGNATURE_INVALID', { signer: other }, other],
] as const)('%s: signed, but with %o', async (code, changes, value) => {
  await expect(verifyVoucher(await signed(changes), expected)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(value),
    hint: expect.stringMatching(/\w/),
    fault: 'peer',
  });
});

test('whom nobody can pay and what no account holds is refused, whatever else is expected', async () => {
  const anyPayee = { chainId: 31_337, escrow, signer };
  for (const payee of [zeroAddress as Address, escrow]) {
    await expect(verifyVoucher(await signed({ payee }), anyPayee)).rejects.toMatchObject({
      code: 'VOUCHER_WRONG_PAYEE',
    });
  }
  await verifyVoucher(await signed({ cumulative: 2n ** 96n - 1n }), anyPayee);
  await expect(verifyVoucher(await signed({ cumulative: 2n ** 96n }), anyPayee)).rejects.toMatchObject({
    code: 'VOUCHER_NOT_COVERED',
  });
});

test('a signature for another chain, payee or amount is not one for this voucher', async () => {
  for (const changes of [{ chainId: 1 }, { escrow: other }, { payee: other }, { payer: other }, { cumulative: 101n }]) {
    const { signature } = await signed(changes);
    await expect(verifyVoucher({ voucher, signature }, expected)).rejects.toMatchObject({
      code: 'VOUCHER_SIGNATURE_INVALID',
    });
  }
});

test('no bytes pass for a signature, and none break the check', async () => {
  const bytes = fc.uint8Array({ minLength: 65, maxLength: 65 });
  await fc.assert(
    fc.asyncProperty(bytes, async (signature) => {
      await expect(verifyVoucher({ voucher, signature: toHex(signature) }, expected)).rejects.toMatchObject({
        code: 'VOUCHER_SIGNATURE_INVALID',
      });
    }),
  );
});
