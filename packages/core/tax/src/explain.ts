import type { Assessment, AssessmentLine } from './assessment.ts';
import { amountText, lineText } from './amount-text.ts';
import type { Citation } from './parameter.ts';

/** The assessment as text a person can read from the top: the total first, then each line it rests on. */
export function explain({ title, year, pack, knownAt, currency, lines, total }: Assessment): string {
  const header = [
    `${title}, ${year}: ${amountText(total, currency)} due`,
    `rules ${pack}${knownAt === null ? '' : `, as known on ${knownAt}`}`,
  ];
  return [...header, ...lines.toReversed().flatMap((line) => ['', ...paragraph(line, currency)])].join('\n');
}

function paragraph(line: AssessmentLine, currency: Assessment['currency']): string[] {
  return [
    `${line.label} (${line.variable}): ${lineText(line, currency)}`,
    `  = ${line.formula} [${line.citation}]`,
    ...line.inputs.map(({ kind, name, unit, value }) =>
      kind === 'fact'
        ? `  fact ${name}: ${unit === 'currency' ? amountText(value, currency) : value}`
        : `  line ${name}: ${value}`,
    ),
    ...line.parameters.map(
      ({ path, value, start, citations }) => `  rule ${path}: ${value} (since ${start}; ${citationsText(citations)})`,
    ),
    ...(line.rounding === null
      ? []
      : [`  rounded ${line.rounding.rounding} to ${line.rounding.step} [${line.rounding.citation}]`]),
  ];
}

/** The first citation is the authority; the assessment itself carries them all. */
function citationsText([first, ...others]: readonly Citation[]): string {
  return `${first!.title}${others.length === 0 ? '' : `, and ${others.length} more`}`;
}
