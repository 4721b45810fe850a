import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openSqliteJournal } from '@gristmill/storage';
import { parseCivilDate } from '@gristmill/tax';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { camtText } from '../test/camt-text.ts';
import { obligationsOfTest, START_MS, TICK_MS } from '../test/crash-scene.ts';
import { addBusinessDays, businessDayUpTo, targetCalendar } from './bank-calendar.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { openQuestions } from './reconcile.ts';
import { allPayments } from './remittance-log.ts';

const SCRIPT = path.join(import.meta.dirname, '../test/remit-until-killed.ts');
const END_MS = Date.parse('2026-06-20T00:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gristmill-remit-'));
  for (const name of ['outbox', 'statements']) mkdirSync(path.join(folder, name));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A bank that carries off what lies in the outbox at any moment, and sends each statement twice. */
function bank() {
  const accepted: { messageId: string; endToEndId: string; amount: string; execution: string; carriedMs: number }[] =
    [];
  const refused: string[] = [];
  return {
    accepted,
    refused,
    carry: (nowMs: number) => {
      const outbox = path.join(folder, 'outbox');
      for (const name of readdirSync(outbox).filter((each) => each.endsWith('.xml') && !each.startsWith('.'))) {
        const xml = readFileSync(path.join(outbox, name), 'utf8');
        const field = (tag: string) => new RegExp(`<${tag}[^>]*>([^<]*)<`).exec(xml)![1]!;
        expect(xml.endsWith('</Document>\n')).toBe(true);
        const messageId = field('MsgId');
        const execution = /<ReqdExctnDt>\s*<Dt>([^<]*)</.exec(xml)![1]!;
        if (accepted.some((each) => each.messageId === messageId)) refused.push(messageId);
        else {
          const order = { messageId, endToEndId: field('EndToEndId'), amount: field('InstdAmt'), execution };
          accepted.push({ ...order, carriedMs: nowMs });
          const line = { amount: order.amount, servicerReference: messageId, date: order.execution };
          const entries = [{ ...line, transactions: [{ endToEndId: order.endToEndId }] }];
          for (const copy of ['a', 'b']) {
            const finished = path.join(folder, 'statements', `${accepted.length}${copy}.xml`);
            writeFileSync(path.join(folder, 'unfinished'), camtText({ id: messageId, entries }));
            renameSync(path.join(folder, 'unfinished'), finished);
          }
        }
        renameSync(path.join(outbox, name), path.join(outbox, 'sent', name));
      }
    },
  };
}

/**
 * Runs the scheduler from a moment of its clock, and kills it before or after so many effects, or just as it goes on from
 * there; gives the moment it had reached.
 */
async function runUntilKilled(startMs: number, effectsMax: number, onLine: (nowMs: number) => void): Promise<number> {
  const command = ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', SCRIPT];
  const child = spawn(process.execPath, [...command, folder, String(startMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let nowMs = startMs;
  let effects = 0;
  // A killed reader breaks the pipe.
  child.stdin.on('error', () => {});
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('before') || line.startsWith('after')) {
        effects += 1;
        if (effects < effectsMax || randomInt(2) === 0) child.stdin.write('go on\n');
        if (effects >= effectsMax) child.kill('SIGKILL');
      } else {
        nowMs = Number(line.split(' ')[0]) + TICK_MS;
        if (nowMs > END_MS) child.kill('SIGKILL');
      }
      onLine(nowMs);
    }
  } finally {
    child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return nowMs;
}

test(
  'kill -9 at any moment of half a year: nothing late, nothing twice, nothing forgotten',
  { timeout: 120_000 },
  async () => {
    const { accepted, refused, carry } = bank();
    let nowMs = START_MS;
    for (let round = 0; round < 8; round += 1) {
      // Sometimes the bank comes at every line, sometimes only once the process is dead.
      const isBusy = randomInt(2) === 0;
      nowMs = await runUntilKilled(nowMs, 1 + randomInt(9), (ms) => isBusy && carry(ms));
      carry(nowMs);
    }
    while (nowMs <= END_MS) {
      nowMs = await runUntilKilled(nowMs, Infinity, carry);
      carry(nowMs);
    }

    const journal = await openSqliteJournal({ path: path.join(folder, 'journal.sqlite'), clock: { now: () => nowMs } });
    journal.verify();
    const payments = allPayments(journal);
    expect(openQuestions(journal)).toEqual([]);
    await journal.close();

    const obligations = obligationsOfTest();
    expect(payments.map(({ id, state }) => `${id} ${state}`).toSorted()).toEqual(
      obligations.map(({ id }) => `${id}/1 settled`).toSorted(),
    );
    // The bank and the chain, who keep books of their own, saw each payment once, with its amount.
    expect(refused).toEqual([]);
    expect(accepted.map(({ endToEndId, amount }) => `${endToEndId} ${amount}`).toSorted()).toEqual(
      obligations
        .filter(({ authority }) => authority === 'de/finanzamt')
        .map(
          ({ id, amount }) =>
            `${paymentIdsOf(`${id}/1`).endToEndId} ${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`,
        )
        .toSorted(),
    );
    const chain = existsSync(path.join(folder, 'chain.log'))
      ? readFileSync(path.join(folder, 'chain.log'), 'utf8')
      : '';
    expect(
      chain
        .split('\n')
        .filter((line) => line !== '')
        .toSorted(),
    ).toEqual(
      obligations
        .filter(({ authority }) => authority === 'us/irs')
        .map(({ id, amount }) => `${id}/1 ${amount * 10_000n} .`)
        .toSorted(),
    );
    // One business day after its execution the money is there, on the last business day up to the due date at the latest.
    for (const { endToEndId, execution } of accepted) {
      const { dueDate } = obligations.find(({ id }) => paymentIdsOf(`${id}/1`).endToEndId === endToEndId)!;
      const arrival = addBusinessDays(targetCalendar, parseCivilDate(execution), 1);
      expect(arrival <= businessDayUpTo(targetCalendar, dueDate), `${execution} for ${dueDate}`).toBe(true);
    }
  },
);
