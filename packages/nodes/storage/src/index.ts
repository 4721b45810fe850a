export { type BlobFolderOptions, openBlobFolder } from './blob-folder.ts';
export { acquireFileLock } from './file-lock.ts';
export { openSqliteJournal, type SqliteJournal, type SqliteJournalOptions } from './sqlite-journal.ts';
export { createWholeFile, replaceWholeFile } from './whole-file.ts';
export { systemClock, systemRandom } from './system.ts';
export { whenGone } from './when-gone.ts';
