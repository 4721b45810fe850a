import { ByteReader, hexOffset } from '../wasm/byte-reader.ts';
import { instructionNames, PREFIX_FC, PREFIX_FD, trapReasons, traps } from '../wasm/opcodes.ts';

/**
 * Describes a trap by the instruction it happened at, so that the words are the same on every engine:
 * `out of bounds memory access (i32.load at byte 0x1a2b)`.
 */
export function describeTrap(original: Uint8Array, site: number): string {
  const reader = new ByteReader(original, site);
  const opcode = reader.u8();
  const prefix = { 0xfc: PREFIX_FC, 0xfd: PREFIX_FD }[opcode];
  const instruction = prefix === undefined ? opcode : prefix + reader.u32();
  return `${trapReasons[traps[instruction]!]} (${instructionNames[instruction]} at byte ${hexOffset(site)})`;
}
