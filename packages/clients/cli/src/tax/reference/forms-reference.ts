import type { FormDefinition } from '@gristmill/remittance';
import { markdownTable } from './facts-reference.ts';

const COLUMNS = ['key', 'box', 'kind', 'what it is', 'comes from'] as const;

type Box = FormDefinition['boxes'][number];

/** `docs/reference/tax-forms.md`: the boxes of every form, by pack. */
export function formsReference(packs: readonly { id: string; forms: readonly FormDefinition[] }[]): string {
  return [
    '# Tax forms',
    '',
    'The official forms that `gristmill tax return --form FORM` fills in, and the keys of their boxes. This page is made from the forms beside the packs (`rules/<pack>/forms/*.yaml`, where each names its sources); a test keeps it so.',
    '',
    '- A box that **the pack** gives holds a line, a fact or a parameter, or is computed from other boxes as the form says. Its value is rounded as the form rounds, and compared with the assessment where both know it.',
    '- **Income**, **refunds** and **expenses** come from the books with `--books`: an expense belongs in the box whose key is its category. Without books, and for what **you state**, write them into the file of `--figures`: `key: amount` in minor units, `key: text`, or `key: true`. A figure of yours goes before the books.',
    '- `key: books` puts all income of the books into a box that only you can choose. `everything_else: 0` stands for all boxes that nothing else fills; without it they stay open, with all that depends on them.',
    ...packs.flatMap(({ id, forms }) => forms.flatMap((form) => section(id, form))),
    '',
  ].join('\n');
}

function section(packId: string, { id, title, editions, money, persons, boxes }: FormDefinition): string[] {
  const years = editions.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
  const units = money.units === 'whole' ? 'whole units' : 'minor units';
  const whose = Object.keys(persons);
  return [
    '',
    `## ${id}`,
    '',
    `${title}, of \`${packId}\`. Compared with the form of ${years}; amounts in ${units}${whose.length > 1 ? `; one for each person (\`--person ${whose.join('|')}\`)` : ''}.`,
    '',
    ...markdownTable(
      COLUMNS,
      boxes.map((box) => [box.key, printedText(box), box.kind, box.label, sourceText(box)]),
    ),
  ];
}

function printedText({ printed }: Box): string {
  return printed.map(({ from, box }) => `${box ?? 'none'}${from === 0 ? '' : ` from ${from}`}`).join(', ');
}

function sourceText({ entry, kind }: Box): string {
  switch (entry) {
    case null:
      return 'the pack';
    case 'income':
      return 'income';
    case 'refunds':
      return 'refunds';
    case 'expense':
      return 'expenses';
    case 'other-expenses':
      return 'expenses of all categories without a box';
    case 'figure':
      return kind === 'money' ? 'you state it' : 'you write it';
  }
}
