import type { Assessment, AssessmentLine } from './assessment.ts';
import type { Citation } from './parameter.ts';

/** The assessment as text a person can read from the top: the total first, then each line it rests on. */
export function explain({ title, year, pack, knownAt, currency, lines, total }: Assessment): string {
  const header = [
    `${title}, ${year}: ${money(total, currency)} due`,
    `rules ${pack}${knownAt === null ? '' : `, as known on ${knownAt}`}`,
  ];
  return [...header, ...lines.toReversed().flatMap((line) => ['', ...paragraph(line, currency)])].join('\n');
}

function paragraph(line: AssessmentLine, currency: Assessment['currency']): string[] {
  return [
    `${line.label} (${line.variable}): ${line.unit === 'currency' ? money(line.amount, currency) : line.amount}`,
    `  = ${line.formula} [${line.citation}]`,
    ...line.inputs.map(({ kind, name, value }) =>
      kind === 'fact' && /^\d+$/.test(value)
        ? `  fact ${name}: ${money(value, currency)}`
        : `  ${kind === 'fact' ? 'fact' : 'line'} ${name}: ${value}`,
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

/** All decimals and grouped thousands, as forms print them: `12,345.60 USD`. */
function money(minorUnits: string, { code, decimals }: Assessment['currency']): string {
  if (minorUnits.startsWith('-')) return `-${money(minorUnits.slice(1), { code, decimals })}`;
  const digits = minorUnits.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}${decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`} ${code}`;
}
