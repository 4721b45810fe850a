import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { findPackageJSON, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { GristmillError } from '@gristmill/protocol';

export interface ModuleServer {
  /** Where a page stands that can import the entry. */
  readonly pageUrl: string;
  /** What such a page imports. */
  readonly entryUrl: string;
  close(): Promise<void>;
}

interface ServeOptions {
  /** The module the page is to import; what it imports is served with it, and nothing else. */
  readonly entry: string;
  /** Other resources of the same server, by path. */
  readonly resources: Readonly<Record<string, Uint8Array>>;
}

/**
 * Serves an ES module and all it imports to a browser on 127.0.0.1: TypeScript with its types stripped, bare specifiers
 * through an import map. No bundler stands between the sources and the browser.
 *
 * @throws GristmillError `IMPORT_UNRESOLVED`
 */
export async function serveModules({ entry, resources }: ServeOptions): Promise<ModuleServer> {
  const { sources, importMap } = moduleGraph(entry);
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify(importMap)}</script>`;
  const server = createServer((request, response) => {
    const answer = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    const at = decodeURI(request.url ?? '/');
    const source = sources.get(at);
    if (at === '/') answer('text/html', page);
    else if (source !== undefined) answer('text/javascript', source);
    else if (Object.hasOwn(resources, at)) answer('application/octet-stream', resources[at]!);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pageUrl: `${origin}/`,
    entryUrl: origin + urlPathOf(realpathSync(entry)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const IMPORTS = /^\s*(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;

interface ImportMap {
  /** By the URL of the importing module, so that two versions of one package stay apart. */
  readonly scopes: Record<string, Record<string, string>>;
}

/** The module and everything it reaches through imports, as JavaScript by URL path. */
function moduleGraph(entry: string): { sources: Map<string, string>; importMap: ImportMap } {
  const sources = new Map<string, string>();
  const scopes: ImportMap['scopes'] = {};
  const waiting = [realpathSync(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const at = urlPathOf(file);
    if (sources.has(at)) continue;
    const text = readFileSync(file, 'utf8');
    const source = file.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
    sources.set(at, source);
    for (const [, specifier] of source.matchAll(IMPORTS)) {
      const target = resolved(specifier!, file);
      waiting.push(target);
      if (!specifier!.startsWith('.')) (scopes[at] ??= {})[specifier!] = urlPathOf(target);
    }
  }
  return { sources, importMap: { scopes } };
}

const urlPathOf = (file: string): string => decodeURI(pathToFileURL(file).pathname);

function resolved(specifier: string, importer: string): string {
  const file = specifier.startsWith('.')
    ? path.resolve(path.dirname(importer), specifier)
    : fileOfPackage(specifier, importer);
  if (file !== null && existsSync(file)) return realpathSync(file);
  throw new GristmillError('IMPORT_UNRESOLVED', `"${specifier}", imported by ${importer}, has no file for a browser.`, {
    hint: 'The sandbox and what it imports must run in browsers: import only what does.',
    fault: 'internal',
  });
}

/** Resolves as https://nodejs.org/api/esm.html#resolution-algorithm does, with the conditions of a browser. */
function fileOfPackage(specifier: string, importer: string): string | null {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const manifestPath = specifier.startsWith('node:') ? undefined : manifestOf(specifier, importer);
  if (manifestPath === undefined) return null;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { exports?: unknown };
  const target = exportedBy(manifest.exports, `.${specifier.slice(name.length)}`);
  return target === null ? null : path.join(path.dirname(manifestPath), target);
}

function manifestOf(specifier: string, importer: string): string | undefined {
  try {
    return findPackageJSON(specifier, pathToFileURL(importer));
  } catch {
    return undefined;
  }
}

const CONDITIONS = new Set(['@gristmill/source', 'browser', 'import', 'module', 'default']);

function exportedBy(exports: unknown, subpath: string): string | null {
  if (exports === null || typeof exports !== 'object' || !Object.keys(exports)[0]?.startsWith('.')) {
    return subpath === '.' ? conditional(exports) : null;
  }
  const entries = exports as Record<string, unknown>;
  if (subpath in entries) return conditional(entries[subpath]);
  for (const [pattern, target] of Object.entries(entries)) {
    const [before, after] = pattern.split('*');
    if (after === undefined || !subpath.startsWith(before!) || !subpath.endsWith(after)) continue;
    return conditional(target)?.replaceAll('*', subpath.slice(before!.length, subpath.length - after.length)) ?? null;
  }
  return null;
}

function conditional(target: unknown): string | null {
  if (typeof target === 'string') return target;
  if (target === null || typeof target !== 'object') return null;
  for (const [condition, choice] of Object.entries(target)) {
    const file = CONDITIONS.has(condition) ? conditional(choice) : null;
    if (file !== null) return file;
  }
  return null;
}
