import { type MoneyEvent, moneyEventSchemas, taxpayerBooks } from '@gristmill/ledger';
import type { JournalEvent, NewJournalEvent } from '@gristmill/protocol';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { z } from 'zod';
import { openHome } from '../../home.ts';
import { inputMalformed, readLines } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { readBooks, recordInBooks, TAXPAYER_JOURNAL } from '../../tax/books/taxpayer-journal.ts';

const TYPES = Object.keys(moneyEventSchemas) as MoneyEvent['type'][];
const typed = z.looseObject({ type: z.enum(TYPES) });

export function addBook(tax: Command): void {
  tax
    .command('book')
    .argument('<file>', 'one event a line, as JSON; `-` is standard input')
    .summary('write income, expenses and moved money into the books')
    .description(
      'Writes events about money into the books in --home, beside the payouts that a provider writes and the payments of ' +
        '`gristmill tax remit`. Either all lines are booked or none. Give each an `id` of its own, such as the number of an ' +
        'invoice: what has an id is booked once, however often it is written. Nothing is ever changed; mistakes are ' +
        'corrected by more events.',
    )
    .option('--home <folder>', 'where the books lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Lines (amounts in minor units; accounts are wallet:…, bank:… or vault:…):
  {"type":"income.received","id":"i-1","date":"2026-05-02","asset":{"code":"EUR","decimals":2},"units":120000,
   "setAside":30000,"payer":"ACME","account":"bank:DE89…","vault":"vault:de/finanzamt"}                 (in one line)
  {"type":"income.refunded","id":"r-1","date":…,"asset":…,"units":5000,"payer":"ACME","account":"bank:DE89…"}
  {"type":"expense.paid","id":"e-1","date":…,"asset":…,"units":4999,"account":"bank:DE89…","category":"computing","payee":"Host"}
  {"type":"money.moved","id":"m-1","date":…,"asset":…,"units":100,"from":"wallet:0x52…","to":"bank:DE89…","memo":"cashed"}
  {"type":"asset.exchanged","id":"x-1","date":…,"sold":{"asset":…,"units":…,"account":…},"bought":{…},"memo":"sold for euro"}
  {"type":"event.reversed","id":"c-1","date":…,"reverses":"e-1","memo":"booked by mistake"}
An expense's category is the key of a box of the form that it belongs on (\`gristmill tax return --form … --json\`).

Examples:
  gristmill tax book 2026-05.jsonl
  gristmill tax book - --home ~/.gristmill < receipts.jsonl`,
    )
    .action(async (file: string, options: { home?: string; json?: boolean }) => {
      const path = (await openHome(options.home)).path(TAXPAYER_JOURNAL);
      const events = await readMoneyEvents(file);
      const booked = await readBooks(path, systemClock);
      // What cannot be booked after all that is there is refused before anything is written.
      taxpayerBooks([...booked, ...events.map((event, i) => asIfWritten(event, booked.length + i))]);
      const written = await recordInBooks(path, systemClock, events);
      const known = events.length - written;
      createOutput({ json: options.json ?? false }).result(
        { written, known },
        `${written} booked${known === 0 ? '' : `, ${known} were there already`}.`,
      );
    });
}

/** @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED` naming the line. */
async function readMoneyEvents(file: string): Promise<NewJournalEvent[]> {
  return (await readLines(file)).map(({ line, number }) => {
    const refused = (why: string, cause?: unknown) =>
      inputMalformed(file, number, `cannot be booked: ${why}`, 'See `gristmill tax book --help` for the lines.', cause);
    let said: unknown;
    try {
      said = JSON.parse(line);
    } catch (cause) {
      throw refused(`it is not JSON (${line.slice(0, 60)})`, cause);
    }
    const parsed = typed.safeParse(said);
    if (!parsed.success) throw refused(z.prettifyError(parsed.error));
    const { type, ...data } = parsed.data;
    const checked = moneyEventSchemas[type].strict().safeParse(data);
    if (!checked.success) throw refused(z.prettifyError(checked.error));
    // As it was said: amounts beyond 2^64 are digits in the journal too.
    return { stream: 'books', type, data };
  });
}

function asIfWritten(event: NewJournalEvent, sequence: number): JournalEvent {
  return { ...event, sequence, recordedAtMs: systemClock.now(), previous: NO_HASH, hash: NO_HASH };
}

const NO_HASH = new Uint8Array();
