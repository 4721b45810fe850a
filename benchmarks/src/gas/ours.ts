import { compile } from '@gristmill/contracts/compiler.ts';
import { address } from '@gristmill/protocol';
import { authorityId, deployContracts } from '@gristmill/settlement';
import type { Address } from 'viem';
import { addressOf, approve, type Chain, type Ground, groundOf, mint } from './chain.ts';
import { type OwnContracts, ownCalls } from './own-calls.ts';

/** Gas of whole transactions, ours and the plain transfer that they are held against. */
export interface OwnGas {
  readonly transfer: number;
  readonly collect: number;
  readonly collectReserved: number;
  readonly claim: number;
  readonly claimReserved: number;
  /** A payee that the payer never paid before, and whose first voucher this is. */
  readonly claimFirst: number;
  /** What the payer itself had to send before that newcomer had its money. */
  readonly payerTransactionsToOpen: number;
  /** Through the payee's plan: a share to the vault, the rest to its wallet. */
  readonly claimSplit: number;
  readonly claimSplitReserved: number;
  /** By the number of payees. */
  readonly claimMany: ReadonlyMap<number, number>;
  readonly claimStatement: ReadonlyMap<number, number>;
  readonly payMany: ReadonlyMap<number, number>;
}

const AUTHORITY = 'us/irs';
/** 15.3 %, the rate of the US self-employment tax. */
const SET_ASIDE_PPM = 153_000;
/** The local token has six decimals. */
const COIN = 1_000_000n;
const DEPOSIT = 1_000_000n * COIN;

/** Deploys what is measured as networks have it, with the payer's deposit in it. */
export async function deployOurs(chain: Chain): Promise<OwnContracts> {
  const { deployerKey, rpcUrl } = chain;
  const { token, escrow } = await deployContracts({
    rpcUrl,
    deployerKey,
    challengeDelaySeconds: 86_400,
    authorities: [{ name: AUTHORITY, payoutAddress: address.parse(addressOf('authority')) }],
  });
  const ground = groundOf(chain, token);
  const { deployer, payer } = ground;
  await mint(ground, payer.address, DEPOSIT * 2n);
  await mint(ground, deployer.address, 1n);
  await approve(ground, payer, escrow);
  const payMany = await chain.deploy(`0x${compile(['PayMany']).get('PayMany')!.evm.bytecode.object}`);
  await approve(ground, payer, payMany);
  const contracts = { ground, escrow, payMany };
  await ownCalls(contracts).deposit(DEPOSIT);
  return contracts;
}

/** Each figure is of a payee that was paid before, but for `claimFirst`; receivers hold some of the token already. */
export async function measureOurs(contracts: OwnContracts, batchSizes: readonly number[]): Promise<OwnGas> {
  const { ground } = contracts;
  const { chain, payer, workers } = ground;
  const calls = ownCalls(contracts);
  const [receiver, claimant, claimantReserved, newcomer, wallet] = await holders(ground, 'payee', 5);
  const [collector, collectorReserved, splitter] = workers;
  for (const payee of [collector!, collectorReserved!, splitter!]) await mint(ground, payee.address, 1n);

  const transfer = await calls.transfer(receiver!, COIN);

  await calls.claim(claimant!, COIN);
  const claim = await calls.claim(claimant!, 2n * COIN);
  await calls.claim(claimantReserved!, COIN);
  await calls.reserve(claimantReserved!, 100n * COIN);
  const claimReserved = await calls.claim(claimantReserved!, 2n * COIN);

  const sentBefore = await chain.transactionsOf(payer.address);
  const claimFirst = await calls.claim(newcomer!, COIN);
  const payerTransactionsToOpen = (await chain.transactionsOf(payer.address)) - sentBefore;

  await calls.collect(collector!, COIN);
  const collect = await calls.collect(collector!, 2n * COIN);
  await calls.collect(collectorReserved!, COIN);
  await calls.reserve(collectorReserved!.address, 100n * COIN);
  const collectReserved = await calls.collect(collectorReserved!, 2n * COIN);

  await calls.setPlan(splitter!, {
    wallet: wallet!,
    authority: authorityId(AUTHORITY),
    setAsidePpm: SET_ASIDE_PPM,
  });
  await calls.claim(splitter!.address, COIN);
  const claimSplit = await calls.claim(splitter!.address, 2n * COIN);
  await calls.reserve(splitter!.address, 100n * COIN);
  const claimSplitReserved = await calls.claim(splitter!.address, 3n * COIN);

  const crowd = await holders(ground, 'crowd', Math.max(...batchSizes));
  const inBatches = async (
    pay: (payees: readonly Address[], cumulative: bigint) => Promise<number>,
    drawnBefore: bigint,
  ): Promise<Map<number, number>> => {
    let cumulative = drawnBefore + COIN;
    await pay(crowd, cumulative);
    const gas = new Map<number, number>();
    for (const size of batchSizes) {
      cumulative += COIN;
      gas.set(size, await pay(crowd.slice(0, size), cumulative));
    }
    return gas;
  };
  return {
    transfer,
    collect,
    collectReserved,
    claim,
    claimReserved,
    claimFirst,
    payerTransactionsToOpen,
    claimSplit,
    claimSplitReserved,
    claimMany: await inBatches((payees, cumulative) => calls.claimMany(payees, cumulative), 0n),
    claimStatement: await inBatches((payees, cumulative) => calls.claimStatement(payees, cumulative), 100n * COIN),
    payMany: await inBatches((payees) => calls.payMany(payees, COIN), 0n),
  };
}

async function holders(ground: Ground, what: string, count: number): Promise<Address[]> {
  const addresses = Array.from({ length: count }, (_, i) => addressOf(`${what} ${i}`));
  for (const holder of addresses) await mint(ground, holder, 1n);
  return addresses;
}
