import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';
import { readNamedFile } from './input.ts';

/**
 * Folders as the files a task starts with, each given as `HOST:GUEST`: where it lies here, and where the program sees it.
 * Links are followed; folders without files are not seen.
 *
 * @throws GristmillError `OPTION_INVALID`, `FILE_UNREADABLE`
 */
export async function filesOfFolders(mappings: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const mapping of mappings) {
    const [, host, guest] = /^(.+):([^:]+)$/.exec(mapping) ?? [];
    if (host === undefined || guest === undefined) {
      throw new GristmillError('OPTION_INVALID', `--dir is "${mapping}", not HOST:GUEST.`, {
        hint: 'Name a folder here and where the program sees it, for example ./data:/data.',
      });
    }
    for (const name of await filesBelow(host)) {
      const inside = path.posix.join('/', guest, name.replaceAll(path.sep, '/'));
      files.set(inside, await readNamedFile(path.join(host, name)));
    }
  }
  return files;
}

/**
 * Writes files that a task left below a folder here, which is made when it is not there; gives what was written.
 *
 * @throws GristmillError `FILE_UNWRITABLE`
 */
export async function saveFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const written: string[] = [];
  for (const [name, content] of files) {
    // Joined to the root first, a name cannot climb out of the folder.
    const file = path.join(folder, path.posix.join('/', name));
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    } catch (cause) {
      throw new GristmillError('FILE_UNWRITABLE', `Cannot write ${file}: ${(cause as Error).message}.`, {
        hint: 'Name another folder with --save.',
        cause,
      });
    }
    written.push(file);
  }
  return written;
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read the folder ${folder}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
