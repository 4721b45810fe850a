import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteJournal } from './sqlite-journal.ts';
import { systemClock, systemRandom } from './system.ts';

const SCRIPT = join(import.meta.dirname, '../test/append-until-killed.ts');
const ROUNDS = 6;

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gristmill-crash-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('kill -9', () => {
  it('at any moment loses nothing that was acknowledged', { timeout: 120_000 }, async () => {
    const path = join(folder, 'journal.sqlite');
    const acknowledged = new Map<number, string>();

    for (let round = 0; round < ROUNDS; round += 1) {
      const command = ['--conditions=@gristmill/source', SCRIPT, path, String(round * 10)];
      child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      const killAfterLines = 1 + (Buffer.from(systemRandom.bytes(2)).readUInt16BE() % 400);
      let lines = 0;
      for await (const line of createInterface({ input: child.stdout! })) {
        const [word, sequence, hash] = line.split(' ');
        if (word === 'ack') acknowledged.set(Number(sequence), hash!);
        lines += 1;
        if (lines === 1) {
          await expect(openSqliteJournal({ path, clock: systemClock })).rejects.toMatchObject({
            code: 'JOURNAL_LOCKED',
          });
        }
        // What it wrote before it died is still read to the end: it was acknowledged.
        if (lines === killAfterLines) child.kill('SIGKILL');
      }
      expect(await exited).toEqual([null, 'SIGKILL']);

      const journal = await openSqliteJournal({ path, clock: systemClock });
      const { events } = journal.verify();
      expect(events).toBe(journal.size);
      const kept = new Map(
        Array.from(journal.read(), (event) => [event.sequence, Buffer.from(event.hash).toString('hex')]),
      );
      for (const [sequence, hash] of acknowledged) expect(kept.get(sequence)).toBe(hash);

      // Each append is there whole or not at all.
      const partsByAppend = new Map<string, number>();
      for (const { stream, data } of journal.read()) {
        const append = `${stream}/${(data as { n: number }).n}`;
        partsByAppend.set(append, (partsByAppend.get(append) ?? 0) + 1);
      }
      for (const [append, parts] of partsByAppend) {
        const [, caller, n] = append.split('/').map(Number);
        expect(parts).toBe(1 + ((caller! + n!) % 4));
      }
      await journal.close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS - 1);
  });
});

describe('a disk that is full', () => {
  it('loses nothing that was acknowledged, and keeps nothing that was refused', { timeout: 60_000 }, async () => {
    const path = join(folder, 'journal.sqlite');
    // In blocks of 512 bytes or 1 KiB, by the shell: the -wal file reaches either before it is emptied.
    const command = 'ulimit -f 1000; exec "$0" --conditions=@gristmill/source "$1" "$2"';
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command, process.execPath, SCRIPT, path]).then(
      () => expect.unreachable(),
      (failure: { stdout: string; stderr: string }) => failure,
    );
    expect(stderr).toContain('JOURNAL_WRITE_FAILED');
    const acknowledged = stdout.split('\n').filter((line) => line.startsWith('ack '));
    expect(acknowledged.length).toBeGreaterThan(2);

    const journal = await openSqliteJournal({ path, clock: systemClock });
    expect(journal.verify().events).toBe(acknowledged.length);
    await journal.append([{ stream: 's', type: 'there is room again', data: null }]);
    await journal.close();
  });
});
