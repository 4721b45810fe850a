import {
  type Address,
  asGristmillError,
  assignmentCid,
  type Capabilities,
  type Cid,
  type Clock,
  type DeviceKey,
  GristmillError,
  INLINE_OUTPUT_BYTES_MAX,
  type Lease,
  nanFormOf,
  type PeerId,
  type Report,
  signReceipt,
  type SignedOwnership,
  type SignedVoucher,
  type Transport,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';
import { type ContentCache, createContentCache } from './content-cache.ts';
import type { EnergyMeter } from './energy.ts';
import { requestOf } from './execution-request.ts';
import type { Executor } from './executor.ts';
import { resultOf } from './result.ts';
import { createVoucherPurse, type PurseEvent, type VerifyVoucher } from './voucher-purse.ts';
import type { VoucherStore } from './voucher-store.ts';

export interface ProviderOptions {
  key: DeviceKey;
  transport: Pick<Transport, 'fetchBlob' | 'serveBlobs'>;
  /**
   * Holds a work stream to the hub until the signal aborts, and hands each new one over (network's `keepConnected`,
   * bound to an address). A stream's promise rejects when the hub refuses or breaks the protocol. When it rejects
   * itself, the provider has failed.
   */
  keepConnected: (onStream: (stream: WorkStream) => Promise<void>, signal: AbortSignal) => Promise<void>;
  executor: Executor;
  clock: Pick<Clock, 'now'>;
  /** The word of the person or company behind the device; without it the device is its own owner. */
  ownership?: SignedOwnership | null;
  /** Who is paid. */
  payee: Address;
  /** Leases held at once; a few more than the executor has threads hide the network's delay. */
  slots: number;
  capabilities: Capabilities;
  /** Minor units below which 10^9 fuel is not worth running. */
  unitsPerGigafuelMin: bigint;
  verifyVoucher: VerifyVoucher;
  voucherStore: VoucherStore;
  meter: EnergyMeter;
  /** Programs and inputs already fetched; 256 MiB in memory when left out. */
  contentCache?: ContentCache;
  /** What this provider calls itself. */
  agent?: string;
  log?: (line: string) => void;
  onEvent?: (event: ProviderEvent) => void;
}

/** What happens to a provider, as whoever runs it may watch. */
export type ProviderEvent =
  | { type: 'connected'; coordinator: PeerId }
  /** With why, when it was not a plain goodbye: a refusal by the hub, a broken connection. Another one is tried. */
  | { type: 'disconnected'; coordinator: PeerId; error: GristmillError | null }
  | { type: 'leased'; attemptId: string; jobId: Cid; taskIndex: number }
  | { type: 'completed'; attemptId: string; report: Report }
  | { type: 'declined'; attemptId: string; code: string; message: string }
  | { type: 'revoked'; attemptId: string }
  | { type: 'received'; attemptId: string }
  | { type: 'verdict'; attemptId: string; accepted: boolean; reason: string | null; earnedUnits: bigint }
  | PurseEvent
  /** The connection was given up for good. */
  | { type: 'failed'; error: GristmillError };

export interface ProviderStatus {
  coordinator: PeerId | null;
  /** Attempts that wait or run. */
  working: number;
  /** Finished attempts that the coordinator has not acknowledged. */
  unacknowledged: number;
  completed: number;
  declined: number;
  accepted: number;
  rejected: number;
  earnedUnits: bigint;
  energyMillijoules: number;
  gramsCO2e: number;
  vouchers: SignedVoucher[];
  vouchersRefused: number;
  cachedBytes: number;
  lastError: GristmillError | null;
}

export interface Provider {
  /** Loads what it is owed and begins. @throws GristmillError as the voucher store does. */
  start(): Promise<void>;
  /** Gives back what it has not finished and disconnects; what was owed stays kept. */
  stop(): Promise<void>;
  status(): ProviderStatus;
}

type Attempt =
  | { state: 'working'; abandon: AbortController }
  | { state: 'reported'; report: Report; output: Uint8Array };

/** A connection to the coordinator. */
interface Session {
  stream: WorkStream;
  /** False until the coordinator has answered hello. */
  isWelcome: boolean;
  /** Leases that the coordinator may still send without asking. */
  credit: number;
}

const CONTENT_CACHE_BYTES = 256 * 1024 * 1024;
/** Outputs nobody has taken yet: past this, no new work is asked for. */
const UNACKNOWLEDGED_BYTES_MAX = 256 * 1024 * 1024;
/** What `hello.holding` can name. */
const ATTEMPTS_MAX = 4096;
const DECLINE_MESSAGE_CHARACTERS_MAX = 500;
const DECLINE_CODE_CHARACTERS_MAX = 64;

/**
 * The agent of one device: takes leases, runs them, reports signed receipts, keeps the newest vouchers.
 * INVARIANTS.md lists what it holds to.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { key, transport, executor, clock, meter, slots, payee, log = () => {}, onEvent = () => {} } = options;
  const contentCache = options.contentCache ?? createContentCache({ bytesMax: CONTENT_CACHE_BYTES });
  const purse = createVoucherPurse({
    store: options.voucherStore,
    verify: options.verifyVoucher,
    payee,
    onEvent: (event) => {
      if (event.type === 'voucher-refused') log(`Refused a voucher: ${event.error.message}`);
      if (event.type === 'voucher-unsaved') log(`A voucher counts, but could not be saved: ${event.error.message}`);
      onEvent(event);
    },
  });
  const attempts = new Map<string, Attempt>();
  const totals = { completed: 0, declined: 0, accepted: 0, rejected: 0, energyMillijoules: 0, gramsCO2e: 0 };
  const stopping = new AbortController();
  let earnedUnits = 0n;
  let lastError: GristmillError | null = null;
  let session: Session | null = null;
  let connection: Promise<void> = Promise.resolve();
  /** Runs under way, those of revoked attempts included: they fill a slot until they end. */
  let running = 0;

  /** What is sent while there is no one to hear is either sent again after the next welcome or no longer needed. */
  function send(...messages: WorkMessage[]): void {
    if (session === null || !session.isWelcome) return;
    try {
      session.stream.send(...messages);
    } catch (error) {
      log(`Not sent: ${asGristmillError(error).message}`);
    }
  }

  function unacknowledged(): Extract<Attempt, { state: 'reported' }>[] {
    return [...attempts.values()].filter((attempt) => attempt.state === 'reported');
  }

  function freeSlots(): number {
    const keptBytes = unacknowledged().reduce((sum, { output }) => sum + output.length, 0);
    if (stopping.signal.aborted || keptBytes > UNACKNOWLEDGED_BYTES_MAX) return 0;
    return Math.max(0, Math.min(slots - running, ATTEMPTS_MAX - attempts.size));
  }

  /** Tells the coordinator of slots it does not know to be free. */
  function offerFreeSlots(): void {
    if (session === null || !session.isWelcome) return;
    const more = freeSlots() - session.credit;
    if (more <= 0) return;
    session.credit += more;
    send({ type: 'ready', slots: more });
  }

  function decline(attemptId: string, { code, message }: { code: string; message: string }): void {
    totals.declined += 1;
    send({
      type: 'decline',
      attemptId,
      code: code.slice(0, DECLINE_CODE_CHARACTERS_MAX),
      message: message.slice(0, DECLINE_MESSAGE_CHARACTERS_MAX).toWellFormed(),
    });
    log(`Declined attempt ${attemptId}: ${message}`);
    onEvent({ type: 'declined', attemptId, code, message });
  }

  function onLease(lease: Lease, from: PeerId): void {
    const { attemptId, jobId, taskIndex, unitsPerGigafuel } = lease;
    const credit = session?.credit ?? 0;
    if (session !== null) session.credit = Math.max(0, credit - 1);
    const held = attempts.get(attemptId);
    if (held === undefined) {
      if (credit === 0) {
        decline(attemptId, { code: 'NO_FREE_SLOT', message: 'This device offered no slot for it.' });
      } else if (unitsPerGigafuel < options.unitsPerGigafuelMin) {
        decline(attemptId, {
          code: 'PRICE_TOO_LOW',
          message: `${unitsPerGigafuel} minor units a gigafuel are offered, ${options.unitsPerGigafuelMin} are asked.`,
        });
      } else {
        onEvent({ type: 'leased', attemptId, jobId, taskIndex });
        void work(lease, from);
      }
    } else if (held.state === 'reported') {
      send(held.report);
    }
    offerFreeSlots();
  }

  /** From lease to report. Whatever goes wrong here is this device's affair and ends in a decline. */
  async function work(lease: Lease, from: PeerId): Promise<void> {
    const { attemptId } = lease;
    const attempt: Attempt = { state: 'working', abandon: new AbortController() };
    attempts.set(attemptId, attempt);
    running += 1;
    try {
      const reported = await compute(lease, from, attempt.abandon.signal);
      // Revoked meanwhile: nobody wants it any more.
      if (attempts.get(attemptId) !== attempt) return;
      attempts.set(attemptId, reported);
      totals.completed += 1;
      totals.energyMillijoules += reported.report.signed.receipt.energyMillijoules;
      totals.gramsCO2e += reported.report.signed.receipt.gramsCO2e;
      send(reported.report);
      onEvent({ type: 'completed', attemptId, report: reported.report });
    } catch (error) {
      if (attempts.get(attemptId) !== attempt) return;
      attempts.delete(attemptId);
      decline(attemptId, asGristmillError(error));
    } finally {
      running -= 1;
      offerFreeSlots();
    }
  }

  async function compute(
    lease: Lease,
    from: PeerId,
    signal: AbortSignal,
  ): Promise<Extract<Attempt, { state: 'reported' }>> {
    const receivedAtMs = clock.now();
    const { attemptId, jobId, taskIndex } = lease;
    const request = await requestOf(lease, (name, bytesMax) =>
      contentCache.get(name, () => transport.fetchBlob(from, name, { signal: stopping.signal, bytesMax })),
    );
    signal.throwIfAborted();
    const waitedMs = clock.now() - receivedAtMs;
    if (waitedMs > lease.expiresInMs) {
      throw new GristmillError(
        'LEASE_EXPIRED',
        `The inputs took ${waitedMs} ms, the lease held ${lease.expiresInMs}.`,
        {
          hint: 'Lease for longer, or to a device with a better connection.',
          fault: 'timeout',
        },
      );
    }
    const stopMeter = meter.measure();
    const execution = await executor.execute({ ...request, signal });
    const { stdout: output, cpuMs, durationMs } = execution;
    const signed = signReceipt(key, {
      attemptId,
      jobId,
      taskIndex,
      assignment: assignmentCid(lease),
      result: resultOf(execution),
      nan: nanFormOf(lease.program),
      durationMs: Math.round(durationMs),
      ...stopMeter(cpuMs),
    });
    const isInline = output.length <= INLINE_OUTPUT_BYTES_MAX;
    return {
      state: 'reported',
      report: { type: 'report', signed, output: isInline ? new Uint8Array(output) : null },
      output,
    };
  }

  /** The attempt is not wanted any more, in whatever state it is. What runs may finish, and is then dropped. */
  function forget(attemptId: string): boolean {
    const attempt = attempts.get(attemptId);
    attempts.delete(attemptId);
    if (attempt?.state === 'working') attempt.abandon.abort();
    return attempt !== undefined;
  }

  function handle(message: WorkMessage, current: Session): void {
    const { stream } = current;
    if (!current.isWelcome && message.type !== 'welcome' && message.type !== 'refusal') {
      throw unexpected(message, 'before welcome');
    }
    switch (message.type) {
      case 'welcome':
        current.isWelcome = true;
        purse.deal(message);
        for (const attemptId of message.drop) forget(attemptId);
        send(...unacknowledged().map(({ report }) => report));
        log(`Connected to ${stream.peer}.`);
        onEvent({ type: 'connected', coordinator: stream.peer });
        offerFreeSlots();
        return;
      case 'lease':
        onLease(message, stream.peer);
        return;
      case 'received':
        for (const attemptId of message.attemptIds) {
          if (attempts.get(attemptId)?.state !== 'reported') continue;
          forget(attemptId);
          onEvent({ type: 'received', attemptId });
        }
        offerFreeSlots();
        return;
      case 'verdict': {
        const { attemptId, accepted, reason, earnedUnits: units } = message;
        if (accepted) totals.accepted += 1;
        else totals.rejected += 1;
        earnedUnits += units;
        onEvent({ type: 'verdict', attemptId, accepted, reason, earnedUnits: units });
        return;
      }
      case 'revoke':
        for (const attemptId of message.attemptIds) {
          if (forget(attemptId)) onEvent({ type: 'revoked', attemptId });
        }
        offerFreeSlots();
        return;
      case 'payment':
        purse.receive(message.voucher);
        return;
      case 'refusal':
        throw new GristmillError(message.code, message.message, { hint: message.hint, fault: 'peer' });
      case 'hello':
      case 'report':
      case 'decline':
      case 'ready':
        throw unexpected(message, 'from a coordinator');
    }
  }

  async function serve(stream: WorkStream): Promise<void> {
    const current: Session = { stream, isWelcome: false, credit: freeSlots() };
    session = current;
    let error: GristmillError | null = null;
    try {
      stream.send({
        type: 'hello',
        agent: options.agent ?? 'gristmill',
        ownership: options.ownership ?? null,
        payee,
        capabilities: options.capabilities,
        unitsPerGigafuelMin: options.unitsPerGigafuelMin,
        slots: current.credit,
        holding: [...attempts.keys()],
      });
      for await (const message of stream.messages()) handle(message, current);
    } catch (thrown) {
      error = noteError(thrown);
      throw error;
    } finally {
      if (session === current) session = null;
      log(`Disconnected from ${stream.peer}.`);
      onEvent({ type: 'disconnected', coordinator: stream.peer, error });
    }
  }

  function noteError(thrown: unknown): GristmillError {
    lastError = asGristmillError(thrown);
    log(`${lastError.code}: ${lastError.message}`);
    return lastError;
  }

  return {
    async start() {
      await purse.load();
      transport.serveBlobs({
        get: (name) => {
          const holder = unacknowledged().find(({ report }) => report.signed.receipt.result.output === name);
          return Promise.resolve(holder?.output ?? null);
        },
      });
      connection = options.keepConnected(serve, stopping.signal).catch((thrown: unknown) => {
        onEvent({ type: 'failed', error: noteError(thrown) });
      });
    },
    async stop() {
      for (const [attemptId, { state }] of attempts) {
        if (state !== 'working') continue;
        forget(attemptId);
        decline(attemptId, { code: 'PROVIDER_STOPPING', message: 'This device stops providing.' });
      }
      stopping.abort();
      await connection;
      await purse.settled();
    },
    status: () => ({
      coordinator: session?.isWelcome === true ? session.stream.peer : null,
      working: [...attempts.values()].filter(({ state }) => state === 'working').length,
      unacknowledged: unacknowledged().length,
      ...totals,
      earnedUnits,
      vouchers: purse.vouchers(),
      vouchersRefused: purse.refused,
      cachedBytes: contentCache.bytesUsed,
      lastError,
    }),
  };
}

function unexpected(message: WorkMessage, when: string): GristmillError {
  return new GristmillError('MESSAGE_UNEXPECTED', `The peer sent "${message.type}" ${when}.`, {
    hint: 'The peer speaks another version of /gristmill/work/1, or is no coordinator.',
    fault: 'peer',
  });
}
