import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Obligation } from '@gristmill/remittance';
import { createSettlementClient, deployContracts, type LocalChain, startLocalChain } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { parseCivilDate } from '@gristmill/tax';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownVaultRail, payObligations } from './pay-obligations.ts';

const AUTHORITY = 'us/irs';

let folder: string;
let chain: LocalChain;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-remit-'));
  chain = await startLocalChain();
}, 60_000);
afterAll(async () => {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

it('pays the authority what falls due from what payouts set aside, once, and says what is short', async () => {
  const { rpcUrl } = chain;
  const [deployer, hubKey, payerKey, deviceKey, irs] = chain.accounts;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [{ name: AUTHORITY, payoutAddress: irs!.address }],
  });
  const clientOf = (key: typeof hubKey) => createSettlementClient({ rpcUrl, key: key!.privateKey, deployment });
  const [hub, payer, device] = await Promise.all([hubKey, payerKey, deviceKey].map(clientOf));
  const taxpayer = device!.signer;
  // Ten dollars earned, of which four are set aside.
  await payer!.mint({ to: payer!.signer, units: 10_000_000n });
  await payer!.deposit({ signer: hub!.signer, units: 10_000_000n });
  await device!.setPayoutPlan({ wallet: taxpayer, authority: AUTHORITY, setAsidePpm: 400_000 });
  await hub!.claimMany([await hub!.signVoucher({ payer: payer!.signer, payee: taxpayer, cumulative: 10_000_000n })]);

  const obligations = ['2026-04-15', '2026-06-15', '2026-09-15'].map((dueDate, i): Obligation => ({
    id: `${AUTHORITY}/1040-ES/2026/${i + 1}/${taxpayer}`,
    taxpayer,
    authority: AUTHORITY,
    form: '1040-ES',
    year: 2026,
    instalment: i + 1,
    line: 'total',
    dueDate: parseCivilDate(dueDate),
    amount: 250n,
    currency: { code: 'USD', decimals: 2 },
  }));
  const run = () =>
    payObligations({
      obligations,
      railOf: () => ownVaultRail(device!, AUTHORITY, 5),
      journalPath: path.join(folder, 'remittances.db'),
      clock: { ...systemClock, now: () => Date.parse('2026-06-12T12:00:00Z') },
    });
  expect(await run()).toMatchObject({
    handedOver: [
      { obligationId: obligations[0]!.id, units: 2_500_000n, overdue: true },
      { obligationId: obligations[1]!.id, units: 1_500_000n, overdue: false },
    ],
    shortfalls: [{ obligationId: obligations[1]!.id, units: 1_000_000n }],
  });
  expect(await run()).toMatchObject({ handedOver: [], shortfalls: [{ obligationId: obligations[1]!.id }] });
  expect(await device!.balanceOf(irs!.address)).toBe(4_000_000n);
});
