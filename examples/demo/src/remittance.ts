import path from 'node:path';
import { INCOME_FACT, RULE_PACK, TAX_AUTHORITY } from '@gristmill/cli';
import { type Address, type Clock, divideRounded } from '@gristmill/protocol';
import { type Obligation, remitDue } from '@gristmill/remittance';
import { loadRulePack } from '@gristmill/rules';
import { createSettlementClient } from '@gristmill/settlement';
import { openSqliteJournal } from '@gristmill/storage';
import { type Assessment, assess, paymentCalendar } from '@gristmill/tax';
import type { World } from './world.ts';

export interface RemittedInstalment {
  taxpayer: Address;
  period: string;
  dueDate: string;
  paidOn: string;
  units: bigint;
  transactionHash: string;
  /** What the taxpayer's year comes to with the network's income on top, line by line. */
  assessment: Assessment;
}

const LEAD_DAYS = 4;
const DAY_SECONDS = 86_400;

/**
 * Lets the chain's clock run to a few days before the next estimated-tax date, and pays what the first provider has set
 * aside by then: whole cents, as the authority takes them, rounded down; the rest of a cent stays in the vault.
 */
export async function remitNextInstalment({
  world,
  folder,
}: {
  world: World;
  folder: string;
}): Promise<RemittedInstalment> {
  const { chain, deployment, requestorClient } = world;
  const taxpayer = world.players[0]!;
  const settlement = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: taxpayer.key, deployment });
  const pack = await loadRulePack(RULE_PACK);
  const earnedAt = await requestorClient.blockTimestamp();
  const year = new Date(earnedAt * 1000).getUTCFullYear();
  const calendar = paymentCalendar(pack, year);
  const next = calendar.dueDates.find(({ dueDate }) => dueDate > dateOf(earnedAt))!;
  const setAsideUnits = await settlement.setAsideOf(taxpayer.key.address, TAX_AUTHORITY);
  const unitsPerCent = 10n ** BigInt(deployment.asset.decimals - pack.currency.decimals);
  const obligation: Obligation = {
    id: `${TAX_AUTHORITY}/${calendar.form}/${year}/${next.instalment}/${taxpayer.key.address}`,
    taxpayer: taxpayer.key.address,
    authority: TAX_AUTHORITY,
    form: calendar.form,
    year,
    instalment: next.instalment,
    line: next.of,
    dueDate: next.dueDate,
    amount: divideRounded(setAsideUnits, unitsPerCent, 'down'),
    currency: pack.currency,
  };

  const payOn = Date.parse(next.dueDate) / 1000 - LEAD_DAYS * DAY_SECONDS;
  await chain.increaseTime(payOn - earnedAt);
  const now = (await requestorClient.blockTimestamp()) * 1000;
  const clock: Pick<Clock, 'now'> = { now: () => now };
  const journal = await openSqliteJournal({
    path: path.join(folder, taxpayer.name, 'remittances.db'),
    clock,
  });
  try {
    const { remitted } = await remitDue({
      obligations: [obligation],
      vault: {
        setAsideOf: () => settlement.setAsideOf(taxpayer.key.address, TAX_AUTHORITY),
        remit: ({ obligationId, units }) =>
          settlement.remit({ authority: TAX_AUTHORITY, units, obligation: obligationId }),
        isRemitted: async (obligationId) =>
          (await settlement.remittedUnits({
            taxpayer: taxpayer.key.address,
            authority: TAX_AUTHORITY,
            obligation: obligationId,
          })) > 0n,
      },
      asset: deployment.asset,
      journal,
      clock,
      leadDays: LEAD_DAYS,
    });
    const [payment] = remitted;
    const earnedCents = divideRounded(
      await settlement.claimedUnits({
        payer: world.requestor.address,
        signer: world.hub.signer,
        payee: taxpayer.key.address,
      }),
      unitsPerCent,
      'halfUp',
    );
    const income = BigInt(taxpayer.facts[INCOME_FACT] as string) + earnedCents;
    return {
      taxpayer: taxpayer.key.address,
      period: `${calendar.form} ${year}, instalment ${next.instalment}`,
      dueDate: next.dueDate,
      paidOn: dateOf(now / 1000),
      units: payment!.units,
      transactionHash: payment!.transactionHash!,
      assessment: assess(pack, { ...taxpayer.facts, [INCOME_FACT]: income }, { year }),
    };
  } finally {
    await journal.close();
  }
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
