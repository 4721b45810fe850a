import { address, GristmillError, type SignedVoucher } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { type ClaimChain, createClaimer } from './claiming.ts';

const escrow = address.parse(`0x${'e5'.repeat(20)}`);

function voucher(cumulative: bigint): SignedVoucher {
  const parties = { payer: escrow, signer: escrow, payee: escrow };
  return { voucher: { chainId: 1, escrow, ...parties, cumulative }, signature: '0x00' };
}

/** A chain that pays each unit once, a voucher a transaction, to claims worth ten units or more, or to all while the payer withdraws. */
function createChain() {
  const mood = { isWithdrawing: false, isAway: false };
  const claimed: bigint[] = [];
  let drawn = 0n;
  const chain: ClaimChain = {
    async worthClaiming(vouchers) {
      if (mood.isAway) throw new GristmillError('CHAIN_UNREACHABLE', 'No chain answers.', { hint: 'Wait.' });
      return vouchers.filter(({ voucher: { cumulative } }) => cumulative - drawn >= (mood.isWithdrawing ? 1n : 10n));
    },
    async claimMany(vouchers) {
      const [first, ...left] = vouchers;
      const claims = [first!].map(({ voucher: { cumulative } }) => {
        const units = cumulative - drawn;
        drawn = cumulative;
        claimed.push(units);
        return { units };
      });
      return { transactionHash: '0x01', claims, skipped: [], left };
    },
  };
  return { chain, mood, claimed };
}

/** A clock on which time passes when the test says so. */
function createClock() {
  let wakers: (() => void)[] = [];
  return {
    now: () => 0,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
        wakers.push(resolve);
      }),
    pass() {
      for (const wake of wakers) wake();
      wakers = [];
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('[11] claims what it finds at the start, then what is worth its fee, and all of it in a hurry', async () => {
  const [{ chain, mood, claimed }, clock] = [createChain(), createClock()];
  let newest = voucher(25n);
  const claimer = createClaimer({ vouchers: () => [newest], chain, clock, everyMs: 1, log: () => {} });
  await turn();
  expect(claimed).toEqual([25n]);

  newest = voucher(30n);
  clock.pass();
  await turn();
  expect(claimed).toEqual([25n]);

  newest = voucher(36n);
  clock.pass();
  await turn();
  expect(claimed).toEqual([25n, 11n]);

  newest = voucher(37n);
  mood.isWithdrawing = true;
  claimer.hurry();
  await turn();
  expect(claimed).toEqual([25n, 11n, 1n]);

  await claimer.stop();
  clock.pass();
  await turn();
  expect(claimed).toEqual([25n, 11n, 1n]);
});

it('[11] is told of a withdrawal while it looks, and looks again', async () => {
  const [{ chain, mood, claimed }, clock] = [createChain(), createClock()];
  const claimer = createClaimer({ vouchers: () => [voucher(5n)], chain, clock, everyMs: 1, log: () => {} });
  mood.isWithdrawing = true;
  claimer.hurry();
  await turn();
  expect(claimed).toEqual([5n]);
  await claimer.stop();
});

it('[11] goes on after a chain that was away', async () => {
  const [{ chain, mood, claimed }, clock] = [createChain(), createClock()];
  const said: string[] = [];
  mood.isAway = true;
  const claimer = createClaimer({
    vouchers: () => [voucher(25n)],
    chain,
    clock,
    everyMs: 1,
    log: (line) => said.push(line),
  });
  await turn();
  expect(said).toEqual(['not claimed yet: No chain answers. (CHAIN_UNREACHABLE)']);
  mood.isAway = false;
  clock.pass();
  await turn();
  expect(claimed).toEqual([25n]);
  await claimer.stop();
});
