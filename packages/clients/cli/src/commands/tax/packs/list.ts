import { createServingPacks } from '@gristmill/rule-feed';
import { rulePackIds } from '@gristmill/rules';
import { systemClock } from '@gristmill/storage';
import { createOutput } from '../../../output.ts';
import { table } from '../../../table.ts';
import { rulesOf, servingPacks } from '../../../tax/pack-reference.ts';
import { readSubscription, rulesFolder } from '../../../tax/rule-subscription.ts';
import { yearsWithDates } from '../../../tax/verify-pack.ts';
import type { HomeOption } from '../packs.ts';

/** The packs that serve, the decisions that made them, and where newer ones come from. */
export async function listPacks({ home, json = false }: HomeOption): Promise<void> {
  const output = createOutput({ json });
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  const packs = await servingPacks(home, output.log);
  const shippedOnly = createServingPacks({ publishers: [], folder: rulesFolder(home) });
  const rows = await Promise.all(
    rulePackIds.map(async (id) => {
      const { pack, source, adoption, notices } = await packs.current(id);
      for (const { code, message, hint } of notices) output.log(`${message} ${hint} (${code})`);
      const { cid, title, currency, calendar } = pack;
      const { authority, form } = calendar;
      const shipped = (await shippedOnly.packByCid(cid).catch(() => null)) !== null && source === 'shipped' ? cid : null;
      void shipped;
      const history = await packs.history(id).catch(() => []);
      const rules = rulesOf(pack, source, adoption);
      return { id, cid, title, currency: currency.code, authority, form, years: yearsWithDates(pack, today), rules, history };
    }),
  );
  const subscription = await readSubscription(rulesFolder(home)).catch(() => null);
  output.result(
    rows,
    [
      table(
        ['pack', 'what it is', 'currency', 'years', 'rules', 'from'],
        rows.map(({ id, title, currency, years, cid, rules }) => [
          id,
          title,
          currency,
          spanOf(years),
          `…${cid.slice(-8)}`,
          rules.source,
        ]),
      ),
      ...(subscription === null ? [] : [`Newer ones come from ${subscription.url}: gristmill tax packs fetch`]),
    ].join('\n'),
  );
}

function spanOf(years: readonly number[]): string {
  if (years.length < 2) return years.join('');
  return `${years[0]!}–${years.at(-1)!}`;
}
