import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TAX_AUTHORITY } from '@gristmill/cli';
import type { Address, ProviderView } from '@gristmill/protocol';
import type { JobEvent, JobView } from 'gristmill';
import { z } from 'zod';
import { unitsByAddress } from './balances.ts';
import type { Player } from './cast.ts';
import type { Reference } from './reference-picture.ts';
import type { RenderedPicture } from './render-job.ts';
import type { Settled } from './settlement.ts';
import type { TrendResult } from './trend-job.ts';
import type { World } from './world.ts';

/** All that the audit looks at, gathered from the outside when everything is over: it decides nothing. */
export interface Evidence {
  players: readonly Player[];
  /** Names of the devices that still run. */
  running: ReadonlySet<string>;
  requestor: Address;
  hub: Address;
  taxAuthority: Address;
  /** What `gristmill audit verify` found. */
  journal: JournalAudit;
  /** What the hub's journal tells of the two jobs, and the hub of its providers. */
  jobs: readonly { view: JobView; events: readonly JobEvent[] }[];
  providers: readonly ProviderView[];
  /** SHA-256 of the files that were delivered, as they lie on disk, and of what they must be. */
  results: { picture: string; reference: string; trend: string; trendReference: string };
  settled: Settled;
  chain: ChainState;
}

interface JournalAudit {
  events: number;
  root: string;
  /** The code of what is wrong with it. */
  fault: string | null;
  /** How many of the events the newest anchor on chain vouches for; 0 without one. */
  anchoredEvents: number;
}

/** What the chain holds at the end, in minor units. */
interface ChainState {
  asset: string;
  account: { fundedUnits: bigint; balanceUnits: bigint };
  escrow: bigint;
  stake: bigint;
  /** What the vault's ledger holds for each payee. */
  setAside: ReadonlyMap<Address, bigint>;
  /** Everybody's wallet before the first job and now. */
  before: ReadonlyMap<Address, bigint>;
  after: ReadonlyMap<Address, bigint>;
}

const run = promisify(execFile);
const COMMAND = fileURLToPath(import.meta.resolve('@gristmill/cli/command'));

export async function gatherEvidence({
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
}): Promise<Evidence> {
  const [journal, chain, { providers }, pictureSha256, trendSha256, ...jobs] = await Promise.all([
    auditJournalByCommand(world),
    chainState(world),
    world.mill.network(),
    sha256OfFile(picture.path),
    sha256OfFile(trend.path),
    ...[picture.view, trend.view].map(async (view) => ({
      view,
      events: await eventsOf(world, view),
    })),
  ]);
  return {
    players: world.players,
    running: new Set(world.programs.keys()),
    requestor: world.requestor.address,
    hub: world.hubKey.address,
    taxAuthority: world.taxAuthority,
    journal,
    jobs,
    providers,
    results: {
      picture: pictureSha256,
      reference: reference.sha256,
      trend: trendSha256,
      trendReference: trend.referenceSha256,
    },
    settled,
    chain,
  };
}

async function eventsOf({ mill }: World, { jobId }: JobView): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of mill.hub.jobEvents(jobId)) events.push(event);
  return events;
}

async function sha256OfFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

const auditAnswer = z.union([
  z.object({
    events: z.number(),
    root: z.string(),
    verified: z.literal(true),
    anchored: z.boolean().nullable(),
    anchoredEvents: z.number(),
  }),
  z.object({ error: z.object({ code: z.string() }) }),
]);

/** `gristmill audit verify`, as anybody would run it. */
async function auditJournalByCommand({ hub, chain }: World): Promise<JournalAudit> {
  const node = ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', COMMAND];
  const command = ['audit', 'verify', '--json', '--home', hub.home, '--rpc', chain.rpcUrl];
  // It prints its document also when it ends with 1, because the journal does not hold.
  const { stdout } = await run(process.execPath, [...node, ...command]).catch((failed: { stdout: string }) => failed);
  const answer = auditAnswer.parse(JSON.parse(stdout));
  if ('error' in answer) return { events: 0, root: '', fault: answer.error.code, anchoredEvents: 0 };
  const { events, root, anchored, anchoredEvents } = answer;
  return { events, root, fault: null, anchoredEvents: anchored === true ? anchoredEvents : 0 };
}

async function chainState(world: World): Promise<ChainState> {
  const { requestor, requestorClient: chain, hub, deployment, startingBalances, players } = world;
  const [account, escrow, stake, setAside, after] = await Promise.all([
    chain.escrowAccount(requestor.address, hub.signer),
    chain.balanceOf(deployment.escrow),
    chain.balanceOf(deployment.stake),
    unitsByAddress(
      players.map(({ key }) => key.address),
      (payee) => chain.setAsideOf(payee, TAX_AUTHORITY),
    ),
    unitsByAddress([...startingBalances.keys()], (wallet) => chain.balanceOf(wallet)),
  ]);
  return { asset: deployment.asset.code, account, escrow, stake, setAside, before: startingBalances, after };
}
