import { cidOf } from '@gristmill/protocol';
import { keccak256, toHex } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChain } from '../src/chain/chain.ts';
import { createSettlementClient, type SettlementClient } from '../src/escrow/client.ts';
import { localJurors } from '../src/chain/local-chain.ts';
import { createStakeClient, type StakeClient } from '../src/stake/client.ts';
import { type Network, startNetwork } from './network.ts';

let network: Network;
let verdicts = 0;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

/** Somebody who has 100 units in the wallet, 100 in the escrow for its own vouchers, and 100 bonded. */
interface Actor {
  client: SettlementClient;
  stake: StakeClient;
  /** A payee that nobody paid yet. */
  payee: SettlementClient;
}

async function actor(): Promise<Actor> {
  const { rpcUrl, deployment, someone } = network;
  const { key, signer } = await someone();
  // What counts must be under a block more, and what is dropped goes again soon.
  const options = { rpcUrl, key, deployment, confirmations: 2, stuckAfterMs: 300 };
  const plain = await network.twinOf({ key });
  await plain.mint({ to: signer, units: 300n });
  await plain.deposit({ signer, units: 100n });
  await (await createStakeClient({ rpcUrl, key, deployment })).bond({ units: 100n });
  return {
    client: await createSettlementClient(options),
    stake: await createStakeClient(options),
    payee: await someone({ gas: false }),
  };
}

/** Does it while each transaction of the sender, once it is in a block, loses that block; then lets blocks be made. */
async function throughReorgs(sender: SettlementClient, act: () => Promise<unknown>): Promise<number> {
  const { reader } = await openChain(network.rpcUrl);
  const { controls } = network;
  const count = () => reader.getTransactionCount({ address: sender.signer, blockTag: 'latest' });
  const before = await count();
  const dropped = new Set<number>();
  const confirmed = new Set<number>();
  let isDone = false;
  const done = act().finally(() => {
    isDone = true;
  });
  done.catch(() => undefined);
  while (!isDone) {
    const sent = await count();
    if (sent > before && !dropped.has(sent)) {
      dropped.add(sent);
      await controls.request({ method: 'anvil_reorg', params: [1, []] } as never);
    } else if (sent > before && !confirmed.has(sent)) {
      // The one block more that it needs, and none for the next to hide under.
      confirmed.add(sent);
      await controls.mine({ blocks: 1 });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await done;
  return dropped.size;
}

const balanceOf = ({ client }: Actor) => client.balanceOf(client.signer);
const channelOf = ({ client, payee }: Actor) => ({ payer: client.signer, signer: client.signer, payee: payee.signer });

test.each<
  [verb: string, transactions: number, act: (actor: Actor) => Promise<unknown>, check: (actor: Actor) => Promise<void>]
>([
  [
    'a deposit by approval',
    2,
    ({ client }) => client.deposit({ signer: client.signer, units: 30n, by: 'approval' }),
    async (one) => {
      expect(await one.client.fundedUnits(one.client.signer)).toBe(130n);
      expect(await balanceOf(one)).toBe(70n);
    },
  ],
  [
    'a sponsored deposit',
    1,
    async ({ client }) => client.depositAuthorized(await client.signDeposit({ signer: client.signer, units: 30n })),
    async (one) => {
      expect(await one.client.fundedUnits(one.client.signer)).toBe(130n);
      expect(await balanceOf(one)).toBe(70n);
    },
  ],
  [
    'a batch of payments',
    2,
    ({ client, payee }) => client.payMany([{ payee: payee.signer, units: 30n }]),
    async (one) => {
      expect(await one.client.balanceOf(one.payee.signer)).toBe(30n);
      expect(await balanceOf(one)).toBe(70n);
    },
  ],
  [
    'a claim',
    1,
    async (one) => one.client.claim(await one.client.signVoucher({ ...channelOf(one), cumulative: 30n })),
    async (one) => {
      expect(await one.client.balanceOf(one.payee.signer)).toBe(30n);
      expect(await one.client.claimedUnits(channelOf(one))).toBe(30n);
    },
  ],
  [
    'a claim by statement',
    1,
    async ({ client, payee }) =>
      client.claimStatement(
        await client.signStatement({ payer: client.signer, promises: [{ payee: payee.signer, cumulative: 30n }] }),
      ),
    async (one) => expect(await one.client.balanceOf(one.payee.signer)).toBe(30n),
  ],
  [
    'a reservation',
    1,
    ({ client, payee }) => client.reserve({ payer: client.signer, payee: payee.signer, cumulative: 30n }),
    async (one) => {
      expect(await one.client.securedUnits(channelOf(one))).toBe(30n);
      expect(await one.client.reservedUnits(one.client.signer)).toEqual(new Map([[one.payee.signer, 30n]]));
    },
  ],
  [
    'a bond',
    2,
    ({ stake }) => stake.bond({ units: 30n }),
    async (one) => {
      expect(await one.stake.securedBy(one.client.signer)).toBe(130n);
      expect(await balanceOf(one)).toBe(70n);
    },
  ],
  [
    'a slash and its award',
    2,
    async ({ stake }) => {
      const { rpcUrl, deployment } = network;
      verdicts += 1;
      const verdict = {
        provider: stake.signer,
        task: keccak256(toHex(verdicts)),
        claimedResult: keccak256('0x01'),
        rightResult: keccak256('0x02'),
        units: 30n,
        prover: stake.signer,
        requestor: stake.signer,
        evidence: cidOf('evidence'),
      };
      const jurors = localJurors().slice(0, 2);
      const signed = jurors.map(async ({ privateKey }) =>
        (await createStakeClient({ rpcUrl, key: privateKey, deployment })).signVerdict(verdict),
      );
      await stake.slash(await Promise.all(signed));
      await stake.collectAward();
    },
    async (one) => {
      expect(await one.stake.securedBy(one.client.signer)).toBe(70n);
      expect(await balanceOf(one)).toBe(130n);
    },
  ],
])(
  'invariant 5: %s is done once, though the blocks of its transactions are lost',
  async (_verb, transactions, act, check) => {
    const one = await actor();
    expect(await throughReorgs(one.client, () => act(one))).toBe(transactions);
    await check(one);
  },
);

test('a claim that two processes send at a time pays once, and so does one that is sent again after a restart', async () => {
  const { twinOf, someone } = network;
  const [payer, payee] = [await someone(), await someone({ gas: false })];
  await payer.mint({ to: payer.signer, units: 100n });
  await payer.deposit({ signer: payer.signer, units: 100n });
  const twin = await twinOf(payer);
  const voucher = await payer.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 40n });
  const outcomes = await Promise.allSettled([payer, twin, payer, twin].map((client) => client.claim(voucher)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toHaveProperty('code');
  }
  await expect((await twinOf(payer)).claim(voucher)).rejects.toMatchObject({ code: 'VOUCHER_NOT_INCREASING' });
  expect(await payer.balanceOf(payee.signer)).toBe(40n);
});
