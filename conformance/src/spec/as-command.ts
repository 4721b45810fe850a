import { BytesReader, itemsOf, Kind, nameBytes, sectionOf, SectionId, u32, writeModule } from './module-bytes.ts';
import { type Import, type ModuleInterface, skipGlobal, skipLimits, skipTable } from './module-interface.ts';

/**
 * The sandbox takes WASI commands: modules that export `_start` and import only WASI's functions. The spec's modules are
 * neither, so each is lent the shape of a command: what it imports it defines itself (imports come first in every index
 * space, so no index changes), and an empty `_start` is added after all else. `withoutCommandShape` takes the loan back
 * from the instrumented module, so that what runs has the imports and exports its author gave it.
 */
export function asCommand(module: ModuleInterface): Uint8Array {
  const { sections, imports, types, functions } = module;
  const stand = (kind: number): Import[] => imports.filter((one) => one.kind === kind);
  const from = (id: number, read: (reader: BytesReader) => void): Uint8Array[] => itemsOf(sections.get(id), read);
  const startType = types.length;
  const shaped = new Map(sections);
  const set = (id: number, items: readonly Uint8Array[]): void => {
    const section = sectionOf(items);
    if (section === undefined) shaped.delete(id);
    else shaped.set(id, section);
  };
  set(SectionId.type, [...from(SectionId.type, skipType), Uint8Array.of(0x60, 0, 0)]);
  set(SectionId.import, []);
  set(SectionId.function, [...functions.map((type) => Uint8Array.from(u32(type))), Uint8Array.from(u32(startType))]);
  set(SectionId.table, [
    ...stand(Kind.table).map(({ description }) => description),
    ...from(SectionId.table, skipTable),
  ]);
  set(SectionId.memory, [
    ...stand(Kind.memory).map(({ description }) => description),
    ...from(SectionId.memory, skipLimits),
  ]);
  set(SectionId.global, [...stand(Kind.global).map(standInGlobal), ...from(SectionId.global, skipGlobal)]);
  set(SectionId.export, [
    ...module.exports.filter(({ name }) => name !== ENTRY).map(({ bytes }) => bytes),
    Uint8Array.from([...nameBytes(ENTRY), Kind.function, ...u32(functions.length)]),
  ]);
  set(SectionId.code, [
    ...stand(Kind.function).map(() => UNREACHABLE_BODY),
    ...from(SectionId.code, skipBody),
    EMPTY_BODY,
  ]);
  return writeModule(shaped);
}

/** The instrumented form of `asCommand(module)`, with the module's own imports and exports. */
export function withoutCommandShape(
  instrumented: ReadonlyMap<number, Uint8Array>,
  module: ModuleInterface,
): Uint8Array<ArrayBuffer> {
  const restored = new Map(instrumented);
  const set = (id: number, section: Uint8Array | undefined): void => {
    if (section === undefined) restored.delete(id);
    else restored.set(id, section);
  };
  const dropStandIns = (id: number, kind: number, read: (reader: BytesReader) => void): void => {
    const count = module.imports.filter((one) => one.kind === kind).length;
    if (count > 0) set(id, sectionOf(itemsOf(instrumented.get(id), read).slice(count)));
  };
  set(SectionId.import, module.sections.get(SectionId.import));
  dropStandIns(SectionId.function, Kind.function, (reader) => reader.u32());
  dropStandIns(SectionId.code, Kind.function, skipBody);
  dropStandIns(SectionId.table, Kind.table, skipTable);
  dropStandIns(SectionId.memory, Kind.memory, skipLimits);
  dropStandIns(SectionId.global, Kind.global, skipGlobal);
  const meters = itemsOf(instrumented.get(SectionId.export), skipExport).filter((bytes) =>
    new BytesReader(bytes).name().startsWith(METER_PREFIX),
  );
  set(SectionId.export, sectionOf([...meters, ...module.exports.map(({ bytes }) => bytes)]));
  return writeModule(restored);
}

const ENTRY = '_start';
/** The names under which an instrumented module exports its meters. */
const METER_PREFIX = 'gristmill.';
const UNREACHABLE_BODY = Uint8Array.of(3, 0, 0x00, 0x0b);
const EMPTY_BODY = Uint8Array.of(2, 0, 0x0b);

function standInGlobal({ description }: Import): Uint8Array {
  const [type] = description;
  const zero: Readonly<Record<number, readonly number[]>> = {
    0x7f: [0x41, 0],
    0x7e: [0x42, 0],
    0x7d: [0x43, 0, 0, 0, 0],
    0x7c: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
    0x7b: [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)],
  };
  return Uint8Array.from([...description, ...(zero[type!] ?? [0xd0, type!]), 0x0b]);
}

function skipType(reader: BytesReader): void {
  reader.u8();
  reader.take(reader.u32());
  reader.take(reader.u32());
}

function skipBody(reader: BytesReader): void {
  reader.take(reader.u32());
}

function skipExport(reader: BytesReader): void {
  reader.name();
  reader.u8();
  reader.u32();
}
