import { structureOf } from '../analysis/structure.ts';
import { partyKey, type Contract, type Party, type Token } from '../terms.ts';
import { diagramOf } from './diagram.ts';
import { outlineOf } from './outline.ts';
import { nameOf, when, type ShownAsset } from './words.ts';

export type { ShownAsset } from './words.ts';

export interface ExplainOptions {
  /** How tokens are called and where their decimal point stands. */
  readonly assetOf?: (token: Token) => ShownAsset;
  readonly title?: string;
}

export interface Explanation {
  /** The terms in plain English, as Markdown. */
  readonly text: string;
  /** The same as a picture, an SVG document. */
  readonly svg: string;
}

/** Deeper conditions than this stay at this depth, or the page would be mostly blank. */
const INDENT_MAX = 12;

/** Says what an agreement does, in words and as a picture. Both follow from the terms alone. */
export function explain(contract: Contract, { assetOf, title = 'Agreement' }: ExplainOptions = {}): Explanation {
  const steps = outlineOf(contract, assetOf);
  const parties = partiesOf(contract);
  const lines = [
    `# ${title}`,
    '',
    parties.length === 0 ? 'Nobody takes part.' : `Between ${listed(parties.map(nameOf))}.`,
    'What somebody deposits belongs to the account it is paid into; at the end every account is paid out to its owner.',
  ];
  for (const { number, deadline, ways } of steps) {
    lines.push('', `## Step ${number}${deadline === undefined ? '' : `, until ${when(deadline)}`}`, '');
    for (const way of ways) {
      lines.push(`- ${capitalised(way.text)}:`);
      for (const line of way.lines) lines.push(`  ${'  '.repeat(Math.min(line.indent, INDENT_MAX))}- ${line.text}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, svg: diagramOf(steps, title, parties.map(nameOf)) };
}

function partiesOf(contract: Contract): Party[] {
  const { nodes, accounts } = structureOf(contract);
  const parties = new Map(accounts.map(({ party }) => [partyKey(party), party]));
  for (const node of nodes.keys()) {
    if (node.kind !== 'when') continue;
    for (const { action } of node.cases) {
      if (action.kind === 'choice') parties.set(partyKey(action.choice.owner), action.choice.owner);
    }
  }
  return [...parties.values()];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
