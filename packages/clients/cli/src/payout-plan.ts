import { address, type Address, GristmillError } from '@gristmill/protocol';
import type { SettlementClient } from '@gristmill/settlement';
import { marginalRate } from '@gristmill/tax';
import { readFacts } from './tax/facts-file.ts';
import { type RulesInForce, servingPack } from './tax/pack-reference.ts';

/** The first pack: what a US provider owes on what it earns here. */
export const RULE_PACK = 'us/federal/individual';
/** Which fact of that pack the network's payouts raise. */
export const INCOME_FACT = 'self_employment_income';
/** Who is paid what is set aside, as the tax vault knows it. */
export const TAX_AUTHORITY = 'us/irs';

/** The rate is the slope over the next hundred dollars, in cents: wide enough not to sit on one table row. */
const NEXT_PAYOUT_CENTS = 10_000n;

export interface RegisteredPlan {
  wallet: Address;
  authority: string;
  setAsidePpm: number;
  transactionHash: string;
  /** The rules that the share was computed by; null where none was. */
  rules: RulesInForce | null;
}

/**
 * Tells the payout router how to split what this key earns: the marginal tax rate of its owner's facts to the vault,
 * the rest to the wallet. What is not said stays as an earlier plan has it.
 *
 * @throws GristmillError `FACTS_MALFORMED`, `FACTS_MISSING`, and what the chain may answer.
 */
export async function registerPayoutPlan({
  settlement,
  payee,
  wallet,
  factsPath,
  homeFolder,
}: {
  settlement: SettlementClient;
  payee: Address;
  wallet?: Address | undefined;
  /** `false` sets nothing aside any more. */
  factsPath?: string | false | undefined;
  /** The home whose adopted rule packs serve; default as everywhere. */
  homeFolder?: string | undefined;
}): Promise<RegisteredPlan> {
  const before = await settlement.payoutPlan(payee);
  const kept = factsPath === undefined ? before : null;
  const rate = typeof factsPath === 'string' ? await setAsideRate(settlement, factsPath, homeFolder) : null;
  const plan = {
    wallet: wallet ?? before?.wallet ?? payee,
    authority: kept?.authority ?? TAX_AUTHORITY,
    setAsidePpm: rate?.ppm ?? kept?.setAsidePpm ?? 0,
  };
  const { transactionHash } = await settlement.setPayoutPlan(plan);
  return { ...plan, transactionHash, rules: rate?.rules ?? null };
}

/** The marginal rate by the rules in force on the chain's own date, which is when payouts happen. */
async function setAsideRate(
  settlement: SettlementClient,
  factsPath: string,
  homeFolder: string | undefined,
): Promise<{ ppm: number; rules: RulesInForce }> {
  const { pack, rules } = await servingPack(RULE_PACK, homeFolder);
  const facts = await readFacts(factsPath, RULE_PACK);
  const asOf = new Date((await settlement.blockTimestamp()) * 1000).toISOString().slice(0, 10);
  return { ppm: marginalRate(pack, facts, { income: INCOME_FACT, amount: NEXT_PAYOUT_CENTS, asOf }), rules };
}

/** @throws GristmillError `OPTION_INVALID` */
export function parseAddress(option: string, text: string): Address {
  const parsed = address.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new GristmillError('OPTION_INVALID', `${option} is "${text}", which is not an EVM address.`, {
    hint: 'Write 0x and 40 hexadecimal digits.',
  });
}
