import type { FactDeclaration, RulePack } from '@gristmill/tax';

export const FACT_COLUMNS = ['fact', 'kind', 'needed', 'meaning'] as const;
export const LINE_COLUMNS = ['line', 'unit', 'of', 'meaning'] as const;

type Declared = Pick<RulePack, 'id' | 'title' | 'currency' | 'facts' | 'variables' | 'outputs' | 'total'>;

/** Each fact of a pack as a row under `FACT_COLUMNS`, in the order of the pack. */
export function factRows({ facts }: Pick<Declared, 'facts'>): string[][] {
  return Object.entries(facts).map(([name, fact]) => [
    name,
    kindText(fact),
    fact.neededWhen === undefined ? 'always' : `when ${fact.neededWhen}`,
    fact.label,
  ]);
}

export function kindText(fact: FactDeclaration): string {
  switch (fact.kind) {
    case 'money':
      return fact.mayBeNegative === true ? 'money, may be negative' : 'money';
    case 'count':
      return `count, 0 to ${fact.maximum}`;
    case 'choice':
      return `one of ${fact.options.join(', ')}`;
    case 'flag':
    case 'date':
      return fact.kind;
  }
}

/** Each line that an assessment can have as a row under `LINE_COLUMNS`; the total and the outputs say so. */
export function lineRows({ variables, outputs, total }: Pick<Declared, 'variables' | 'outputs' | 'total'>): string[][] {
  return Object.entries(variables).map(([name, variable]) => {
    const role = name === total ? ' (the total)' : outputs.includes(name) ? ' (always given)' : '';
    const unit = variable.unit === 'choice' ? `one of ${variable.options.join(', ')}` : variable.unit;
    return [name, unit, `${variable.entity}, ${variable.period}`, `${variable.label}${role}`];
  });
}

/** `docs/reference/tax-facts.md`: the facts and lines of every pack. */
export function factsReference(packs: readonly Declared[]): string {
  return [
    '# Tax facts',
    '',
    'What each rule pack may be told, and the lines it gives: `gristmill tax facts PACK` prints the same, and with `--schema` the JSON Schema of the facts. This page is made from the packs; a test keeps it so.',
    '',
    '- **money** is a whole number of minor units (cents), as a number or its digits: `6000000` is 60,000.00. It is not negative unless its kind says so.',
    '- **count** is a whole number, **flag** is `true` or `false`, **date** is `YYYY-MM-DD`, and a choice is one of the words listed.',
    '- A fact that is needed **always** must be stated, zero and `false` included. One that is needed _when_ something holds may be left out otherwise; whoever needs it and does not find it says so (`FACTS_MISSING`). Nothing is guessed. A name that is not listed is an error.',
    '- A **line** is what an assessment gives. Money in it is in minor units, other numbers are exact. Lines that a result does not rest on are left out of it, except the ones marked.',
    '',
    'Cases to be assessed in bulk are one a line, `{ "id", "pack"?, "year"? or "asOf"?, "knownAt"?, "facts": { … } }`, in a file for `gristmill tax assess --batch FILE`; each gives a line `{ "id", "lines": { … }, "total", "error"? }`.',
    ...packs.flatMap(section),
    '',
  ].join('\n');
}

function section(pack: Declared): string[] {
  return [
    '',
    `## ${pack.id}`,
    '',
    `${plain(pack.title)}. Money is in minor units of ${pack.currency.code}.`,
    '',
    ...markdownTable(FACT_COLUMNS, factRows(pack)),
    '',
    ...markdownTable(LINE_COLUMNS, lineRows(pack)),
  ];
}

/** Columns as wide as what is widest in them, as the formatter has them. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = [heading, ...rows.map(([name, ...others]) => [`\`${name!}\``, ...others.map(plain)])];
  const widths = heading.map((_, column) => Math.max(3, ...cells.map((row) => widthOf(row[column]!))));
  const [first, ...rest] = cells.map(
    (row) => `| ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell))).join(' | ')} |`,
  );
  return [first!, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest];
}

/** In characters, of which some take two code units. */
function widthOf(cell: string): number {
  return Array.from(cell).length;
}

/** Words of a label as they are, not as Markdown would read them. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|*<>[\]`]/g, (character) => `\\${character}`);
}
