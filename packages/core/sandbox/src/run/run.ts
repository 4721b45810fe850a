import { GristmillError } from '@gristmill/protocol';
import type { MeteringForm } from '../instrument/function-body.ts';
import { Door, type InstrumentedModule } from '../instrument/instrumented-module.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { VirtualClock } from '../wasi/clock.ts';
import { Descriptors } from '../wasi/descriptors.ts';
import { Errno, WasiError } from '../wasi/errno.ts';
import { FileSystem } from '../wasi/file-system.ts';
import { GuestMemory } from '../wasi/guest-memory.ts';
import { createPreview1 } from '../wasi/preview1.ts';
import { SeededRandom } from '../wasi/random.ts';
import {
  PAGE_BYTES,
  type WasmFunction,
  wasmEngine,
  type WasmGlobal,
  type WasmImports,
  type WasmInstance,
  type WasmMemory,
} from '../wasm/engine.ts';
import { compiledModule } from './compiled-module.ts';
import { FuelMeter } from './fuel-meter.ts';
import { OutputBudget } from './output-budget.ts';
import { OutputStream } from './output-stream.ts';
import { FuelExhausted, LimitReached, ProcessExit, Stop } from './stop.ts';
import { describeTrap } from './trap.ts';

/** A module instantiated for one task, as the code that drives it sees it. */
export interface Machine {
  readonly exports: WasmInstance['exports'];
  readonly memory: WasmMemory;
  readonly guest: GuestMemory;
  readonly meter: FuelMeter;
  readonly random: SeededRandom;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** How a host drives a module through one task. */
export interface Drive {
  /** Fuel that is charged before anything runs. */
  readonly startFuel: bigint;
  /** Fewest pages of memory the task needs. */
  readonly memoryPagesMin: number;
  /** Functions offered besides WASI's, by import module. */
  imports(machine: () => Machine): WasmImports;
  /** Runs the task and gives its exit code. */
  run(machine: Machine): number;
}

/** A trap in the fast form: the fuel of the segment or loop it cut short is not known yet. */
const INEXACT = Symbol('inexact');

/**
 * Runs a task in a fresh instance. A task that traps is run once more in the precise form, which is slower and gives
 * the exact fuel and place of the trap; that is sound because a task is a pure function of its input.
 *
 * @throws GristmillError `DEVICE_OUT_OF_MEMORY`, `DEVICE_OUT_OF_STACK`, `DEVICE_CANNOT_COMPILE` when this device cannot
 *   run what the limits allow (never a result), `TASK_FILES_INVALID`, `LIMITS_INVALID`.
 */
export async function runTask(
  module: InstrumentedModule,
  task: TaskInput,
  limits: Limits,
  drive: Drive,
): Promise<Outcome> {
  checkLimits(limits);
  if (Math.max(module.memoryPagesMin, drive.memoryPagesMin) > limits.memoryPages) return beyondMemory();
  const outcome = await attempt(module, 'fast', task, limits, drive);
  if (outcome !== INEXACT) return outcome;
  const exact = await attempt(module, 'precise', task, limits, drive);
  if (exact === INEXACT) throw new Error('the precise form is always exact');
  return exact;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function checkLimits(limits: Limits): void {
  const { fuel, memoryPages, stackDepth, outputBytes } = limits;
  if (fuel >= 0n && fuel < 2n ** 63n && [memoryPages, stackDepth, outputBytes].every(isCount)) return;
  throw new GristmillError(
    'LIMITS_INVALID',
    `fuel ${fuel}, memoryPages ${memoryPages}, stackDepth ${stackDepth}, outputBytes ${outputBytes} are not all counts.`,
    { hint: 'Give integers from 0; fuel below 2^63.' },
  );
}

const NOTHING = new Uint8Array(0);

function beyondMemory(): Outcome {
  return {
    status: 'limit',
    exitCode: null,
    trap: 'memoryPages',
    stdout: NOTHING,
    stderr: NOTHING,
    files: new Map(),
    fuelUsed: 0n,
    peakMemoryBytes: 0,
  };
}

async function attempt(
  module: InstrumentedModule,
  form: MeteringForm,
  task: TaskInput,
  limits: Limits,
  drive: Drive,
): Promise<Outcome | typeof INEXACT> {
  const meter = new FuelMeter(limits.fuel);
  const budget = new OutputBudget(limits.outputBytes);
  const stdout = new OutputStream(budget);
  const stderr = new OutputStream(budget);
  const clock = new VirtualClock(task.startTime, meter);
  const files = new FileSystem(task.files, { meter, budget }, () => clock.now(0));
  const random = new SeededRandom(task.seed);
  const descriptors = new Descriptors(task.stdin, stdout, stderr, files.preopened(task.preopens));
  let instance: WasmInstance | null = null;
  let machine: Machine | null = null;

  const finish = (end: Pick<Outcome, 'status' | 'exitCode' | 'trap'>): Outcome => {
    const outOfFuel = meter.left < 0n;
    return {
      ...(outOfFuel ? { status: 'out-of-fuel', exitCode: null, trap: 'fuel' } : end),
      stdout: stdout.toBytes(),
      stderr: stderr.toBytes(),
      files: files.changedFiles(),
      fuelUsed: outOfFuel ? limits.fuel : meter.used,
      peakMemoryBytes: machine?.memory.buffer.byteLength ?? 0,
    };
  };
  const stopped = (error: unknown): Outcome | typeof INEXACT => {
    if (error instanceof ProcessExit) return finish({ status: 'exited', exitCode: error.exitCode });
    if (error instanceof LimitReached) return finish({ status: 'limit', exitCode: null, trap: error.limit });
    if (error instanceof FuelExhausted) return finish({ status: 'out-of-fuel', exitCode: null, trap: 'fuel' });
    if (!(error instanceof wasmEngine.RuntimeError)) throw deviceFault(error);
    if (instance === null) {
      // Instantiation itself trapped: an active segment did not fit.
      return finish({ status: 'trapped', exitCode: null, trap: 'out of bounds segment' });
    }
    if (globalOf(instance, Door.deviceFault).value === 1) throw deviceOutOfMemory(error);
    if (form === 'fast' && globalOf(instance, Door.site).value !== 0) return INEXACT;
    if (meter.left < 0n) return finish({ status: 'out-of-fuel', exitCode: null, trap: 'fuel' });
    if ((globalOf(instance, Door.stack).value as bigint) < 0n) {
      return finish({ status: 'limit', exitCode: null, trap: 'stackDepth' });
    }
    if (form === 'fast') return INEXACT;
    const site = globalOf(instance, Door.site).value as number;
    return finish({ status: 'trapped', exitCode: null, trap: describeTrap(module.original, site) });
  };

  const world = {
    args: task.args,
    env: task.env,
    clock,
    random,
    descriptors,
    files,
    meter,
    memory: (): GuestMemory => {
      if (machine === null || !module.hasMemory) throw new WasiError(Errno.fault);
      return machine.guest;
    },
  };
  const compiled = await compiledModule(module, form);
  try {
    meter.charge(drive.startFuel);
    instance = await wasmEngine.instantiate(compiled, {
      wasi_snapshot_preview1: createPreview1(world),
      ...drive.imports(() => machine!),
    });
    const memory = module.hasMemory ? (instance.exports[Door.memory] as WasmMemory) : NO_MEMORY;
    machine = { exports: instance.exports, memory, guest: new GuestMemory(memory), meter, random, stdout, stderr };
    meter.attach(globalOf(instance, Door.fuel));
    globalOf(instance, Door.stack).value = BigInt(limits.stackDepth);
    globalOf(instance, Door.memoryPagesMax).value = Math.min(limits.memoryPages, module.memoryPagesMax);
    return finish({ status: 'exited', exitCode: drive.run(machine) });
  } catch (error) {
    return stopped(error);
  }
}

const NO_MEMORY: WasmMemory = { buffer: new ArrayBuffer(0), grow: () => -1 };

function globalOf(instance: WasmInstance, name: string): WasmGlobal {
  return instance.exports[name] as WasmGlobal;
}

function deviceOutOfMemory(cause: unknown): GristmillError {
  return new GristmillError('DEVICE_OUT_OF_MEMORY', 'This device has less memory than the job may use.', {
    hint: 'Run the task on a device with more free memory, or fewer tasks at once here.',
    fault: 'platform',
    cause,
  });
}

/** What an engine throws that is neither a trap nor ours: it ran out of its own stack or memory. */
function deviceFault(error: unknown): unknown {
  if (error instanceof Stop || error instanceof GristmillError) return error;
  // SpiderMonkey throws this very text, and no error.
  if (error === 'out of memory') return deviceOutOfMemory(error);
  if (!(error instanceof Error)) return error;
  const isStack = /stack|recursion/i.test(error.message);
  if (isStack) {
    return new GristmillError('DEVICE_OUT_OF_STACK', 'This device has less stack than the job may use.', {
      hint: 'Run tasks in a thread with about 1 KiB of stack for each unit of stackDepth (Node: resourceLimits.stackSizeMb).',
      fault: 'platform',
      cause: error,
    });
  }
  return error instanceof RangeError ? deviceOutOfMemory(error) : error;
}

/** Pages an amount of memory takes. */
export const pagesOf = (bytes: number): number => Math.ceil(bytes / PAGE_BYTES);

/** An exported function, which the caller knows to be there. */
export function exported(machine: Machine, name: string): WasmFunction {
  return machine.exports[name] as WasmFunction;
}
