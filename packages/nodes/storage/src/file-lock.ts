import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './sqlite-errors.ts';

/**
 * Holds `path` for this process alone until the function it gives is called; null when another process holds it.
 * It is the operating system's lock (taken through SQLite, on a file of its own), so it is free the moment its holder
 * dies, however it dies; keep the function for as long as the lock is to be held.
 *
 * @throws what SQLite says when no file can be made there.
 */
export function acquireFileLock(path: string): (() => void) | null {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path, { timeout: 0 });
    // In memory: a rollback journal would leave one more file behind.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return () => lock.close();
}
