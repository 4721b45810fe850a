import { InvalidModule } from '../errors.ts';
import { BULK_BYTES_PER_FUEL_LOG2, FUEL_PER_PAGE, FUEL_PER_TABLE_ELEMENT, FUEL_SCHEDULE } from '../fuel-schedule.ts';
import { hexOffset, malformed } from '../wasm/byte-reader.ts';
import { ByteWriter } from '../wasm/byte-writer.ts';
import { wasmEngine } from '../wasm/engine.ts';
import type { FunctionType } from '../wasm/function-type.ts';
import {
  type ImportCheck,
  type ModuleLayout,
  ModuleReader,
  Section,
  TABLE_ELEMENTS_MAX,
  ValueType,
} from '../wasm/module-layout.ts';
import { type OfferedFunctions, signatureOf, wasiFunctions } from '../wasi/signatures.ts';
import { surveyFunctions } from './call-graph.ts';
import { type AddedItems, FunctionBodyRewriter, type MeteringForm, type NanForm } from './function-body.ts';
import { growMemoryBody, growTableBody, type GrowItems } from './growth.ts';
import { doorBody, handoverOf } from './handover.ts';
import { Door, type Embedding, type InstrumentedModule, type InstrumentOptions } from './instrumented-module.ts';

/**
 * Checks a WASI command and rewrites it so that it counts its own fuel, call depth and memory. With `embedding:
 * 'library'` it takes any module, for a host that links and drives it by itself.
 *
 * @throws InvalidModule `MODULE_MALFORMED`, `MODULE_FEATURE_REFUSED`, `MODULE_IMPORT_REFUSED`, `MODULE_NO_ENTRY`,
 *   `MODULE_TOO_LARGE`.
 */
export function instrument(wasm: Uint8Array, options: InstrumentOptions = {}): InstrumentedModule {
  const original = new Uint8Array(wasm);
  const host = hostOf(options);
  return instrumented(original, new ModuleReader(host.checkImport).finish(original), host);
}

/**
 * `instrument` for a module whose bytes are still on their way, from a file or the network. Sections, and function bodies
 * one by one, are checked as they arrive, so that most modules that will be refused are refused before they are all here;
 * the source is cancelled then. The rewriting itself starts at the end, for which calls need to count depth is a question
 * about all functions together; so all bytes are held, once. How the bytes are cut makes no difference to what comes out.
 *
 * @throws InvalidModule as `instrument`; and what the source throws.
 */
export async function instrumentStream(
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  options: InstrumentOptions = {},
): Promise<InstrumentedModule> {
  const host = hostOf(options);
  const reader = new ModuleReader(host.checkImport);
  const received = new ByteWriter(65_536);
  for await (const chunk of chunksOf(source)) {
    received.append(chunk, 0, chunk.length);
    reader.read(received.view());
  }
  const original = received.toBytes();
  return instrumented(original, reader.finish(original), host);
}

/** Not every browser can iterate its streams. */
function chunksOf(source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterable = source as Partial<AsyncIterable<Uint8Array>>;
  return iterable[Symbol.asyncIterator] === undefined ? readAll(source as ReadableStream<Uint8Array>) : source;
}

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

/** What runs a WASI command. */
const ENTRY = '_start';

/** What the host that will run a module takes and uses of it. */
interface Host {
  readonly embedding: Embedding;
  readonly nan: NanForm;
  readonly checkImport: ImportCheck;
  /** The module's exports that the host calls; the others are dropped, for each would cost every instance a little. */
  readonly exports: readonly string[] | 'all';
}

const hostOf = ({ embedding = 'command', nan = 'canonical' }: InstrumentOptions): Host =>
  embedding === 'command'
    ? { embedding, nan, checkImport: onlyFrom(wasiFunctions), exports: [ENTRY] }
    : { embedding, nan, checkImport: () => {}, exports: 'all' };

interface HostOptions {
  offered: OfferedFunctions;
  exports: readonly string[];
  nan?: NanForm;
}

