import { address, GristmillError, parseUnits } from '@gristmill/protocol';
import { obligationsOf } from '@gristmill/remittance';
import { createSettlementClient, LOCAL_CHAIN_ID, type Sent } from '@gristmill/settlement';
import {
  assess,
  type CivilDate,
  type FactsInput,
  type InForce,
  parseCivilDate,
  paymentCalendar,
  type RulePack,
} from '@gristmill/tax';
import { createHubClient } from 'gristmill';
import { defaultHome, openHome } from '../../../home.ts';
import { wholeNumber } from '../../../input.ts';
import { createOutput } from '../../../output.ts';
import { formatMoney } from '../../../quantities.ts';
import { table } from '../../../table.ts';
import { readFacts } from '../../../tax/facts/facts-file.ts';
import { inForceOf, yearSpan } from '../../../tax/rules/in-force.ts';
import { neededBy } from '../../../tax/set-aside/needed-by.ts';
import { loadPack, rulesText, type ServingPack } from '../../../tax/rules/pack-reference.ts';
import { type PayoutShare, payoutShare } from '../../../tax/set-aside/payout-share.ts';
import { recordedPayouts, soFar } from '../../../tax/set-aside/recorded-payouts.ts';
import { type MissingSetAside, setAsideYear, type YearEvent } from '../../../tax/set-aside/set-aside-year.ts';
import { readYearEvents } from '../../../tax/set-aside/year-events.ts';
import { giveGasLocally, settlementOf } from '../../../wallet.ts';
import { methodOf, type SetAsideOptions } from './options.ts';

/** What each payout of a year set aside, what the year owes, and why something is missing. */
export async function answerYear({ pack, rules }: ServingPack, options: SetAsideOptions): Promise<void> {
  const { currency, title } = pack;
  const inForce = inForceOf(pack, options);
  const { income } = options;
  const method = methodOf(pack, options);
  const events = await eventsOf(pack, inForce, options);
  const foreign = events.find((event) => event.kind === 'rules' && event.pack.id !== pack.id);
  if (foreign !== undefined) {
    throw new GristmillError('INPUT_MALFORMED', `The rules of ${foreign.date} are not those of ${pack.id}.`, {
      hint: 'Name packs of one tax: `gristmill tax packs list --json` has the history of each.',
    });
  }
  if ('year' in inForce) {
    const { first, next } = yearSpan(pack.taxYearStart, inForce.year);
    const outside = events.find(({ date }) => date < first || date >= next);
    if (outside !== undefined) {
      throw new GristmillError('PAYOUT_OUTSIDE_YEAR', `${outside.date} is not in the tax year from ${first}.`, {
        hint: 'Ask for each tax year by itself.',
      });
    }
  }
  const facts = await readFacts(options.facts, pack.id);
  const year = setAsideYear(pack, facts, {
    inForce,
    income,
    method,
    events,
    ...(options.inTime === true && { neededBy: paymentsInTime(pack, facts, options) }),
  });
  const { steps, earned, due, setAside: vault, shortfall, surplus, missing } = year;
  const money = (units: bigint): string => formatMoney(units, currency);
  const share = options.recorded === true ? shareOf(pack, facts, { inForce, income, events }) : null;
  const applied = share === null || options.apply !== true ? null : await applyShare(pack, share, options);
  createOutput({ json: options.json ?? false }).result(
    { pack: pack.cid, packId: pack.id, rules, currency, income, method, ...year, share, applied },
    [
      `${title}: ${income}`,
      table(
        ['day', 'what', 'earned so far', 'should be set aside', 'taken', 'back', 'set aside', 'missing'],
        steps.map((step) => [
          step.date,
          step.kind,
          money(step.earned),
          money(step.target),
          money(step.taken),
          money(step.released),
          money(step.setAside),
          money(step.missing),
        ]),
      ),
      `${money(earned)} earned, which owes ${money(due)}; ${money(vault)} is set aside.`,
      ...(shortfall === 0n && surplus === 0n ? ['That is what is owed.'] : []),
      ...(surplus === 0n ? [] : [`${money(surplus)} is too much, and flows back.`]),
      ...missing.map(({ cause, date, amount }) => `${money(amount)} is missing since ${date}: ${CAUSES[cause]}.`),
      ...(share === null ? [] : [`Of the next payouts ${percent(share.ppm)} belong to the vault.`]),
      ...(applied === null ? [] : [`The payout plan says so now: ${applied.transactionHash}`]),
      rulesText(rules),
    ].join('\n'),
  );
}

