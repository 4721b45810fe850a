import { parseUnits } from '@gristmill/protocol';
import { setAside } from '@gristmill/tax';
import { createOutput } from '../../../output.ts';
import { formatMoney } from '../../../quantities.ts';
import { readFacts } from '../../../tax/facts/facts-file.ts';
import { inForceOf } from '../../../tax/rules/in-force.ts';
import { rulesText, type ServingPack } from '../../../tax/rules/pack-reference.ts';
import { methodOf, type SetAsideOptions } from './options.ts';

/** What to take from one payout. */
export async function answerPayout({ pack, rules }: ServingPack, options: SetAsideOptions): Promise<void> {
  const { currency } = pack;
  const earned = parseUnits(options.earned!, currency);
  const payout = options.payout === undefined ? earned : parseUnits(options.payout, currency);
  const question = {
    ...inForceOf(pack, options),
    income: options.income,
    earned,
    payout,
    alreadySetAside: parseUnits(options.already, currency),
    method: methodOf(pack, options),
  };
  const answer = setAside(pack, await readFacts(options.facts, pack.id), question);
  const money = (units: bigint): string => formatMoney(units, currency);
  const { target, amount, shortfall, release } = answer;
  const cause = shortfall === 0n ? null : 'payout-too-small';
  createOutput({ json: options.json ?? false }).result(
    { pack: pack.cid, packId: pack.id, rules, currency, question, ...answer, cause },
    [
      `Set aside ${money(amount)} of this payout of ${money(payout)}.`,
      `For ${money(earned)} earned it should be ${money(target)} in all; it was ${money(question.alreadySetAside)}.`,
      ...(shortfall === 0n ? [] : [`The payout is ${money(shortfall)} too small; the next ones make up for it.`]),
      ...(release === 0n ? [] : [`${money(release)} more than that is set aside, and may flow back.`]),
      rulesText(rules),
    ].join('\n'),
  );
}
