import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { address, GristmillError } from '@gristmill/protocol';
import { acquireFileLock, replaceWholeFile } from '@gristmill/storage';
import { z } from 'zod';
import type { Home } from '../home.ts';

const LOCK_POLL_MS = 20;

const opened = z.strictObject({
  chainId: z.int(),
  contract: address,
  /** Who holds each role; the chain knows only the addresses. */
  roles: z.record(z.string(), address),
  /** The terms that it was opened with, as core JSON: the chain tells what follows a case only once it is taken. */
  terms: z.string(),
  /** The block that it was opened in: its logs begin there. */
  block: z.int().nonnegative().default(0),
});

type OpenedAgreement = z.infer<typeof opened>;

const agreementBook = z.strictObject({
  /** The contract that holds agreements, by chain id. */
  contracts: z.record(z.string(), address),
  agreements: z.record(z.string(), opened),
});

/** What a home knows of the agreements that it opened, in `agreements.json`. */
export type AgreementBook = z.infer<typeof agreementBook>;

/** @throws GristmillError `AGREEMENT_BOOK_MALFORMED` */
export async function readAgreementBook(home: Home): Promise<AgreementBook> {
  const file = home.path('agreements.json');
  try {
    return agreementBook.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { contracts: {}, agreements: {} };
    throw new GristmillError('AGREEMENT_BOOK_MALFORMED', `${file} is no list of agreements.`, {
      hint: 'Restore it from a backup, or move it away and name --contract and --terms.',
      fault: 'configuration',
      cause,
    });
  }
}

/**
 * Adds an agreement that was opened, whole or not at all, whenever the process ends; others may add theirs meanwhile.
 *
 * @throws GristmillError `AGREEMENT_BOOK_MALFORMED`
 */
export async function addToAgreementBook(home: Home, id: Hex, agreement: OpenedAgreement): Promise<void> {
  const file = home.path('agreements.json');
  const release = await untilLocked(`${file}.lock`);
  try {
    const { contracts, agreements } = await readAgreementBook(home);
    const book: AgreementBook = {
      contracts: { ...contracts, [agreement.chainId]: agreement.contract },
      agreements: { ...agreements, [id]: agreement },
    };
    await replaceWholeFile(file, `${JSON.stringify(book, null, 2)}\n`);
  } finally {
    release();
  }
}

/** It is held for as long as a small file takes to write, and given up by whoever dies. */
async function untilLocked(path: string): Promise<() => void> {
  for (;;) {
    const release = acquireFileLock(path);
    if (release !== null) return release;
    await setTimeout(LOCK_POLL_MS);
  }
}

/**
 * The agreement that a reference means: an id, the beginning of one that this home opened, or `last`.
 *
 * @throws GristmillError `AGREEMENT_UNKNOWN`
 */
export function agreementIdOf({ agreements }: AgreementBook, reference: string): Hex {
  const text = reference.toLowerCase();
  if (isId(text)) return text;
  const known = Object.keys(agreements).filter(isId);
  const last = known.at(-1);
  if (text === 'last' && last !== undefined) return last;
  const found = known.filter((id) => text.startsWith('0x') && id.startsWith(text));
  if (found.length === 1) return found[0]!;
  throw new GristmillError('AGREEMENT_UNKNOWN', `"${reference}" is not one agreement that this home opened.`, {
    hint: 'Give the whole id: 0x and 64 hexadecimal digits.',
  });
}

type Hex = `0x${string}`;

function isId(text: string): text is Hex {
  return /^0x[0-9a-f]{64}$/.test(text);
}
