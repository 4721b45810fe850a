import { type Address, generateDeviceKey, type SignedVoucher, signedVoucher } from '@gristmill/protocol';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { parseEther, toHex } from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectChain } from '../chain/chain.ts';
import { readChainFees } from '../chain/chain-fees.ts';
import { createSettlementClient, type SettlementClient } from './client.ts';
import { deployContracts } from '../deploy-contracts.ts';
import type { Deployment } from '../chain/deployment.ts';
import { FEE_PRESETS } from '../chain/fees.ts';
import { type LocalChain, startLocalChain } from '../chain/local-chain.ts';

const DAY = 86_400;
const CHALLENGE_DELAY = 7 * DAY;

let chain: LocalChain;
let deployment: Deployment;
let hub: SettlementClient;
let irs: Address;

/** Somebody new, with gas and a key of their own. */
async function someone(): Promise<SettlementClient> {
  const key = generateDeviceKey({ bytes: (length) => new Uint8Array(randomBytes(length)) });
  await hub.sendGas({ to: key.address, wei: parseEther('1') });
  return await createSettlementClient({ rpcUrl: chain.rpcUrl, key, deployment });
}

async function payerWith(units: bigint): Promise<SettlementClient> {
  const payer = await someone();
  await payer.mint({ to: payer.signer, units });
  await payer.deposit({ signer: hub.signer, units });
  return payer;
}

beforeAll(async () => {
  chain = await startLocalChain();
  irs = chain.accounts[9]!.address;
  deployment = await deployContracts({
    rpcUrl: chain.rpcUrl,
    deployerKey: chain.accounts[0]!.privateKey,
    challengeDelaySeconds: CHALLENGE_DELAY,
    authorities: [{ name: 'us/irs', payoutAddress: irs }],
  });
  hub = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: chain.accounts[1]!.privateKey, deployment });
});

afterAll(async () => {
  await chain?.stop();
});

test('one deposit pays several providers in one batch, tax is set aside, and every unit is accounted for', async () => {
  const [payer, planned, plain] = [await payerWith(1000n), await someone(), await someone()];
  await planned.setPayoutPlan({ wallet: irs, authority: 'us/irs', setAsidePpm: 0 });
  await planned.setPayoutPlan({ wallet: planned.signer, authority: 'us/irs', setAsidePpm: 153_000 });
  expect(await hub.payoutPlan(planned.signer)).toEqual({
    wallet: planned.signer,
    authority: 'us/irs',
    setAsidePpm: 153_000,
  });
  expect(await hub.payoutPlan(plain.signer)).toBeNull();
  expect(await hub.fundedUnits(payer.signer)).toBe(1000n);

  const promises = [
    { payer: payer.signer, payee: planned.signer, cumulative: 101n },
    { payer: payer.signer, payee: plain.signer, cumulative: 200n },
  ];
  const vouchers = await Promise.all(promises.map((promise) => hub.signVoucher(promise)));
  expect(vouchers.map((voucher) => signedVoucher.parse(voucher))).toEqual(vouchers);

  const parties = { payer: payer.signer, signer: hub.signer };
  const claimed = await plain.claimMany(vouchers);
  expect(claimed).toMatchObject({
    claims: [
      // 15.453 units, rounded up.
      { ...parties, payee: planned.signer, units: 101n, wallet: planned.signer, setAsideUnits: 16n, walletUnits: 85n },
      { ...parties, payee: plain.signer, units: 200n, wallet: plain.signer, setAsideUnits: 0n, walletUnits: 200n },
    ],
    skipped: [],
  });
  expect(await hub.balanceOf(planned.signer)).toBe(85n);
  expect(await hub.setAsideOf(planned.signer, 'us/irs')).toBe(16n);
  expect(await hub.balanceOf(plain.signer)).toBe(200n);
  expect(await hub.claimedUnits({ ...parties, payee: plain.signer })).toBe(200n);

  expect(await hub.escrowAccount(payer.signer, hub.signer)).toEqual({
    fundedUnits: 1000n,
    committedUnits: 301n,
    balanceUnits: 699n,
    withdrawingUnits: 0n,
    withdrawableAt: null,
  });
  await payer.requestWithdrawal({ signer: hub.signer, units: 699n });
  expect(await hub.fundedUnits(payer.signer)).toBe(301n);
  await chain.increaseTime(CHALLENGE_DELAY);
  expect(await payer.withdraw({ signer: hub.signer })).toMatchObject({ units: 699n });
  expect(await hub.balanceOf(payer.signer)).toBe(699n);
  expect(await hub.fundedUnits(payer.signer)).toBe(301n);
});

