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
  'wasm_malloc',
  'wasm_free',
] as const;

/** The address of a boxed JavaScript value in the machine's memory. */
export type Handle = number;

const EVAL_MODULE = 1;
/** The binary's own C stack is 1 MiB; QuickJS throws a RangeError well before its end. */
const C_STACK_BYTES = 256 * 1024;
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

  /** A value as UTF-8; the view is live, use it before QuickJS runs again. Null when it cannot be one. */
  text(value: Handle): Uint8Array | null {
    const lengthAt = this.#put(new Uint8Array(4)).address;
    const address = this.#call('qjs_get_string_len', value, lengthAt) >>> 0;
    if (address === 0) return null;
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

/** The functions QuickJS calls in the host: it can write a log line, and nothing else. The time zone is UTC. */
export function createQuickjsHost(machine: () => Machine): WasmImports {
  return {
    env: {
      host_call(_name: number, _nameLength: number, _self: number, count: number, args: number): number {
        const { meter, guest, stderr } = machine();
        meter.charge(FUEL_PER_HOST_CALL);
        const line = count > 0 ? new QuickJs(machine()).text(guest.getU32(args)) : null;
        if (line !== null) stderr.write(line);
        return exported(machine(), 'qjs_get_undefined')() as number;
      },
      host_get_timezone_offset: () => 0,
      host_interrupt: () => 0,
      host_module_load: () => 0,
      host_module_normalize: () => 0,
      host_promise_rejection: () => undefined,
    },
  };
}

export function engineInvalid(why: string): GristmillError {
  return new GristmillError('JAVASCRIPT_ENGINE_INVALID', `These bytes are not the QuickJS expected here: ${why}.`, {
    hint: 'Give the quickjs.wasm of the npm package quickjs-wasi, in the version package.json names.',
    fault: 'configuration',
  });
}
