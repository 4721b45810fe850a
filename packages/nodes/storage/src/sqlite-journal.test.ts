import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  GENESIS,
  hashEvent,
  type JournalAnchor,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from '@gristmill/ledger';
import type { JournalEvent, NewJournalEvent } from '@gristmill/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeJournal } from './journal.conformance.ts';
import { openSqliteJournal, type SqliteJournal } from './sqlite-journal.ts';

const clock = { now: () => 1_700_000_000_000 };
const refusal = (code: string, more: object = {}): Error => expect.objectContaining({ code, ...more });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gristmill-journal-'));
  path = join(folder, 'data', 'journal.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function counted(from: number, to: number): NewJournalEvent[] {
  return Array.from({ length: to - from }, (_, i) => ({
    stream: `s/${(from + i) % 3}`,
    type: 'counted',
    data: { n: from + i, filler: new Uint8Array(200).fill(from + i) },
  }));
}

/** Opens, appends `count` events, closes (which leaves everything in the one file), and gives what an anchor would hold. */
async function writeJournal(count: number): Promise<JournalAnchor> {
  const journal = await openSqliteJournal({ path, clock });
  await journal.append(counted(0, count));
  const anchor = { size: journal.size, root: journal.root() };
  await journal.close();
  return anchor;
}

/** Changes the file with other tools, as an attacker or a mishap would. */
function tamper(sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** Copies the journal with its -wal file, as kill -9 leaves them: the writer is not asked to tidy up. */
async function crashedCopy(count: number): Promise<void> {
  const journal = await openSqliteJournal({ path, clock });
  for (let n = 0; n < count; n += 1) await journal.append(counted(n, n + 1));
  const files = ['', '-wal', '.head'].map((suffix) => [path + suffix, join(folder, `copy${suffix}`)] as const);
  for (const [from, to] of files) copyFileSync(from, to);
  await journal.close();
  path = join(folder, 'copy');
}

/** Opens for writing, which must fail, and checks that the files' content did not change. */
async function expectRefusedUntouched(expected: Error): Promise<void> {
  const contents = () =>
    ['', '-wal', '.head'].map((suffix) => existsSync(path + suffix) && readFileSync(path + suffix));
  const before = contents();
  await expect(openSqliteJournal({ path, clock })).rejects.toThrow(expected);
  const [file, wal, mark] = contents();
  expect(file).toEqual(before[0]);
  if (before[1] !== false) expect(wal).toEqual(before[1]);
  expect(mark).toEqual(before[2]);
}

describeJournal('SqliteJournal', async () => ({
  open: (clock) => openSqliteJournal({ path, clock }),
  remove: async () => {},
}));

describe('roots and proofs', () => {
  it('are those of the Merkle log over the events’ hashes, at every size, also after it was opened again', async () => {
    let journal = await openSqliteJournal({ path, clock });
    const events = [...(await journal.append(counted(0, 5))), ...(await journal.append(counted(5, 9)))];
    const hashes = events.map((event) => event.hash);
    expect(journal.head).toEqual({ size: 9, hash: hashes[8] });
    const check = (): void => {
      for (let size = 0; size <= 9; size += 1) expect(journal.root(size)).toEqual(merkleRoot(hashes.slice(0, size)));
      expect(verifyInclusion(hashes[3]!, journal.inclusionProof(3), journal.root())).toBe(true);
      expect(verifyInclusion(hashes[3]!, journal.inclusionProof(3, 4), journal.root(4))).toBe(true);
      expect(verifyConsistency(journal.consistencyProof(4), journal.root(4), journal.root())).toBe(true);
      expect(() => journal.root(10)).toThrow(refusal('MERKLE_OUT_OF_RANGE'));
    };
    check();
    await journal.close();
    journal = await openSqliteJournal({ path, clock });
    check();
    await journal.close();
  });
});

describe('group commit', () => {
  it('puts all appends of one turn into one transaction', async () => {
    const journal = await openSqliteJournal({ path, clock });
    const frames = (): number => statSync(`${path}-wal`).size;
    await journal.append(counted(0, 1));
    const before = frames();
    await journal.append(counted(1, 2));
    const one = frames() - before;
    await Promise.all(Array.from({ length: 8 }, (_, i) => journal.append(counted(2 + i, 3 + i))));
    // Eight commits would write the head's page eight times; one writes it once, and the events' pages fill up.
    expect(frames() - before - one).toBeLessThan(4 * one);
    expect(journal.size).toBe(10);
    await journal.close();
  });

  it('rejects all callers of a group that cannot be written, keeps nothing of it, and goes on', async () => {
    const journal = await openSqliteJournal({ path, clock });
    await journal.append(counted(0, 2));
    const { head } = journal;
    const root = journal.root();
    tamper(`CREATE TRIGGER full BEFORE INSERT ON event WHEN NEW.type = 'big'
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
    const outcomes = await Promise.allSettled([
      journal.append(counted(2, 4)),
      journal.append([{ stream: 's', type: 'big', data: 1 }]),
      journal.append(counted(4, 5)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'JOURNAL_WRITE_FAILED', message: expect.stringContaining('disk is full') },
      });
    }
    expect(journal.head).toEqual(head);
    expect(journal.root()).toEqual(root);
    expect([...journal.read()]).toHaveLength(2);
    tamper('DROP TRIGGER full');
    await journal.append(counted(2, 5));
    expect(journal.verify().events).toBe(5);
    await journal.close();
  });

  it('rejects, and keeps nothing, while another program holds the file', async () => {
    const journal = await openSqliteJournal({ path, clock });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(journal.append(counted(0, 1))).rejects.toThrow(refusal('JOURNAL_WRITE_FAILED'));
    other.exec('ROLLBACK');
    other.close();
    await journal.append(counted(0, 1));
    expect(journal.verify().events).toBe(1);
    await journal.close();
  });
});

describe('one writer, many readers', () => {
  it('refuses a second writer until the first has closed', async () => {
    const first = await openSqliteJournal({ path, clock });
    await expect(openSqliteJournal({ path, clock })).rejects.toThrow(refusal('JOURNAL_LOCKED'));
    await first.append(counted(0, 1));
    await first.close();
    const second = await openSqliteJournal({ path, clock });
    expect(second.size).toBe(1);
    await second.close();
  });

  it('lets an auditor read while the writer writes', async () => {
    const writer = await openSqliteJournal({ path, clock });
    await writer.append(counted(0, 4));
    const reader = await openSqliteJournal({ path, clock, readOnly: true });
    await writer.append(counted(4, 6));
    expect([...reader.read()]).toEqual([...writer.read()].slice(0, 4));
    expect(reader.verify({ anchor: { size: 3, root: writer.root(3) } })).toEqual({
      events: 4,
      root: writer.root(4),
      verified: true,
    });
    await expect(reader.append(counted(4, 5))).rejects.toThrow(refusal('JOURNAL_READ_ONLY'));
    await reader.close();
    await reader.close();
    await writer.close();
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(
      ['journal.sqlite', 'journal.sqlite.head', 'journal.sqlite.lock'].toSorted(),
    );
  });

  it('makes nothing when there is nothing to read', async () => {
    await expect(openSqliteJournal({ path, clock, readOnly: true })).rejects.toThrow(refusal('JOURNAL_NOT_FOUND'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not say that nothing is there where it cannot look', async () => {
    mkdirSync(join(folder, 'data'));
    symlinkSync(path, path);
    await expect(openSqliteJournal({ path, clock, readOnly: true })).rejects.toThrow(refusal('JOURNAL_UNREADABLE'));
  });
});

describe('a journal that is not whole', () => {
  it.each([0, 50, 1_000, 4_096, 20_000, 40_001])('is refused when its file is cut to %i bytes', async (bytes) => {
    await writeJournal(200);
    truncateSync(path, bytes);
    await expectRefusedUntouched(refusal('JOURNAL_TRUNCATED', { message: expect.stringContaining('had 200 events') }));
    await expect(openSqliteJournal({ path, clock, readOnly: true })).rejects.toThrow(refusal('JOURNAL_TRUNCATED'));
  });

  it('says how far it can be read', async () => {
    await writeJournal(200);
    truncateSync(path, Math.floor((statSync(path).size * 3) / 4));
    const error: { sequence: number } = await openSqliteJournal({ path, clock }).then(
      () => expect.unreachable(),
      (reason: { sequence: number }) => reason,
    );
    expect(error.sequence).toBeGreaterThan(50);
    expect(error.sequence).toBeLessThan(200);
  });

  it('is refused when its file is gone and what belongs to it is there', async () => {
    await writeJournal(3);
    rmSync(path);
    await expect(openSqliteJournal({ path, clock })).rejects.toThrow(refusal('JOURNAL_TRUNCATED'));
    expect(existsSync(path)).toBe(false);
  });

  it('is refused when events were cut off its end with other tools', async () => {
    const anchor = await writeJournal(9);
    tamper('DELETE FROM event WHERE sequence >= 7');
    await expectRefusedUntouched(refusal('JOURNAL_TRUNCATED', { sequence: 7 }));
    // Even with the count made to fit, the mark beside the file knows; and without the mark, the anchor.
    tamper('UPDATE journal SET size = 7, hash = (SELECT hash FROM event WHERE sequence = 6)');
    await expectRefusedUntouched(refusal('JOURNAL_TRUNCATED', { sequence: 7 }));
    rmSync(`${path}.head`);
    const journal = await openSqliteJournal({ path, clock });
    expect(journal.verify().events).toBe(7);
    expect(() => journal.verify({ anchor })).toThrow(refusal('JOURNAL_TRUNCATED', { sequence: 7 }));
    await journal.close();
  });

  it('is whole after a crash, with the events that were only in the -wal file', async () => {
    await crashedCopy(5);
    const journal = await openSqliteJournal({ path, clock });
    expect(journal.verify().events).toBe(5);
    await journal.close();
  });

  it.each([
    ['cut', (wal: string) => truncateSync(wal, statSync(wal).size - 5_000)],
    ['emptied', (wal: string) => truncateSync(wal, 0)],
    ['gone', (wal: string) => rmSync(wal)],
    ['changed', (wal: string) => flipBit(wal, Math.floor(statSync(wal).size / 2), 3)],
  ])('is refused when its -wal file is %s', async (_, spoil) => {
    await crashedCopy(5);
    spoil(`${path}-wal`);
    await expectRefusedUntouched(refusal('JOURNAL_TRUNCATED', { message: expect.stringContaining('had 5 events') }));
  });

  it('is refused when it is something else', async () => {
    await writeJournal(1);
    rmSync(`${path}.head`);
    writeFileSync(path, 'a letter, not a database '.repeat(20));
    await expectRefusedUntouched(refusal('JOURNAL_CORRUPT'));
    rmSync(path);
    tamper('CREATE TABLE letters (text TEXT)');
    await expectRefusedUntouched(refusal('JOURNAL_CORRUPT'));
    await expect(openSqliteJournal({ path: folder, clock })).rejects.toThrow(refusal('JOURNAL_UNREADABLE'));
  });

  it('is refused where no folder can be made, or what belongs to it is something else', async () => {
    await writeJournal(1);
    const unreadable = refusal('JOURNAL_UNREADABLE');
    await expect(openSqliteJournal({ path: join(path, 'inside', 'j.sqlite'), clock })).rejects.toThrow(unreadable);
    for (const suffix of ['.head', '.lock']) {
      rmSync(path + suffix);
      mkdirSync(path + suffix);
      await expect(openSqliteJournal({ path, clock })).rejects.toThrow(unreadable);
      rmSync(path + suffix, { recursive: true });
    }
  });

  it('is refused when a later Gristmill wrote it', async () => {
    await writeJournal(1);
    tamper('UPDATE journal SET schema_version = 2');
    await expectRefusedUntouched(refusal('JOURNAL_VERSION_UNSUPPORTED'));
  });

  it('is refused when the mark beside it is damaged', async () => {
    await writeJournal(1);
    flipBit(`${path}.head`, 20, 0);
    await expectRefusedUntouched(refusal('JOURNAL_CORRUPT'));
  });
});

function flipBit(file: string, at: number, bit: number): void {
  const content = readFileSync(file);
  content[at]! ^= 1 << bit;
  writeFileSync(file, content);
}

/** The sequences of the events, or the error of reading them. */
function sequencesOr(read: () => Iterable<JournalEvent>): unknown[] {
  try {
    return Array.from(read(), ({ sequence }) => sequence);
  } catch (error) {
    return [error];
  }
}

/** Opens and verifies everything; gives the sequence of the error, or the journal's events when it finds nothing. */
async function findFault(anchor?: JournalAnchor): Promise<{ code: string; sequence?: number } | unknown[]> {
  let journal: SqliteJournal | undefined;
  try {
    journal = await openSqliteJournal({ path, clock, readOnly: true });
    journal.verify({ anchor });
    return [...journal.read()];
  } catch (error) {
    return error as { code: string; sequence: number };
  } finally {
    await journal?.close();
  }
}

describe('one flipped bit', () => {
  it.each([
    ['recorded_at_ms', 'recorded_at_ms = recorded_at_ms + 4'],
    ['sequence', 'sequence = 1000'],
    ['previous', `previous = zeroblob(32)`],
    ['hash', 'hash = previous'],
    ['stream', `stream = 's/x'`],
    ['type', `type = 'countee'`],
    ['data', `data = CAST(replace(hex(data), '04', '05') AS BLOB)`],
  ])('in the %s of a row is found and its event named', async (_, change) => {
    await writeJournal(9);
    tamper(`UPDATE event SET ${change} WHERE sequence = 4`);
    expect(await findFault()).toMatchObject({ code: 'JOURNAL_BROKEN', sequence: 4 });
  });

  it('in any byte of an event in the file is found and its event named', async () => {
    const anchor = await writeJournal(9);
    const sound = readFileSync(path);
    const marker = Buffer.alloc(200, 4);
    const dataEnd = sound.indexOf(marker) + marker.length;
    // The row of event 4: header, time, two hashes, names, data; its neighbours in the page are other events' rows.
    for (let at = dataEnd - 300; at < dataEnd; at += 7) {
      flipBit(path, at, at % 8);
      expect(await findFault(anchor), `byte ${at}`).toMatchObject({ code: 'JOURNAL_BROKEN', sequence: 4 });
      writeFileSync(path, sound);
    }
  });

  it('anywhere in the file is found, or changes no event', async () => {
    const anchor = await writeJournal(9);
    const sound = readFileSync(path);
    const events = await findFault(anchor);
    expect(events).toHaveLength(9);
    const streams = ['s/0', 's/1', 's/2'];
    let found = 0;
    // Every page, also those of the schema and the index; a prime step visits all kinds of byte.
    for (let at = 0; at < sound.length; at += 97) {
      flipBit(path, at, (at >> 3) % 8);
      const outcome = await findFault(anchor);
      const shown = await openSqliteJournal({ path, clock, readOnly: true }).then(
        async (journal) => {
          const byStream = streams.flatMap((stream) => sequencesOr(() => journal.read({ stream })));
          await journal.close();
          return byStream;
        },
        () => null,
      );
      // Who opens it finds every event of a stream, or is told: one that is passed over could be paid again.
      if (shown?.every((each) => typeof each === 'number')) expect(shown, `byte ${at}`).toHaveLength(9);
      if (Array.isArray(outcome)) expect(outcome, `byte ${at}`).toEqual(events);
      else
        expect(outcome.code, `byte ${at}`).toMatch(
          /^JOURNAL_(BROKEN|CORRUPT|TRUNCATED|VERSION_UNSUPPORTED|UNREADABLE)$/,
        );
      if (!Array.isArray(outcome)) found += 1;
      writeFileSync(path, sound);
    }
    expect(found).toBeGreaterThan(20);
  });

  it('is never handed to a reader, also when the file changes after it was opened', async () => {
    await writeJournal(400);
    const journal = await openSqliteJournal({ path, clock });
    tamper(`UPDATE event SET type = 'countee' WHERE sequence = 300`);
    const seen: number[] = [];
    expect(() => {
      for (const event of journal.read()) seen.push(event.sequence);
    }).toThrow(refusal('JOURNAL_BROKEN', { sequence: 300 }));
    expect(seen).toHaveLength(300);
    expect(() => [...journal.read({ stream: 's/0' })]).toThrow(refusal('JOURNAL_BROKEN', { sequence: 300 }));
    expect(() => journal.verify()).toThrow(refusal('JOURNAL_BROKEN', { sequence: 300 }));
    expect([...journal.read({ from: 301 })]).toHaveLength(99);
    await journal.close();
  });

  it('in the index is found although every event is sound', async () => {
    await writeJournal(9);
    tamper(`DROP INDEX event_by_stream; CREATE INDEX event_by_stream ON event (stream) WHERE sequence <> 4`);
    const database = new DatabaseSync(path, { defensive: false });
    database.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE INDEX event_by_stream ON event (stream)' WHERE name = 'event_by_stream'`);
    database.close();
    expect(await findFault()).toMatchObject({ code: 'JOURNAL_CORRUPT' });
    await expectRefusedUntouched(refusal('JOURNAL_CORRUPT'));
  });

  it('in the schema is found before anything is written', async () => {
    await writeJournal(9);
    flipBit(path, readFileSync(path).indexOf('CHECK (only = 1)') + 'CHECK ('.length, 0);
    await expectRefusedUntouched(refusal('JOURNAL_CORRUPT'));
  });

  it('an event that only another program can have written is named, whatever its hash', async () => {
    await writeJournal(3);
    const link = { sequence: 3, recordedAtMs: 1, stream: 's', type: 't', previous: GENESIS };
    // CBOR, but not the canonical form: an integer in too many bytes.
    const data = Uint8Array.of(0x18, 1);
    const database = new DatabaseSync(path);
    const previous = database.prepare('SELECT hash FROM event WHERE sequence = 2').get()!.hash as Uint8Array;
    const hash = hashEvent({ ...link, previous }, data);
    database.prepare('INSERT INTO event VALUES (3, 1, ?, ?, ?, ?, ?)').run(previous, hash, 's', 't', data);
    database.prepare('UPDATE journal SET size = 4, hash = ?').run(hash);
    database.close();
    expect(await findFault()).toMatchObject({ code: 'JOURNAL_BROKEN', sequence: 3 });
  });

  it('a rewritten history is found by its anchor', async () => {
    const anchor = await writeJournal(9);
    for (const suffix of ['', '.head']) rmSync(path + suffix);
    const journal = await openSqliteJournal({ path, clock });
    await journal.append([...counted(0, 4), ...counted(5, 12)]);
    expect(() => journal.verify({ anchor })).toThrow(refusal('JOURNAL_ANCHOR_MISMATCH'));
    await journal.close();
  });
});
