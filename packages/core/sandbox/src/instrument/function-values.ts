import { ByteReader } from '../wasm/byte-reader.ts';
import { type ModuleLayout, Section } from '../wasm/module-layout.ts';
import { Op } from '../wasm/opcodes.ts';
import { skipInstruction } from '../wasm/skip-instruction.ts';

/** 1 for functions that the module's tables and globals may hold when it starts, by index. What code refers to is not here. */
export function functionValues(bytes: Uint8Array, layout: ModuleLayout): Uint8Array {
  const isValue = new Uint8Array(layout.functions.length);
  const constantExpression = (reader: ByteReader): void => {
    for (;;) {
      const at = reader.position;
      const instruction = skipInstruction(reader);
      if (instruction === Op.end || instruction === -1) return;
      if (instruction === Op.refFunc) isValue[new ByteReader(bytes, at + 1).u32()] = 1;
    }
  };
  const items = (section: number, read: (reader: ByteReader) => void): void => {
    const span = layout.sections.get(section);
    if (span === undefined) return;
    const reader = new ByteReader(bytes, span.start, span.end);
    for (let i = 0; i < span.count; i++) read(reader);
  };
  items(Section.global, (reader) => {
    reader.skip(2);
    constantExpression(reader);
  });
  items(Section.element, (reader) => {
    const flags = reader.u32();
    const isActive = (flags & 1) === 0;
    const holdsExpressions = (flags & 4) !== 0;
    if (isActive) {
      if ((flags & 2) !== 0) reader.u32();
      constantExpression(reader);
    }
    if ((flags & 3) !== 0) reader.skip(1);
    for (let left = reader.u32(); left > 0; left--) {
      if (holdsExpressions) constantExpression(reader);
      else isValue[reader.u32()] = 1;
    }
  });
  return isValue;
}
