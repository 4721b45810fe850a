import { readFile, writeFile } from 'node:fs/promises';
import { incomeReceived } from '@gristmill/ledger';
import type { Address, Clock } from '@gristmill/protocol';
import {
  type ChainCursor,
  type EscrowEvent,
  LOCAL_CHAIN_ID,
  type SettlementClient,
  watchEscrow,
} from '@gristmill/settlement';
import { z } from 'zod';
import type { Home } from './home.ts';
import { TAX_AUTHORITY } from './payout-plan.ts';
import { recordInBooks, TAXPAYER_JOURNAL } from './tax/books/taxpayer-journal.ts';

const cursorFile = z.object({
  chainId: z.int(),
  escrow: z.string(),
  cursor: z.object({ blockNumber: z.int(), blockHash: z.templateLiteral(['0x', z.string()]) }),
});

/** Where others' blocks may still be exchanged for others, income counts once so many are on top of it. */
const CONFIRMATIONS = 10;
const WATCH_MS = { local: 2_000, elsewhere: 4_000 };
/** A cursor that nothing happened behind is written this seldom: to read some blocks again is cheaper. */
const QUIET_BLOCKS = 1_000;

/**
 * Watches the escrow for one payee until the signal aborts: what arrives is written into its books, once each, whoever
 * claimed it; and it is told when a payer announces a withdrawal. It goes on where it was when the process ended.
 */
export async function watchIncome({
  home,
  rpcUrl,
  settlement,
  payee,
  clock,
  signal,
  onIncome,
  onWithdrawal,
  log,
}: {
  home: Home;
  rpcUrl: string;
  settlement: SettlementClient;
  payee: Address;
  clock: Clock;
  signal: AbortSignal;
  /** Awaited when something new is in the books. */
  onIncome: () => Promise<void>;
  onWithdrawal: (payer: Address) => void;
  log: (line: string) => void;
}): Promise<void> {
  const { deployment } = settlement;
  const { chainId, escrow } = deployment;
  const isLocal = chainId === LOCAL_CHAIN_ID;
  const file = home.path('income-cursor.json');
  const after = await readCursor();
  let kept = after?.blockNumber ?? deployment.deployedAtBlock;
  const batches = watchEscrow({
    rpcUrl,
    deployment,
    signal,
    pollMs: isLocal ? WATCH_MS.local : WATCH_MS.elsewhere,
    confirmations: isLocal ? 1 : CONFIRMATIONS,
    onTrouble: ({ message }) => log(`income is not seen just now: ${message}`),
    ...(after !== null && { after }),
  });
  for await (const { events, cursor, voidFromBlock } of batches) {
    if (voidFromBlock !== null) {
      log(
        `the chain was reorganised from block ${voidFromBlock} on: compare the books with it (gristmill tax statement)`,
      );
    }
    const income = events.filter((event) => event.type === 'claimed' && event.payee === payee);
    if (income.length > 0) await book(income);
    if (income.length > 0 || cursor.blockNumber >= kept + QUIET_BLOCKS) {
      await writeFile(file, `${JSON.stringify({ chainId, escrow, cursor })}\n`);
      kept = cursor.blockNumber;
    }
    for (const event of events) {
      if (event.type === 'withdrawal-requested' && event.withdrawableAt !== null) onWithdrawal(event.payer);
    }
  }

  async function book(income: readonly EscrowEvent[]): Promise<void> {
    const authority = (await settlement.payoutPlan(payee))?.authority ?? TAX_AUTHORITY;
    const written = await recordInBooks(
      home.path(TAXPAYER_JOURNAL),
      clock,
      income.flatMap((event) => (event.type === 'claimed' ? [incomeOf(event, authority)] : [])),
    );
    if (written === 0) return;
    log(`${written} payouts arrived and are in the books (gristmill tax statement)`);
    await onIncome();
  }

  function incomeOf(event: Extract<EscrowEvent, { type: 'claimed' }>, authority: string) {
    const { payer, wallet, units, setAsideUnits, timestamp, transactionHash, logIndex } = event;
    return incomeReceived({
      id: `eip155:${chainId}/${transactionHash}/${logIndex}`,
      date: new Date(timestamp * 1000).toISOString().slice(0, 10),
      asset: deployment.asset,
      units,
      setAside: setAsideUnits,
      payer,
      payee,
      wallet,
      authority,
    });
  }

  /** What cannot be read, or is another network's, says nothing: all is read again, and nothing booked twice. */
  async function readCursor(): Promise<ChainCursor | null> {
    try {
      const known = cursorFile.parse(JSON.parse(await readFile(file, 'utf8')));
      return known.chainId === chainId && known.escrow === escrow ? known.cursor : null;
    } catch {
      return null;
    }
  }
}
