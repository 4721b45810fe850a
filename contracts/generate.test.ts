import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generate } from './generate.ts';

test('what settlement calls is what the Solidity comes to', () => {
  const generated = generate();
  for (const [path, text] of generated) {
    expect(readFileSync(path, 'utf8') === text, `${path} is out of date: run \`npm run generate\``).toBe(true);
  }
  const written = readdirSync(new URL('../packages/nodes/settlement/src/abi/', import.meta.url));
  expect(written.toSorted()).toEqual([...generated.keys()].map((path) => path.replace(/.*[/\\]/, '')).toSorted());
}, 600_000);
