import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** Where files for the bank wait. Whoever carries them there moves each to `sent/` and deletes none. */
export interface Outbox {
  /** The sha-256 of the file of that name, in hexadecimal, waiting or sent; null when there never was one. */
  find(name: string): Promise<string | null>;
  /** Puts a whole file under its name, or leaves the one that is there; gives the sha-256 of what is there now. */
  put(name: string, content: string): Promise<string>;
}

const UNFINISHED = '.unfinished-';

/**
 * An outbox in a folder. A file appears under its name only once all its bytes are on disk, so that nobody ever carries
 * half of one away; a name that is taken, waiting or sent, is never written again.
 */
export async function openOutbox(folder: string): Promise<Outbox> {
  await mkdir(path.join(folder, 'sent'), { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(path.join(folder, name));
  }

  // Waiting before sent: a file that is carried off between the two looks is seen by the second.
  async function find(name: string): Promise<string | null> {
    for (const place of [folder, path.join(folder, 'sent')]) {
      try {
        return sha256(await readFile(path.join(place, name)));
      } catch (error) {
        if (!isNodeError(error, 'ENOENT')) throw error;
      }
    }
    return null;
  }

  return {
    find,
    async put(name, content) {
      const found = await find(name);
      if (found !== null) return found;
      const unfinished = path.join(folder, `${UNFINISHED}${name}`);
      await writeToDisk(unfinished, content);
      try {
        // Unlike a rename, a link refuses a name that is taken.
        await link(unfinished, path.join(folder, name));
      } catch (error) {
        if (!isNodeError(error, 'EEXIST')) throw error;
      }
      await rm(unfinished);
      await syncFolder(folder);
      return (await find(name))!;
    },
  };
}

async function writeToDisk(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
