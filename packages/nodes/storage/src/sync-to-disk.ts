import { open } from 'node:fs/promises';

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
