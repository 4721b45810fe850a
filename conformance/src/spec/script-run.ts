import { InvalidModule } from '@gristmill/sandbox';
import type { Action, Command, ModuleSource } from '../script/command.ts';
import type { Expression } from '../script/s-expression.ts';
import { describeValue, ForeignConstant, matches, readPattern, readValue, type Value } from '../script/value.ts';
import type { Verdict } from '../tally.ts';
import type { Assembler } from './assembler.ts';
import type { Caller } from './caller.ts';
import { engine, type EngineExport, type EngineGlobal, type EngineImports } from './engine.ts';
import { foreignFeature } from './foreign-features.ts';
import { type Instance, Instances } from './instance.ts';
import { exportedFunctionType, exportedGlobalType } from './module-interface.ts';
import { createSpectest, SPECTEST_MEMORY_PAGES_MAX } from './spectest.ts';
import { FeatureRefused, interfaceOf, type PreparedModule, type Subject } from './subject.ts';
import { isTrap } from './trap-kind.ts';

/** What an action came to. */
type Result =
  | { readonly kind: 'values'; readonly values: readonly Value[] }
  | { readonly kind: 'trap'; readonly message: string }
  | { readonly kind: 'exhausted' }
  /** Something that no step expects: the engine's own stack ran out, or a meter that should not have. */
  | { readonly kind: 'broken'; readonly why: string };

const PASSED: Verdict = { status: 'passed' };
const failed = (why: string): Verdict => ({ status: 'failed', why });

/** Runs the commands of one script, in their order, against one subject. */
export class ScriptRun {
  readonly #assemble: Assembler;
  readonly #subject: Subject;
  readonly #caller: Caller;
  readonly #instances = new Instances();
  /** What scripts know by name; a module that was refused stays known, with the feature it was refused for. */
  readonly #named = new Map<string, Instance | FeatureRefused>();
  readonly #definitions = new Map<string, PreparedModule | FeatureRefused>();
  readonly #registered = new Map<string, Readonly<Record<string, EngineExport>> | FeatureRefused>();
  /** Instances, by their exports, whose state a refused module would have changed. */
  readonly #incomplete = new WeakMap<object, FeatureRefused>();
  #latest: Instance | FeatureRefused | null = null;
  #latestDefinition: PreparedModule | FeatureRefused | null = null;

  constructor(components: { assemble: Assembler; subject: Subject; caller: Caller }) {
    this.#assemble = components.assemble;
    this.#subject = components.subject;
    this.#caller = components.caller;
    const spectest = createSpectest();
    this.#registered.set('spectest', spectest);
    this.#instances.knowMemory(spectest['memory']!, SPECTEST_MEMORY_PAGES_MAX);
  }

  /** Never throws: whatever goes wrong in a step is that step's failure. */
  run(command: Command): Verdict {
    try {
      const verdict = this.#step(command);
      if (verdict.status === 'failed' && 'action' in command) {
        const incomplete = this.#incomplete.get(this.#find(command.action.instance).exports);
        if (incomplete !== undefined) throw incomplete;
      }
      return verdict;
    } catch (error) {
      if (error instanceof FeatureRefused || error instanceof ForeignConstant) {
        return { status: 'refused', feature: error.feature };
      }
      return failed(describeError(error));
    }
  }

