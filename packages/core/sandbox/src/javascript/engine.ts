import { JAVASCRIPT_START_FUEL } from '../fuel-schedule.ts';
import { instrumentFor } from '../instrument/instrument.ts';
import { Door, type InstrumentedModule } from '../instrument/instrumented-module.ts';
import { type Machine, pagesOf, runTask } from '../run/run.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { sortedByName } from '../wasi/canonical-order.ts';
import { wasiFunctions } from '../wasi/signatures.ts';
import type { WasmGlobal } from '../wasm/engine.ts';
import { PRELUDE, PRELUDE_NAME } from './prelude.ts';
import {
  createQuickjsHost,
  engineInvalid,
  GuestOutOfMemory,
  type Handle,
  QuickJs,
  quickjsExports,
  quickjsImports,
  RejectedPromises,
  Thrown,
} from './quickjs.ts';

/** Runs JavaScript tasks: QuickJS as an instrumented module, started once and restored from a snapshot for each task. */
export interface JavaScriptEngine {
  /**
   * Runs one task. `source` is the text of an ES module whose default export is `(input, context?) => output`, sync or
   * async; `context` is `{ index, args, env }`. stdin holds the inputs, stdout the outputs in the same order, both as
   * `createValueCodec` writes lists of values: a JSON array, if the values are plain JSON. What throws, never settles, or
   * leaves a rejected promise to nobody ends the task with exit code 1: the error with the source's own line numbers is on
   * stderr, and stdout is `failure-1` (README). Every outcome, fuel included, is the same on every device.
   *
   * @throws GristmillError as `execute`.
   */
  execute(source: string, task: TaskInput, limits: Limits): Promise<Outcome>;
}

/** QuickJS as it stands after starting: what a fresh instance is set to before each task. */
interface Snapshot {
  readonly memoryPages: number;
  /** Where memory differs from a fresh instance's. */
  readonly changes: readonly Change[];
  readonly globals: readonly (number | bigint)[];
  readonly run: Handle;
  readonly failure: Handle;
  /** Where QuickJS keeps the state of `Math.random` (xorshift64*, 8 bytes). */
  readonly randomStateAt: number;
}

interface Change {
  readonly at: number;
  readonly bytes: Uint8Array;
}

const START_LIMITS: Limits = {
  fuel: 10n ** 12n,
  memoryPages: 1024,
  stackDepth: 1000,
  outputBytes: 65_536,
  wallClockMs: 60_000,
};
const EMPTY = new Uint8Array(0);
const START_TASK: TaskInput = { args: [], env: {}, stdin: EMPTY, files: new Map(), seed: EMPTY, startTime: 1 };
/** The name of the task's source in stack traces. */
const SOURCE_NAME = 'task.js';
const CONTEXT_BYTES = 4096;
const BLOCK_BYTES = 4096;

/**
 * Instruments and starts QuickJS, once for any number of tasks.
 *
 * @throws InvalidModule as `instrument`; GristmillError `JAVASCRIPT_ENGINE_INVALID` when it is not the binary of npm
 *   `quickjs-wasi`.
 */
export async function createJavaScriptEngine(quickjsWasm: Uint8Array): Promise<JavaScriptEngine> {
  const module = instrumentFor(quickjsWasm, {
    offered: { ...wasiFunctions, ...quickjsImports },
    exports: quickjsExports,
  });
  const snapshot = await takeSnapshot(module);
  return {
    execute(source, task, limits) {
      let rejected = new RejectedPromises();
      return runTask(module, task, limits, {
        startFuel: JAVASCRIPT_START_FUEL,
        memoryPagesMin: snapshot.memoryPages,
        imports(machine) {
          // A task may be run twice; each run begins with nothing.
          rejected = new RejectedPromises();
          return createQuickjsHost(machine, rejected);
        },
        run(machine) {
          restore(machine, snapshot);
          return runJavaScript(machine, snapshot, rejected, source, task);
        },
      });
    },
  };
}

async function takeSnapshot(module: InstrumentedModule): Promise<Snapshot> {
  let snapshot: Snapshot | null = null;
  await runTask(module, START_TASK, START_LIMITS, {
    startFuel: 0n,
    memoryPagesMin: 0,
    imports: (machine) => createQuickjsHost(machine, new RejectedPromises()),
    run(machine) {
      const fresh = new Uint8Array(machine.memory.buffer).slice();
      const quickjs = new QuickJs(machine);
      quickjs.start();
      const prelude = quickjs.evaluate(PRELUDE, PRELUDE_NAME, 'script');
      const door = quickjs.call(prelude, quickjs.hostFunction('log'));
      const run = quickjs.property(door, 'run');
      const failure = quickjs.property(door, 'failure');
      const randomStateAt = findRandomState(machine, quickjs);
      const memory = new Uint8Array(machine.memory.buffer);
      snapshot = {
        memoryPages: pagesOf(memory.length),
        changes: changesBetween(fresh, memory),
        globals: Array.from(
          { length: module.mutableGlobals },
          (_, i) => (machine.exports[Door.global(i)] as WasmGlobal).value,
        ),
        run,
        failure,
        randomStateAt,
      };
      return 0;
    },
  });
  if (snapshot === null) throw engineInvalid('it does not come to a state a task can start from');
  return snapshot;
}

