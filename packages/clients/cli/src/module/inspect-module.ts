import { type Cid, cidOfBytes } from '@gristmill/protocol';
import { instrument, type InstrumentedModule, InvalidModule } from '@gristmill/sandbox';
import { importRefusal } from './import-verdict.ts';
import { type Feature, featuresOf } from './module-features.ts';
import { type ModuleOutline, outlineOf } from './module-outline.ts';

/** Why a program would be refused, in the sandbox's own words. */
export interface Refusal {
  code: string;
  message: string;
  hint: string;
  /** Byte offset of what is refused; null when it is the module as a whole. */
  offset: number | null;
}

/** What instrumenting makes of a module. */
interface Instrumented {
  profile: string;
  fuelSchedule: string;
  canonicalBytes: number;
  optimisticBytes: number;
  /** Fuel that starting the module costs before its first instruction. */
  instantiationFuel: number;
}

export interface ImportSummary extends Pick<ModuleOutline['imports'][number], 'module' | 'name' | 'kind' | 'type'> {
  offset: number;
  /** Null when the sandbox offers it. */
  refusal: string | null;
}

export interface ModuleInspection extends Pick<
  ModuleOutline,
  'exports' | 'sections' | 'memories' | 'tables' | 'globals' | 'producers'
> {
  kind: 'wasm';
  cid: Cid;
  bytes: number;
  accepted: boolean;
  refusal: Refusal | null;
  /** What a task runs; null when the module exports none. */
  entry: '_start' | null;
  imports: ImportSummary[];
  features: Feature[];
  functions: { count: number; codeBytes: number; largest: { index: number; name: string | null; bytes: number }[] };
  data: { segments: number; bytes: number };
  instrumented: Instrumented | null;
}

/** Largest functions that are named. */
const LARGEST = 5;
/** Imports about which the sandbox is asked; no tool writes nearly as many. */
const IMPORTS_ASKED_MAX = 10_000;

/** All that is to know of a module before it runs, whether it may run or not. Never throws. */
export function inspectModule(bytes: Uint8Array): ModuleInspection {
  const outline = outlineOf(bytes);
  const verdict = verdictOn(bytes);
  const { sections, exports, memories, tables, globals, producers, bodies } = outline;
  return {
    kind: 'wasm',
    cid: cidOfBytes(bytes),
    bytes: bytes.length,
    accepted: verdict.refusal === null,
    ...verdict,
    entry: exports.some(({ name, kind }) => name === '_start' && kind === 'function') ? '_start' : null,
    imports: outline.imports.map((item, i) => ({
      ...item,
      refusal: i < IMPORTS_ASKED_MAX ? importRefusal(item) : 'not looked at: too many imports',
    })),
    exports,
    features: featuresOf(bytes, outline),
    functions: {
      count: bodies.length,
      codeBytes: bodies.reduce((sum, { start, end }) => sum + end - start, 0),
      largest: bodies
        .toSorted((a, b) => b.end - b.start - (a.end - a.start))
        .slice(0, LARGEST)
        .map(({ index, name, start, end }) => ({ index, name, bytes: end - start })),
    },
    data: { segments: outline.dataSegments, bytes: outline.dataBytes },
    memories,
    tables,
    globals,
    producers,
    sections,
  };
}

function verdictOn(bytes: Uint8Array): Pick<ModuleInspection, 'refusal' | 'instrumented'> {
  try {
    const canonical = instrument(bytes);
    return { refusal: null, instrumented: summaryOf(canonical, instrument(bytes, { nan: 'optimistic' })) };
  } catch (error) {
    if (!(error instanceof InvalidModule)) throw error;
    const { code, message, hint, offset } = error;
    return { refusal: { code, message, hint, offset }, instrumented: null };
  }
}

function summaryOf(canonical: InstrumentedModule, optimistic: InstrumentedModule): Instrumented {
  const { profile, fuelSchedule, instantiationFuel } = canonical;
  return {
    profile,
    fuelSchedule,
    canonicalBytes: canonical.bytes.length,
    optimisticBytes: optimistic.bytes.length,
    instantiationFuel,
  };
}
