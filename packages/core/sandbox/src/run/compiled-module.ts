import { GristmillError } from '@gristmill/protocol';
import type { MeteringForm } from '../instrument/function-body.ts';
import { preciseBytes } from '../instrument/instrument.ts';
import type { InstrumentedModule } from '../instrument/instrumented-module.ts';
import { type WasmModule, wasmEngine } from '../wasm/engine.ts';

/** Each form of a module is compiled once, when it is first run, for as long as somebody holds the module. */
const compiledForms = new WeakMap<InstrumentedModule, Partial<Record<MeteringForm, Promise<WasmModule>>>>();

/** @throws GristmillError `DEVICE_CANNOT_COMPILE`: a failure of this device, not of the module, which was checked. */
export function compiledModule(module: InstrumentedModule, form: MeteringForm): Promise<WasmModule> {
  const forms = compiledForms.get(module) ?? {};
  compiledForms.set(module, forms);
  forms[form] ??= wasmEngine.compile(form === 'fast' ? module.bytes : preciseBytes(module)).catch((cause: unknown) => {
    delete forms[form];
    throw new GristmillError(
      'DEVICE_CANNOT_COMPILE',
      `This device's engine does not compile the module: ${String(cause)}`,
      {
        hint: 'Update the browser or Node.js; the engine must know WebAssembly 2.0 and tail calls.',
        fault: 'platform',
        cause,
      },
    );
  });
  return forms[form];
}
