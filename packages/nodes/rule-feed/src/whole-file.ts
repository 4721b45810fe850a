import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { RuleFeedError } from './errors.ts';

/**
 * Writes a file that is there in full or not at all, whenever the process or the power ends: temporary file, fsync, its
 * name, fsync of the folder. What a crash leaves is a file `.unfinished-…` that nobody reads.
 *
 * @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE`
 */
export async function replaceWhole(file: string, text: string): Promise<void> {
  await writeWhole(file, text, rename);
}

/**
 * As `replaceWhole`, but never over a file that is there.
 *
 * @returns whether the name was free
 * @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE`
 */
export async function createWhole(file: string, text: string): Promise<boolean> {
  try {
    await writeWhole(file, text, link);
    return true;
  } catch (error) {
    if (error instanceof RuleFeedError && isNodeError(error.cause, 'EEXIST')) return false;
    throw error;
  }
}

async function writeWhole(file: string, text: string, name: (from: string, to: string) => Promise<void>) {
  const folder = path.dirname(path.resolve(file));
  const unfinished = path.join(folder, `.unfinished-${randomUUID()}`);
  try {
    const created = await mkdir(folder, { recursive: true });
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await name(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
    // A folder that is new is itself a name in the folder above it.
    const top = created === undefined ? folder : path.dirname(created);
    for (let one = folder; ; one = path.dirname(one)) {
      await syncFolder(one);
      if (one === top) break;
    }
  } catch (cause) {
    throw new RuleFeedError(
      'RULE_FEED_FOLDER_UNUSABLE',
      `${file} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Give the folder of the rule feed space and the right to write.',
      'platform',
      cause,
    );
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

export function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
