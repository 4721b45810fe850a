import {
  type Citation,
  type CivilDate,
  type Parameter,
  type ParameterValue,
  Rational,
  type RulePack,
} from '@gristmill/tax';

type DatedValue = Parameter['values'][number];

/**
 * One difference between two sets of parameters.
 *
 * - `added`: a value that only the new set has. `before` is what the old set says of the same day.
 * - `removed`: a value that only the old set has. `after` is what the new set says of the same day.
 * - `rewritten`: the same entry says something else. A corrected law is added below what it corrects, with a later
 *   publication; a rewritten value changes assessments that were made already, so a person should ask why.
 * - `redated`: the same value lapses or was published on another day.
 * - `recited`: the same value was checked on another day or has other sources.
 */
export interface ParameterChange {
  path: string;
  label: string;
  change: 'added' | 'removed' | 'rewritten' | 'redated' | 'recited';
  /** Which choice of the fact that the parameter is by; null where it is for everyone. */
  choice: string | null;
  start: CivilDate;
  until: CivilDate | null;
  published: CivilDate | null;
  checked: CivilDate;
  before: string | null;
  after: string | null;
  citations: readonly Citation[];
}

/** What a pack's successor changes. Formulas are code: of them only the version can be compared. */
export interface PackDiff {
  packs: { before: string; after: string };
  formulaVersions: { before: number; after: number };
  parameters: readonly ParameterChange[];
}

/** What adopting `after` in place of `before` would change. */
export function packDiff(before: RulePack, after: RulePack): PackDiff {
  return {
    packs: { before: before.cid, after: after.cid },
    formulaVersions: { before: before.formulaVersion, after: after.formulaVersion },
    parameters: parameterDiff(before.parameters, after.parameters),
  };
}

/** Value by value, by path and then by date. Empty exactly when values, dates and sources are the same. */
export function parameterDiff(
  before: ReadonlyMap<string, Parameter>,
  after: ReadonlyMap<string, Parameter>,
): ParameterChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path) => changesOf(path, before.get(path), after.get(path)));
}

function changesOf(path: string, old: Parameter | undefined, renewed: Parameter | undefined): ParameterChange[] {
  const oldEntries = entriesOf(old);
  const newEntries = entriesOf(renewed);
  const label = (renewed ?? old)!.label;
  const keys = [...new Set([...oldEntries.keys(), ...newEntries.keys()])].toSorted();
  return keys.flatMap((key) => {
    const was = oldEntries.get(key);
    const is = newEntries.get(key);
    if (was !== undefined && is !== undefined) return pairChange(path, label, was, is);
    const { choice, dated, text } = (is ?? was)!;
    const common = { path, label, choice, ...datesOf(dated), citations: dated.citations };
    return is === undefined
      ? [{ ...common, change: 'removed' as const, before: text, after: textOn(renewed, dated.start, choice) }]
      : [{ ...common, change: 'added' as const, before: textOn(old, dated.start, choice), after: text }];
  });
}

interface Entry {
  choice: string | null;
  dated: DatedValue;
  text: string;
  /** Of which kind and by which fact the value is: the same digits can be an amount or a rate. */
  sort: string;
}

/** Entries of the same start are told apart by their order, which is that of their publication. */
function entriesOf(parameter: Parameter | undefined): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Map<CivilDate, number>();
  for (const dated of parameter?.values ?? []) {
    const ordinal = seen.get(dated.start) ?? 0;
    seen.set(dated.start, ordinal + 1);
    for (const [choice, value] of choicesOf(dated)) {
      const key = `${dated.start} ${ordinal.toString().padStart(4, '0')} ${choice ?? ''}`;
      entries.set(key, { choice, dated, text: valueText(value), sort: `${value.kind} by ${parameter!.by}` });
    }
  }
  return entries;
}

function choicesOf({ value }: DatedValue): [string | null, ParameterValue][] {
  return 'kind' in value ? [[null, value]] : [...value];
}

