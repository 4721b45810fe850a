import {
  engine,
  type EngineExport,
  type EngineGlobal,
  type EngineImports,
  type EngineInstance,
  type EngineMemory,
} from './engine.ts';
import { Kind } from './module-bytes.ts';
import type { ModuleInterface } from './module-interface.ts';
import type { PreparedModule } from './subject.ts';

/** A module's instance, whose meters stand at plenty. */
export interface Instance {
  readonly exports: EngineInstance['exports'];
  readonly interface: ModuleInterface;
}

/** A loop without end runs out of this in some seconds. */
const FUEL = 20_000_000_000n;
/** Far below what the main thread of Node has room for. */
const STACK_DEPTH = 500n;

const METERS = {
  fuel: 'gristmill.fuel',
  stack: 'gristmill.stack',
  memoryPagesMax: 'gristmill.memoryPagesMax',
  deviceFault: 'gristmill.deviceFault',
  start: 'gristmill.start',
} as const;

/** Instantiates modules and remembers the true size limit of each memory, which an import may declare too large. */
export class Instances {
  readonly #memoryPagesMax = new WeakMap<EngineExport, number>();
  readonly #all: Instance[] = [];

  knowMemory(memory: EngineExport, pagesMax: number): void {
    this.#memoryPagesMax.set(memory, pagesMax);
  }

  /** @throws what the engine throws: a link error, or the trap of a segment or of the start function */
  instantiate({ compiled, interface: shape }: PreparedModule, imports: EngineImports): Instance {
    const { exports } = new engine.Instance(compiled, imports);
    const instance = { exports, interface: shape };
    this.#all.push(instance);
    const imported = shape.imports.find(({ kind }) => kind === Kind.memory);
    const given = imported === undefined ? undefined : imports[imported.module]?.[imported.name];
    const pagesMax = given === undefined ? shape.memoryPagesMax : this.#memoryPagesMax.get(given);
    for (const { name, kind } of shape.exports) {
      if (kind === Kind.memory) this.knowMemory(exports[name] as EngineMemory, pagesMax ?? 65_536);
    }
    refill(instance);
    setMeter(instance, METERS.memoryPagesMax, pagesMax ?? 0);
    (exports[METERS.start] as (() => void) | undefined)?.();
    return instance;
  }

  /** Why the meters stopped the last run, if they did; they are set back to plenty. */
  stoppedBy(): 'stackDepth' | 'fuel' | 'device' | null {
    const any = (test: (instance: Instance) => boolean): boolean => this.#all.some(test);
    const reason = any((one) => meter(one, METERS.deviceFault) === 1)
      ? 'device'
      : any((one) => Number(meter(one, METERS.stack)) < 0)
        ? 'stackDepth'
        : any((one) => Number(meter(one, METERS.fuel)) < 0)
          ? 'fuel'
          : null;
    this.#all.forEach(refill);
    return reason;
  }
}

function refill(instance: Instance): void {
  setMeter(instance, METERS.fuel, FUEL);
  setMeter(instance, METERS.stack, STACK_DEPTH);
  setMeter(instance, METERS.deviceFault, 0);
}

function meter({ exports }: Instance, name: string): unknown {
  return (exports[name] as EngineGlobal | undefined)?.value;
}

/** A module that runs on the bare engine has no meters. */
function setMeter({ exports }: Instance, name: string, value: unknown): void {
  const global = exports[name] as EngineGlobal | undefined;
  if (global !== undefined) global.value = value;
}
