import { GristmillError } from '@gristmill/protocol';
import { instrument } from '@gristmill/sandbox';
import type { OutlineImport } from './module-outline.ts';

/** Magic bytes and version. */
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** Value types by name, as codes of the binary format. */
const CODES: Readonly<Record<string, number>> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };

/**
 * Why the sandbox would not give a module this import, or null when it would. The sandbox itself is asked, with a module
 * that has this import and nothing else, so that this answer can never differ from a provider's.
 */
export function importRefusal(item: OutlineImport): string | null {
  if (item.kind !== 'function') return `a ${item.kind} cannot be imported`;
  const type = item.type === null ? null : encodedType(item.type);
  if (type === null) return 'its type is of a later version of WebAssembly';
  try {
    instrument(moduleThatImports(item, type));
    return null;
  } catch (error) {
    if (!(error instanceof GristmillError)) throw error;
    return /; (the sandbox offers it as .*)\.$/.exec(error.message)?.[1] ?? 'not offered';
  }
}

/** `(i32, i64) -> i32` as the bytes of a function type; null when it has types that no import of ours has. */
function encodedType(text: string): number[] | null {
  const lists = text.split(' -> ').map((list) => list.match(/\w+/g) ?? []);
  if (lists.flat().some((name) => CODES[name] === undefined)) return null;
  return [0x60, ...lists.flatMap((names) => [...unsigned(names.length), ...names.map((name) => CODES[name]!)])];
}

function moduleThatImports({ module, name }: OutlineImport, type: readonly number[]): Uint8Array {
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [2, ...type, 0x60, 0, 0]),
    ...section(2, [1, ...text(module), ...text(name), 0, 0]),
    ...section(3, [1, 1]),
    ...section(7, [1, ...text('_start'), 0, 1]),
    ...section(10, [1, 2, 0, 0x0b]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}
