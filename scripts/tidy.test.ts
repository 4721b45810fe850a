import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gristmill-tidy-'));
  execFileSync('git', ['init', '--quiet', root]);
  write('packages/protocol/package.json', '{ "name": "@gristmill/protocol" }');
  write('packages/core/ledger/package.json', '{ "name": "@gristmill/ledger" }');
  write('packages/core/ledger/src/index.ts', "import { cidOf } from '@gristmill/protocol';");
});
afterEach(() => rmSync(root, { recursive: true }));

describe('tidy', () => {
  it('is content where every file has a home and every import points inward', () => {
    expect(tidy()).toEqual({ status: 0, problems: '' });
  });

  it.each([
    [
      'an import outward',
      'packages/protocol/src/cid.ts',
      "import { append } from '@gristmill/ledger';",
      'lies further out',
    ],
    [
      'one that is loaded late',
      'packages/protocol/src/cid.ts',
      "await import('@gristmill/ledger');",
      'lies further out',
    ],
    [
      'a reach past a door',
      'packages/core/ledger/src/a.ts',
      "import '../../sandbox/src/index.ts';",
      'use that package',
    ],
    ['a stray root file', 'notes.md', '', 'has no home'],
    ['a package of no ring', 'packages/extra/src/index.ts', '', 'has no home'],
    ['a junk drawer', 'packages/protocol/src/utils/pad.ts', '', 'name it after what it holds'],
    ['a junk file', 'packages/protocol/src/helpers.ts', '', 'name it after what it holds'],
  ])('refuses %s', (_, file, text, why) => {
    write(file, text);
    const { status, problems } = tidy();
    expect(status).toBe(1);
    expect(problems).toContain(`${file}: `);
    expect(problems).toContain(why);
  });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function tidy(): { status: number | null; problems: string } {
  const { status, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'tidy.ts'), root], {
    encoding: 'utf8',
  });
  return { status, problems: stderr };
}
