import { loadRulePack, rulePackIds } from '@gristmill/rules';
import { systemClock } from '@gristmill/storage';
import { createOutput } from '../../../output.ts';
import { table } from '../../../table.ts';
import { rulesOf, servingPacks } from '../../../tax/rules/pack-reference.ts';
import { readSubscription, rulesFolder } from '../../../tax/rules/rule-subscription.ts';
import { yearsWithDates } from '../../../tax/rules/verify-pack.ts';
import type { HomeOption } from './home-option.ts';

/** The packs that serve, the decisions that made them, and where newer ones come from. */
export async function listPacks({ home, json = false }: HomeOption): Promise<void> {
  const output = createOutput({ json });
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  const packs = await servingPacks(home, output.log);
  const rows = await Promise.all(
    rulePackIds.map(async (id) => {
      const { pack, source, adoption, notices } = await packs.current(id);
      for (const { code, message, hint } of notices) output.log(`${message} ${hint} (${code})`);
      const { cid, title, currency, calendar } = pack;
      return {
        id,
        cid,
        title,
        currency: currency.code,
        authority: calendar.authority,
        form: calendar.form,
        years: yearsWithDates(pack, today),
        rules: rulesOf(pack, source, adoption),
        /** What to adopt in order to go back. */
        shipped: (await loadRulePack(id)).cid,
        history: await packs.history(id).catch(() => []),
      };
    }),
  );
  const subscription = await readSubscription(rulesFolder(home)).catch(() => null);
  output.result(
    rows,
    [
      table(
        ['pack', 'what it is', 'currency', 'due dates', 'rules', ''],
        rows.map(({ id, title, currency, years, cid, rules }) => [
          id,
          title,
          currency,
          spanOf(years),
          `…${cid.slice(-8)}`,
          whenceOf(rules),
        ]),
      ),
      ...(subscription === null ? [] : [`Newer ones come from ${subscription.url}: gristmill tax packs fetch`]),
    ].join('\n'),
  );
}

function whenceOf({ adoption, checkedUntil }: ReturnType<typeof rulesOf>): string {
  if (adoption === null) return `shipped, checked until ${checkedUntil}`;
  const { adoptedAtMs, adoptedBy } = adoption;
  return `adopted ${dayOf(adoptedAtMs)}${adoptedBy === null ? '' : ` by ${adoptedBy}`}`;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function spanOf(years: readonly number[]): string {
  if (years.length < 2) return years.join('');
  return `${years[0]!}–${years.at(-1)!}`;
}
