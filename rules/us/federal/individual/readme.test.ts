import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facts } from './facts.ts';
import { variables } from './formulas.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

test('the README says of every fact what its declaration says', () => {
  const rows = new Map(
    [...readme.matchAll(/^\| `(\w+)`\s*\| (\w+)[ ±]*\| (.*?)\s*\| (.*?)\s*\|$/gm)].map(([, name, ...cells]) => [
      name!,
      cells,
    ]),
  );
  for (const [name, fact] of Object.entries(facts)) {
    const [kind, needed, meaning] = rows.get(name) ?? [];
    expect(kind, name).toBe(fact.kind);
    expect(needed, name).toBe('neededWhen' in fact ? fact.neededWhen : 'always');
    expect(meaning, name).toContain(fact.label);
  }
});

test('every line that the README names is one', () => {
  const table = readme.slice(readme.indexOf('## Lines'), readme.indexOf('The tax on an amount of taxable income'));
  const named = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+)/gm)].flatMap(([, cell]) => cell!.match(/\w+/g)!);
  expect(named).toContain('due_with_return');
  expect(named.filter((name) => !Object.hasOwn(variables, name))).toEqual([]);
});
