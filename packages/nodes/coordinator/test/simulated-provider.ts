import {
  type Address,
  assignmentCid,
  type Cid,
  cidOfBytes,
  type Clock,
  type DeviceKey,
  type Lease,
  type NanForm,
  nanFormOf,
  type Report,
  type Result,
  signReceipt,
  type SignedVoucher,
  type WorkMessage,
  type WorkStream,
  type SignedOwnership,
} from '@gristmill/protocol';
import { createMemoryBlobs, type MemoryNetwork } from './memory-ports.ts';

export interface Conduct {
  /** What this device says that a lease came to; null when it never says anything. */
  answer(lease: Lease): { result: Result; output: Uint8Array<ArrayBuffer> } | null;
  /** The form of NaNs it says it ran; as leased when left out. */
  nan?(lease: Lease): NanForm;
  /** What it says it ran; what was leased when left out. */
  assignment?(lease: Lease): Cid | undefined;
  /** How long it works on a lease. */
  durationMs(lease: Lease): number;
  /** Leases after which it hangs up and stays away for `awayMs`, once. */
  vanishesAfter?: { leases: number; awayMs: number };
  /** Declines every lease, with this code. */
  declines?: string;
}

export interface SimulatedProvider {
  readonly key: DeviceKey;
  readonly leases: Lease[];
  /** What was said to it, leases apart. */
  readonly heard: WorkMessage[];
  readonly acknowledged: Set<string>;
  readonly newestVoucher: Map<Address, SignedVoucher>;
  /** Dials until the hub answers, and again whenever the stream ends. */
  start(): void;
  /** Cuts the stream; it dials again by itself unless `forGood`. */
  hangUp(options?: { forGood?: boolean; awayMs?: number }): void;
  /** Says anything at all. */
  say(...messages: WorkMessage[]): void;
  stop(): void;
}

const REDIAL_MS = 200;

/** A device that keeps its side of the protocol as `nodes/provider` does, with whatever conduct it is given. */
export function createSimulatedProvider({
  network,
  clock,
  key,
  conduct,
  ownership = null,
  slots = 2,
  memoryBytes = 2 ** 32,
  sendsInline = true,
  unitsPerGigafuelMin = 0n,
  onHeard = () => {},
}: {
  network: MemoryNetwork;
  clock: Clock;
  key: DeviceKey;
  conduct: Conduct;
  /** Whose word the device brings; without it the device is its own owner. */
  ownership?: SignedOwnership | null;
  slots?: number;
  memoryBytes?: number;
  /** Otherwise outputs are fetched by CID. */
  sendsInline?: boolean;
  unitsPerGigafuelMin?: bigint;
  /** Called with each message at the moment it arrives. */
  onHeard?: (message: WorkMessage) => void;
}): SimulatedProvider {
  const blobs = createMemoryBlobs();
  const working = new Map<string, Lease>();
  const unacknowledged = new Map<string, Report>();
  let stream: WorkStream | null = null;
  let isStopped = false;
  let leasesTillVanishing = conduct.vanishesAfter?.leases ?? Infinity;
  let awayMs = REDIAL_MS;

  const self: SimulatedProvider = {
    key,
    leases: [],
    heard: [],
    acknowledged: new Set(),
    newestVoucher: new Map(),
    start() {
      keepConnected().catch((error: unknown) => {
        throw error;
      });
    },
    hangUp({ forGood = false, awayMs: away = REDIAL_MS } = {}) {
      isStopped ||= forGood;
      awayMs = away;
      void stream?.close();
    },
    say(...messages) {
      stream?.send(...messages);
    },
    stop() {
      isStopped = true;
      void stream?.close();
    },
  };

  async function keepConnected(): Promise<void> {
    while (!isStopped) {
      stream = network.dial(key.peerId, blobs);
      if (stream !== null) {
        stream.send({
          type: 'hello',
          agent: 'simulated/1',
          ownership,
          payee: key.address,
          capabilities: { cores: slots, memoryBytes, fuelPerSecond: 1e9, profiles: ['gristmill-1'] },
          unitsPerGigafuelMin,
          slots: Math.max(0, slots - working.size),
          holding: [...working.keys(), ...unacknowledged.keys()],
        });
        for await (const message of stream.messages()) listen(message);
        stream = null;
      }
      await clock.sleep(awayMs);
      awayMs = REDIAL_MS;
    }
  }

  function listen(message: WorkMessage): void {
    onHeard(message);
    if (message.type !== 'lease') self.heard.push(message);
    if (message.type === 'welcome') {
      for (const attemptId of message.drop) forget(attemptId);
      trySend(...unacknowledged.values());
    } else if (message.type === 'lease') {
      self.leases.push(message);
      work(message).catch(() => {});
      leasesTillVanishing -= 1;
      if (leasesTillVanishing === 0) self.hangUp({ awayMs: conduct.vanishesAfter!.awayMs });
    } else if (message.type === 'received') {
      for (const attemptId of message.attemptIds) {
        unacknowledged.delete(attemptId);
        self.acknowledged.add(attemptId);
      }
    } else if (message.type === 'revoke') {
      for (const attemptId of message.attemptIds) if (working.delete(attemptId)) trySend({ type: 'ready', slots: 1 });
    } else if (message.type === 'payment') {
      keep(message.voucher);
    }
  }

  function keep(signed: SignedVoucher): void {
    const { payer, cumulative } = signed.voucher;
    const before = self.newestVoucher.get(payer)?.voucher.cumulative ?? 0n;
    if (cumulative < before) throw new Error(`a voucher fell from ${before} to ${cumulative}`);
    self.newestVoucher.set(payer, signed);
  }

  async function work(lease: Lease): Promise<void> {
    const { attemptId, jobId, taskIndex } = lease;
    if (conduct.declines !== undefined) {
      trySend(
        { type: 'decline', attemptId, code: conduct.declines, message: 'it does not go here' },
        { type: 'ready', slots: 1 },
      );
      return;
    }
    working.set(attemptId, lease);
    await clock.sleep(conduct.durationMs(lease));
    if (!working.has(attemptId)) return;
    const answer = conduct.answer(lease);
    if (answer === null) return;
    const { result, output } = answer;
    await blobs.put(output);
    const durationMs = conduct.durationMs(lease);
    const nan = conduct.nan?.(lease) ?? nanFormOf(lease.program);
    const assignment = conduct.assignment === undefined ? assignmentCid(lease) : conduct.assignment(lease);
    const ran = { attemptId, jobId, taskIndex, assignment, result, nan };
    const receipt = { ...ran, durationMs, energyMillijoules: 10, gramsCO2e: 0.5 };
    const report: Report = { type: 'report', signed: signReceipt(key, receipt), output: sendsInline ? output : null };
    working.delete(attemptId);
    unacknowledged.set(attemptId, report);
    trySend(report, { type: 'ready', slots: 1 });
  }

  function forget(attemptId: string): void {
    working.delete(attemptId);
    unacknowledged.delete(attemptId);
  }

  function trySend(...messages: WorkMessage[]): void {
    try {
      stream?.send(...messages);
    } catch {
      // It says it again when the hub is back.
    }
  }

  return self;
}

/** A result as a correct device comes to it. */
export function exited(output: Uint8Array, fuelUsed: bigint): Result {
  return {
    status: 'exited',
    exitCode: 0,
    reason: null,
    output: cidOfBytes(output),
    outputBytes: output.length,
    fuelUsed,
  };
}
