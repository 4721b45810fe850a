import { openSqliteJournal, systemClock } from '../src/index.ts';

// The process whose disk is full at some point: the test limits how large its files may grow.
const journal = await openSqliteJournal({ path: process.argv[2] ?? '', clock: systemClock });
const large = { stream: 's', type: 'large', data: new Uint8Array(30_000) };
let refusal: { code?: string; message?: string } = {};
let written = 0;
while (refusal.code === undefined) {
  try {
    await journal.append([large, large]);
    written += 2;
  } catch (error) {
    refusal = error as typeof refusal;
  }
}
const { events } = journal.verify();
const [small] = await journal.append([{ stream: 's', type: 'small', data: null }]);
await journal.close();
process.stdout.write(JSON.stringify({ written, code: refusal.code, events, small: small?.sequence }));
