import { createCoordinator } from '@gristmill/coordinator';
import { createGateway, listen } from '@gristmill/gateway';
import { journalTruncated } from '@gristmill/ledger';
import { asGristmillError, type Cid, GristmillError, type NetworkView } from '@gristmill/protocol';
import { createTransport } from '@gristmill/network';
import {
  createSettlementClient,
  createStakeClient,
  type Deployment,
  type SettlementClient,
  watchEscrow,
  watchStake,
} from '@gristmill/settlement';
import { openBlobFolder, type SqliteJournal, systemClock, systemRandom } from '@gristmill/storage';
import { chainBonds } from './chain-bonds.ts';
import type { Home } from './home.ts';
import { expectLocal, startLocalJury } from './jury/local-jury.ts';

export interface HubOptions {
  home: Home;
  /** The hub's own from here on: it is closed when the hub stops. */
  journal: SqliteJournal;
  rpcUrl: string;
  deployment: Deployment;
  host: string;
  /** 0 lets the system choose. */
  apiPort: number;
  peerPort: number;
  /** What a newcomer must have bonded for its word to count at once, in minor units. Default 0. */
  bondUnitsMin?: bigint;
  /** Also run the three jurors of a local network in this process. */
  hasLocalJury?: boolean;
  log: (line: string) => void;
}

export interface Hub {
  /** Where clients reach its HTTP API. */
  url: string;
  /** Where providers reach it. */
  addresses: readonly string[];
  identity: Omit<NetworkView, 'providers' | 'jobs' | 'journal'>;
  /** Rejects when the hub cannot go on, with `JOURNAL_FAILED` or whatever ended it; never resolves. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** What changes how much may be promised on an account. */
const DEPOSIT_CHANGES = new Set(['deposited', 'withdrawal-requested', 'withdrawn', 'reserved', 'released']);

/** How often the chain is asked what happened. What must not be missed is also looked at by the coordinator itself. */
const WATCH_MS = 2_000;

/** One hub: a coordinator on an SQLite journal, reached by providers over libp2p and by clients over HTTP. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { home, journal, rpcUrl, deployment, host, apiPort, peerPort, bondUnitsMin = 0n, log } = options;
  if (options.hasLocalJury === true) expectLocal(deployment);
  const key = await home.key('hub');
  const blobs = await openBlobFolder({ path: home.path('blobs') });
  const settlement = await createSettlementClient({ rpcUrl, key, deployment });
  await checkNewest(journal, settlement);
  // What happens on chain is watched from here on; how things are by now, the coordinator asks.
  const after = await settlement.newestBlock();
  const transport = await createTransport({ key, listen: [`/ip4/${host}/tcp/${peerPort}`] }).catch((error: unknown) => {
    throw peerPortTaken(error, host, peerPort);
  });
  transport.serveBlobs(blobs);
  let lastError: unknown;
  const coordinator = await createCoordinator({
    journal,
    blobs,
    transport,
    settlement,
    bonds: await chainBonds(await createStakeClient({ rpcUrl, key, deployment })),
    bondUnitsMin,
    clock: systemClock,
    random: systemRandom,
    log: (message, error) => {
      report(message, error);
      lastError = error;
    },
  });
  const { chainId, asset, ...contracts } = deployment;
  const identity = {
    coordinator: key.peerId,
    addresses: [...transport.addresses],
    chainId,
    rpcUrl,
    contracts,
    signer: settlement.signer,
    asset,
    ...(bondUnitsMin > 0n && { bondUnitsMin }),
  };
  const gateway = createGateway({
    coordinator,
    blobs,
    identity,
    log: report,
    journalHead: () => ({ events: journal.size, root: Buffer.from(journal.root()).toString('hex') }),
  });
  const api = await listen(gateway, { host, port: apiPort });

  const jury =
    options.hasLocalJury === true
      ? await startLocalJury({
          desk: {
            faults: () => Promise.resolve(coordinator.faults()),
            fetch: blobNamed,
            confirm: (evidence, vote) => coordinator.confirmFault(evidence, vote),
          },
          rpcUrl,
          deployment,
          folder: home.path('verdicts'),
          clock: systemClock,
          log,
        })
      : null;

  const stopping = new AbortController();
  const watchOptions = { rpcUrl, deployment, after, signal: stopping.signal, pollMs: WATCH_MS };
  const watching = [watchDeposits(), watchBonds()].map((watch) =>
    watch.catch((error: unknown) => report('The chain is watched no more.', error)),
  );
  const anchoring = anchorDeliveries();
  // The coordinator tells of its end by ending what it lets others watch.
  const failed = anchoring.then(() => {
    if (!stopping.signal.aborted) throw asGristmillError(lastError);
    return new Promise<never>(() => {});
  });
  failed.catch(() => undefined);

  return {
    url: api.url,
    addresses: transport.addresses,
    identity,
    failed,
    async stop() {
      stopping.abort();
      await api.close();
      await jury?.stop();
      await coordinator.stop();
      await transport.stop();
      await Promise.all([anchoring, ...watching]);
      await journal.close();
    },
  };

  function report(message: string, error?: unknown): void {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(error === undefined ? message : `${message} ${cause}`);
  }

  async function blobNamed(name: Cid): Promise<Uint8Array> {
    const content = await blobs.get(name);
    if (content !== null) return content;
    throw new GristmillError('BLOB_NOT_FOUND', `This hub does not hold ${name}.`, { hint: 'Restore its blobs.' });
  }

  /** A payer that announces a withdrawal is no longer leased for beyond what stays. */
  async function watchDeposits(): Promise<void> {
    for await (const { events } of watchEscrow(watchOptions)) {
      const payers = events.flatMap((event) =>
        DEPOSIT_CHANGES.has(event.type) && 'payer' in event && event.signer === settlement.signer ? [event.payer] : [],
      );
      for (const payer of new Set(payers)) coordinator.depositChanged(payer);
    }
  }

