import {
  type Address,
  asGristmillError,
  cidOfBytes,
  type DeviceKey,
  deviceKeyFromPrivateKey,
  generateDeviceKey,
  inNanForm,
  type Job,
  type JobId,
  type JobView,
  nanFormOf,
  sign,
  type Settlement,
  type SignedJob,
} from '@gristmill/protocol';
import { parseEvent } from '../src/events.ts';
import { createCoordinator, type Coordinator, type CoordinatorInit } from '../src/index.ts';
import { createManualClock, type ManualClock, quiesce } from './clock.ts';
import {
  createMemoryBlobs,
  createMemoryDisk,
  createMemoryNetwork,
  createMemorySettlement,
  type MemoryDisk,
} from './memory-ports.ts';
import { createSeededRandom } from './random.ts';
import { type Conduct, createSimulatedProvider, exited, type SimulatedProvider } from './simulated-provider.ts';

export const payer: DeviceKey = deviceKeyFromPrivateKey(new Uint8Array(32).fill(1));
const hubKey: DeviceKey = deviceKeyFromPrivateKey(new Uint8Array(32).fill(2));

const module = new TextEncoder().encode('the program');

/** What every honest device comes to. */
export function referenceOutput(taskIndex: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`output ${taskIndex};`);
}

export function fuelOf(taskIndex: number): bigint {
  return 1_000_000_000n + BigInt(taskIndex) * 1_000_000_000n;
}

export const honest: Conduct = {
  answer: ({ taskIndex }) => {
    const output = referenceOutput(taskIndex);
    return { output, result: exited(output, fuelOf(taskIndex)) };
  },
  durationMs: () => 100,
};

/** Says something wrong of its own for every `every`-th task. */
export function liar(name: string, every = 1): Conduct {
  return {
    ...honest,
    answer(lease) {
      if (lease.taskIndex % every !== 0) return honest.answer(lease);
      const output = new TextEncoder().encode(`${name} says ${lease.taskIndex}`);
      return { output, result: exited(output, fuelOf(lease.taskIndex)) };
    },
  };
}

/** An honest device on which NaNs have other bits: its results differ in the optimistic form only. */
export const otherNans: Conduct = {
  ...honest,
  answer(lease) {
    if (nanFormOf(lease.program) === 'canonical') return honest.answer(lease);
    const output = otherNansOutput(lease.taskIndex);
    return { output, result: exited(output, fuelOf(lease.taskIndex)) };
  },
};

export function otherNansOutput(taskIndex: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`nan in ${taskIndex};`);
}

export function optimistic(job: Job): Job {
  return { ...job, program: inNanForm(job.program, 'optimistic') };
}

export function sampleJob(changes: Partial<Job> = {}): Job {
  const tasks = changes.tasks ?? manyTasks(6);
  return {
    version: 1,
    name: 'sample',
    payer: payer.address,
    nonce: '1',
    program: { kind: 'wasm', module: cidOfBytes(module) },
    tasks,
    limits: { fuel: 100_000_000_000n, memoryPages: 16, stackDepth: 1000, outputBytes: 1_000, wallClockMs: 1_000 },
    verification: { policy: 'replicas', quorum: 2, attemptsMax: 5 },
    aggregation: { kind: 'concat' },
    unitsPerGigafuel: 3n,
    budgetUnits: 1_000_000n,
    deadlineMs: 3_600_000,
    startTimeMs: 0,
    ...changes,
  };
}

export function manyTasks(length: number): Job['tasks'] {
  return Array.from({ length }, (_, i) => ({ args: [String(i)], env: {}, stdin: null, files: {} }));
}

export function signed(job: Job, key: DeviceKey = payer): SignedJob {
  return { job, signature: sign(key, 'job', job) };
}

