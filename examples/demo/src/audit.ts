import { TAX_AUTHORITY } from '@gristmill/cli';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBooks, settlementChart, transfer } from '@gristmill/ledger';
import type { JobId } from '@gristmill/protocol';
import { encode } from 'fast-png';
import { z } from 'zod';
import { gridOf, type PictureSize, type RenderedPicture } from './render-job.ts';
import type { Settled } from './settlement.ts';
import { tileRectangle } from './terminal-picture.ts';
import type { TrendResult } from './trend-job.ts';
import type { World } from './world.ts';

/** What the demo claims of itself; each is computed, none is assumed. */
export interface Audit {
  checks: { name: string; holds: boolean; detail: string }[];
  journal: { events: number; root: string; verified: boolean; anchored: boolean };
  money: MoneyTrail;
}

interface MoneyTrail {
  deposited: bigint;
  /** To the providers' wallets. */
  paid: bigint;
  setAside: bigint;
  remitted: bigint;
  refunded: bigint;
  /** Still in the escrow. */
  remaining: bigint;
  /** What the devices put at stake, what the liar lost of it, and what the others took back. */
  bonded: bigint;
  slashed: bigint;
  returned: bigint;
}

export interface Reference {
  sha256: string;
  cpuSeconds: number;
}

const run = promisify(execFile);
const COMMAND = fileURLToPath(import.meta.resolve('@gristmill/cli/command'));
const REFERENCE_PROGRAM = fileURLToPath(new URL('reference-render.ts', import.meta.url));