test('claiming again pays only what is new; a stale voucher and an uncovered one are skipped with their reasons', async () => {
  const [payer, one, two, three] = [await payerWith(100n), await someone(), await someone(), await someone()];
  const promise = (payee: SettlementClient, cumulative: bigint) =>
    hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative });
  const stale = await promise(one, 30n);
  await hub.claimMany([stale]);

  const { claims, skipped } = await hub.claimMany([stale, await promise(two, 71n), await promise(three, 70n)]);
  expect(claims).toMatchObject([{ payee: three.signer, units: 70n }]);
  expect(skipped).toMatchObject([
    { payee: one.signer, cumulative: 30n, reason: expect.stringMatching(/^VoucherNotIncreasing\(.*claimed: 30/) },
    { payee: two.signer, cumulative: 71n, reason: expect.stringMatching(/^BalanceTooSmall\(.*amount: 71/) },
  ]);
  expect(await hub.balanceOf(one.signer)).toBe(30n);
});

describe('vouchers that are no good are refused before anything is sent', () => {
  test('none at all', async () => {
    await expect(hub.claimMany([])).rejects.toMatchObject({ code: 'CLAIM_EMPTY' });
  });

  test('wrong signature, chain, escrow', async () => {
    const payee = hub.signer;
    const good = await hub.signVoucher({ payer: irs, payee, cumulative: 5n });
    const changed = (changes: object) => ({ ...good, voucher: { ...good.voucher, ...changes } });
    await expect(hub.claimMany([changed({ cumulative: 6n })])).rejects.toMatchObject({
      code: 'VOUCHER_SIGNATURE_INVALID',
    });
    await expect(hub.claimMany([changed({ chainId: 1 })])).rejects.toMatchObject({ code: 'VOUCHER_WRONG_CHAIN' });
    await expect(hub.claimMany([changed({ escrow: irs })])).rejects.toMatchObject({ code: 'VOUCHER_WRONG_ESCROW' });
  });
});

test('a batch of a hundred costs less than 22,000 gas a payee, through this client on a real chain', async () => {
  const payer = await payerWith(1_000_000n);
  const payees = Array.from(
    { length: 100 },
    () => generateDeviceKey({ bytes: (length) => new Uint8Array(randomBytes(length)) }).address,
  );
  const promises = (cumulative: bigint) =>
    Promise.all(payees.map((payee) => hub.signVoucher({ payer: payer.signer, payee, cumulative })));
  await hub.claimMany(await promises(4000n)); // existing holders from here on
  const { gasUsed, claims, skipped } = await hub.claimMany(await promises(9000n));
  expect(skipped).toEqual([]);
  expect(claims.map(({ payee, units }) => [payee, units])).toEqual(payees.map((payee) => [payee, 5000n]));
  expect(gasUsed / 100n).toBeLessThan(22_000n);
});

test('what one transaction has no room for is left for the next', async () => {
  const payer = await payerWith(1000n);
  const payees = Array.from(
    { length: 40 },
    () => generateDeviceKey({ bytes: (length) => new Uint8Array(randomBytes(length)) }).address,
  );
  const vouchers = await Promise.all(
    payees.map((payee) => hub.signVoucher({ payer: payer.signer, payee, cumulative: 5n })),
  );
  await rpc('evm_setBlockGasLimit', toHex(2_000_000));
  await rpc('anvil_mine');
  let transactions = 0;
  for (let left = vouchers; left.length > 0; transactions += 1) {
    const result = await hub.claimMany(left);
    expect(result.gasUsed).toBeLessThan(1_000_000n);
    expect(result.claims.map(({ payee }) => payee)).toEqual(
      left.slice(0, left.length - result.left.length).map(({ voucher }) => voucher.payee),
    );
    left = result.left;
  }
  await rpc('evm_setBlockGasLimit', toHex(30_000_000));
  expect(transactions).toBeGreaterThan(1);
  expect(transactions).toBeLessThan(8);
  expect((await hub.escrowAccount(payer.signer, hub.signer)).committedUnits).toBe(200n);
});

