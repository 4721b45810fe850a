import { afterAll, beforeAll, expect, test } from 'vitest';
import { keccak256 } from 'viem';
import { CHALLENGE_DELAY, type Network, startNetwork } from '../../test/network.ts';
import { type EscrowEvent, watchEscrow } from './watch-escrow.ts';
import type { ChainCursor } from '../chain/watch.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

/** What happened after a place, up to now. */
async function eventsSince(after: ChainCursor): Promise<EscrowEvent[]> {
  const { rpcUrl, deployment, hub } = network;
  const { blockNumber } = await hub.newestBlock();
  const events: EscrowEvent[] = [];
  for await (const batch of watchEscrow({ rpcUrl, deployment, after, pollMs: 10 })) {
    events.push(...batch.events);
    if (batch.cursor.blockNumber >= blockNumber) break;
  }
  return events;
}

test('invariant 8: a payout is told with its account, its payee and what was set aside, whichever way it was claimed', async () => {
  const { hub, irs, someone, payerWith } = network;
  const [payer, plain, planned, session] = [
    await payerWith(1000n),
    await someone(),
    await someone(),
    await someone({ gas: false }),
  ];
  // A third for taxes, rounded up; the rest to another wallet.
  const plan = { wallet: irs, authority: 'us/irs', setAsidePpm: 333_333 };
  await planned.setPayoutPlan(plan);
  const account = { payer: payer.signer, signer: hub.signer };
  const voucherOf = (payee: typeof plain, cumulative: bigint) =>
    hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative });
  const after = await hub.newestBlock();

  await plain.claim(await voucherOf(plain, 1n));
  await planned.claim(await voucherOf(planned, 10n));
  await hub.claimMany([await voucherOf(planned, 30n), await voucherOf(plain, 5n), await voucherOf(plain, 3n)]);
  const promises = [
    { payee: plain.signer, cumulative: 9n },
    { payee: planned.signer, cumulative: 31n },
    { payee: hub.escrow, cumulative: 1n },
  ];
  await plain.claimStatement(await hub.signStatement({ payer: payer.signer, promises }));
  const expiry = (await hub.blockTimestamp()) + 60;
  const granted = await hub.signDelegation({ delegate: session.signer, limit: 50n, expiry });
  await plain.claim(
    await session.signDelegatedVoucher({ payer: payer.signer, payee: plain.signer, cumulative: 19n }, granted),
  );
  // All set aside: nothing is sent at all.
  await planned.setPayoutPlan({ ...plan, setAsidePpm: 1_000_000 });
  await hub.claimMany([await voucherOf(planned, 33n), await voucherOf(plain, 20n)]);
  // What leaves to others is nobody's payout.
  await payer.requestWithdrawal({ signer: hub.signer, units: 900n });
  await network.chain.increaseTime(CHALLENGE_DELAY);
  await payer.withdraw({ signer: hub.signer });
  await planned.remit({ authority: 'us/irs', units: 2n, obligation: 'q1' });

  const events = await eventsSince(after);
  const to = (payee: typeof plain, units: bigint, setAsideUnits = 0n) => ({
    type: 'claimed',
    ...account,
    payee: payee.signer,
    units,
    setAsideUnits,
    walletUnits: units - setAsideUnits,
    wallet: payee === planned ? irs : payee.signer,
  });
  expect(events.filter(({ type }) => type === 'claimed')).toMatchObject([
    to(plain, 1n),
    to(planned, 10n, 4n),
    to(planned, 20n, 7n),
    to(plain, 4n),
    to(plain, 4n),
    to(planned, 1n, 1n),
    to(plain, 10n),
    to(planned, 2n, 2n),
    to(plain, 1n),
  ]);
  expect(events.filter(({ type }) => type === 'voucher-skipped')).toMatchObject([
    {
      ...account,
      payee: plain.signer,
      cumulative: 3n,
      reason: expect.stringContaining('VoucherNotIncreasing') as string,
    },
    { ...account, payee: hub.escrow, cumulative: 1n, reason: expect.stringContaining('InvalidPayee') as string },
  ]);
  const claimed = events.flatMap((event) => (event.type === 'claimed' ? [event.units] : []));
  const { committedUnits } = await hub.escrowAccount(payer.signer, hub.signer);
  expect(claimed.reduce((sum, units) => sum + units, 0n)).toBe(committedUnits);
  expect(events.filter(({ type }) => type.startsWith('with'))).toMatchObject([
    { type: 'withdrawal-requested', ...account, units: 900n },
    { type: 'withdrawn', ...account, units: 900n },
  ]);
  // Each has a place of its own, in the order of the chain.
  const places = events.map(({ blockNumber, logIndex }) => blockNumber * 10_000 + logIndex);
  expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
});

test('reservations and session keys are told of', async () => {
  const { hub, someone, payerWith } = network;
  const [payer, payee] = [await payerWith(100n), await someone()];
  const account = { payer: payer.signer, signer: hub.signer };
  const channel = { ...account, payee: payee.signer };
  const after = await hub.newestBlock();
  await hub.reserve({ payer: payer.signer, payee: payee.signer, cumulative: 40n });
  await payer.requestRelease(channel);
  const releasableAt = (await hub.blockTimestamp()) + CHALLENGE_DELAY;
  await payer.cancelRelease(channel);
  await payee.release(channel);
  const { delegation } = await hub.signDelegation({
    delegate: payee.signer,
    limit: 1n,
    expiry: 2 ** 40 - 1,
    salt: keccak256('0x01'),
  });
  const { expiresAt } = await hub.revokeDelegation(delegation);
  expect(await eventsSince(after)).toMatchObject([
    { type: 'reserved', ...channel, cumulative: 40n },
    { type: 'release-requested', ...channel, releasableAt },
    { type: 'release-requested', ...channel, releasableAt: null },
    { type: 'released', ...channel, units: 40n },
    { type: 'delegation-revoked', signer: hub.signer, delegate: payee.signer, revokedAt: expiresAt },
  ]);
});