/** `instrument` for a host within the sandbox that offers other functions, or drives the module itself. */
export function instrumentFor(
  wasm: Uint8Array,
  { offered, exports, nan = 'canonical' }: HostOptions,
): InstrumentedModule {
  const original = new Uint8Array(wasm);
  const checkImport = onlyFrom(offered);
  const layout = new ModuleReader(checkImport).finish(original);
  return instrumented(original, layout, { embedding: 'library', nan, checkImport, exports });
}

function instrumented(original: Uint8Array<ArrayBuffer>, layout: ModuleLayout, host: Host): InstrumentedModule {
  const { embedding, nan } = host;
  const exports = host.exports === 'all' ? layout.exports.map(({ name }) => name) : host.exports;
  const bytes = rewriteModule(original, layout, exports, 'fast', nan);
  // Types are the engine's to check; ours is all that the rewriting relies on.
  if (!wasmEngine.validate(original)) throw malformed(0, 'its types do not check, in the module that starts');
  if (embedding === 'command') checkEntry(layout);
  return {
    profile: 'gristmill-1',
    fuelSchedule: FUEL_SCHEDULE,
    nan,
    embedding,
    original,
    bytes,
    exports,
    hasMemory: layout.memory !== null,
    hasStart: layout.start !== null,
    mutableGlobals: mutableNumbers(layout).length,
    memoryPagesMin: layout.memory?.min ?? 0,
    memoryPagesMax: layout.memory === null ? 0 : (layout.memory.max ?? 65_536),
    instantiationFuel:
      (layout.memory?.min ?? 0) * FUEL_PER_PAGE +
      Math.floor(layout.activeDataBytes / 2 ** BULK_BYTES_PER_FUEL_LOG2) +
      layout.activeElements * FUEL_PER_TABLE_ELEMENT,
  };
}

/** The precise form of a module that `instrument` accepted: the same behaviour, with fuel exact at every trap. */
export function preciseBytes(module: InstrumentedModule): Uint8Array<ArrayBuffer> {
  const layout = new ModuleReader().finish(module.original);
  return rewriteModule(module.original, layout, module.exports, 'precise', module.nan);
}

const importRefused = (offset: number, message: string, hint: string): InvalidModule =>
  new InvalidModule('MODULE_IMPORT_REFUSED', message, { offset, hint });

/** Takes the functions offered, with their own types, and no other import. */
const onlyFrom =
  (offered: OfferedFunctions): ImportCheck =>
  ({ module, name, kind, type, offset }) => {
    const place = `"${module}" "${name}" (at byte ${hexOffset(offset)})`;
    if (type === null) {
      throw importRefused(
        offset,
        `The module imports the ${kind} ${place}; only WASI functions are offered.`,
        `Let the module define its own ${kind} and export it.`,
      );
    }
    const expected =
      Object.hasOwn(offered, module) && Object.hasOwn(offered[module]!, name) ? offered[module]![name] : undefined;
    const actual = signatureOf(type);
    if (expected === actual) return;
    throw importRefused(
      offset,
      expected === undefined
        ? `The module imports the function ${place}, which the sandbox does not offer.`
        : `The module imports the function ${place} as ${actual}; the sandbox offers it as ${expected}.`,
      'Import only functions of wasi_snapshot_preview1, with the types WASI gives them.',
    );
  };

function checkEntry(layout: ModuleLayout): void {
  const found = layout.exports.find(({ name, kind }) => name === ENTRY && kind === 0);
  const type = found === undefined ? undefined : layout.functions[found.index];
  if (type !== undefined && type.parameters.length === 0 && type.results.length === 0) return;
  throw new InvalidModule(
    'MODULE_NO_ENTRY',
    type === undefined
      ? `The module exports no function "${ENTRY}".`
      : `The module exports "${ENTRY}" as ${signatureOf(type)}; it must take and give nothing.`,
    { hint: 'Build a WASI command (not a reactor or a library): its "_start" is what a task runs.' },
  );
}

