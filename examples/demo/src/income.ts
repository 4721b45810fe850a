import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { taxpayerBooks } from '@gristmill/ledger';
import { GristmillError } from '@gristmill/protocol';
import type { PaidClaim } from '@gristmill/settlement';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import type { Player } from './cast.ts';
import type { World } from './world.ts';

/** How long a provider may take to see on chain what it was paid, on however slow a machine. */
const BOOKED_WITHIN_MS = 600_000;
const LOOK_MS = 250;

/** What a provider's own books say that it earned and set aside, in minor units. */
export interface BookedIncome {
  name: string;
  incomeUnits: bigint;
  setAsideUnits: bigint;
}

/** Waits until each running provider has its payouts in its books, which it writes by itself, and reads them there. */
export async function bookedIncome(
  { players, programs, deployment }: World,
  claims: readonly PaidClaim[],
  folder: string,
): Promise<BookedIncome[]> {
  const giveUpAt = performance.now() + BOOKED_WITHIN_MS;
  const paid = players.flatMap((player) => {
    const claim = claims.find(({ payee }) => payee === player.key.address);
    return claim === undefined || !programs.has(player.name) ? [] : [{ player, claim }];
  });
  return Promise.all(
    paid.map(async ({ player, claim }) => {
      let booked = await incomeOf(player, deployment.asset.code, folder);
      while (booked.incomeUnits !== claim.units && performance.now() < giveUpAt) {
        await setTimeout(LOOK_MS);
        booked = await incomeOf(player, deployment.asset.code, folder);
      }
      return booked;
    }),
  );
}

async function incomeOf({ name }: Player, asset: string, folder: string): Promise<BookedIncome> {
  try {
    const file = path.join(folder, name, 'remittances.db');
    const journal = await openSqliteJournal({ path: file, clock: systemClock, readOnly: true });
    try {
      const { books } = taxpayerBooks(journal.read());
      return { name, incomeUnits: books.total('income', asset), setAsideUnits: books.total('vault', asset) };
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (!(error instanceof GristmillError) || error.code !== 'JOURNAL_NOT_FOUND') throw error;
    return { name, incomeUnits: 0n, setAsideUnits: 0n };
  }
}
