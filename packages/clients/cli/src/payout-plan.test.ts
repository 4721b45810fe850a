import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  createSettlementClient,
  deployContracts,
  type LocalChain,
  type SettlementClient,
  startLocalChain,
} from '@gristmill/settlement';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerPayoutPlan, TAX_AUTHORITY } from './payout-plan.ts';

let folder: string;
let chain: LocalChain;
let settlement: SettlementClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-plan-'));
  chain = await startLocalChain();
  const { rpcUrl } = chain;
  const [deployer, authority] = chain.accounts;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [{ name: TAX_AUTHORITY, payoutAddress: authority!.address }],
  });
  settlement = await createSettlementClient({ rpcUrl, key: chain.accounts[2]!.privateKey, deployment });
}, 60_000);

afterAll(async () => {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

it('keeps the share that is set aside when only the wallet changes, and the wallet when only the facts do', async () => {
  const payee = settlement.signer;
  const [wallet, other] = chain.accounts.slice(3).map(({ address }) => address);
  const factsPath = path.join(folder, 'facts.yaml');
  const facts = { filing_status: 'single', self_employment_income: 60_000 };
  const others = { wages: 0, social_security_wages: 0, medicare_wages: 0, other_income: 0 };
  await writeFile(factsPath, JSON.stringify({ ...facts, ...others }));

  expect(await registerPayoutPlan({ settlement, payee })).toMatchObject({ wallet: payee, setAsidePpm: 0 });
  const { setAsidePpm } = await registerPayoutPlan({ settlement, payee, wallet, factsPath });
  expect(setAsidePpm).toBeGreaterThan(0);

  await registerPayoutPlan({ settlement, payee, wallet: other });
  expect(await settlement.payoutPlan(payee)).toEqual({ wallet: other, authority: TAX_AUTHORITY, setAsidePpm });
  await registerPayoutPlan({ settlement, payee, factsPath });
  expect(await settlement.payoutPlan(payee)).toEqual({ wallet: other, authority: TAX_AUTHORITY, setAsidePpm });
  await registerPayoutPlan({ settlement, payee, factsPath: false });
  expect(await settlement.payoutPlan(payee)).toMatchObject({ wallet: other, setAsidePpm: 0 });
});