const CAUSES: Readonly<Record<MissingSetAside['cause'], string>> = {
  'payout-too-small': 'the tax on the payout is more than the payout',
  'facts-changed': 'the facts changed, and later payouts were too small to make up for it',
  'rules-corrected': 'the rules were corrected, and later payouts were too small to make up for it',
  'not-set-aside': 'less was set aside of a payout than it could have covered',
  method: 'the method asks for less than is owed; the rest is due with the return',
};

/** The year's payouts: of a file, with changes of facts and rules, or of the books as they stand. */
async function eventsOf(pack: RulePack, inForce: InForce, options: SetAsideOptions): Promise<YearEvent[]> {
  if (options.recorded !== true) return await readYearEvents(options.payouts!, (cid) => loadPack(cid, options.home));
  if (!('year' in inForce)) {
    throw new GristmillError('OPTION_MISSING', 'The books are asked for a tax year.', { hint: 'Name --year.' });
  }
  const payouts = await recordedPayouts(options.home ?? defaultHome(), pack, inForce.year);
  return payouts.map((payout) => ({ kind: 'payout', ...payout }));
}

/** The payments of the year as it is expected, by when they have to be together. */
function paymentsInTime(pack: RulePack, facts: FactsInput, options: SetAsideOptions): (day: CivilDate) => bigint {
  const { income, expected } = options;
  const year = wholeNumber('--year', options.year ?? '', 1, 9998);
  const stated = BigInt((facts[income] ?? 0) as string | number | bigint);
  const whole = { ...facts, [income]: stated + parseUnits(expected!, pack.currency) };
  const obligations = obligationsOf(assess(pack, whole, { year }), paymentCalendar(pack, year), { taxpayer: NOBODY });
  const first = parseCivilDate(yearSpan(pack.taxYearStart, year).first);
  const leadDays = wholeNumber('--lead-days', options.leadDays, 0, 365);
  return (day) => neededBy(obligations, day, { first, leadDays });
}

/** Only the sums and the days are asked for. */
const NOBODY = address.parse(`0x${'0'.repeat(40)}`);

function shareOf(
  pack: RulePack,
  facts: FactsInput,
  { inForce, income, events }: { inForce: InForce; income: string; events: readonly YearEvent[] },
): PayoutShare {
  const payouts = events.flatMap((event) =>
    event.kind === 'payout' ? [{ ...event, setAside: event.setAside ?? 0n }] : [],
  );
  return payoutShare(pack, facts, { inForce, income, ...soFar(payouts) });
}

/** Keeps the wallet of the plan, and sets the share for this authority from the next payout on. */
async function applyShare(pack: RulePack, { ppm }: PayoutShare, { home: folder, hub }: SetAsideOptions): Promise<Sent> {
  const home = await openHome(folder);
  const key = await home.existingKey('device');
  const network = settlementOf(await createHubClient(hub).network());
  if (network.deployment.chainId === LOCAL_CHAIN_ID) await giveGasLocally(network, key.address);
  const settlement = await createSettlementClient({ ...network, key });
  const { authority } = pack.calendar;
  const before = await settlement.payoutPlan(key.address);
  return await settlement.setPayoutPlan({ wallet: before?.wallet ?? key.address, authority, setAsidePpm: ppm });
}

function percent(ppm: number): string {
  return `${(ppm / 10_000).toFixed(2)} %`;
}
