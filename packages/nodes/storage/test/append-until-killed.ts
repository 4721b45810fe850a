import { openSqliteJournal, systemClock } from '../src/index.ts';

// The process that the crash test kills: many callers append to one journal, and each says which events were
// acknowledged. Written to a pipe, a line is out of this process before the next statement runs.
const [path = '', firstCaller = '0'] = process.argv.slice(2);
const journal = await openSqliteJournal({ path, clock: systemClock });
process.stdout.write(`opened ${journal.size}\n`);

await Promise.all(
  Array.from({ length: 5 }, async (_, i) => {
    const caller = Number(firstCaller) + i;
    for (let n = 0; ; n += 1) {
      const group = Array.from({ length: 1 + ((caller + n) % 4) }, (_, part) => ({
        stream: `caller/${caller}`,
        type: 'counted',
        data: { n, part, filler: new Uint8Array((n * 37) % 900) },
      }));
      const events = await journal.append(group);
      const lines = events.map((event) => `ack ${event.sequence} ${Buffer.from(event.hash).toString('hex')}\n`);
      process.stdout.write(lines.join(''));
    }
  }),
);
