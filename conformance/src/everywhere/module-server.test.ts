import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { serveModules } from './module-server.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gristmill-module-server-')));
afterAll(() => rmSync(folder, { recursive: true }));

it('serves a module, what it imports, the resources, and nothing else', async () => {
  const entry = fileURLToPath(new URL('browser-engine.ts', import.meta.url));
  const server = await serveModules({ entry, resources: { '/corpus': Uint8Array.of(1, 2) } });
  try {
    const page = await (await fetch(server.pageUrl)).text();
    const { scopes } = JSON.parse(/<script type="importmap">(.*)<\/script>/.exec(page)![1]!) as {
      scopes: Record<string, Record<string, string>>;
    };
    const { pathname } = new URL(server.entryUrl);
    const source = await (await fetch(server.entryUrl)).text();
    expect(source).toContain('export async function runCorpusAt(url');
    expect(source).not.toContain(': string');
    const protocol = scopes[pathname]!['@gristmill/protocol']!;
    expect(protocol).toMatch(/packages\/protocol\/src\/index\.ts$/);
    for (const target of new Set(Object.values(scopes).flatMap((scope) => Object.values(scope)))) {
      expect((await fetch(new URL(target, server.pageUrl))).headers.get('content-type')).toBe('text/javascript');
    }
    expect([...new Uint8Array(await (await fetch(new URL('/corpus', server.pageUrl))).arrayBuffer())]).toEqual([1, 2]);
    const other = fileURLToPath(new URL('suite.ts', import.meta.url));
    expect((await fetch(new URL(other, server.pageUrl))).status).toBe(404);
  } finally {
    await server.close();
  }
});

it.each(["import 'node:fs';", "export * from './absent.js';", "import { x } from 'no-such-package';"])(
  'names an import that no browser can follow: %s',
  async (source) => {
    const entry = path.join(folder, 'entry.js');
    writeFileSync(entry, source);
    await expect(serveModules({ entry, resources: {} })).rejects.toMatchObject({ code: 'IMPORT_UNRESOLVED' });
  },
);
