import type { ByteReader } from './byte-reader.ts';
import { Immediate, immediates, Op, PREFIX_FC, PREFIX_FD } from './opcodes.ts';

const OTHER = 0xff;

/** For instructions of one byte whose immediates are so many numbers (of 32 bits): how many; `OTHER` for all others. */
const numbers = new Uint8Array(0x100).fill(OTHER);
for (let opcode = 0; opcode < 0x100; opcode++) {
  const immediate = immediates[opcode];
  if (immediate === Immediate.none) numbers[opcode] = 0;
  else if (immediate === Immediate.local || immediate === Immediate.global) numbers[opcode] = 1;
  else if (immediate === Immediate.memarg) numbers[opcode] = 2;
}

/**
 * Reads one instruction with its immediates, and gives its number, or -1 for one that is unknown here. For looking ahead:
 * what is wrong with a module, the rewriter says when it comes to the place.
 */
export function skipInstruction(reader: ByteReader): number {
  const opcode = reader.u8();
  const count = numbers[opcode]!;
  if (count !== OTHER) {
    if (count > 0) reader.u32();
    if (count > 1) reader.u32();
    return opcode;
  }
  let instruction = opcode;
  if (opcode >= 0xfb) {
    const second = reader.u32();
    if (opcode === 0xfc && second < 0x20) instruction = PREFIX_FC + second;
    else if (opcode === 0xfd && second < 0x100) instruction = PREFIX_FD + second;
    else return -1;
  }
  switch (immediates[instruction]!) {
    case Immediate.unknown:
      return -1;
    case Immediate.none:
      break;
    case Immediate.control:
      if (opcode <= Op.if) reader.blockType();
      else if (opcode === Op.brTable) for (let left = reader.count('targets'); left >= 0; left--) reader.u32();
      else if (opcode !== Op.else && opcode !== Op.end && opcode !== Op.return) reader.u32();
      if (opcode === Op.callIndirect || opcode === Op.returnCallIndirect) reader.u32();
      break;
    case Immediate.i32:
      reader.skipSigned(32);
      break;
    case Immediate.i64:
      reader.skipSigned(64);
      break;
    case Immediate.lane:
    case Immediate.refType:
      reader.skip(1);
      break;
    case Immediate.bytes4:
      reader.skip(4);
      break;
    case Immediate.bytes8:
      reader.skip(8);
      break;
    case Immediate.bytes16:
      reader.skip(16);
      break;
    case Immediate.selectTypes:
      reader.skip(reader.count('types'));
      break;
    case Immediate.memargLane:
      reader.u32();
      reader.u32();
      reader.skip(1);
      break;
    case Immediate.memarg:
    case Immediate.dataMemory:
    case Immediate.memoryMemory:
    case Immediate.elementTable:
    case Immediate.tableTable:
      reader.u32();
      reader.u32();
      break;
    default:
      reader.u32();
  }
  return instruction;
}
