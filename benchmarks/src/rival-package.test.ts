import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as door from './rival-package.ts';

/** A registry of our own with one package, which real npm fetches from. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'gristmill-registry-'));
const tarball = path.join(folder, 'rival-1.0.0.tgz');
mkdirSync(path.join(folder, 'package/lib'), { recursive: true });
writeFileSync(path.join(folder, 'package/package.json'), JSON.stringify({ name: '@a/rival', version: '1.0.0' }));
writeFileSync(path.join(folder, 'package/lib/index.js'), 'module.exports = 42;');
execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
const bytes = readFileSync(tarball);
const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
let asked = 0;
const registry = createServer(({ url, headers }, response) => {
  asked += 1;
  if (url === '/rival.tgz') return response.end(bytes);
  if (url !== '/@a%2frival') return response.writeHead(404).end('{}');
  const dist = { tarball: `http://${headers.host}/rival.tgz`, integrity };
  const version = { name: '@a/rival', version: '1.0.0', dist };
  return response.end(
    JSON.stringify({ name: '@a/rival', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': version } }),
  );
});

/** Loaded once the folder for temporary files is ours. */
let rivalPackage: typeof door.rivalPackage;

beforeAll(async () => {
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('npm_config_cache', path.join(folder, 'npm'));
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`);
  ({ rivalPackage } = await import('./rival-package.ts'));
});

afterAll(() => {
  registry.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('fetches what was pinned once, and leaves nothing unpacked behind', async () => {
  const pin = { name: '@a/rival', version: '1.0.0', integrity };
  const rival = await rivalPackage(pin);
  expect(await rival.text('lib/index.js')).toBe('module.exports = 42;');
  expect(await rival.unpacked(async (unpacked) => readdirSync(unpacked).toSorted())).toEqual(['lib', 'package.json']);
  expect(readdirSync(path.join(folder, 'gristmill-rivals'))).toEqual(['a-rival-1.0.0.tgz']);
  const askedBefore = asked;
  await rivalPackage(pin);
  expect(asked).toBe(askedBefore);
  // A file that somebody changed is fetched anew.
  writeFileSync(path.join(folder, 'gristmill-rivals/a-rival-1.0.0.tgz'), 'something else');
  expect(await (await rivalPackage(pin)).text('lib/index.js')).toBe('module.exports = 42;');
});

it('refuses a package that is not what was pinned, and says why one cannot be fetched', async () => {
  await expect(rivalPackage({ name: '@a/rival', version: '1.0.0', integrity: 'sha512-AAAA' })).rejects.toMatchObject({
    code: 'RIVAL_NOT_AS_PINNED',
  });
  await expect(rivalPackage({ name: '@a/nobody', version: '1.0.0', integrity })).rejects.toMatchObject({
    code: 'RIVAL_NOT_FETCHED',
    message: expect.stringContaining('404'),
  });
});
