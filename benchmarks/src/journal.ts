import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { encode } from '@gristmill/protocol';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import { type Case, medianSeconds, type Question } from './question.ts';

/** Callers that wait for their own event at the same time, as providers do. */
const WAITING = [1, 16, 256];
const EVENTS = 2048;
const DATA = { taskIndex: 7, provider: '16Uiu2HAmFY4CZBPrQQtPqP1cBWF8n4phSK3Z7Vq9Q5ug8T6RyEmM', spentUnits: 123_456 };

/** How fast is an event safe on disk, against one SQLite transaction an event without hashes or proofs? */
export const journal: Question = {
  name: 'journal',
  asks: 'How fast are hash-chained events safe on disk, against one SQLite transaction each?',
  async ask(say, { rounds }) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-bench-'));
    try {
      const ours = await openSqliteJournal({ path: path.join(folder, 'journal.db'), clock: systemClock });
      const rival = openRival(path.join(folder, 'rival.db'));
      const results: Case[] = [];
      for (const waiting of WAITING) {
        say(`${waiting} waiting ...`);
        const seconds = await medianSeconds(
          {
            ours: async () => {
              for (let done = 0; done < EVENTS; done += waiting) {
                await Promise.all(
                  Array.from({ length: waiting }, () =>
                    ours.append([{ stream: 'job:a', type: 'verified', data: DATA }]),
                  ),
                );
              }
            },
            rival: () => {
              for (let done = 0; done < EVENTS; done += 1) rival.insert(encode(DATA));
            },
          },
          { rounds },
        );
        results.push({
          case: `${waiting} callers waiting`,
          unit: 'events/s',
          ours: EVENTS / seconds.ours,
          rival: EVENTS / seconds.rival,
          rivalName: 'node:sqlite, one transaction each',
          ratio: seconds.rival / seconds.ours,
          note: 'both WAL with synchronous=FULL; ours also chains hashes and keeps the Merkle log',
        });
      }
      await ours.close();
      rival.close();
      return { results, skipped: [], summary: { bestRatio: Math.max(...results.map(({ ratio }) => ratio)) } };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function openRival(file: string) {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (id INTEGER PRIMARY KEY, data BLOB)',
  );
  const insert = database.prepare('INSERT INTO events (data) VALUES (?)');
  return { insert: (data: Uint8Array) => insert.run(data), close: () => database.close() };
}
