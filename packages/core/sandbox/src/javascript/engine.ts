import { JAVASCRIPT_START_FUEL } from '../fuel-schedule.ts';
import { instrumentFor } from '../instrument/instrument.ts';
import { Door, type InstrumentedModule } from '../instrument/instrumented-module.ts';
import { type Machine, pagesOf, runTask } from '../run/run.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { sortedByName } from '../wasi/canonical-order.ts';
import { wasiFunctions } from '../wasi/signatures.ts';
import type { WasmGlobal } from '../wasm/engine.ts';
import { PRELUDE } from './prelude.ts';
import {
  createQuickjsHost,
  engineInvalid,
  GuestOutOfMemory,
  type Handle,
  QuickJs,
  quickjsExports,
  quickjsImports,
  Thrown,
} from './quickjs.ts';

/** Runs JavaScript tasks: QuickJS as an instrumented module, started once and restored from a snapshot for each task. */
export interface JavaScriptEngine {
  /**
   * Runs one task. `source` is the text of an ES module whose default export is `(input, context?) => output`, sync or
   * async; `context` is `{ index, args, env }`. stdin is a JSON array of inputs, stdout the JSON array of outputs, in the
   * same order. A throw ends the task with exit code 1, no stdout, and the error with the source's own line numbers on
   * stderr. Every outcome, fuel included, is the same on every device.
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
  readonly describe: Handle;
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
    execute: (source, task, limits) =>
      runTask(module, task, limits, {
        startFuel: JAVASCRIPT_START_FUEL,
        memoryPagesMin: snapshot.memoryPages,
        imports: createQuickjsHost,
        run(machine) {
          restore(machine, snapshot);
          return runJavaScript(machine, snapshot, source, task);
        },
      }),
  };
}

async function takeSnapshot(module: InstrumentedModule): Promise<Snapshot> {
  let snapshot: Snapshot | null = null;
  await runTask(module, START_TASK, START_LIMITS, {
    startFuel: 0n,
    memoryPagesMin: 0,
    imports: createQuickjsHost,
    run(machine) {
      const fresh = new Uint8Array(machine.memory.buffer).slice();
      const quickjs = new QuickJs(machine);
      quickjs.start();
      const prelude = quickjs.evaluate(PRELUDE, 'gristmill-prelude', 'script');
      const door = quickjs.call(prelude, quickjs.hostFunction('log'));
      const run = quickjs.property(door, 'run');
      const describe = quickjs.property(door, 'describe');
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
        describe,
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
  quickjs.evaluate('Math.random()', 'gristmill-prelude', 'script');
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

function runJavaScript(machine: Machine, snapshot: Snapshot, source: string, task: TaskInput): number {
  const quickjs = new QuickJs(machine);
  const fail = (message: string): number => {
    machine.stderr.write(new TextEncoder().encode(`${message}\n`));
    return 1;
  };
  try {
    const namespace = quickjs.settle(quickjs.evaluate(source, SOURCE_NAME, 'module'));
    if (namespace === null) return fail('The module waits for something that never comes.');
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
    if (outputs === null) return fail('An output is a promise that never settles.');
    const text = quickjs.text(outputs);
    if (text === null) return fail('The outputs are not JSON.');
    machine.stdout.write(text);
    return 0;
  } catch (error) {
    if (error instanceof GuestOutOfMemory) return fail('InternalError: out of memory');
    if (error instanceof Thrown) return fail(describeThrown(quickjs, snapshot, error));
    throw error;
  }
}

function describeThrown(quickjs: QuickJs, snapshot: Snapshot, { value }: Thrown): string {
  try {
    const text = quickjs.text(quickjs.call(snapshot.describe, value));
    if (text !== null) return new TextDecoder().decode(text);
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof GuestOutOfMemory)) throw error;
  }
  return 'Uncaught error that cannot be described';
}
