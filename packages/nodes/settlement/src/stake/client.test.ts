import { type Address, address, cidOf, type FaultVerdict, signedFaultVerdict } from '@gristmill/protocol';
import { createTestClient, type Hex, http, keccak256, parseEther, toHex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPROVING_WALLET } from '../../test/network.ts';
import { stakeAbi } from '../abi/stake.ts';
import { connectChain } from '../chain/chain.ts';
import { createSettlementClient, type SettlementClient } from '../escrow/client.ts';
import { deployContracts } from '../deploy-contracts.ts';
import type { Deployment } from '../chain/deployment.ts';
import { type LocalChain, localJurors, startLocalChain } from '../chain/local-chain.ts';
import { createStakeClient, type StakeClient } from './client.ts';
import { faultVerdictDigest, faultVerdictTypedData } from '../chain/typed-data.ts';
import { verifyFaultVerdict } from './verify-fault-verdict.ts';

const DELAY = 3 * 86_400;

let chain: LocalChain;
let deployment: Deployment;
let bank: SettlementClient;
let jurors: StakeClient[];
let tasks = 0;

/** Somebody new, with gas, a key of their own and a hundred units. */
async function someone(): Promise<StakeClient & { key: Hex }> {
  const key = generatePrivateKey();
  const owner = address.parse(privateKeyToAccount(key).address);
  await bank.sendGas({ to: owner, wei: parseEther('1') });
  await bank.mint({ to: owner, units: 100n });
  return { ...(await createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment })), key };
}

/** A verdict on a task of its own. */
function verdictOn(provider: Address, changes: Partial<FaultVerdict> = {}): FaultVerdict {
  tasks += 1;
  return {
    chainId: deployment.chainId,
    stake: deployment.stake,
    provider,
    task: keccak256(toHex(tasks)),
    claimedResult: keccak256('0x01'),
    rightResult: keccak256('0x02'),
    units: 30n,
    prover: chain.accounts[4]!.address,
    requestor: chain.accounts[5]!.address,
    evidence: cidOf('what anybody can check'),
    ...changes,
  };
}

const signAll = (verdict: FaultVerdict, by: readonly StakeClient[]) =>
  Promise.all(by.map((juror) => juror.signVerdict(verdict)));

beforeAll(async () => {
  chain = await startLocalChain();
  const [deployer] = chain.accounts;
  const keys = [...localJurors().map(({ privateKey }) => privateKey), generatePrivateKey()];
  deployment = await deployContracts({
    rpcUrl: chain.rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [],
    jurors: keys.slice(0, 3).map((key) => address.parse(privateKeyToAccount(key).address)),
    unbondingDelaySeconds: DELAY,
    proverSharePpm: 250_000,
  });
  bank = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: deployer!.privateKey, deployment });
  jurors = await Promise.all(keys.map((key) => createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment })));
});

afterAll(async () => {
  await chain?.stop();
});

test('the terms are those of the deployment', async () => {
  const [one] = jurors;
  expect(await one!.terms()).toEqual({
    jurors: localJurors().map((juror) => juror.address),
    quorum: 2,
    unbondingDelaySeconds: DELAY,
    proverSharePpm: 250_000,
  });
  expect(await Promise.all(jurors.map((juror) => one!.isJuror(juror.signer)))).toEqual([true, true, true, false]);
});

