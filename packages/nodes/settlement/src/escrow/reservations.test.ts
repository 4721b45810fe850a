import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedReservation } from '@gristmill/protocol';
import { CHALLENGE_DELAY, type Network, startNetwork } from '../../test/network.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

test('a payee brings its reservation to the chain itself, sees it there, and draws on it to the last unit', async () => {
  const { hub, someone, payerWith } = network;
  const [payer, payee, other] = [await payerWith(100n), await someone(), await someone()];
  const channel = { payer: payer.signer, signer: hub.signer, payee: payee.signer };
  const signed = await hub.signReservation({ payer: payer.signer, payee: payee.signer, cumulative: 70n });
  expect(signedReservation.parse(signed)).toEqual(signed);
  await payee.sendReservation(signed);
  expect(await payee.reservationOf(channel)).toEqual({
    claimedUnits: 0n,
    reservedUnits: 70n,
    securedUnits: 70n,
    releasableAt: null,
    releases: 0,
  });
  const voucherOf = (to: typeof payee, cumulative: bigint) =>
    hub.signVoucher({ payer: payer.signer, payee: to.signer, cumulative });
  await expect(other.claim(await voucherOf(other, 31n))).rejects.toMatchObject({ code: 'VOUCHER_NOT_COVERED' });
  await other.claim(await voucherOf(other, 30n));
  expect(await payee.claim(await voucherOf(payee, 70n))).toMatchObject({ units: 70n });
  expect(await payee.reservationOf(channel)).toMatchObject({ claimedUnits: 70n, securedUnits: 70n });
});

test('a payer announces that it wants it back, may take that back, and gets it after the delay', async () => {
  const { hub, chain, someone, payerWith } = network;
  const [payer, payee] = [await payerWith(100n), await someone()];
  const channel = { payer: payer.signer, signer: hub.signer, payee: payee.signer };
  await hub.reserve({ payer: payer.signer, payee: payee.signer, cumulative: 40n });
  await payer.requestRelease(channel);
  const announced = (await hub.blockTimestamp()) + CHALLENGE_DELAY;
  expect(await payee.reservationOf(channel)).toMatchObject({ reservedUnits: 40n, releasableAt: announced });
  await payer.cancelRelease(channel);
  expect(await payee.reservationOf(channel)).toMatchObject({ releasableAt: null });
  await expect(payer.cancelRelease(channel)).rejects.toMatchObject({ errorName: 'NoReleaseRequested' });

  await payer.requestRelease(channel);
  await expect(payer.release(channel)).rejects.toMatchObject({ errorName: 'ReleaseTooEarly' });
  await chain.increaseTime(CHALLENGE_DELAY);
  const old = await hub.signReservation({ payer: payer.signer, payee: payee.signer, cumulative: 50n });
  await payer.release(channel);
  expect(await payee.reservationOf(channel)).toMatchObject({ reservedUnits: 0n, releases: 1 });
  expect((await hub.escrowAccount(payer.signer, hub.signer)).balanceUnits).toBe(100n);
  // What was signed for the time before does not come back.
  await expect(payee.sendReservation(old)).rejects.toMatchObject({ errorName: 'ReservationReleased' });
});

test('what is kept for whom is read from the chain, each payer by itself, also when blocks are replaced', async () => {
  const { hub, controls, someone, payerWith } = network;
  const [payer, another, payee, other] = [
    await payerWith(100n),
    await payerWith(100n),
    await someone(),
    await someone(),
  ];
  expect(await hub.reservedUnits(payer.signer)).toEqual(new Map());
  await hub.reserve({ payer: payer.signer, payee: payee.signer, cumulative: 40n });
  await hub.reserve({ payer: another.signer, payee: other.signer, cumulative: 7n });
  expect(await hub.reservedUnits(payer.signer)).toEqual(new Map([[payee.signer, 40n]]));
  await hub.claim(await hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 15n }));
  await hub.reserve({ payer: payer.signer, payee: other.signer, cumulative: 20n });
  expect(await hub.reservedUnits(payer.signer)).toEqual(
    new Map([
      [payee.signer, 40n],
      [other.signer, 20n],
    ]),
  );
  expect(await hub.reservedUnits(another.signer)).toEqual(new Map([[other.signer, 7n]]));
  await controls.request({ method: 'anvil_reorg', params: [1, []] } as never);
  expect(await hub.reservedUnits(payer.signer)).toEqual(new Map([[payee.signer, 40n]]));
  // All of it drawn: nothing is kept any more.
  await hub.claim(await hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 40n }));
  expect(await hub.reservedUnits(payer.signer)).toEqual(new Map());
});