test('what is reserved for a payee is paid whatever else is promised, until the payee gives it back', async () => {
  const [payer, certain, other] = [await payerWith(100n), await someone(), await someone()];
  const parties = { payer: payer.signer, signer: hub.signer, payee: certain.signer };
  expect(await hub.securedUnits(parties)).toBe(0n);
  await hub.reserve({ payer: payer.signer, payee: certain.signer, cumulative: 60n });
  expect(await hub.securedUnits(parties)).toBe(60n);
  expect(await hub.escrowAccount(payer.signer, hub.signer)).toMatchObject({ committedUnits: 60n, balanceUnits: 40n });

  const promise = (payee: SettlementClient, cumulative: bigint) =>
    hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative });
  const { claims, skipped } = await hub.claimMany([await promise(other, 41n), await promise(certain, 25n)]);
  expect(claims).toMatchObject([{ payee: certain.signer, units: 25n }]);
  expect(skipped).toMatchObject([{ payee: other.signer, reason: expect.stringContaining('BalanceTooSmall(') }]);

  await certain.release({ payer: payer.signer, signer: hub.signer });
  expect((await hub.escrowAccount(payer.signer, hub.signer)).balanceUnits).toBe(75n);
});

test('a voucher that no account can count to is named, and stops none of the others', async () => {
  const [payer, payee] = [await payerWith(10n), await someone()];
  const promise = (cumulative: bigint) => hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative });
  const { claims, skipped } = await hub.claimMany([await promise(2n ** 96n), await promise(10n)]);
  expect(claims).toMatchObject([{ units: 10n }]);
  expect(skipped).toMatchObject([{ cumulative: 2n ** 96n, reason: expect.stringContaining('CumulativeTooLarge(') }]);
});

test('set-aside money goes to the authority, once an obligation, and nowhere else', async () => {
  const [payer, provider] = [await payerWith(100n), await someone()];
  await provider.setPayoutPlan({ wallet: provider.signer, authority: 'us/irs', setAsidePpm: 1_000_000 });
  await hub.claimMany([await hub.signVoucher({ payer: payer.signer, payee: provider.signer, cumulative: 100n })]);
  const obligation = 'us/irs/1040-es/2026-q1';
  const ofProvider = { taxpayer: provider.signer, authority: 'us/irs', obligation };
  const paidBefore = await hub.balanceOf(irs);

  expect(await hub.authorityAddress('us/irs')).toBe(irs);
  expect(await hub.authorityAddress('uk/hmrc')).toBeNull();
  expect(await hub.remittedUnits(ofProvider)).toBe(0n);
  expect(await provider.remit({ authority: 'us/irs', units: 60n, obligation })).toMatchObject({
    payoutAddress: irs,
    units: 60n,
  });
  expect(await hub.remittedUnits(ofProvider)).toBe(60n);
  expect(await hub.balanceOf(irs)).toBe(paidBefore + 60n);
  expect(await hub.setAsideOf(provider.signer, 'us/irs')).toBe(40n);

  await expect(provider.remit({ authority: 'us/irs', units: 1n, obligation })).rejects.toMatchObject({
    code: 'CHAIN_REVERTED',
    message: expect.stringMatching(/TaxVault\.remit.*AlreadyRemitted\(.*amount: 60\)/),
    hint: 'Nothing more is due: this obligation was paid before.',
  });
  await expect(provider.remit({ authority: 'us/irs', units: 41n, obligation: 'q2' })).rejects.toMatchObject({
    message: expect.stringMatching(/SetAsideTooSmall\(.*balance: 40, amount: 41\)/),
  });
});

test('a withdrawal waits for the challenge delay, and vouchers draw on it until then', async () => {
  const [payer, payee] = [await payerWith(100n), await someone()];
  await expect(payer.withdraw({ signer: hub.signer })).rejects.toMatchObject({
    code: 'CHAIN_REVERTED',
    message: expect.stringContaining('NoWithdrawalRequested('),
  });
  await payer.requestWithdrawal({ signer: hub.signer, units: 100n });
  const { withdrawableAt } = await hub.escrowAccount(payer.signer, hub.signer);
  expect(withdrawableAt).toBe((await hub.blockTimestamp()) + CHALLENGE_DELAY);
  await expect(payer.withdraw({ signer: hub.signer })).rejects.toMatchObject({
    message: expect.stringContaining(`withdrawableAt: ${withdrawableAt}`),
  });
  expect(await hub.fundedUnits(payer.signer)).toBe(0n);

  await hub.claimMany([await hub.signVoucher({ payer: payer.signer, payee: payee.signer, cumulative: 30n })]);
  expect(await hub.fundedUnits(payer.signer)).toBe(30n);
  await chain.increaseTime(CHALLENGE_DELAY);
  expect(await payer.withdraw({ signer: hub.signer })).toMatchObject({ units: 70n });
});