describe('a bond', () => {
  test('counts for new work until it is announced, and leaves after the delay', async () => {
    const provider = await someone();
    expect(await provider.bondOf(provider.signer)).toEqual({
      bondedUnits: 0n,
      unbondingUnits: 0n,
      securedUnits: 0n,
      withdrawableAt: null,
    });
    expect(await provider.bond({ units: 60n })).toMatchObject({ bondedUnits: 60n });
    expect(await bank.balanceOf(provider.signer)).toBe(40n);

    const { withdrawableAt } = await provider.requestUnbonding({ units: 25n });
    expect(withdrawableAt).toBe((await bank.blockTimestamp()) + DELAY);
    expect(await provider.bondOf(provider.signer)).toEqual({
      bondedUnits: 60n,
      unbondingUnits: 25n,
      securedUnits: 35n,
      withdrawableAt,
    });
    await expect(provider.unbond()).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      errorName: 'UnbondingTooEarly',
      message: expect.stringContaining(String(withdrawableAt)) as string,
    });
    await chain.increaseTime(DELAY);
    expect(await provider.unbond()).toMatchObject({ units: 25n });
    expect(await bank.balanceOf(provider.signer)).toBe(65n);
    expect(await provider.securedBy(provider.signer)).toBe(35n);
  });

  test('can be paid by somebody else, and an announcement taken back', async () => {
    const [provider, sponsor] = [await someone(), await someone()];
    await sponsor.bond({ provider: provider.signer, units: 100n });
    await provider.requestUnbonding({ units: 100n });
    expect(await provider.requestUnbonding({ units: 0n })).toMatchObject({ withdrawableAt: null });
    expect(await provider.securedBy(provider.signer)).toBe(100n);
    await expect(provider.unbond()).rejects.toMatchObject({ errorName: 'NothingUnbonding' });
  });

  test('of what one does not have is refused before anything moves', async () => {
    const provider = await someone();
    await expect(provider.bond({ units: 101n })).rejects.toMatchObject({ errorName: 'ERC20InsufficientBalance' });
    await expect(provider.requestUnbonding({ units: 1n })).rejects.toMatchObject({ errorName: 'BondTooSmall' });
    expect(await bank.balanceOf(provider.signer)).toBe(100n);
  });

  test('takes every payment once when two processes with one key bond at a time', async () => {
    const provider = await someone();
    const twin = await createStakeClient({ rpcUrl: chain.rpcUrl, key: provider.key, deployment });
    await Promise.all([provider, twin].flatMap((client) => [1n, 2n, 4n].map((units) => client.bond({ units }))));
    expect(await provider.securedBy(provider.signer)).toBe(14n);
    expect(await bank.balanceOf(provider.signer)).toBe(86n);
  });
});

