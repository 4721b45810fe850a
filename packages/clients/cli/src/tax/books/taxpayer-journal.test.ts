import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { incomeReceived, taxpayerBooks } from '@gristmill/ledger';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBooks, recordInBooks } from './taxpayer-journal.ts';

let folder: string;
const file = () => path.join(folder, 'remittances.db');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'books-'));
});
afterEach(() => rm(folder, { recursive: true }));

const payout = (id: string, units: bigint) =>
  incomeReceived({
    id,
    date: '2026-05-01',
    asset: { code: 'GUSD', decimals: 6 },
    units,
    setAside: units / 4n,
    payer: '0x11',
    payee: '0x52',
    wallet: '0x53',
    authority: 'us/irs',
  });

it('an event is written once, whoever writes it again', async () => {
  expect(await recordInBooks(file(), systemClock, [payout('a', 100n), payout('b', 40n)])).toBe(2);
  expect(await recordInBooks(file(), systemClock, [payout('b', 40n), payout('c', 20n), payout('c', 20n)])).toBe(1);
  const events = await readBooks(file(), systemClock);
  expect(events.map(({ data }) => (data as { id: string }).id)).toEqual(['a', 'b', 'c']);
  expect(taxpayerBooks(events).books.total('income', 'GUSD')).toBe(160n);
});

it('waits until another writer is done, and gives up when told to', async () => {
  const other = await openSqliteJournal({ path: file(), clock: systemClock });
  await expect(recordInBooks(file(), systemClock, [payout('a', 1n)], { waitMs: 0 })).rejects.toMatchObject({
    code: 'JOURNAL_LOCKED',
  });
  const writing = recordInBooks(file(), systemClock, [payout('a', 1n)]);
  await other.close();
  expect(await writing).toBe(1);
});

it('where there is no journal there are no books', async () => {
  expect(await readBooks(file(), systemClock)).toEqual([]);
});
