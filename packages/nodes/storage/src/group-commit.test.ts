import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { connect, createJournalFile, inspectJournalFile } from './journal-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gristmill-commit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (n: number) => ({ stream: 's', type: 'counted', data: { n } });
const clock = { now: () => 7.5 };

describe('group commit', () => {
  it('raises the mark once a group, after the disk and before the callers', async () => {
    const path = join(folder, 'journal.sqlite');
    await createJournalFile(path);
    const database = connect(path, { readOnly: false });
    const state = inspectJournalFile(path);
    const order: string[] = [];
    const mark = {
      raise: ({ size }: { size: number }) => {
        order.push(`mark ${size}, on disk ${inspectJournalFile(path).head.size}`);
      },
      close() {},
    };
    const { append } = createGroupCommit({ database, state, clock, mark });
    const call = async (n: number): Promise<void> => {
      const [written] = await append([event(n)]);
      order.push(`caller of ${written!.sequence} at ${written!.recordedAtMs}`);
    };
    await Promise.all([call(0), call(1)]);
    await call(2);
    expect(order).toEqual([
      'mark 2, on disk 2',
      'caller of 0 at 7',
      'caller of 1 at 7',
      'mark 3, on disk 3',
      'caller of 2 at 7',
    ]);
    database.close();
  });

  it('writes nothing more after an fsync that failed, for the next could succeed without what this one lost', async () => {
    const path = join(folder, 'journal.sqlite');
    await createJournalFile(path);
    const database = connect(path, { readOnly: false });
    const state = inspectJournalFile(path);
    const { append } = createGroupCommit({ database, state, clock, mark: { raise() {}, close() {} } });
    await append([event(0)]);
    // As SQLite reports it (SQLITE_IOERR_FSYNC); no file system here fails on demand.
    const exec = database.exec.bind(database);
    vi.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw Object.assign(new Error('disk I/O error'), { errcode: 1034 });
      exec(sql);
    });
    const lost = { code: 'JOURNAL_WRITE_FAILED', hint: expect.stringContaining('opened again') as string };
    await expect(append([event(1)])).rejects.toMatchObject(lost);
    vi.restoreAllMocks();
    await expect(append([event(2)])).rejects.toMatchObject(lost);
    expect(inspectJournalFile(path).head).toEqual(state.head);
    expect(state.head.size).toBe(1);
    database.close();
  });

  it('acknowledges what is on disk, and nothing more, once the mark cannot be raised', async () => {
    const path = join(folder, 'journal.sqlite');
    await createJournalFile(path);
    const database = connect(path, { readOnly: false });
    const state = inspectJournalFile(path);
    const mark = {
      raise: () => {
        throw new Error('input/output error');
      },
      close() {},
    };
    const { append } = createGroupCommit({ database, state, clock, mark });
    expect(await append([event(0)])).toHaveLength(1);
    await expect(append([event(1)])).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
      message: expect.stringContaining('input/output error'),
    });
    expect(inspectJournalFile(path).head).toEqual(state.head);
    expect(state.head.size).toBe(1);
    database.close();
  });
});