describe('a slash', () => {
  test('takes what a quorum signed, in whatever order, and shares it to the last unit', async () => {
    const provider = await someone();
    await provider.bond({ units: 100n });
    await provider.requestUnbonding({ units: 90n });
    const verdict = verdictOn(provider.signer, { units: 33n });
    const before = await Promise.all([verdict.prover, verdict.requestor].map((owner) => provider.awardedUnits(owner)));
    const signed = await signAll(verdict, [jurors[2]!, jurors[0]!]);
    expect(signed.map((each) => signedFaultVerdict.parse(each))).toEqual(signed);
    await verifyFaultVerdict(signed[0]!, deployment);

    expect(await provider.slashOf(verdict)).toBeNull();
    expect(await bank.balanceOf(deployment.stake)).toBeGreaterThanOrEqual(100n);
    // Anyone may send it, the slashed one too.
    expect(await provider.slash(signed)).toMatchObject({ units: 33n });
    expect(await provider.bondOf(provider.signer)).toMatchObject({ bondedUnits: 67n, unbondingUnits: 67n });
    expect(await provider.slashOf(verdict)).toEqual({ verdict: faultVerdictDigest(verdict), units: 33n });
    const after = await Promise.all([verdict.prover, verdict.requestor].map((owner) => provider.awardedUnits(owner)));
    // A quarter of 33, rounded down.
    expect(after.map((units, i) => units - before[i]!)).toEqual([8n, 25n]);

    await expect(provider.slash(signed)).rejects.toMatchObject({ errorName: 'AlreadySlashed' });
    const another = await signAll({ ...verdict, units: 34n }, jurors.slice(0, 2));
    await expect(provider.slash(another)).rejects.toMatchObject({ errorName: 'AlreadySlashed' });
  });

  test('takes what there is, and the rest once there is more', async () => {
    const provider = await someone();
    const signed = await signAll(verdictOn(provider.signer, { units: 30n }), jurors.slice(1, 3));
    await expect(provider.slash(signed)).rejects.toMatchObject({ errorName: 'NothingToSlash' });
    await provider.bond({ units: 20n });
    expect(await provider.slash(signed)).toMatchObject({ units: 20n });
    await provider.bond({ units: 20n });
    expect(await provider.slash(signed)).toMatchObject({ units: 10n });
  });

  test('leaves out signatures that do not count, and is refused without a quorum of others', async () => {
    const [provider, stranger] = [await someone(), await someone()];
    await provider.bond({ units: 50n });
    const verdict = verdictOn(provider.signer);
    const [one, two] = await signAll(verdict, jurors);
    const [foreign] = await signAll(verdict, [stranger]);
    const forged = { ...two!, signature: one!.signature };
    await expect(stranger.slash([one!, one!, foreign!, forged])).rejects.toMatchObject({
      code: 'VERDICT_QUORUM_MISSING',
      message: expect.stringMatching(
        new RegExp(`^1 jurors.*2 must.*${stranger.signer} is not a juror.*${two!.juror} is not signed by it`),
      ) as string,
    });
    expect(await stranger.slash([foreign!, forged, one!, two!])).toMatchObject({ units: 30n });
  });

  test('is of one verdict that says something, for this contract on this chain', async () => {
    const [juror] = jurors;
    const verdict = verdictOn(juror!.signer);
    const [signed] = await signAll(verdict, [juror!]);
    const changed = (changes: Partial<FaultVerdict>) => ({ ...signed!, verdict: { ...verdict, ...changes } });
    await expect(juror!.slash([])).rejects.toMatchObject({ code: 'VERDICTS_DIFFER' });
    await expect(juror!.slash([signed!, changed({ units: 1n })])).rejects.toMatchObject({ code: 'VERDICTS_DIFFER' });
    const equal = { rightResult: verdict.claimedResult };
    for (const [code, changes] of [
      ['VERDICT_WRONG_CHAIN', { chainId: 1 }],
      ['VERDICT_WRONG_STAKE', { stake: deployment.escrow }],
      ['VERDICT_RESULTS_EQUAL', equal],
    ] as const) {
      await expect(juror!.slash([changed(changes)])).rejects.toMatchObject({ code });
      await expect(verifyFaultVerdict(changed(changes), deployment)).rejects.toMatchObject({ code });
    }
    await expect(juror!.signVerdict({ ...verdict, ...equal })).rejects.toMatchObject({ code: 'VERDICT_RESULTS_EQUAL' });
    await expect(verifyFaultVerdict(changed({ units: 31n }), deployment)).rejects.toMatchObject({
      code: 'VERDICT_SIGNATURE_INVALID',
    });
  });

  test('counts a contract wallet among the jurors, by its own rules', async () => {
    const wallet = address.parse(`0x${'c7'.repeat(20)}`);
    const controls = createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) });
    await controls.setCode({ address: wallet, bytecode: APPROVING_WALLET });
    const { rpcUrl } = chain;
    const [one] = localJurors();
    const own = await deployContracts({
      rpcUrl,
      deployerKey: chain.accounts[0]!.privateKey,
      challengeDelaySeconds: 60,
      authorities: [],
      jurors: [one!.address, wallet],
    });
    const juror = await createStakeClient({ rpcUrl, key: one!.privateKey, deployment: own });
    const richest = await createSettlementClient({ rpcUrl, key: one!.privateKey, deployment: own });
    await richest.mint({ to: juror.signer, units: 10n });
    await juror.bond({ units: 10n });
    const signed = await juror.signVerdict({ ...verdictOn(juror.signer), units: 4n });
    const byWallet = { ...signed, juror: wallet, signature: '0x01' as const };
    await expect(juror.slash([signed, byWallet])).rejects.toMatchObject({ code: 'VERDICT_QUORUM_MISSING' });
    const anybody = await connectChain(rpcUrl, chain.accounts[0]!.privateKey);
    await anybody.transact('Approving', { to: wallet, data: faultVerdictDigest(signed.verdict) });
    expect(await juror.slash([signed, byWallet])).toMatchObject({ units: 4n });
  });

  test('awards what its owner collects once', async () => {
    const [provider, prover] = [await someone(), await someone()];
    await provider.bond({ units: 40n });
    const verdict = verdictOn(provider.signer, { units: 40n, prover: prover.signer });
    await prover.slash(await signAll(verdict, jurors.slice(0, 2)));
    expect(await prover.awardedUnits(prover.signer)).toBe(10n);
    expect(await prover.collectAward()).toMatchObject({ units: 10n });
    expect(await bank.balanceOf(prover.signer)).toBe(110n);
    await expect(prover.collectAward()).rejects.toMatchObject({ errorName: 'NothingAwarded' });
  });
});

test('invariant 3: the digest that jurors sign is the one that the contract asks for', async () => {
  const verdict = verdictOn(jurors[0]!.signer);
  const connection = await connectChain(chain.rpcUrl, chain.accounts[0]!.privateKey);

  const asked = await connection.reader.readContract({
    address: deployment.stake,
    abi: stakeAbi,
    functionName: 'hashVerdict',
    args: [faultVerdictTypedData(verdict).message],
  });
  expect(faultVerdictDigest(verdict)).toBe(asked);
});
