import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Journal } from '@gristmill/protocol';
import { openSqliteJournal } from '@gristmill/storage';
import {
  allPayments,
  bankTiming,
  openOutbox,
  type Outbox,
  readBankReports,
  reconcile,
  runRemittance,
  sepaRail,
  targetCalendar,
  type Vault,
  vaultRail,
} from '../src/index.ts';
import { obligationsOfTest, SET_ASIDE, TICK_MS } from './crash-scene.ts';

// The process that the crash test kills: a scheduler that runs every twelve hours of a clock that starts where it is told,
// over a real journal, a real outbox, and a vault whose payments are lines that are on disk. Before and after each effect
// it says so and waits for a word, so that it can be killed there.
const [folder = '', startMs = '0'] = process.argv.slice(2);
let now = Number(startMs);
const clock = { now: () => now };
const disk = await openSqliteJournal({ path: path.join(folder, 'journal.sqlite'), clock });
const files = await openOutbox(path.join(folder, 'outbox'));
const words = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function effect<T>(name: string, run: () => Promise<T>): Promise<T> {
  process.stdout.write(`before ${name}\n`);
  await words.next();
  const result = await run();
  process.stdout.write(`after ${name}\n`);
  await words.next();
  return result;
}

const journal: Journal = {
  append: (events) => effect('append', () => disk.append(events)),
  read: (options) => disk.read(options),
  get size() {
    return disk.size;
  },
  close: () => disk.close(),
};
const outbox: Outbox = {
  find: (name) => files.find(name),
  put: (name, content) => effect('put', () => files.put(name, content)),
};

const chain = path.join(folder, 'chain.log');
const paidOnChain = () =>
  new Map(
    (existsSync(chain) ? readFileSync(chain, 'utf8') : '')
      .split('\n')
      .filter((line) => line.endsWith('.'))
      .map((line) => line.split(' '))
      .map(([id, units]) => [id!, BigInt(units!)] as const),
  );
const vault: Vault = {
  setAsideOf: async () => SET_ASIDE - [...paidOnChain().values()].reduce((sum, units) => sum + units, 0n),
  isRemitted: async (id) => paidOnChain().has(id),
  remit: ({ obligationId, units }) =>
    effect('remit', async () => {
      if (paidOnChain().has(obligationId)) throw new Error(`AlreadyRemitted ${obligationId}`);
      const file = openSync(chain, 'a');
      writeSync(file, `\n${obligationId} ${units} .`);
      fsyncSync(file);
      closeSync(file);
      return { transactionHash: `0x${obligationId.length}` };
    }),
};

const rails = {
  'us/irs': vaultRail({ vault, asset: { code: 'GUSD', decimals: 6 }, leadDays: 4 }),
  'de/finanzamt': sepaRail({
    outbox,
    timing: bankTiming({
      calendar: targetCalendar,
      zone: 'Europe/Berlin',
      cutOff: '14:00',
      transferDays: 1,
      marginDays: 1,
    }),
    availableUnits: async () => null,
    debtor: { name: 'A Trader', account: { iban: 'DE89370400440532013000' } },
    creditor: { name: 'Finanzamt', account: { iban: 'DE75512108001245126199' } },
    reference: { text: '181/815/08155' },
  }),
};
const obligations = obligationsOfTest();
const statements = path.join(folder, 'statements');
const read = new Set<string>();

for (;;) {
  for (const name of readdirSync(statements).toSorted()) {
    if (read.has(name)) continue;
    read.add(name);
    await reconcile({ reports: readBankReports(readFileSync(path.join(statements, name))), journal });
  }
  const railFor = ({ authority }: { authority: string }) => rails[authority as keyof typeof rails];
  const { failures, handedOver } = await runRemittance({ obligations, railFor, journal, clock });
  if (failures.length > 0) throw failures[0]!.error;
  const settled = allPayments(journal).filter(({ state }) => state === 'settled');
  process.stdout.write(`${now} ${handedOver.length} ${settled.length}\n`);
  now += TICK_MS;
}
