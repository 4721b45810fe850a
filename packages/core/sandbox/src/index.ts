export { InvalidModule, type InvalidModuleCode } from './errors.ts';
export { instrument, instrumentStream } from './instrument/instrument.ts';
export type { InstrumentedModule, InstrumentOptions } from './instrument/instrumented-module.ts';
export { createJavaScriptEngine, type JavaScriptEngine } from './javascript/engine.ts';
export { JAVASCRIPT_GLOBALS } from './javascript/globals.ts';
export { createValueCodec, type ValueCodec } from './javascript/value-codec.ts';
export { execute } from './run/execute.ts';
export type { Limits, Outcome, TaskInput } from './task.ts';