  #step(command: Command): Verdict {
    switch (command.kind) {
      case 'module':
        return this.#keepInstance(command.name, () => this.#instantiate(this.#prepare(command.source)));
      case 'definition':
        return this.#keepDefinition(command.name, command.source);
      case 'instance':
        return this.#keepInstance(command.name, () => this.#instantiate(this.#definition(command.definition)));
      case 'register': {
        const instance = this.#find(command.instance, true);
        this.#registered.set(command.as, instance instanceof FeatureRefused ? instance : instance.exports);
        if (instance instanceof FeatureRefused) throw instance;
        return PASSED;
      }
      case 'action': {
        const result = this.#act(command.action);
        return result.kind === 'values' ? PASSED : failed(describe(result));
      }
      case 'return':
        return this.#checkReturn(command.action, command.results);
      case 'trap': {
        const result = this.#act(command.action);
        if (result.kind === 'trap' && isTrap(command.message, result.message)) return PASSED;
        return failed(`expected the trap "${command.message}", got ${describe(result)}`);
      }
      case 'exhaustion': {
        const result = this.#act(command.action);
        return result.kind === 'exhausted' ? PASSED : failed(`expected exhaustion, got ${describe(result)}`);
      }
      case 'exception': {
        const result = this.#act(command.action);
        return failed(`expected an exception, got ${describe(result)}`);
      }
      case 'malformed':
      case 'invalid':
        return this.#checkRejected(command.source, command.message);
      case 'unlinkable':
        return this.#checkUnlinkable(command.source, command.message);
      case 'uninstantiable':
        return this.#checkUninstantiable(command.source, command.message);
      case 'foreign':
        throw new FeatureRefused(command.feature);
    }
  }

  #bytesOf(source: ModuleSource): Uint8Array {
    if (source.form === 'binary') return source.bytes;
    try {
      return this.#assemble(source);
    } catch (error) {
      const feature = foreignFeature(source.text, source.atoms);
      if (feature !== null) throw new FeatureRefused(feature);
      // Text given as a string is there to try readers of text.
      if (source.form === 'quote') throw new FeatureRefused(TEXT_FORMAT);
      throw new CannotAssemble(error);
    }
  }

  #prepare(source: ModuleSource): PreparedModule {
    const bytes = this.#bytesOf(source);
    try {
      return this.#subject.prepare(bytes);
    } catch (error) {
      // The assembler may write what is foreign in the way of an old proposal, which the sandbox cannot name.
      const feature = source.form === 'binary' ? null : foreignFeature(source.text, source.atoms);
      const refusal = error instanceof InvalidModule && feature !== null ? new FeatureRefused(feature) : error;
      if (refusal instanceof FeatureRefused) this.#noteMissing(bytes, refusal);
      throw refusal;
    }
  }

  /** What a refused module would have written into the memories and tables of others is missing there from now on. */
  #noteMissing(bytes: Uint8Array, refusal: FeatureRefused): void {
    for (const { module } of interfaceOf(bytes)?.imports ?? []) {
      const exports = this.#registered.get(module);
      if (exports !== undefined && !(exports instanceof FeatureRefused)) this.#incomplete.set(exports, refusal);
    }
  }

  #keepInstance(name: string | null, make: () => Instance): Verdict {
    const keep = (instance: Instance | FeatureRefused): void => {
      this.#latest = instance;
      if (name !== null) this.#named.set(name, instance);
    };
    // A module that fails leaves nothing that later steps could mistake for it.
    this.#latest = null;
    if (name !== null) this.#named.delete(name);
    try {
      keep(make());
      return PASSED;
    } catch (error) {
      this.#instances.stoppedBy();
      if (error instanceof FeatureRefused) keep(error);
      throw error;
    }
  }

  #keepDefinition(name: string | null, source: ModuleSource): Verdict {
    const keep = (definition: PreparedModule | FeatureRefused): void => {
      this.#latestDefinition = definition;
      if (name !== null) this.#definitions.set(name, definition);
    };
    try {
      keep(this.#prepare(source));
      return PASSED;
    } catch (error) {
      if (error instanceof FeatureRefused) keep(error);
      throw error;
    }
  }

  #definition(name: string | null): PreparedModule {
    const found = name === null ? this.#latestDefinition : this.#definitions.get(name);
    if (found instanceof FeatureRefused) throw found;
    if (found === null || found === undefined) throw new Error(`no module ${name ?? ''} was defined before`);
    return found;
  }

  #find(name: string | null, orRefusal: true): Instance | FeatureRefused;
  #find(name: string | null): Instance;
  #find(name: string | null, orRefusal = false): Instance | FeatureRefused {
    const found = name === null ? this.#latest : this.#named.get(name);
    if (found instanceof FeatureRefused && !orRefusal) throw found;
    if (found === null || found === undefined) throw new Error(`no instance ${name ?? ''} was made before`);
    return found;
  }

  #instantiate(module: PreparedModule): Instance {
    const imports: Record<string, Readonly<Record<string, EngineExport>>> = {};
    for (const { module: from } of module.interface.imports) {
      const found = this.#registered.get(from);
      if (found instanceof FeatureRefused) throw found;
      if (found !== undefined) imports[from] = found;
    }
    return this.#instances.instantiate(module, imports satisfies EngineImports);
  }

  #act(action: Action): Result {
    const { exports, interface: shape } = this.#find(action.instance);
    const target = exports[action.field];
    const missing = (): Error => new Error(`the instance exports no such thing as "${action.field}"`);
    if (target === undefined) throw missing();
    if (action.kind === 'get') {
      const type = exportedGlobalType(shape, action.field);
      if (type === null) throw missing();
      return { kind: 'values', values: [this.#caller.read(target as EngineGlobal, type)] };
    }
    const type = exportedFunctionType(shape, action.field);
    if (type === null) throw missing();
    const values = action.arguments.map(readValue);
    try {
      return { kind: 'values', values: this.#caller.call(target, type, values) };
    } catch (error) {
      return this.#ending(error);
    }
  }

  #ending(error: unknown): Result {
    const stoppedBy = this.#instances.stoppedBy();
    if (stoppedBy === 'stackDepth') return { kind: 'exhausted' };
    if (stoppedBy !== null) return { kind: 'broken', why: `a stop by ${stoppedBy}` };
    if (error instanceof engine.RuntimeError) return { kind: 'trap', message: error.message };
    if (error instanceof RangeError) return { kind: 'broken', why: `the engine's own limit (${error.message})` };
    throw error;
  }

  #checkReturn(action: Action, expected: readonly Expression[]): Verdict {
    const patterns = expected.map(readPattern);
    const result = this.#act(action);
    if (result.kind !== 'values') return failed(`expected a result, got ${describe(result)}`);
    const { values } = result;
    const equal = values.length === patterns.length && patterns.every((pattern, i) => matches(pattern, values[i]!));
    return equal ? PASSED : failed(`"${action.field}" gave ${describe(result)}, which is not what the script expects`);
  }

  #checkRejected(source: ModuleSource, message: string): Verdict {
    if (source.form === 'quote') throw new FeatureRefused(TEXT_FORMAT);
    let bytes: Uint8Array;
    try {
      bytes = this.#bytesOf(source);
    } catch (error) {
      if (error instanceof CannotAssemble) throw new FeatureRefused(TEXT_FORMAT);
      throw error;
    }
    if (!this.#subject.accepts(bytes)) return PASSED;
    if (message === 'multiple tables') throw new FeatureRefused('WebAssembly 1.0, where a second table was not valid');
    return failed(`took a module that is not valid: ${message}`);
  }

  #checkUnlinkable(source: ModuleSource, message: string): Verdict {
    const module = this.#prepare(source);
    try {
      this.#instantiate(module);
    } catch (error) {
      if (error instanceof FeatureRefused) throw error;
      // A module that was never registered is a type error to the JavaScript interface.
      if (error instanceof engine.LinkError || error instanceof TypeError) return PASSED;
      return failed(`expected that linking fails (${message}), got ${describeError(error)}`);
    }
    return failed(`linked a module that cannot be linked: ${message}`);
  }

  #checkUninstantiable(source: ModuleSource, message: string): Verdict {
    const module = this.#prepare(source);
    try {
      this.#instantiate(module);
    } catch (error) {
      if (error instanceof FeatureRefused) throw error;
      const result = this.#ending(error);
      if (result.kind === 'trap' && isTrap(message, result.message)) return PASSED;
      return failed(`expected the trap "${message}", got ${describe(result)}`);
    }
    return failed(`instantiated a module that traps: ${message}`);
  }
}

/** What the sandbox never sees, for it reads binaries: text that is wrong as text. */
const TEXT_FORMAT = 'text format';

class CannotAssemble extends Error {
  constructor(cause: unknown) {
    super(`the assembler cannot read the text: ${describeError(cause)}`, { cause });
  }
}

function describe(result: Result): string {
  switch (result.kind) {
    case 'values':
      return result.values.length === 0 ? 'no value' : result.values.map(describeValue).join(', ');
    case 'trap':
      return `the trap "${result.message}"`;
    case 'exhausted':
      return 'exhaustion of the stack depth';
    case 'broken':
      return result.why;
  }
}

function describeError(error: unknown): string {
  if (error instanceof InvalidModule) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message.trim() : String(error);
}
