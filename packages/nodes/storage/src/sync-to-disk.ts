import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Waits until a file's content is on disk; for a folder, until the names in it are: a new or renamed file survives a
 * power cut only then.
 */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder, and those above it, where they are not there yet; each is on disk when this resolves. */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path);
  const created = await mkdir(folder, { recursive: true });
  if (created === undefined) return;
  const top = dirname(created);
  // A folder that is new is a name in the folder above it.
  for (let one = dirname(folder); ; one = dirname(one)) {
    await syncToDisk(one);
    if (one === top) return;
  }
}
