import { hexOffset } from '../wasm/byte-reader.ts';
import { instructionNames, PREFIX_FC, PREFIX_FD, trapReasons, traps } from '../wasm/opcodes.ts';

/**
 * Describes a trap by the instruction it happened at, so that the words are the same on every engine:
 * `out of bounds memory access (i32.load at byte 0x1a2b)`.
 */
export function describeTrap(original: Uint8Array, site: number): string {
  const opcode = original[site]!;
  // The second number of a prefixed instruction that may trap is below 128, so it is one byte.
  const second = original[site + 1]!;
  const instruction = opcode === 0xfc ? PREFIX_FC + second : opcode === 0xfd ? PREFIX_FD + second : opcode;
  return `${trapReasons[traps[instruction]!]} (${instructionNames[instruction]} at byte ${hexOffset(site)})`;
}
