import type { Period } from '@gristmill/ledger';
import type { Assessment, AssessmentLine } from '@gristmill/tax';
import { formatAmount } from '../../quantities.ts';
import { paperSizeOf } from './form-paper.ts';
import type { Paper, PaperRow } from './paper.ts';

/** The lines that a return asks for on paper, each with the law that says so, the total last. */
export function linesPaper(
  { title, currency, pack, asOf, knownAt, total }: Assessment,
  lines: readonly AssessmentLine[],
  { label, to }: Period,
): Paper {
  return {
    title,
    about: [
      `Tax year ${label}, amounts in ${currency.code}`,
      `Law of ${asOf}${knownAt === null ? '' : ` as known on ${knownAt}`}, by the rules ${pack}`,
    ],
    date: to,
    language: 'en',
    size: paperSizeOf(currency.code),
    sections: [
      {
        heading: 'Lines',
        kind: 'table',
        columns: [
          { label: 'what it is', width: 5, align: 'left' },
          { label: currency.code, width: 2.2, align: 'right' },
          { label: 'by', width: 4.4, align: 'left' },
        ],
        rows: lines.map((line): PaperRow => {
          return { cells: [line.label, lineText(line, currency.decimals), line.citation] };
        }),
      },
      {
        heading: 'Total',
        kind: 'notes',
        notes: [`${formatAmount(BigInt(total), currency.decimals)} ${currency.code}`],
      },
    ],
  };
}

function lineText({ unit, amount }: AssessmentLine, decimals: number): string {
  return unit === 'currency' ? formatAmount(BigInt(amount), decimals) : amount;
}