/** Numbers of what is added come after all that the module has, so nothing in it needs to be renumbered. */
function rewriteModule(
  original: Uint8Array,
  layout: ModuleLayout,
  keep: readonly string[],
  form: MeteringForm,
  nan: NanForm,
): Uint8Array<ArrayBuffer> {
  const types = new AddedTypes(layout.types.length);
  const firstGlobal = layout.globals.length;
  const growFunctions = layout.functions.length;
  // WASI never calls back into the program; other hosts may.
  const survey = surveyFunctions(original, layout, (i) => !Object.hasOwn(wasiFunctions, layout.imports[i]!.module));
  const handover = form === 'precise' ? null : handoverOf(layout, keep, survey, (type) => types.index(type));
  const added: AddedItems & GrowItems = {
    fuelGlobal: firstGlobal,
    stackGlobal: firstGlobal + 1,
    memoryPagesMaxGlobal: firstGlobal + 2,
    deviceFaultGlobal: firstGlobal + 3,
    siteGlobal: firstGlobal + 4,
    tableElementsGlobal: firstGlobal + 5,
    growMemoryFunction: growFunctions,
    growTableFunctions: growFunctions + (layout.memory === null ? 0 : 1),
    survey,
    handover,
    blockTypeOf: (results) => {
      if (results.length === 0) return -64;
      // A single value type is its own block type: the code, read as a signed 7-bit number.
      return results.length === 1 ? results[0]! - 0x80 : types.index({ parameters: [], results });
    },
  };

  const code = new ByteWriter(original.length * 2);
  const rewriter = new FunctionBodyRewriter(original, layout, added, form, nan, () => new ByteWriter(65_536));
  layout.bodies.forEach((span, i) => rewriter.rewrite(span, layout.imports.length + i, code));
  const more: { type: FunctionType; body: Uint8Array }[] = [];
  if (layout.memory !== null) {
    more.push({
      type: { parameters: [ValueType.i32], results: [ValueType.i32] },
      body: growMemoryBody(added),
    });
  }
  layout.tables.forEach(({ elementType, max }, table) =>
    more.push({
      type: { parameters: [elementType, ValueType.i32], results: [ValueType.i32] },
      body: growTableBody(added, table, Math.min(max ?? TABLE_ELEMENTS_MAX, TABLE_ELEMENTS_MAX)),
    }),
  );
  /** The function by which the host enters another. */
  const doorTo = (index: number): number => {
    if (handover === null || index < layout.imports.length) return index;
    const type = layout.functions[index]!;
    more.push({ type, body: doorBody(type, index, handover.takesDepth[index] === 1, added) });
    return growFunctions + more.length - 1;
  };
  const exports: [name: string, kind: number, index: number][] = [
    [Door.fuel, 3, added.fuelGlobal],
    [Door.stack, 3, added.stackGlobal],
    [Door.memoryPagesMax, 3, added.memoryPagesMaxGlobal],
    [Door.deviceFault, 3, added.deviceFaultGlobal],
    [Door.site, 3, added.siteGlobal],
    ...mutableNumbers(layout).map((index, i): [string, number, number] => [Door.global(i), 3, index]),
  ];
  if (layout.memory !== null) exports.push([Door.memory, 2, 0]);
  if (layout.start !== null) exports.push([Door.start, 0, doorTo(layout.start)]);
  for (const { name, kind, index } of layout.exports) {
    if (keep.includes(name)) exports.push([name, kind, kind === 0 ? doorTo(index) : index]);
  }
  const ownTypes =
    handover === null
      ? []
      : layout.functions
          .slice(layout.imports.length)
          .map((type, i) => handover.typeOf(type, handover.takesDepth[layout.imports.length + i] === 1));
  const moreTypes = more.map(({ type }) => types.index(type));
  for (const { body } of more) {
    code.u32(body.length);
    code.append(body, 0, body.length);
  }

  const parts: Uint8Array[] = [original.subarray(0, 8)];
  const rewritten = new Set<number>([Section.code, Section.export]);
  if (handover !== null) rewritten.add(Section.function);
  const section = (id: number, addedItems = 0, added = new ByteWriter(0)): void => {
    const source = layout.sections.get(id);
    const count = (id === Section.export ? 0 : (source?.count ?? 0)) + addedItems;
    if (count === 0) return;
    const isKept = source !== undefined && !rewritten.has(id);
    const kept = isKept ? original.subarray(source.start, source.end) : new Uint8Array(0);
    const counted = written((content) => content.u32(count));
    const head = written((content) => {
      content.u8(id);
      content.u32(counted.length + kept.length + added.length);
    });
    parts.push(head.view(), counted.view(), kept, added.view());
  };

  section(
    Section.type,
    types.added.length,
    written((content) => types.added.forEach((type) => writeType(content, type))),
  );
  section(Section.import);
  section(
    Section.function,
    more.length,
    written((content) => [...ownTypes, ...moreTypes].forEach((type) => content.u32(type))),
  );
  section(Section.table);
  section(Section.memory);
  const growableElements = TABLE_ELEMENTS_MAX - layout.tables.reduce((sum, { min }) => sum + min, 0);
  const globals: [type: number, initial: number][] = [
    [ValueType.i64, 0],
    [ValueType.i64, 0],
    [ValueType.i32, 0],
    [ValueType.i32, 0],
    [ValueType.i32, 0],
    [ValueType.i32, growableElements],
  ];
  section(
    Section.global,
    globals.length,
    written((content) => {
      for (const [type, initial] of globals) {
        content.u8(type);
        content.u8(1);
        content.u8(type === ValueType.i64 ? 0x42 : 0x41);
        content.signed(initial);
        content.u8(0x0b);
      }
    }),
  );
  section(
    Section.export,
    exports.length,
    written((content) => {
      for (const [name, kind, index] of exports) {
        content.name(name);
        content.u8(kind);
        content.u32(index);
      }
    }),
  );
  // A function that code refers to must be declared outside of code; an export that is no more may have been all that did.
  const undeclared = new Set(
    layout.exports.flatMap(({ name, kind, index }) =>
      kind === 0 && (handover !== null || !keep.includes(name)) ? [index] : [],
    ),
  );
  section(
    Section.element,
    undeclared.size > 0 ? 1 : 0,
    written((content) => {
      if (undeclared.size > 0) writeDeclaration(content, undeclared);
    }),
  );
  if (layout.sections.has(Section.dataCount)) section(Section.dataCount);
  section(Section.code, more.length, code);
  section(Section.data);
  return concatenated(parts);
}

