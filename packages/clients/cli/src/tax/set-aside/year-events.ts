import { cid, GristmillError } from '@gristmill/protocol';
import { civilDate, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { readJsonLines } from '../../input.ts';
import type { YearEvent } from './set-aside-year.ts';

const amount = z.union([z.int(), z.string().regex(/^-?\d{1,38}$/)]).transform(BigInt);

const yearEvent = z.union([
  z.strictObject({ date: civilDate, amount, setAside: amount.nullable().default(null) }),
  z.strictObject({ date: civilDate, facts: z.record(z.string(), z.unknown()) }),
  z.strictObject({ date: civilDate, rules: cid }),
]);

/**
 * A year's payouts, changed facts and corrected rules, one a line, in the order of their days.
 *
 * @param loadPack gives a pack by its content identifier.
 * @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED`; and what `loadPack` throws.
 */
export async function readYearEvents(file: string, loadPack: (cid: string) => Promise<RulePack>): Promise<YearEvent[]> {
  const parsed = z.array(yearEvent).safeParse(await readJsonLines(file));
  if (!parsed.success) {
    throw new GristmillError('INPUT_MALFORMED', `${file} is no list of payouts: ${z.prettifyError(parsed.error)}`, {
      hint: 'Write { "date": "2026-02-03", "amount": 125050 } a line, amounts in minor units; or "facts", or "rules".',
    });
  }
  const events = await Promise.all(
    parsed.data.map(async (line): Promise<YearEvent> => {
      if ('facts' in line) return { kind: 'facts', ...line };
      if ('rules' in line) return { kind: 'rules', date: line.date, pack: await loadPack(line.rules) };
      return { kind: 'payout', ...line };
    }),
  );
  return events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
