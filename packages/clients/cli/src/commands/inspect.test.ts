import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cidOfBytes } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gristmill, gristmillHere, gristmillText } from '../../test/command.ts';
import { importing, printing } from '../../test/tiny-modules.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

it('exits with 0 for a module that providers would run, and 1 for one that they would not', async () => {
  const good = printing('x');
  expect(await gristmill('inspect', await fileOf('good.wasm', good))).toMatchObject({
    code: 0,
    document: { accepted: true, cid: cidOfBytes(good), refusal: null },
  });
  expect(await gristmill('inspect', await fileOf('bad.wasm', importing))).toMatchObject({
    code: 1,
    document: { accepted: false, refusal: { code: 'MODULE_IMPORT_REFUSED', offset: expect.any(Number) as number } },
  });
});

it('is a picture for people', async () => {
  const { code, stdout } = await gristmillText(['inspect', await fileOf('bad.wasm', importing)]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/refused: .*telephone/);
  expect(stdout).toMatch(/✗ env telephone \(\) -> \(\): not offered \(at byte 0x[0-9a-f]+\)/);
});

it('reads a script as a provider would, TypeScript by what is sent', { timeout: 90_000 }, async () => {
  const script = await fileOf('square.ts', 'export default (n: number) => n * n;\n');
  expect(await gristmillHere('inspect', script)).toMatchObject({
    kind: 'javascript',
    accepted: true,
    startFuel: expect.stringMatching(/^\d+$/),
  });
  const wrong = await fileOf('wrong.mjs', 'export default (n) => n *;\n');
  expect(await gristmillHere('inspect', wrong)).toMatchObject({
    accepted: false,
    refusal: { code: 'JAVASCRIPT_INVALID', message: expect.stringContaining('SyntaxError') },
  });
  const nothing = await fileOf('nothing.mjs', 'const unused = 1;\n');
  expect(await gristmillHere('inspect', nothing)).toMatchObject({ accepted: false });
});

it('says what cannot be looked at', async () => {
  expect(await gristmill('inspect', path.join(folder, 'absent.wasm'))).toMatchObject({
    code: 1,
    document: { error: { code: 'FILE_UNREADABLE' } },
  });
});