test('a journal is anchored as far as it grew', async () => {
  const operator = await someone();
  expect(await hub.latestAnchor(operator.signer)).toBeNull();
  const root = new Uint8Array(32).fill(7);
  await operator.anchor({ root, size: 12 });
  expect(await hub.latestAnchor(operator.signer)).toEqual({
    root: toHex(root),
    size: 12,
    anchoredAt: await hub.blockTimestamp(),
  });
  await expect(operator.anchor({ root, size: 12 })).rejects.toMatchObject({
    code: 'CHAIN_REVERTED',
    message: expect.stringContaining('JournalNotGrowing('),
  });
});

test('many transactions at once from one key all arrive, also from two clients that share it', async () => {
  const [to, other] = [await someone(), await someone()];
  const twin = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: chain.accounts[1]!.privateKey, deployment });
  // Equal ones, too: two equal transactions with one nonce would be one transaction.
  await Promise.all(
    [hub, twin].flatMap((client) => Array.from({ length: 5 }, () => client.mint({ to: to.signer, units: 3n }))),
  );
  expect(await hub.balanceOf(to.signer)).toBe(30n);

  await Promise.all([1n, 2n, 4n].map((units) => to.deposit({ signer: other.signer, units })));
  expect((await hub.escrowAccount(to.signer, other.signer)).balanceUnits).toBe(7n);
});

test('invariant 9: fundedUnits is never below what was drawn, nor above what is funded, whatever happens', async () => {
  const step = fc.record({
    kind: fc.constantFrom('deposit', 'promise', 'request'),
    units: fc.bigInt({ min: 1n, max: 50n }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const [payer, payee] = [await payerWith(60n), irs];
      let cumulative = 0n;
      for (const { kind, units } of steps) {
        const account = await hub.escrowAccount(payer.signer, hub.signer);
        const within = units < account.balanceUnits ? units : account.balanceUnits;
        if (kind === 'deposit') {
          await payer.mint({ to: payer.signer, units });
          await payer.deposit({ signer: hub.signer, units });
        } else if (kind === 'request') {
          await payer.requestWithdrawal({ signer: hub.signer, units: within });
        } else if (within > 0n) {
          cumulative += within;
          await hub.claimMany([await hub.signVoucher({ payer: payer.signer, payee, cumulative })]);
        }
        const funded = await hub.fundedUnits(payer.signer);
        const { committedUnits, fundedUnits } = await hub.escrowAccount(payer.signer, hub.signer);
        expect(committedUnits).toBe(cumulative);
        expect(funded).toBeGreaterThanOrEqual(committedUnits);
        expect(funded).toBeLessThanOrEqual(fundedUnits);
      }
    }),
    { numRuns: 6 },
  );
});

describe('a chain that is not as expected', () => {
  test('nobody there', async () => {
    const options = { rpcUrl: 'http://127.0.0.1:9', key: chain.accounts[1]!.privateKey, deployment };
    await expect(createSettlementClient(options)).rejects.toMatchObject({
      code: 'CHAIN_UNREACHABLE',
      message: expect.stringContaining('http://127.0.0.1:9'),
    });
  });

  test('another chain', async () => {
    const options = { rpcUrl: chain.rpcUrl, key: chain.accounts[1]!.privateKey };
    await expect(
      createSettlementClient({ ...options, deployment: { ...deployment, chainId: 30 } }),
    ).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' });
  });

  test('contracts that are not there', async () => {
    const client = await createSettlementClient({
      rpcUrl: chain.rpcUrl,
      key: chain.accounts[1]!.privateKey,
      deployment: { ...deployment, escrow: irs },
    });
    await expect(client.fundedUnits(irs)).rejects.toMatchObject({ code: 'CHAIN_CONTRACT_MISSING' });
  });

  test('a sender without gas', async () => {
    const key = generateDeviceKey({ bytes: (length) => new Uint8Array(randomBytes(length)) });
    const poor = await createSettlementClient({ rpcUrl: chain.rpcUrl, key, deployment });
    await expect(poor.mint({ to: poor.signer, units: 1n })).rejects.toMatchObject({ code: 'CHAIN_GAS_MISSING' });
  });

  test('a deposit of what one does not have', async () => {
    const payer = await someone();
    await expect(payer.deposit({ signer: hub.signer, units: 5n })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      message: expect.stringMatching(/ERC20InsufficientBalance\(.*balance: 0, needed: 5\)/),
    });
  });

  test('an authority that nobody registered, or a name that is none', async () => {
    const plan = { wallet: irs, setAsidePpm: 1 };
    await expect(hub.setPayoutPlan({ ...plan, authority: 'uk/hmrc' })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      message: expect.stringContaining('AuthorityUnknown('),
    });
    await expect(hub.setPayoutPlan({ ...plan, authority: '' })).rejects.toMatchObject({
      code: 'AUTHORITY_NAME_INVALID',
    });
  });
});

