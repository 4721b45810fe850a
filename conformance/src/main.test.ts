import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'gristmill-conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = path.join(import.meta.dirname, 'main.ts');
  const { promise, resolve } = Promise.withResolvers<{ code: number; stdout: string; stderr: string }>();
  const command = ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', main, ...args];
  execFile(process.execPath, command, { env: { ...process.env, INIT_CWD: folder } }, (error, stdout, stderr) => {
    resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
  });
  return promise;
}

it('prints one JSON document, progress beside it, and exits with 0 when nothing failed', async () => {
  writeFileSync(path.join(folder, 'good.wast'), '(module) (module (memory i64 1))');
  const { code, stdout, stderr } = await run('spec', '.', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    suite: 'spec',
    passed: 1,
    failed: 0,
    refused: 1,
    failures: [],
    refusals: { memory64: 1 },
    files: [{ file: 'good.wast', passed: 1, failed: 0, refused: 1 }],
  });
  expect(stderr).toContain('good.wast: 1 passed');
});

it('prints a table and exits with 1 when something failed', async () => {
  writeFileSync(path.join(folder, 'wrong.wast'), '\n(module (func (result i32)))');
  const { code, stdout } = await run('spec', folder);
  expect(code).toBe(1);
  expect(stdout).toMatch(/wrong\.wast +0 +1 +0/);
  expect(stdout).toContain('wrong.wast:2  MODULE_MALFORMED');
  expect(stdout).toContain('spec: 1 passed, 1 failed, 1 refused.');
});

it('takes one file instead of a folder', async () => {
  writeFileSync(path.join(folder, 'alone.wast'), '(module)\n(module)');
  const { code, stdout } = await run('spec', 'alone.wast', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: 'alone.wast', passed: 2, failed: 0, refused: 0 }] });
  expect((await run('wasi', 'alone.wast')).stderr).toContain('FOLDER_WITHOUT_TESTS');
});

it('exits with 2 and names the error when it cannot start', async () => {
  const { code, stdout } = await run('wasi', 'nowhere', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'FOLDER_MISSING', hint: expect.any(String) } });
  expect(await run('dance')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('USAGE') });
});