export interface World {
  readonly clock: ManualClock;
  readonly disk: MemoryDisk;
  readonly blobs: ReturnType<typeof createMemoryBlobs>;
  readonly providers: SimulatedProvider[];
  /** The coordinator that runs now. */
  readonly coordinator: Coordinator;
  readonly log: string[];
  startHub(): Promise<void>;
  /** What SIGKILL does: nothing that was under way ever comes back. */
  crashHub(): void;
  readonly isHubUp: boolean;
  addProvider(conduct: Conduct, options?: Partial<Parameters<typeof createSimulatedProvider>[0]>): SimulatedProvider;
  submit(job: Job): Promise<JobId>;
  /** Until the job has ended; throws when it does not within `limitMs`. */
  untilEnded(jobId: JobId, limitMs?: number): Promise<JobView>;
  stop(): Promise<void>;
}

export async function createWorld({
  seed = 1,
  fundedUnits = 1_000_000_000n,
  reservedUnits = new Map(),
  ...tuning
}: {
  seed?: number;
  fundedUnits?: bigint | (() => bigint);
  reservedUnits?: ReadonlyMap<Address, bigint>;
} & Partial<CoordinatorInit> = {}): Promise<World> {
  const clock = createManualClock();
  const disk = createMemoryDisk(clock);
  const blobs = createMemoryBlobs();
  const network = createMemoryNetwork();
  const random = createSeededRandom(seed);
  const ledger = createMemorySettlement(hubKey, 0n);
  const settlement: Settlement = {
    ...ledger,
    reservedUnits: async () => reservedUnits,
    fundedUnits: async () => (typeof fundedUnits === 'bigint' ? fundedUnits : fundedUnits()),
    signVoucher(promise) {
      const earned = earnedUnits(disk, promise.payee);
      if (promise.cumulative > earned)
        world.log.push(`INVARIANT_BROKEN: ${promise.cumulative} signed, ${earned} written`);
      return ledger.signVoucher(promise);
    },
  };
  let coordinator: Coordinator | null = null;
  let cut: (() => void) | null = null;
  await blobs.put(module);

  const world: World = {
    clock,
    disk,
    blobs,
    providers: [],
    log: [],
    get coordinator() {
      if (coordinator === null) throw new Error('the hub is down');
      return coordinator;
    },
    get isHubUp() {
      return coordinator !== null;
    },
    async startHub() {
      const socket = network.hub(hubKey.peerId);
      const journal = disk.open();
      cut = () => {
        journal.sever();
        socket.unplug();
      };
      coordinator = await createCoordinator({
        journal,
        blobs,
        transport: socket.transport,
        settlement,
        clock,
        random,
        log: (message, error) =>
          world.log.push(error === undefined ? message : `${message} ${asGristmillError(error).code}`),
        ...tuning,
      });
    },
    crashHub() {
      coordinator = null;
      cut?.();
    },
    addProvider(conduct, options = {}) {
      const provider = createSimulatedProvider({ network, clock, conduct, key: generateDeviceKey(random), ...options });
      world.providers.push(provider);
      provider.start();
      return provider;
    },
    async submit(job) {
      const { jobId } = await world.coordinator.submit(signed(job));
      return jobId;
    },
    async untilEnded(jobId, limitMs = 600_000) {
      const ended = (): boolean => {
        const state = coordinator?.job(jobId)?.state;
        return state === 'delivered' || state === 'failed' || state === 'cancelled';
      };
      if (!(await clock.advanceUntil(ended, limitMs))) {
        throw new Error(`${jobId} is ${coordinator?.job(jobId)?.state} after ${limitMs} ms`);
      }
      await quiesce();
      return world.coordinator.job(jobId)!;
    },
    async stop() {
      for (const provider of world.providers) provider.stop();
      await coordinator?.stop();
    },
  };
  await world.startHub();
  return world;
}

/** What the journal says that a payee has earned. */
function earnedUnits({ events }: MemoryDisk, payee: string): bigint {
  const payees = new Map<string, string>();
  let sum = 0n;
  const earn = ({ attemptId, units }: { attemptId: string; units: bigint }): void => {
    if (payees.get(attemptId) === payee) sum += units;
  };
  for (const event of events.map(parseEvent)) {
    if (event?.type === 'attempt.leased') payees.set(event.data.attemptId, event.data.payee);
    if (event?.type === 'attempt.accepted') earn(event.data);
    if (event?.type === 'task.verified') event.data.right.forEach(earn);
  }
  return sum;
}