  async function watchBonds(): Promise<void> {
    for await (const { events } of watchStake(watchOptions)) {
      const providers = events.flatMap((event) => ('provider' in event ? [event.provider] : []));
      for (const provider of new Set(providers)) coordinator.bondChanged(provider);
    }
  }

  /** Each job's end puts the journal's root on chain: from then on nobody, this hub included, can rewrite what came before. */
  async function anchorDeliveries(): Promise<void> {
    for await (const event of coordinator.watch({ from: journal.size, signal: stopping.signal })) {
      if (event.type !== 'delivered' && event.type !== 'failed') continue;
      const size = journal.size;
      try {
        await settlement.anchor({ root: journal.root(size), size });
        log(`journal anchored on chain at ${size} events`);
      } catch (error) {
        // The next job's anchor covers this one too; work goes on while a chain is away.
        log(`journal not anchored: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

function peerPortTaken(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof GristmillError) || error.code !== 'LISTEN_FAILED') return error;
  const isTaken = /EADDRINUSE|in use/i.test(error.message);
  const message = isTaken
    ? `Something else listens on ${host}:${port}, where providers should find this hub.`
    : `Providers cannot find this hub on ${host}:${port}: ${error.message}`;
  return new GristmillError(isTaken ? 'PORT_TAKEN' : 'LISTEN_FAILED', message, {
    hint: isTaken ? 'Stop it, or choose another --peer-port.' : "Choose one of this machine's addresses with --host.",
    fault: 'configuration',
    cause: error,
  });
}

/**
 * A hub on an older copy of its journal would sign vouchers anew that it has forgotten: what it anchored on chain must be
 * in the journal. Asking also shows, before anything else, that the contracts are there.
 *
 * @throws GristmillError `JOURNAL_TRUNCATED`, `JOURNAL_ANCHOR_MISMATCH`, `CHAIN_CONTRACT_MISSING`, `CHAIN_UNREACHABLE`
 */
async function checkNewest(journal: SqliteJournal, settlement: SettlementClient): Promise<void> {
  const anchor = await settlement.latestAnchor(settlement.signer);
  if (anchor === null) return;
  if (anchor.size > journal.size) throw journalTruncated(journal.size, anchor.size);
  const root = `0x${Buffer.from(journal.root(anchor.size)).toString('hex')}`;
  if (root === anchor.root) return;
  throw new GristmillError(
    'JOURNAL_ANCHOR_MISMATCH',
    `The journal's first ${anchor.size} events have root ${root}, but ${anchor.root} was anchored on chain.`,
    { hint: 'This is another journal, or it was rewritten. Restore the newest one.', fault: 'configuration' },
  );
}
