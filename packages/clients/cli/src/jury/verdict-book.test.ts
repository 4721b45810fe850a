import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { address, cidOf, type FaultVerdict, type SignedFaultVerdict } from '@gristmill/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVerdictBook } from './verdict-book.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-verdicts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const someone = address.parse(`0x${'1'.repeat(40)}`);
const verdict: FaultVerdict = {
  chainId: 31_337,
  stake: someone,
  provider: someone,
  task: `0x${'2'.repeat(64)}`,
  claimedResult: `0x${'3'.repeat(64)}`,
  rightResult: `0x${'4'.repeat(64)}`,
  units: 5n,
  prover: someone,
  requestor: someone,
  evidence: cidOf('evidence'),
};
let signatures = 0;

/** Signs anew each time, as a signer with randomness would. */
async function sign(what: FaultVerdict): Promise<SignedFaultVerdict> {
  signatures += 1;
  return { verdict: what, juror: someone, signature: `0x${signatures.toString(16).padStart(130, '0')}` };
}

const keep = (what: FaultVerdict) => openVerdictBook(folder).keep(what, () => sign(what));

it('gives the first signature again, also after a restart', async () => {
  const first = await keep(verdict);
  expect(await keep(verdict)).toEqual(first);
  expect(await keep({ ...verdict, task: `0x${'7'.repeat(64)}` })).not.toEqual(first);
});

it('signs once about one fault, whoever asks first', async () => {
  const other = { ...verdict, prover: address.parse(`0x${'9'.repeat(40)}`), evidence: cidOf('a copy of it') };
  const asked = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => keep(i % 2 === 0 ? verdict : other)));
  const given = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.signature] : []));
  const refused = asked.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
  expect(new Set(given).size).toBe(1);
  expect(refused).toHaveLength(3);
  for (const error of refused) expect(error).toMatchObject({ code: 'VERDICT_CONFLICT' });
  expect(await readdir(folder)).toHaveLength(1);
});

it('signs nothing while it cannot read what it signed', async () => {
  await keep(verdict);
  const [file] = await readdir(folder);
  await writeFile(path.join(folder, file!), '{');
  const before = signatures;
  await expect(keep(verdict)).rejects.toMatchObject({ code: 'VERDICT_BOOK_MALFORMED' });
  expect(signatures).toBe(before);
});
