import { readFileSync } from 'node:fs';
import type { FactDeclaration, RulePack } from '@gristmill/tax';
import { expect, test } from 'vitest';

/** A pack's README has a row for every fact, which says what the declaration says. */
export function testReadmeFacts(pack: RulePack, readme: URL): void {
  const text = readFileSync(readme, 'utf8');

  test('the README says of every fact what its declaration says', () => {
    const written = [...text.matchAll(/^\| `(\w+)`.*\|$/gm)].filter(([, name]) => Object.hasOwn(pack.facts, name!));
    expect(written.map(([row]) => row.replace(/\s+\|/g, ' |'))).toEqual(
      Object.entries(pack.facts).map(([name, fact]) => rowOf(name, fact)),
    );
  });

  test('the README names every line', () => {
    const due = /_period_to_(january|february|march|april|may|june|july|august|september|october|november|december)$/;
    const missing = Object.keys(pack.variables).filter((line) => !due.test(line) && !text.includes(`\`${line}\``));
    expect(missing).toEqual([]);
  });
}

function rowOf(name: string, fact: FactDeclaration): string {
  const kind = fact.kind === 'money' && fact.mayBeNegative === true ? 'money, may be negative' : fact.kind;
  const needed = fact.neededWhen === undefined ? 'always' : `when ${fact.neededWhen}`;
  const options = fact.kind === 'choice' ? `: ${fact.options.map((option) => `\`${option}\``).join(', ')}` : '';
  return `| \`${name}\` | ${kind} | ${needed} | ${fact.label}${options} |`;
}