function written(write: (content: ByteWriter) => void): ByteWriter {
  const content = new ByteWriter();
  write(content);
  return content;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Indices of mutable globals whose value a host can read and write; vectors and references it cannot, or not for good. */
function mutableNumbers(layout: ModuleLayout): number[] {
  const numbers = new Set<number>([ValueType.i32, ValueType.i64, ValueType.f32, ValueType.f64]);
  return layout.globals.flatMap(({ type, mutable }, index) => (mutable && numbers.has(type) ? [index] : []));
}

function writeType(content: ByteWriter, { parameters, results }: FunctionType): void {
  content.u8(0x60);
  for (const list of [parameters, results]) {
    content.u32(list.length);
    for (const type of list) content.u8(type);
  }
}

/** A declarative element segment: it lets code refer to the functions, and does nothing else. */
function writeDeclaration(content: ByteWriter, functions: ReadonlySet<number>): void {
  content.u8(DECLARATIVE);
  content.u8(FUNCREF);
  content.u32(functions.size);
  for (const index of functions) content.u32(index);
}

const DECLARATIVE = 3;
const FUNCREF = 0;

/** Function types added to a module, each once. */
class AddedTypes {
  readonly #first: number;
  readonly added: FunctionType[] = [];
  readonly #indices = new Map<string, number>();

  constructor(first: number) {
    this.#first = first;
  }

  index(type: FunctionType): number {
    const key = `${type.parameters.join()}>${type.results.join()}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.#first + this.added.length;
    this.added.push(type);
    this.#indices.set(key, index);
    return index;
  }
}
