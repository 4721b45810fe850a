import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { incomeReceived } from '@gristmill/ledger';
import {
  createSettlementClient,
  deployContracts,
  type LocalChain,
  type SettlementClient,
  startLocalChain,
} from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adjustPayoutPlan, registerPayoutPlan, TAX_AUTHORITY } from './payout-plan.ts';
import { recordInBooks, TAXPAYER_JOURNAL } from './tax/books/taxpayer-journal.ts';

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

const NOTHING_ELSE = {
  primary_blind: false,
  claimed_as_dependent: false,
  dependents: 0,
  earned_income_credit_children: 0,
  pass_through_income: 0,
  wages: 0,
  social_security_wages: 0,
  medicare_wages: 0,
  taxable_interest: 0,
  tax_exempt_interest: 0,
  ordinary_dividends: 0,
  short_term_capital_gain: 0,
  long_term_capital_gain: 0,
  other_investment_income: 0,
  pension_income: 0,
  social_security_benefits: 0,
  other_income: 0,
  self_employed_deductions: 0,
  other_adjustments: 0,
  itemized_deductions: 0,
  other_deductions: 0,
  qbi_loss_carryforward: 0,
  amt_adjustments: 0,
  other_nonrefundable_credits: 0,
  other_refundable_credits: 0,
  withholding: 0,
  estimated_tax_paid: 0,
};

it('keeps the share that is set aside when only the wallet changes, and the wallet when only the facts do', async () => {
  const payee = settlement.signer;
  const [wallet, other] = chain.accounts.slice(3).map(({ address }) => address);
  const factsPath = path.join(folder, 'facts.yaml');
  const facts = { filing_status: 'single', primary_age: 40, self_employment_income: 6_000_000 };
  await writeFile(factsPath, JSON.stringify({ ...facts, ...NOTHING_ELSE }));

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

it('follows the year: what payouts missed is made up for by the next, and small misses cost no transaction', async () => {
  const payee = settlement.signer;
  const homeFolder = path.join(folder, 'home');
  await mkdir(homeFolder);
  const factsPath = path.join(folder, 'facts.yaml');
  const facts = { filing_status: 'single', primary_age: 40, self_employment_income: 6_000_000 };
  await writeFile(factsPath, JSON.stringify({ ...facts, ...NOTHING_ELSE }));
  const { setAsidePpm, rules } = await registerPayoutPlan({ settlement, payee, factsPath, homeFolder });
  expect(rules).toMatchObject({ source: 'shipped' });
  const adjust = () => adjustPayoutPlan({ settlement, payee, factsPath, homeFolder });
  expect(await adjust()).toBeNull();

  const date = new Date((await settlement.blockTimestamp()) * 1000).toISOString().slice(0, 10);
  const arrive = (id: string, units: bigint, setAside: bigint) =>
    recordInBooks(path.join(homeFolder, TAXPAYER_JOURNAL), systemClock, [
      incomeReceived({
        id,
        date,
        units,
        setAside,
        asset: settlement.deployment.asset,
        payer: 'somebody',
        payee,
        wallet: payee,
        authority: TAX_AUTHORITY,
      }),
    ]);
  // A thousand dollars, of which nothing was set aside: the next thousand makes up for it.
  await arrive('1', 1_000_000_000n, 0n);
  const raised = (await adjust())!;
  expect(raised.setAsidePpm / setAsidePpm).toBeCloseTo(2, 1);
  expect(await settlement.payoutPlan(payee)).toMatchObject({ setAsidePpm: raised.setAsidePpm });
  await arrive('2', 1_000_000_000n, 1_000n * BigInt(raised.setAsidePpm));
  expect((await adjust())!.setAsidePpm / setAsidePpm).toBeCloseTo(1, 1);
  expect(await adjust()).toBeNull();
  // Too much was set aside: nothing more is, until the year has caught up.
  await arrive('3', 1_000_000_000n, 1_000_000_000n);
  expect(await adjust()).toMatchObject({ setAsidePpm: 0, authority: TAX_AUTHORITY });
});
