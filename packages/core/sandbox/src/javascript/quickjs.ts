import { GristmillError } from '@gristmill/protocol';
import { FUEL_PER_HOST_CALL, hostBytesFuel } from '../fuel-schedule.ts';
import { exported, type Machine } from '../run/run.ts';
import type { OfferedFunctions } from '../wasi/signatures.ts';
import type { WasmImports } from '../wasm/engine.ts';

/** What `quickjs.wasm` of npm `quickjs-wasi` imports besides WASI. */
export const quickjsImports: OfferedFunctions = {
  env: {
    host_call: '(i32, i32, i32, i32, i32) -> i32',
    host_get_timezone_offset: '(i32, i32) -> i32',
    host_interrupt: '() -> i32',
    host_module_load: '(i32, i32) -> i32',
    host_module_normalize: '(i32, i32) -> i32',
    host_promise_rejection: '(i32, i32, i32) -> ()',
  },
};

/** What the host calls of it. */
export const quickjsExports = [
  '_initialize',
  'qjs_init',
  'qjs_set_max_stack_size',
  'qjs_eval',
  'qjs_call',
  'qjs_new_string',
  'qjs_new_host_function',
  'qjs_get_prop_string',
  'qjs_get_string_len',
  'qjs_get_undefined',
  'qjs_get_exception',
  'qjs_is_exception',
  'qjs_is_job_pending',
  'qjs_execute_pending_job',
  'qjs_promise_state',
  'qjs_promise_result',
  'qjs_get_context_ptr',
  'qjs_get_value_ptr',
  'qjs_free_value',
  'qjs_set_promise_rejection_handler',
  'wasm_malloc',
  'wasm_free',
] as const;

/** The address of a boxed JavaScript value in the machine's memory. */
export type Handle = number;

const EVAL_MODULE = 1;
/** The binary's own C stack is 1 MiB; QuickJS throws a RangeError well before its end. */
const C_STACK_BYTES = 512 * 1024;
const PROMISE = { pending: 0, fulfilled: 1 } as const;

const encoder = new TextEncoder();

/** A JavaScript exception that reached the host, as its handle. */
export class Thrown extends Error {
  readonly value: Handle;

  constructor(value: Handle) {
    super('JavaScript exception');
    this.value = value;
  }
}

/** QuickJS had no memory left for what the host wanted to put in. */
export class GuestOutOfMemory extends Error {}

/** QuickJS in a running machine, through the functions the binary exports. */
export class QuickJs {
  readonly #machine: Machine;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  #call(name: (typeof quickjsExports)[number], ...args: number[]): number {
    return exported(this.#machine, name)(...args) as number;
  }