/** The same picture by one process, in plain Node, with none of our own code between module and engine. */
export async function renderReference({
  picture,
  size,
}: {
  picture: RenderedPicture;
  size: PictureSize;
}): Promise<Reference> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-reference-'));
  try {
    const wasmPath = path.join(folder, 'path-tracer.wasm');
    const scratch = path.join(folder, 'tiles');
    await writeFile(wasmPath, picture.wasm);
    const { stdout } = await run(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      REFERENCE_PROGRAM,
      JSON.stringify({ wasmPath, tasks: picture.tasks, scratch }),
    ]);
    const { cpuSeconds } = z.object({ cpuSeconds: z.number() }).parse(JSON.parse(stdout));
    return { cpuSeconds, sha256: sha256(pngOfTiles(await readFile(scratch), size, picture.tasks.length)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pngOfTiles(tiles: Uint8Array, size: PictureSize, count: number): Uint8Array {
  const grid = gridOf(size);
  const data = new Uint8Array(grid.width * grid.height * 4);
  let from = 0;
  for (let tile = 0; tile < count; tile += 1) {
    const { left, top, width, height } = tileRectangle(grid, tile);
    for (let row = 0; row < height; row += 1, from += width * 4) {
      data.set(tiles.subarray(from, from + width * 4), ((top + row) * grid.width + left) * 4);
    }
  }
  return encode({ width: grid.width, height: grid.height, data, channels: 4, depth: 8 });
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Looks at everything again, from the outside: the command's own audit, the chain, the reference picture. */
export async function audit({
  world,
  picture,
  trend,
  settled,
  reference,
}: {
  world: World;
  picture: RenderedPicture;
  trend: TrendResult;
  settled: Settled;
  reference: Reference;
}): Promise<Audit> {
  const [journal, { money, balanced }, { providers }, again] = await Promise.all([
    auditJournalByCommand(world),
    followMoney(world, settled),
    world.mill.network(),
    acceptedTwice(world, [picture.view.jobId, trend.view.jobId]),
  ]);
  const slashes = settled.stakes.faults.filter(({ slashedUnits }) => slashedUnits > 0n);
  const killed = world.players.find(({ role }) => role === 'killed')!;
  const liar = world.players.find(({ role }) => role === 'liar')!;
  const liarView = providers.find(({ provider }) => provider === liar.key.peerId)!;
  const paidToKilled = settled.claims.find(({ payee }) => payee === killed.key.address)?.units ?? 0n;
  const owedToKilled = providers.find(({ provider }) => provider === killed.key.peerId)!.earnedUnits;
  const checks = [
    {
      name: "the journal's hashes hold, and its root is the one on chain",
      holds: journal.verified && journal.anchored,
      detail: `${journal.events} events`,
    },
    {
      name: 'money is conserved to the last unit',
      holds: balanced,
      detail: `${money.deposited} = ${money.paid} paid + ${money.setAside} set aside + ${money.refunded} refunded`,
    },
    {
      name: 'every provider was paid exactly what it earned',
      holds: providers.every(
        ({ payee, earnedUnits }) =>
          earnedUnits === (settled.claims.find((claim) => claim.payee === payee)?.units ?? 0n),
      ),
      detail: `${settled.claims.length} claims`,
    },
    {
      name: 'every provider has what it was paid in its own books, and what was set aside of it',
      holds:
        settled.booked.length > 0 &&
        settled.booked.every(({ name, incomeUnits, setAsideUnits }) => {
          const { key } = world.players.find((player) => player.name === name)!;
          const claim = settled.claims.find(({ payee }) => payee === key.address);
          return incomeUnits === claim?.units && setAsideUnits === claim.setAsideUnits;
        }),
      detail: settled.booked.map(({ name }) => name).join(', '),
    },
    {
      name: 'no lie was delivered: the picture is the reference run, byte for byte',
      holds: picture.sha256 === reference.sha256,
      detail: picture.sha256.slice(0, 16),
    },
    {
      name: 'nor in the trend: its numbers are those of another JavaScript engine, digit for digit',
      holds: trend.sha256 === trend.referenceSha256,
      detail: trend.sha256.slice(0, 16),
    },
    {
      name: 'nothing that was accepted was computed or paid again',
      holds: again.length === 0,
      detail: again.length === 0 ? `${picture.view.tasks + trend.view.tasks} tasks` : again.join(', '),
    },
    {
      name: 'the liar was caught and not paid for its lies',
      holds: liarView.rejected > 0 && liarView.reputation < 0.5,
      detail: `${liarView.rejected} lies, reputation ${liarView.reputation.toFixed(2)}`,
    },
    {
      name: 'its bond was slashed, for what two jurors or more saw to be wrong by running it again',
      holds:
        slashes.length > 0 &&
        slashes.every(({ provider, verdicts }) => provider === liar.key.peerId && verdicts.length >= 2),
      detail: `${money.slashed} units for ${slashes.length} of ${settled.stakes.faults.length} lies`,
    },
    {
      name: 'what the lies cost went to who proved them and to whom they wronged; nobody else lost a unit of a bond',
      holds:
        settled.stakes.slashed === settled.stakes.toProver + settled.stakes.toRequestor &&
        settled.stakes.toProver > 0n &&
        settled.stakes.toRequestor > 0n &&
        money.bonded === money.slashed + money.returned,
      detail: `${money.bonded} = ${money.slashed} slashed + ${money.returned} returned`,
    },
    {
      name: "the killed provider's unfinished tiles were done by others",
      holds: !world.programs.has(killed.name) && picture.view.tasksVerified === picture.view.tasks,
      detail: picture.rescued.length > 0 ? `tile ${picture.rescued.join(', ')}` : 'it died between two tiles',
    },
    {
      name: 'what it had finished was paid',
      holds: picture.acceptedOfKilled > 0 && paidToKilled > 0n && paidToKilled === owedToKilled,
      detail: `${picture.acceptedOfKilled} tiles`,
    },
  ];
  return { checks, journal, money };
}

/** Tasks that were leased after they had been verified, or verified more than once, as the journal tells it. */
async function acceptedTwice({ mill }: World, jobIds: JobId[]): Promise<string[]> {
  const again: string[] = [];
  for (const jobId of jobIds) {
    const verified = new Set<number>();
    for await (const event of mill.hub.jobEvents(jobId)) {
      if (event.type !== 'leased' && event.type !== 'verified') continue;
      if (verified.has(event.taskIndex)) again.push(`task ${event.taskIndex} ${event.type} again`);
      if (event.type === 'verified') verified.add(event.taskIndex);
    }
  }
  return again;
}

const auditDocument = z.object({
  events: z.number(),
  root: z.string(),
  verified: z.boolean(),
  anchored: z.boolean().nullable(),
});

/** `gristmill audit verify`, as anybody would run it. */
async function auditJournalByCommand({ hub, chain }: World): Promise<Audit['journal']> {
  const { stdout } = await run(process.execPath, [
    '--conditions=@gristmill/source',
    '--disable-warning=ExperimentalWarning',
    COMMAND,
    'audit',
    'verify',
    '--json',
    '--home',
    hub.home,
    '--rpc',
    chain.rpcUrl,
  ]);
  const { events, root, verified, anchored } = auditDocument.parse(JSON.parse(stdout));
  return { events, root, verified, anchored: anchored === true };
}

/** Posts every movement of money in double-entry books and holds the balances against what the chain says. */
async function followMoney(
  world: World,
  { claims, remittance, refundedUnits, stakes }: Settled,
): Promise<{ money: MoneyTrail; balanced: boolean }> {
  const { requestor, requestorClient: chain, hub, deployment, taxAuthority } = world;
  const asset = deployment.asset.code;
  const account = await chain.escrowAccount(requestor.address, hub.signer);
  const deposited = account.fundedUnits + refundedUnits;
  const books = createBooks(settlementChart);
  const escrow = `escrow:${requestor.address}` as const;
  const payer = `payer:${requestor.address}` as const;
  books.post(transfer(asset, payer, escrow, deposited));
  for (const { payee, setAsideUnits, walletUnits } of claims) {
    if (walletUnits > 0n) books.post(transfer(asset, escrow, `provider:${payee}`, walletUnits));
    if (setAsideUnits > 0n) books.post(transfer(asset, escrow, `vault:${payee}`, setAsideUnits));
  }
  const setAside = books.total('vault', asset);
  if (refundedUnits > 0n) books.post(transfer(asset, escrow, payer, refundedUnits));
  books.post(transfer(asset, `vault:${remittance.taxpayer}`, `authority:${taxAuthority}`, remittance.units));

  const wallets = await Promise.all(claims.map(({ wallet }) => chain.balanceOf(wallet)));
  const payees = new Set(claims.map(({ payee }) => payee));
  const setAsides = await Promise.all([...payees].map((payee) => chain.setAsideOf(payee, TAX_AUTHORITY)));
  const onChain = {
    // The vault is a part of the escrow: one balance, and a ledger that says what of it is set aside.
    escrow: await chain.balanceOf(deployment.escrow),
    vault: setAsides.reduce((sum, units) => sum + units, 0n),
    authority: await chain.balanceOf(taxAuthority),
    stake: await chain.balanceOf(deployment.stake),
  };
  const money = {
    deposited,
    paid: books.total('provider', asset),
    setAside,
    remitted: books.total('authority', asset),
    refunded: refundedUnits,
    remaining: account.balanceUnits,
    bonded: stakes.bonded,
    slashed: stakes.slashed,
    returned: stakes.returned,
  };
  const { debits, credits } = books.trialBalance(asset);
  const balanced =
    debits === credits &&
    deposited === money.paid + money.setAside + money.refunded + money.remaining &&
    onChain.escrow === books.total('escrow', asset) + books.total('vault', asset) &&
    onChain.vault === books.total('vault', asset) &&
    onChain.authority === money.remitted &&
    onChain.stake === stakes.bonded - stakes.returned - stakes.toProver - stakes.toRequestor &&
    wallets.every(
      (balance, i) =>
        balance ===
        world.startingBalances.get(claims[i]!.payee)! +
          claims[i]!.walletUnits +
          (stakes.returnedTo.get(claims[i]!.payee) ?? 0n),
    );
  return { money, balanced };
}