function pairChange(path: string, label: string, was: Entry, is: Entry): ParameterChange[] {
  const change =
    was.text !== is.text || was.sort !== is.sort
      ? ('rewritten' as const)
      : was.dated.until !== is.dated.until || was.dated.published !== is.dated.published
        ? ('redated' as const)
        : was.dated.checked !== is.dated.checked || cited(was.dated) !== cited(is.dated)
          ? ('recited' as const)
          : null;
  if (change === null) return [];
  const { choice, dated } = is;
  const common = { path, label, choice, ...datesOf(dated), citations: dated.citations };
  return [{ ...common, change, before: was.text, after: is.text }];
}

function datesOf({ start, until, published, checked }: DatedValue) {
  return { start, until, published, checked };
}

function cited({ citations }: DatedValue): string {
  return JSON.stringify(citations.map(({ title, url }) => [title, url]));
}

/** What a set says of a day, by all that it knows; null where it says nothing. */
function textOn(parameter: Parameter | undefined, day: CivilDate, choice: string | null): string | null {
  const dated = parameter?.values.findLast(({ start }) => start <= day);
  if (dated === undefined || (dated.until !== null && dated.until < day)) return null;
  const found = choicesOf(dated).find(([one]) => one === choice);
  return found === undefined ? null : valueText(found[1]);
}

/** A value in full, so that different values are different texts. */
function valueText(value: ParameterValue): string {
  switch (value.kind) {
    case 'amount':
      return value.amount.toString();
    case 'rate':
      return percent(value.rate);
    case 'quantity':
      return value.quantity.toString();
    case 'brackets':
      return value.brackets.map(({ from, rate }) => `${percent(rate)} from ${from.toString()}`).join(', ');
    case 'instalments':
      return value.instalments
        .map(
          ({ month, day, year, of, share }) =>
            `${percent(share)} of ${of ?? 'the total'} on ${month}/${day} (${year} year)`,
        )
        .join(', ');
    case 'holidays':
      return value.holidays.map(({ name, ...rule }) => `${name} (${Object.entries(rule).flat().join(' ')})`).join(', ');
  }
}

function percent(rate: Rational): string {
  return `${rate.times(Rational.of(100n)).toString()}%`;
}

/** The difference as text that a person reads before adopting: what is worth a question comes first. */
export function explainPackDiff({ packs, formulaVersions, parameters }: PackDiff): string {
  const head =
    packs.before === packs.after ? [`${packs.after} is the same pack.`] : [`${packs.before}\n-> ${packs.after}`];
  const formulas =
    formulaVersions.before === formulaVersions.after
      ? []
      : [`Formulas: version ${formulaVersions.before} -> ${formulaVersions.after}. Read their change too.`];
  return [...head, ...formulas, explainParameterDiff(parameters)].join('\n\n');
}

const HEADINGS = {
  rewritten: 'Rewritten: these change what was assessed before',
  removed: 'Removed',
  added: 'Added',
  redated: 'Other dates',
  recited: 'Other sources or checked again',
} as const;

/** As `explainPackDiff`, of the parameters alone. */
export function explainParameterDiff(changes: readonly ParameterChange[]): string {
  if (changes.length === 0) return 'No parameter changes.';
  return Object.entries(HEADINGS)
    .flatMap(([kind, heading]) => {
      const ofKind = changes.filter(({ change }) => change === kind);
      return ofKind.length === 0 ? [] : [`${heading} (${ofKind.length})\n${ofKind.map(explainChange).join('\n')}`];
    })
    .join('\n\n');
}

function explainChange(change: ParameterChange): string {
  const { path, label, choice, start, until, published, checked, before, after, citations } = change;
  const values = before === after ? (after ?? 'nothing') : `${before ?? 'nothing'} -> ${after ?? 'nothing'}`;
  const span = until === null ? `from ${start}` : `from ${start} to ${until}`;
  const known = published === null ? '' : `, published ${published}`;
  return [
    `  ${path}${choice === null ? '' : ` [${choice}]`}: ${values}`,
    `    ${label}; ${span}${known}, checked ${checked}`,
    ...citations.map(({ title, url }) => `    ${title}${url === null ? '' : ` <${url}>`}`),
  ].join('\n');
}