  /** @throws GristmillError `JAVASCRIPT_ENGINE_INVALID` when the binary is not the QuickJS expected here. */
  start(): void {
    for (const name of quickjsExports) {
      if (typeof this.#machine.exports[name] !== 'function') throw engineInvalid(`it exports no function "${name}"`);
    }
    this.#call('_initialize');
    if (this.#call('qjs_init') !== 0) throw engineInvalid('it does not start');
    this.#call('qjs_set_max_stack_size', C_STACK_BYTES);
    this.#call('qjs_set_promise_rejection_handler', 1);
  }

  /** Evaluates a script, or a module (then a promise of its namespace). */
  evaluate(source: string, fileName: string, kind: 'script' | 'module'): Handle {
    const code = this.#put(encoder.encode(`${source}\0`));
    const file = this.#put(encoder.encode(`${fileName}\0`));
    const flags = kind === 'module' ? EVAL_MODULE : 0;
    return this.#checked(this.#call('qjs_eval', code.address, code.length - 1, file.address, flags));
  }

  call(callee: Handle, ...args: Handle[]): Handle {
    const pointers = this.#put(new Uint8Array(Math.max(4 * args.length, 4)));
    args.forEach((arg, i) => this.#machine.guest.setU32(pointers.address + 4 * i, arg));
    const self = this.#call('qjs_get_undefined');
    return this.#checked(this.#call('qjs_call', callee, self, args.length, pointers.address));
  }

  string(bytes: Uint8Array): Handle {
    const { address, length } = this.#put(bytes);
    const handle = this.#checked(this.#call('qjs_new_string', address, length));
    this.#call('wasm_free', address);
    return handle;
  }

  /** A string as UTF-8; the view is live, use it before QuickJS runs again. */
  text(value: Handle): Uint8Array {
    const lengthAt = this.#put(new Uint8Array(4)).address;
    const address = this.#call('qjs_get_string_len', value, lengthAt) >>> 0;
    if (address === 0) throw new GuestOutOfMemory();
    const length = this.#machine.guest.getU32(lengthAt);
    this.#machine.meter.charge(hostBytesFuel(length));
    return this.#machine.guest.bytes(address, length);
  }

  property(object: Handle, name: string): Handle {
    const { address } = this.#put(encoder.encode(`${name}\0`));
    return this.#checked(this.#call('qjs_get_prop_string', object, address));
  }

  hostFunction(name: string): Handle {
    const { address, length } = this.#put(encoder.encode(name));
    return this.#checked(this.#call('qjs_new_host_function', address, length, 0));
  }

  /** Runs queued jobs until none is left, then gives what the promise came to; null when it never settles. */
  settle(promise: Handle): Handle | null {
    while (this.#call('qjs_is_job_pending') !== 0) {
      if (this.#call('qjs_execute_pending_job') < 0) throw new Thrown(this.#call('qjs_get_exception'));
    }
    const state = this.#call('qjs_promise_state', promise);
    if (state === PROMISE.pending) return null;
    const result = this.#call('qjs_promise_result', promise);
    if (state !== PROMISE.fulfilled) throw new Thrown(result);
    return result;
  }

  /** What names the value behind handles of it. */
  identity(value: Handle): number {
    return this.#call('qjs_get_value_ptr', value);
  }

  free(...values: Handle[]): void {
    for (const value of values) this.#call('qjs_free_value', value);
  }

  context(): number {
    return this.#call('qjs_get_context_ptr');
  }

  #checked(value: Handle): Handle {
    if (value === 0) throw new GuestOutOfMemory();
    if (this.#call('qjs_is_exception', value) !== 0) throw new Thrown(this.#call('qjs_get_exception'));
    return value;
  }

  /** Copies bytes into fresh memory of the machine; a task's memory goes with it, so most are never freed. */
  #put(bytes: Uint8Array): { address: number; length: number } {
    this.#machine.meter.charge(hostBytesFuel(bytes.length));
    const address = this.#call('wasm_malloc', Math.max(bytes.length, 1)) >>> 0;
    if (address === 0) throw new GuestOutOfMemory();
    this.#machine.guest.bytes(address, bytes.length).set(bytes);
    return { address, length: bytes.length };
  }
}

/** The promises of one task that were rejected and that nobody has handled yet. */
export class RejectedPromises {
  /** By the promise's identity; its handle is kept, so that no other promise comes to have that identity. */
  readonly #waiting = new Map<number, { promise: Handle; reason: Handle }>();

  /** Takes note of a rejection, or of its being handled after all. Owns the handles. */
  note(quickjs: QuickJs, promise: Handle, reason: Handle, isHandled: boolean): void {
    const identity = quickjs.identity(promise);
    const before = this.#waiting.get(identity);
    if (!isHandled && before === undefined) {
      this.#waiting.set(identity, { promise, reason });
      return;
    }
    quickjs.free(promise, reason);
    if (!isHandled || before === undefined) return;
    this.#waiting.delete(identity);
    quickjs.free(before.promise, before.reason);
  }

  /** Why the first of them was rejected, or null when there is none. */
  reason(): Handle | null {
    const [first] = this.#waiting.values();
    return first?.reason ?? null;
  }
}

/** The functions QuickJS calls in the host: a log line, and word of rejected promises. The time zone is UTC. */
export function createQuickjsHost(machine: () => Machine, rejected: RejectedPromises): WasmImports {
  return {
    env: {
      host_call(_name: number, _nameLength: number, _self: number, count: number, args: number): number {
        const { meter, guest, stderr } = machine();
        meter.charge(FUEL_PER_HOST_CALL);
        if (count > 0) stderr.write(new QuickJs(machine()).text(guest.getU32(args)));
        return exported(machine(), 'qjs_get_undefined')() as number;
      },
      host_get_timezone_offset: () => 0,
      host_interrupt: () => 0,
      host_module_load: () => 0,
      host_module_normalize: () => 0,
      host_promise_rejection(promise: number, reason: number, isHandled: number): void {
        machine().meter.charge(FUEL_PER_HOST_CALL);
        rejected.note(new QuickJs(machine()), promise, reason, isHandled !== 0);
      },
    },
  };
}

export function engineInvalid(why: string): GristmillError {
  return new GristmillError('JAVASCRIPT_ENGINE_INVALID', `These bytes are not the QuickJS expected here: ${why}.`, {
    hint: 'Give the quickjs.wasm of the npm package quickjs-wasi, in the version package.json names.',
    fault: 'configuration',
  });
}
