import type { Address } from '@gristmill/protocol';
import type { SettlementClient } from '@gristmill/settlement';
import { defaultHome } from './home.ts';
import { readFacts } from './tax/facts/facts-file.ts';
import { yearOfDay } from './tax/rules/in-force.ts';
import { type RulesInForce, servingPack } from './tax/rules/pack-reference.ts';
import { type PayoutShare, payoutShare } from './tax/set-aside/payout-share.ts';
import { recordedPayouts, soFar } from './tax/set-aside/recorded-payouts.ts';

/** The first pack: what a US provider owes on what it earns here. */
export const RULE_PACK = 'us/federal/individual';
/** Which fact of that pack the network's payouts raise. */
export const INCOME_FACT = 'self_employment_income';
/** Who is paid what is set aside, as the tax vault knows it. */
export const TAX_AUTHORITY = 'us/irs';

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
  const rate = typeof factsPath === 'string' ? await setAsideShare(settlement, factsPath, homeFolder) : null;
  const plan = {
    wallet: wallet ?? before?.wallet ?? payee,
    authority: kept?.authority ?? TAX_AUTHORITY,
    setAsidePpm: rate?.ppm ?? kept?.setAsidePpm ?? 0,
  };
  const { transactionHash } = await settlement.setPayoutPlan(plan);
  return { ...plan, transactionHash, rules: rate?.rules ?? null };
}

/**
 * Sets the share of the plan anew for what has been earned and set aside since, where it is off by more than
 * `TOLERANCE_PPM`: each change is a transaction, and what a payout misses by the next one makes up for.
 *
 * @returns null when the plan on chain is near enough, or when there is none.
 * @throws GristmillError as `registerPayoutPlan`.
 */
export async function adjustPayoutPlan({
  settlement,
  payee,
  factsPath,
  homeFolder,
}: {
  settlement: SettlementClient;
  payee: Address;
  factsPath: string;
  homeFolder?: string | undefined;
}): Promise<RegisteredPlan | null> {
  const plan = await settlement.payoutPlan(payee);
  if (plan === null) return null;
  const { ppm, rules } = await setAsideShare(settlement, factsPath, homeFolder);
  if (Math.abs(ppm - plan.setAsidePpm) <= TOLERANCE_PPM) return null;
  const adjusted = { ...plan, authority: TAX_AUTHORITY, setAsidePpm: ppm };
  const { transactionHash } = await settlement.setPayoutPlan(adjusted);
  return { ...adjusted, transactionHash, rules };
}

/** Half a percent. */
const TOLERANCE_PPM = 5000;

/** By the rules that serve, the law in force on the chain's own date, and what the books have of the tax year so far. */
async function setAsideShare(
  settlement: SettlementClient,
  factsPath: string,
  homeFolder: string = defaultHome(),
): Promise<PayoutShare & { rules: RulesInForce }> {
  const { pack, rules } = await servingPack(RULE_PACK, homeFolder);
  const facts = await readFacts(factsPath, RULE_PACK);
  const asOf = new Date((await settlement.blockTimestamp()) * 1000).toISOString().slice(0, 10);
  const payouts = await recordedPayouts(homeFolder, pack, yearOfDay(pack.taxYearStart, asOf));
  return { ...payoutShare(pack, facts, { inForce: { asOf }, income: INCOME_FACT, ...soFar(payouts) }), rules };
}
