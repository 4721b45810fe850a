import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { taxpayerBooks } from '@gristmill/ledger';
import { type Address, deviceKeyFromPrivateKey } from '@gristmill/protocol';
import {
  createSettlementClient,
  deployContracts,
  type LocalChain,
  type SettlementClient,
  startLocalChain,
} from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Home, openHome } from './home.ts';
import { TAX_AUTHORITY } from './payout-plan.ts';
import { readBooks, TAXPAYER_JOURNAL } from './tax/books/taxpayer-journal.ts';
import { watchIncome } from './watch-income.ts';

const payee = deviceKeyFromPrivateKey(new Uint8Array(32).fill(7));

let folder: string;
let home: Home;
let chain: LocalChain;
let payer: SettlementClient;
let settlement: SettlementClient;
/** How often something new came into the books. */
let followed = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-income-'));
  home = await openHome(path.join(folder, 'home'));
  chain = await startLocalChain();
  const { rpcUrl } = chain;
  const [deployer, authority] = chain.accounts;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [{ name: TAX_AUTHORITY, payoutAddress: authority!.address }],
  });
  payer = await createSettlementClient({ rpcUrl, key: deployer!.privateKey, deployment });
  settlement = await createSettlementClient({ rpcUrl, key: payee, deployment });
  await payer.sendGas({ to: payee.address, wei: 10n ** 18n });
  await payer.mint({ to: payer.signer, units: 1_000n });
  await payer.deposit({ signer: payer.signer, units: 1_000n });
}, 60_000);

afterAll(async () => {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody else brings a voucher to the chain. */
async function pay(cumulative: bigint, to: Address = payee.address): Promise<void> {
  await payer.claimMany([await payer.signVoucher({ payer: payer.signer, payee: to, cumulative })]);
}

/** Watches until `isEnough`, told of each line that is logged. */
async function watch(isEnough: (line: string) => boolean): Promise<Address[]> {
  const enough = new AbortController();
  const withdrawing: Address[] = [];
  const tell = (line: string): void => {
    if (isEnough(line)) enough.abort();
  };
  await watchIncome({
    home,
    rpcUrl: chain.rpcUrl,
    settlement,
    payee: payee.address,
    clock: systemClock,
    signal: enough.signal,
    async onIncome() {
      followed += 1;
    },
    onWithdrawal(who) {
      withdrawing.push(who);
      tell('withdrawal');
    },
    log: tell,
  });
  return withdrawing;
}

async function books() {
  const { books: account, entries } = taxpayerBooks(await readBooks(home.path(TAXPAYER_JOURNAL), systemClock));
  return { income: account.total('income', 'GUSD'), setAside: account.total('vault', 'GUSD'), entries: entries.length };
}

it('books what arrives once, whoever claimed it, and what arrived while it was away', async () => {
  await pay(100n);
  await pay(5n, chain.accounts[5]!.address);
  await watch((line) => line.includes('are in the books'));
  expect(await books()).toEqual({ income: 100n, setAside: 0n, entries: 1 });

  await settlement.setPayoutPlan({ wallet: payee.address, authority: TAX_AUTHORITY, setAsidePpm: 250_000 });
  await pay(180n);
  await pay(181n);
  await watch((line) => line.includes('are in the books'));
  // A quarter of 80 and of 1, rounded up.
  expect(await books()).toEqual({ income: 181n, setAside: 21n, entries: 3 });

  // Who has lost its place reads all of it again, and books nothing twice.
  await rm(home.path('income-cursor.json'));
  await payer.requestWithdrawal({ signer: payer.signer, units: 10n });
  expect(await watch((line) => line === 'withdrawal')).toEqual([payer.signer]);
  expect(await books()).toEqual({ income: 181n, setAside: 21n, entries: 3 });
  expect(followed).toBe(2);
}, 60_000);