/** Runs of blocks that differ; most of QuickJS's memory is its unused stack, and writing zeros there would cost real pages. */
function changesBetween(before: Uint8Array, after: Uint8Array): Change[] {
  const changes: Change[] = [];
  let start: number | null = null;
  for (let at = 0; at <= after.length; at += BLOCK_BYTES) {
    const differs =
      at < after.length && after.subarray(at, at + BLOCK_BYTES).some((byte, i) => byte !== (before[at + i] ?? 0));
    if (differs) start ??= at;
    else if (start !== null) {
      changes.push({ at: start, bytes: after.slice(start, at) });
      start = null;
    }
  }
  return changes;
}

/** Finds the state of `Math.random` by what one call does to it: the one word that takes the step of xorshift64*. */
function findRandomState(machine: Machine, quickjs: QuickJs): number {
  const context = quickjs.context();
  const words = (): bigint[] =>
    Array.from({ length: CONTEXT_BYTES / 8 }, (_, i) => machine.guest.getU64(context + 8 * i));
  const before = words();
  quickjs.evaluate('Math.random()', PRELUDE_NAME, 'script');
  const after = words();
  const found = before.flatMap((state, i) => (state !== 0n && after[i] === xorshift(state) ? [context + 8 * i] : []));
  if (found.length !== 1) throw engineInvalid('the state of Math.random is not where it should be');
  return found[0]!;
}

function xorshift(state: bigint): bigint {
  let x = state;
  x ^= x >> 12n;
  x ^= BigInt.asUintN(64, x << 25n);
  return x ^ (x >> 27n);
}

function restore(machine: Machine, snapshot: Snapshot): void {
  const missing = snapshot.memoryPages - pagesOf(machine.memory.buffer.byteLength);
  if (missing > 0) machine.memory.grow(missing);
  for (const { at, bytes } of snapshot.changes) machine.guest.bytes(at, bytes.length).set(bytes);
  for (const [i, value] of snapshot.globals.entries()) (machine.exports[Door.global(i)] as WasmGlobal).value = value;
  const seed = new Uint8Array(8);
  machine.random.fillBytes(seed);
  // A generator of this kind stays at zero for ever, so the state must have a bit set.
  seed[0] = seed[0]! | 1;
  machine.guest.bytes(snapshot.randomStateAt, 8).set(seed);
}

function runJavaScript(
  machine: Machine,
  snapshot: Snapshot,
  rejected: RejectedPromises,
  source: string,
  task: TaskInput,
): number {
  const quickjs = new QuickJs(machine);
  const fail = (how: 'thrown' | 'rejected' | 'module' | 'output', thrown?: Handle): number => {
    reportFailure(machine, quickjs, snapshot, how, thrown);
    return 1;
  };
  try {
    const namespace = quickjs.settle(quickjs.evaluate(source, SOURCE_NAME, 'module'));
    if (namespace === null) return fail('module');
    const environment = new TextEncoder().encode(
      JSON.stringify({ args: task.args, env: Object.fromEntries(sortedByName(Object.entries(task.env))) }),
    );
    const outputs = quickjs.settle(
      quickjs.call(
        snapshot.run,
        quickjs.property(namespace, 'default'),
        quickjs.string(task.stdin),
        quickjs.string(environment),
      ),
    );
    const reason = rejected.reason();
    if (reason !== null) return fail('rejected', reason);
    if (outputs === null) return fail('output');
    machine.stdout.write(quickjs.text(outputs));
    return 0;
  } catch (error) {
    if (error instanceof Thrown) return fail('thrown', error.value);
    if (error instanceof GuestOutOfMemory) return failWithout(machine, 'InternalError: out of memory');
    throw error;
  }
}

function reportFailure(machine: Machine, quickjs: QuickJs, snapshot: Snapshot, how: string, thrown?: Handle): void {
  try {
    const word = quickjs.string(new TextEncoder().encode(how));
    const failure = quickjs.call(snapshot.failure, ...(thrown === undefined ? [word] : [word, thrown]));
    machine.stderr.write(quickjs.text(quickjs.property(failure, 'log')));
    machine.stdout.write(quickjs.text(quickjs.property(failure, 'report')));
  } catch (error) {
    if (error instanceof GuestOutOfMemory) failWithout(machine, 'InternalError: out of memory');
    else if (error instanceof Thrown) failWithout(machine, 'Uncaught error that cannot be described');
    else throw error;
  }
}

/** Ends a task that has no words of its own left. */
function failWithout(machine: Machine, message: string): number {
  machine.stderr.write(new TextEncoder().encode(`${message}\n`));
  return 1;
}
