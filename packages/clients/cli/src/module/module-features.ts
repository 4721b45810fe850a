import { ByteCursor, Unreadable } from './byte-cursor.ts';
import type { ModuleOutline } from './module-outline.ts';

/** A part of WebAssembly beyond its first version that a module makes use of. */
export interface Feature {
  name: string;
  /** How many instructions or declarations need it. */
  uses: number;
  /** Byte offset of the first. */
  offset: number;
}

/**
 * Which features a module uses, in the order of their first use. A function with instructions that are not known here is
 * read up to them. Never throws.
 *
 * Source: https://webassembly.github.io/spec/core/binary/instructions.html, and the proposals' own overviews
 */
export function featuresOf(bytes: Uint8Array, { bodies, memories, tables, sections }: ModuleOutline): Feature[] {
  const found = new Map<string, Feature>();
  const note = (name: string, offset: number): void => {
    const feature = found.get(name);
    if (feature === undefined) found.set(name, { name, uses: 1, offset });
    else feature.uses += 1;
  };
  const offsetOf = (section: string): number => sections.find(({ name }) => name === section)?.offset ?? 0;
  for (const { isShared, is64 } of memories) {
    if (isShared) note('threads', offsetOf('memory'));
    if (is64) note('memory64', offsetOf('memory'));
  }
  if (memories.length > 1) note('multi-memory', offsetOf('memory'));
  if (tables.length > 1) note('reference types', offsetOf('table'));
  for (const { name, offset } of sections) if (name === 'tag') note('exception handling', offset);
  for (const { start, end } of bodies) {
    try {
      readBody(new ByteCursor(bytes, start, end), note);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return [...found.values()].toSorted((a, b) => a.offset - b.offset);
}

type Note = (name: string, offset: number) => void;

function readBody(cursor: ByteCursor, note: Note): void {
  const groups = cursor.unsigned();
  for (let i = 0; i < groups; i++) {
    const at = cursor.position;
    cursor.unsigned();
    const type = cursor.u8();
    if (type === 0x7b) note('SIMD', at);
    else if (type === 0x70 || type === 0x6f) note('reference types', at);
    else if (type < 0x7b) return note('garbage collection', at);
  }
  while (!cursor.isDone) readInstruction(cursor, note);
}

/** Reads one instruction. Throws Unreadable at one that is not known. */
function readInstruction(cursor: ByteCursor, note: Note): void {
  const at = cursor.position;
  const opcode = cursor.u8();
  const immediates = FIXED.get(opcode);
  if (immediates !== undefined) {
    if (immediates.feature !== undefined) note(immediates.feature, at);
    return skipImmediates(cursor, immediates.shape);
  }
  if (opcode >= 0x45 && opcode <= 0xbf) return;
  if (opcode >= 0x28 && opcode <= 0x3e) return memoryOperand(cursor, at, note);
  switch (opcode) {
    case 0x02:
    case 0x03:
    case 0x04:
      return blockType(cursor, at, note);
    case 0x0e:
      for (let labels = cursor.unsigned() + 1; labels > 0; labels--) cursor.unsigned();
      return;
    case 0x11:
      cursor.unsigned();
      if (cursor.unsigned() !== 0) note('reference types', at);
      return;
    case 0x1c:
      note('reference types', at);
      for (let types = cursor.unsigned(); types > 0; types--) cursor.signed33();
      return;
    case 0x1f:
      note('exception handling', at);
      blockType(cursor, at, note);
      for (let clauses = cursor.unsigned(); clauses > 0; clauses--) {
        if (cursor.u8() < 2) cursor.unsigned();
        cursor.unsigned();
      }
      return;
    case 0x3f:
    case 0x40:
      if (cursor.unsigned() !== 0) note('multi-memory', at);
      return;
    case 0xfb:
      note('garbage collection', at);
      throw new Unreadable('not read further');
    case 0xfc:
      return readNumericOrBulk(cursor, at, note);
    case 0xfd:
      return readVector(cursor, at, note);
    case 0xfe: {
      note('threads', at);
      if (cursor.unsigned() === 3) cursor.u8();
      else memoryOperand(cursor, at, note);
      return;
    }
    default:
      throw new Unreadable(`instruction 0x${opcode.toString(16)}`);
  }
}

/** One letter an immediate: `i` index, `s` signed number, `h` heap or block type, `4` and `8` bytes. */
const FIXED = new Map<number, { shape: string; feature?: string }>([
  ...[0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b].map((opcode) => [opcode, { shape: '' }] as const),
  ...[0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24].map((opcode) => [opcode, { shape: 'i' }] as const),
  [0x41, { shape: 's' }],
  [0x42, { shape: 's' }],
  [0x43, { shape: '4' }],
  [0x44, { shape: '8' }],
  [0x12, { shape: 'i', feature: 'tail calls' }],
  [0x13, { shape: 'ii', feature: 'tail calls' }],
  [0x25, { shape: 'i', feature: 'reference types' }],
  [0x26, { shape: 'i', feature: 'reference types' }],
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4].map((opcode) => [opcode, { shape: '', feature: 'sign extension' }] as const),
  [0xd0, { shape: 'h', feature: 'reference types' }],
  [0xd1, { shape: '', feature: 'reference types' }],
  [0xd2, { shape: 'i', feature: 'reference types' }],
  [0x06, { shape: 'h', feature: 'exception handling' }],
  [0x07, { shape: 'i', feature: 'exception handling' }],
  [0x08, { shape: 'i', feature: 'exception handling' }],
  [0x09, { shape: 'i', feature: 'exception handling' }],
  [0x0a, { shape: '', feature: 'exception handling' }],
  [0x18, { shape: 'i', feature: 'exception handling' }],
  [0x19, { shape: '', feature: 'exception handling' }],
  [0x14, { shape: 'i', feature: 'typed function references' }],
  [0x15, { shape: 'i', feature: 'typed function references' }],
  [0xd4, { shape: '', feature: 'typed function references' }],
  [0xd5, { shape: 'i', feature: 'typed function references' }],
  [0xd6, { shape: 'i', feature: 'typed function references' }],
  [0xd3, { shape: '', feature: 'garbage collection' }],
]);

function skipImmediates(cursor: ByteCursor, shape: string): void {
  for (const letter of shape) {
    if (letter === 'i') cursor.unsigned();
    else if (letter === 'h') cursor.signed33();
    else if (letter === 's') while (cursor.u8() >= 0x80);
    else cursor.skip(Number(letter));
  }
}

function blockType(cursor: ByteCursor, at: number, note: Note): void {
  if (cursor.signed33() >= 0) note('multi-value', at);
}

function memoryOperand(cursor: ByteCursor, at: number, note: Note): void {
  const flags = cursor.unsigned();
  if ((flags & 0x40) !== 0) {
    note('multi-memory', at);
    cursor.unsigned();
  }
  cursor.unsigned();
}

function readNumericOrBulk(cursor: ByteCursor, at: number, note: Note): void {
  const operation = cursor.unsigned();
  if (operation < 8) return note('saturating conversions', at);
  if (operation >= 19 && operation <= 22) return note('wide arithmetic', at);
  const shape = ['ii', 'i', 'ii', 'i', 'ii', 'i', 'ii', 'i', 'i', 'i'][operation - 8];
  if (shape === undefined) throw new Unreadable(`instruction 0xfc ${operation}`);
  note(operation < 15 ? 'bulk memory' : 'reference types', at);
  skipImmediates(cursor, shape);
}

function readVector(cursor: ByteCursor, at: number, note: Note): void {
  const operation = cursor.unsigned();
  note(operation >= 0x100 ? 'relaxed SIMD' : 'SIMD', at);
  const isLoadOrStore = operation <= 11 || operation === 92 || operation === 93;
  const isLaneLoadOrStore = operation >= 84 && operation <= 91;
  if (isLoadOrStore || isLaneLoadOrStore) memoryOperand(cursor, at, note);
  if (operation === 12 || operation === 13) cursor.skip(16);
  if (isLaneLoadOrStore || (operation >= 21 && operation <= 34)) cursor.u8();
}
