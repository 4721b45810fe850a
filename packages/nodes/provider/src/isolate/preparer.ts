// A thread of the isolate host that checks, instruments and compiles modules. It never runs one, so no task can reach
// what it makes for the others.
import { parentPort } from 'node:worker_threads';
import { asGristmillError, GristmillError } from '@gristmill/protocol';
import { instrument, type InstrumentedModule } from '@gristmill/sandbox';
import { lockDown } from './lock-down.ts';
import type { FromPreparer, Prepare } from './messages.ts';
import { errorData, refusalOf } from './refusal.ts';

if (parentPort === null) throw new Error('preparer.ts runs as a worker thread of the isolate host only');
const port = parentPort;
const engine = (globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> } })
  .WebAssembly;

async function prepare({ content, nan }: Prepare): Promise<FromPreparer> {
  let module: InstrumentedModule;
  try {
    module = instrument(content, { nan });
  } catch (error) {
    return { type: 'refused', outcome: refusalOf(error) };
  }
  try {
    return { type: 'prepared', module, compiled: await engine.compile(module.bytes) };
  } catch (cause) {
    throw new GristmillError(
      'DEVICE_CANNOT_COMPILE',
      `This device's engine does not compile the module: ${String(cause)}`,
      { hint: 'Update Node.js; the engine must know WebAssembly 2.0 and tail calls.', fault: 'platform', cause },
    );
  }
}

port.on('message', (message: Prepare) => {
  prepare(message)
    .catch((error: unknown): FromPreparer => ({ type: 'failed', error: errorData(asGristmillError(error)) }))
    .then((answer) => port.postMessage(answer))
    .catch((error: unknown) => {
      throw error;
    });
});

lockDown();
port.postMessage({ type: 'ready' } satisfies FromPreparer);
