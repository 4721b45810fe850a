import { delegatedVoucher, signedDelegation } from '@gristmill/protocol';
import { keccak256 } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHALLENGE_DELAY, type Network, startNetwork } from '../../test/network.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

const inAnHour = async () => (await network.hub.blockTimestamp()) + 3600;

test('a session key promises up to its limit, in as many vouchers as it likes, and nothing after its expiry', async () => {
  const { hub, chain, someone, payerWith } = network;
  const [payer, payee, other] = [await payerWith(1000n), await someone(), await someone()];
  // The key needs no gas: who is paid, or anybody else, claims.
  const session = await someone({ gas: false });
  const expiry = await inAnHour();
  const granted = await hub.signDelegation({ delegate: session.signer, limit: 100n, expiry });
  expect(signedDelegation.parse(granted)).toEqual(granted);
  const voucherOf = (to: typeof payee, cumulative: bigint) =>
    session.signDelegatedVoucher({ payer: payer.signer, payee: to.signer, cumulative }, granted);

  const first = await voucherOf(payee, 60n);
  expect(delegatedVoucher.parse(first)).toEqual(first);
  expect(await payee.verifyVoucher(first, { signer: hub.signer })).toEqual({ units: 60n, payableUntil: expiry });
  expect(await payee.claim(first)).toMatchObject({ payer: payer.signer, signer: hub.signer, units: 60n });
  expect(await hub.grantOf(granted.delegation)).toEqual({
    drawnUnits: 60n,
    leftUnits: 40n,
    expiresAt: expiry,
    revoked: false,
  });
  await expect(other.claim(await voucherOf(other, 41n))).rejects.toMatchObject({
    code: 'DELEGATION_EXHAUSTED',
    fault: 'peer',
    message: expect.stringMatching(/limit: 100, drawn: 60, amount: 41/) as string,
  });
  expect(await other.claim(await voucherOf(other, 40n))).toMatchObject({ units: 40n });
  // The signer's own vouchers do not count against it.
  expect(
    await payee.claim(await hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 90n })),
  ).toMatchObject({ units: 30n });

  const again = await hub.signDelegation({ delegate: session.signer, limit: 100n, expiry, salt: keccak256('0x') });
  const late = await session.signDelegatedVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 91n }, again);
  await chain.increaseTime(3600);
  await expect(payee.claim(late)).rejects.toMatchObject({ code: 'DELEGATION_EXPIRED' });
});

test('a revoked key is good for the challenge delay, and its payees see until when', async () => {
  const { hub, chain, someone, payerWith } = network;
  const [payer, payee, session] = [await payerWith(100n), await someone(), await someone({ gas: false })];
  const expiry = (await hub.blockTimestamp()) + 10 * CHALLENGE_DELAY;
  const granted = await hub.signDelegation({ delegate: session.signer, limit: 100n, expiry });
  const voucherOf = (cumulative: bigint) =>
    session.signDelegatedVoucher({ payer: payer.signer, payee: payee.signer, cumulative }, granted);
  const { expiresAt } = await hub.revokeDelegation(granted.delegation);
  expect(expiresAt).toBe((await hub.blockTimestamp()) + CHALLENGE_DELAY);
  // A second revocation does not put off the first.
  expect(await hub.revokeDelegation(granted.delegation)).toMatchObject({ expiresAt });
  expect(await payee.verifyVoucher(await voucherOf(10n), { signer: hub.signer })).toEqual({
    units: 10n,
    payableUntil: expiresAt,
  });
  await payee.claim(await voucherOf(10n));
  await chain.increaseTime(CHALLENGE_DELAY);
  await expect(payee.claim(await voucherOf(11n))).rejects.toMatchObject({ code: 'DELEGATION_EXPIRED' });
  expect(await hub.grantOf(granted.delegation)).toMatchObject({ revoked: true, expiresAt, drawnUnits: 10n });
  await expect(payee.revokeDelegation(granted.delegation)).rejects.toMatchObject({ errorName: 'NotTheSigner' });
});

test('a key signs only under delegations to it, for those that they are for', async () => {
  const { hub, someone, payerWith } = network;
  const [payer, payee, session] = [await payerWith(100n), await someone(), await someone({ gas: false })];
  const scope = { payer: payer.signer, payee: payee.signer };
  const grant = { delegate: session.signer, limit: 100n, expiry: await inAnHour() };
  const granted = await hub.signDelegation({ ...grant, ...scope });
  const promise = { ...scope, cumulative: 5n };
  await expect(payee.signDelegatedVoucher(promise, granted)).rejects.toMatchObject({ code: 'DELEGATION_NOT_YOURS' });
  for (const other of [{ payer: payee.signer }, { payee: payer.signer }]) {
    await expect(session.signDelegatedVoucher({ ...promise, ...other }, granted)).rejects.toMatchObject({
      code: 'DELEGATION_OUT_OF_SCOPE',
    });
  }
  await payee.claim(await session.signDelegatedVoucher(promise, granted));

  // Under another's word than the signer's, it is worth nothing.
  const forged = { ...granted, signature: (await payee.signDelegation({ ...grant, ...scope })).signature };
  await expect(
    payee.claim({
      ...(await session.signDelegatedVoucher({ ...promise, cumulative: 6n }, granted)),
      delegation: forged,
    }),
  ).resolves.toMatchObject({ units: 1n }); // the word was checked before, with the first voucher
  const unseen = await hub.signDelegation({ ...grant, limit: 99n });
  const voucher = await session.signDelegatedVoucher({ ...promise, cumulative: 7n }, unseen);
  await expect(
    payee.claim({ ...voucher, delegation: { ...unseen, signature: forged.signature } }),
  ).rejects.toMatchObject({ code: 'DELEGATION_SIGNATURE_INVALID' });
});
