import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The part of an installed package's package.json that matters here. */
interface Manifest {
  dependencies?: Record<string, string>;
}

/**
 * The folders of a package and of all it depends on, as Node finds them: both the links in `node_modules` and what they
 * point to. It is what a process must be able to read in order to load the package, and nothing else.
 */
export function moduleFolders(packageFolder: string): string[] {
  const folders = new Set<string>();
  const visit = (folder: string): void => {
    const real = realpathSync(folder);
    folders.add(folder);
    if (folders.has(real) && real !== folder) return;
    folders.add(real);
    const { dependencies = {} } = JSON.parse(readFileSync(join(real, 'package.json'), 'utf8')) as Manifest;
    for (const name of Object.keys(dependencies)) {
      const installed = installedAt(real, name);
      if (installed !== null && !folders.has(installed)) visit(installed);
    }
  };
  visit(packageFolder);
  return [...folders].toSorted();
}

/** Node's own rule: the nearest `node_modules` upwards that has it. */
function installedAt(from: string, name: string): string | null {
  const candidate = join(from, 'node_modules', name);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(from);
  return parent === from ? null : installedAt(parent, name);
}
