import { fileURLToPath } from 'node:url';
import { moduleFolders } from './module-folders.ts';

const runsFromSource = import.meta.url.endsWith('.ts');

/** The isolate host's program. */
export function isolateHostFile(): string {
  return fileURLToPath(
    runsFromSource ? new URL('./isolate/host.ts', import.meta.url) : new URL('./isolate/host.js', import.meta.url),
  );
}

/** The folders of the code that the isolate process consists of. */
export function isolateFolders(): string[] {
  return moduleFolders(fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, ''));
}

/**
 * The flags of the process that runs strangers' tasks (Node's permission model): it may start threads and read the code
 * that it consists of; it may not write files, start processes, load native add-ons or be inspected.
 * (No heap flag: V8 would put it in place of each worker thread's own, smaller limit.)
 * Node 24's model does not cover sockets and signals: lock-down.ts closes the ways to them, and a wall, where there is
 * one, the network itself.
 *
 * Source: https://nodejs.org/docs/latest-v24.x/api/permissions.html
 */
export function isolateFlags(folders: readonly string[] = isolateFolders()): string[] {
  return [
    '--permission',
    '--allow-worker',
    ...folders.map((folder) => `--allow-fs-read=${folder}`),
    '--no-addons',
    // Nothing here makes code from text, nor reaches prototypes by their old name.
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    // The first two are about --allow-worker (lock-down.ts answers it) and type stripping.
    '--disable-warning=PERM0006',
    '--disable-warning=SecurityWarning',
    '--disable-warning=ExperimentalWarning',
    ...(runsFromSource ? ['--conditions=@gristmill/source'] : []),
  ];
}
