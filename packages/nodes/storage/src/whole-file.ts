import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder, syncToDisk } from './sync-to-disk.ts';

/**
 * Writes a file, for its owner's eyes, that is there in full or not at all, whenever the process or the power ends:
 * temporary file, fsync, its name, fsync of the folder, which is made when it is not there. What a crash leaves is a file
 * `.unfinished-…` that nobody reads.
 *
 * @throws what the system says
 */
export async function replaceWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  await writeWholeFile(file, content, rename);
}

/**
 * As `replaceWholeFile`, but never over a file that is there: of several writers the first wins.
 *
 * @returns whether the name was free
 * @throws what the system says
 */
export async function createWholeFile(file: string, content: string | Uint8Array): Promise<boolean> {
  try {
    // Unlike a rename, a link refuses a name that is taken.
    await writeWholeFile(file, content, link);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function writeWholeFile(
  file: string,
  content: string | Uint8Array,
  name: (from: string, to: string) => Promise<void>,
) {
  const folder = dirname(resolve(file));
  const unfinished = join(folder, `.unfinished-${randomUUID()}`);
  await makeFolder(folder);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await name(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  await syncToDisk(folder);
}
