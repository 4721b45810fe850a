import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';

test('the example in the README runs', () => {
  const folder = path.dirname(import.meta.dirname);
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(path.join(folder, 'README.md'), 'utf8'))!;
  const checks = `console.log(JSON.stringify([complete, payments.map(({ verdict }) => verdict), String(endsBy), outcomes.length, text.length > 100, svg.length > 100]));`;
  const printed = execFileSync(
    execPath,
    ['--conditions=@gristmill/source', '--input-type=module-typescript', '--eval', `${example!}\n${checks}`],
    { cwd: folder, encoding: 'utf8' },
  ).trim();
  const [remaining, results] = printed.split('\n');
  expect(JSON.parse(remaining!)).toMatchObject({ timeout: 1_800_000_000_000 });
  expect(JSON.parse(results!)).toEqual([true, ['funded', 'funded'], '1800000000000', 2, true, true]);
});
