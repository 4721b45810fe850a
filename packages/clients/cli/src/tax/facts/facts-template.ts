import type { FactDeclaration, RulePack } from '@gristmill/tax';
import { kindText } from '../reference/facts-reference.ts';

/**
 * A file of facts to fill in (YAML). What every case needs stands there: amounts as 0, all else without a value, which an
 * assessment refuses until somebody has written one. What only some cases need is commented out.
 */
export function factsTemplate({
  id,
  title,
  currency,
  facts,
}: Pick<RulePack, 'id' | 'title' | 'currency' | 'facts'>): string {
  const declared = Object.entries(facts);
  const always = declared.filter(([, fact]) => fact.neededWhen === undefined);
  const sometimes = declared.filter(([, fact]) => fact.neededWhen !== undefined);
  return [
    `# Facts for ${id}: ${title}`,
    `# Money is in minor units of ${currency.code} (cents). An amount that you leave at 0 is one that you state to be 0.`,
    `# gristmill tax assess --pack ${id} --year YEAR --facts THIS-FILE`,
    ...always.flatMap(([name, fact]) => ['', ...meaning(fact), `${name}:${fact.kind === 'money' ? ' 0' : ''}`]),
    ...(sometimes.length === 0
      ? []
      : ['', '# Needed in some cases only; an assessment says when. Take the # away to state one.']),
    ...sometimes.flatMap(([name, fact]) => ['', ...meaning(fact), `# ${name}:`]),
    '',
  ].join('\n');
}

function meaning(fact: FactDeclaration): string[] {
  const when = fact.neededWhen === undefined ? '' : `; needed when ${fact.neededWhen}`;
  return wrapped(`${fact.label} (${kindText(fact)}${when})`).map((line) => `# ${line}`);
}

const LINE_WIDTH = 100;

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= LINE_WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