test('a claim waits until it is worth its fee, by the prices of the chain', async () => {
  const [payer, one, two] = [await payerWith(1_000_000n), await someone(), await someone()];
  const vouchers = await Promise.all(
    [
      { payer: payer.signer, payee: one.signer, cumulative: 900_000n },
      { payer: payer.signer, payee: two.signer, cumulative: 10n },
    ].map((promise) => hub.signVoucher(promise)),
  );
  // A unit is worth a gwei: 900,000 of them are 9 * 10^14 wei, and the batch takes about 10^5 gas.
  const gwei = { wei: 1_000_000_000n, units: 1n };
  await rpc('anvil_setNextBlockBaseFeePerGas', toHex(0));
  await rpc('anvil_mine');
  const [large, small] = vouchers as [SignedVoucher, SignedVoucher];
  const all = { weiPerUnit: gwei, feeSharePpm: 1_000_000n };
  const next = { weiPerUnit: gwei, feeSharePpm: 1n };
  expect(await hub.worthClaiming(vouchers, all)).toEqual({ now: [large], waiting: [small] });
  expect(await hub.worthClaiming(vouchers, 'at-any-price')).toEqual({ now: vouchers, waiting: [] });
  expect(await hub.worthClaiming(vouchers, 'only-what-leaves')).toEqual({ now: [], waiting: vouchers });
  expect(await hub.worthClaiming(vouchers, next)).toEqual({ now: [], waiting: vouchers });
  expect(await hub.worthClaiming([], next)).toEqual({ now: [], waiting: [] });
  // Who waits while the payer leaves may lose it all.
  await payer.requestWithdrawal({ signer: hub.signer, units: 1_000_000n });
  expect(await hub.worthClaiming(vouchers, next)).toEqual({ now: [large], waiting: [small] });
  expect(await hub.worthClaiming(vouchers, 'only-what-leaves')).toEqual({ now: vouchers, waiting: [] });
  await hub.claimMany([large]);
  expect(await hub.worthClaiming(vouchers, all)).toEqual({ now: [], waiting: [small] });
});

test('a rollup is asked for what Ethereum charges it', async () => {
  // Stands where Base has its oracle, and answers everything with 7.
  const seven = '0x600760005260206000f3';
  await rpc('anvil_setCode', '0x420000000000000000000000000000000000000F', seven);
  const connection = await connectChain(chain.rpcUrl, chain.accounts[1]!.privateKey);
  const { baseFeeScalar, blobBaseFeeScalar } = FEE_PRESETS.base.dataFeeScalars;
  expect((await readChainFees({ ...connection, chainId: FEE_PRESETS.base.chainId })).dataFee).toEqual({
    baseFeeScalar,
    blobBaseFeeScalar,
    l1BaseFee: 7n,
    l1BlobBaseFee: 7n,
  });
  const elsewhere = await readChainFees({ ...connection, chainId: 1 });
  expect(elsewhere.dataFee).toBeNull();
  expect(
    (await readChainFees({ ...connection, chainId: FEE_PRESETS.rootstock.chainId })).gasPrice,
  ).toBeGreaterThanOrEqual(FEE_PRESETS.rootstock.gasPriceMin);
});

async function rpc(method: string, ...params: unknown[]): Promise<void> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const answer = await fetch(chain.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await answer.json()).not.toHaveProperty('error');
}
