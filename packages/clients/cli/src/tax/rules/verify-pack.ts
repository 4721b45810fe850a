import { asGristmillError, type Cid, GristmillError } from '@gristmill/protocol';
import { type Parameter, paymentCalendar, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { readText } from '../../input.ts';

export interface VerifiedPack {
  id: string;
  /** Null when the pack cannot be read at all. */
  cid: Cid | null;
  parameters: number;
  values: number;
  /** How many values have a single source: the fewer the better. */
  oneSource: number;
  /** The first and the last day on which a value was last checked. */
  checked: { from: string; to: string } | null;
  /** The tax years whose payment dates can be told. */
  years: number[];
  /** Whether the content identifier was compared with one that is trusted. */
  known: boolean;
  problems: string[];
}

/**
 * Reads a pack anew, which checks its schema, citations and the order of its dates and names it by its content, and looks
 * for what only the day of today, or somebody who knows the pack, can tell. Never throws: what is wrong is in `problems`.
 *
 * @param load reads the pack.
 */
export async function verifyPack(
  id: string,
  load: () => Promise<RulePack>,
  { today, knownCid = null }: { today: string; knownCid?: string | null },
): Promise<VerifiedPack> {
  let pack: RulePack;
  try {
    pack = await load();
  } catch (error) {
    const { code, message } = asGristmillError(error);
    const nothing = { parameters: 0, values: 0, oneSource: 0, checked: null, years: [] };
    return { id, cid: null, ...nothing, known: knownCid !== null, problems: [`${code}: ${message}`] };
  }
  const parameters = [...pack.parameters.values()];
  const values = parameters.flatMap((parameter) => parameter.values);
  const checks = values.map(({ checked }) => checked).toSorted();
  return {
    id,
    cid: pack.cid,
    parameters: parameters.length,
    values: values.length,
    oneSource: values.filter(({ citations }) => citations.length === 1).length,
    checked: checks.length === 0 ? null : { from: checks[0]!, to: checks.at(-1)! },
    years: yearsWithDates(pack, today),
    known: knownCid !== null,
    problems: [
      ...(knownCid === null || knownCid === pack.cid ? [] : [`its content is ${pack.cid}, and not ${knownCid}`]),
      ...parameters.flatMap((parameter) => dateProblems(parameter, today)),
      ...calendarProblems(pack, today),
    ],
  };
}

function dateProblems({ path, values }: Parameter, today: string): string[] {
  return values.flatMap(({ start, published, checked, citations }) => [
    ...(checked > today ? [`${path} from ${start}: checked on ${checked}, which has not been yet`] : []),
    ...(published !== null && published > today
      ? [`${path} from ${start}: published on ${published}, in the future`]
      : []),
    ...citations
      .filter(({ title }) => title.trim() === '')
      .map(() => `${path} from ${start}: a citation without a title`),
  ]);
}

/** Between the first and the last year that the payment dates are known for, none is left out. */
function calendarProblems(pack: RulePack, today: string): string[] {
  const years = yearsWithDates(pack, today);
  if (years.length === 0) return ['the payment dates of no year can be told'];
  const missing = Array.from({ length: years.at(-1)! - years[0]! }, (_, i) => years[0]! + i).filter(
    (year) => !years.includes(year),
  );
  return missing.map((year) => `the payment dates of ${year} cannot be told`);
}

/** The tax years whose payment dates a pack knows, up to the year after today's. */
export function yearsWithDates(pack: RulePack, today: string): number[] {
  const last = Number(today.slice(0, 4)) + 1;
  const rules = [pack.calendar.instalments, pack.calendar.holidays].map((path) => pack.parameters.get(path)!);
  const first = Math.max(...rules.map(({ values }) => Number(values[0]!.start.slice(0, 4))));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((year) =>
    hasDates(pack, year),
  );
}

function hasDates(pack: RulePack, year: number): boolean {
  try {
    paymentCalendar(pack, year);
    return true;
  } catch (error) {
    if (error instanceof GristmillError && error.code === 'PARAMETER_NOT_IN_FORCE') return false;
    throw error;
  }
}

const knownPacks = z.array(z.object({ id: z.string(), cid: z.string() }));

/**
 * Content identifiers by pack, from a list with `id` and `cid`.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `KNOWN_PACKS_MALFORMED`
 */
export async function readKnownCids(file: string): Promise<Map<string, string>> {
  const text = await readText(file);
  try {
    return new Map(knownPacks.parse(JSON.parse(text)).map(({ id, cid }) => [id, cid]));
  } catch (cause) {
    throw new GristmillError('KNOWN_PACKS_MALFORMED', `${file} is not a list of packs with "id" and "cid".`, {
      hint: 'Write one with `gristmill tax packs --json`.',
      cause,
    });
  }
}
