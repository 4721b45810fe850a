import type { Period } from '@gristmill/ledger';
import type { FormFigure, FormFigures } from '@gristmill/remittance';
import type { Paper, PaperRow } from './paper.ts';

/** A form's figures on paper, in the order of its boxes, of the last day of its tax year. */
export function formPaper(form: FormFigures, { label, to }: Period): Paper {
  const { title, person, pack, currency, boxes, findings, citations } = form;
  return {
    title,
    about: [`Tax year ${label}, ${person}, amounts in ${currency.code}`, `By the rules ${pack}`],
    date: to,
    language: 'en',
    size: paperSizeOf(currency.code),
    sections: [
      {
        heading: 'Figures',
        kind: 'table',
        columns: [
          { label: 'box', width: 1.1, align: 'left' },
          { label: 'what it is', width: 5, align: 'left' },
          { label: 'figure', width: 2, align: 'right' },
          { label: 'from', width: 3.4, align: 'left' },
        ],
        rows: boxes.map(({ box, label, source, ...figure }): PaperRow => {
          return { cells: [box, label, figureText(figure), source] };
        }),
      },
      ...(findings.length === 0
        ? []
        : [{ heading: 'Before you file it', kind: 'notes' as const, notes: findings.map(({ message }) => message) }]),
      {
        heading: 'Sources',
        kind: 'notes',
        notes: citations.map(({ title: source, url }) => (url === null ? source : `${source} (${url})`)),
      },
    ],
  };
}

/** What stands in the box, thousands apart; a line where the taxpayer has to write. */
export function figureText({ text, kind }: Pick<FormFigure, 'text' | 'kind'>): string {
  if (text === null) return '____';
  return kind === 'money' ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : text;
}

export function paperSizeOf(currencyCode: string): Paper['size'] {
  return currencyCode === 'USD' ? 'LETTER' : 'A4';
}
