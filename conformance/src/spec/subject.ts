import { GristmillError } from '@gristmill/protocol';
import { instrument, InvalidModule } from '@gristmill/sandbox';
import { engine, type EngineModule } from './engine.ts';
import { type ModuleInterface, readInterface } from './module-interface.ts';

/** What takes modules in: the sandbox, or for comparison the bare engine. */
export interface Subject {
  /** Whether it takes the bytes for a valid module. @throws FeatureRefused */
  accepts(bytes: Uint8Array): boolean;
  /** A module that is ready to be instantiated. @throws FeatureRefused, InvalidModule */
  prepare(bytes: Uint8Array): PreparedModule;
}
export interface PreparedModule {
  readonly compiled: EngineModule;
  readonly interface: ModuleInterface;
}

/** The profile does not run a feature that the step needs. */
export class FeatureRefused extends Error {
  readonly feature: string;
  constructor(feature: string) {
    super(feature);
    this.feature = feature;
  }
}

/** In which form modules run: instrumented with one form of NaNs or the other, or plain, as they came. */
export type ModuleForm = 'canonical' | 'optimistic' | 'plain';

export function createSubject(form: ModuleForm): Subject {
  return form === 'plain' ? plainSubject : sandboxSubject(form);
}

const sandboxSubject = (nan: Exclude<ModuleForm, 'plain'>): Subject => ({
  accepts: (bytes) => !(instrumented(bytes, nan) instanceof InvalidModule),
  prepare(bytes) {
    const taken = instrumented(bytes, nan);
    if (taken instanceof InvalidModule) throw taken;
    const shape = interfaceOf(bytes);
    if (shape === null) throw unreadable();
    return { compiled: new engine.Module(taken), interface: shape };
  },
});

/** The engine without the sandbox: a step that fails here too is no fault of ours. */
const plainSubject: Subject = {
  accepts: (bytes) => engine.validate(bytes),
  prepare(bytes) {
    const compiled = new engine.Module(bytes);
    const shape = interfaceOf(bytes);
    if (shape === null) throw new FeatureRefused('what the runner cannot read');
    return { compiled, interface: shape };
  },
};

function unreadable(): GristmillError {
  return new GristmillError('MODULE_UNREADABLE', 'The sandbox takes a module that this runner cannot read.', {
    hint: 'Teach src/spec/module-interface.ts what is new in it.',
    fault: 'internal',
  });
}

/** `null` for bytes that the runner cannot follow. */
export function interfaceOf(bytes: Uint8Array): ModuleInterface | null {
  try {
    return readInterface(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The module as the sandbox instruments it, its imports and exports as its author made them; or why the sandbox will not
 * have it. @throws FeatureRefused
 */
function instrumented(bytes: Uint8Array, nan: Exclude<ModuleForm, 'plain'>): Uint8Array | InvalidModule {
  let made: Uint8Array;
  try {
    made = instrument(bytes, { embedding: 'library', nan }).bytes;
  } catch (error) {
    if (!(error instanceof InvalidModule)) throw error;
    if (error.code === 'MODULE_FEATURE_REFUSED') throw new FeatureRefused(featureIn(error.message));
    if (error.code === 'MODULE_TOO_LARGE') throw new FeatureRefused(`limit: ${error.message}`);
    return error;
  }
  if (engine.validate(made)) return made;
  throw new GristmillError('INSTRUMENTED_INVALID', 'The sandbox makes a module of it that is not valid.', {
    hint: 'Instrument it as a library and see what the engine says of the result.',
    fault: 'internal',
  });
}

/** The sandbox's message names the feature, and then its place. */
function featureIn(message: string): string {
  return /uses (.+?) at byte/.exec(message)?.[1] ?? message;
}
