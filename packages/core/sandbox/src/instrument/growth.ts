import { Op } from '../wasm/opcodes.ts';
import { FUEL_PER_PAGE, FUEL_PER_TABLE_ELEMENT } from '../fuel-schedule.ts';
import { ByteWriter } from '../wasm/byte-writer.ts';

/** Indices of the globals that guard growth. */
export interface GrowItems {
  readonly fuelGlobal: number;
  readonly memoryPagesMaxGlobal: number;
  readonly deviceFaultGlobal: number;
  /** How many more elements all tables together may get. */
  readonly tableElementsGlobal: number;
}

const I32_CONST = 0x41;
const I64_CONST = 0x42;
const I32_EQ = 0x46;
const I32_GT_U = 0x4b;
const I32_SUB = 0x6b;
const I64_LT_S = 0x53;
const I64_GT_U = 0x56;
const I64_ADD = 0x7c;
const I64_SUB = 0x7d;
const I64_MUL = 0x7e;
const I64_EXTEND_I32_U = 0xad;
const EMPTY = 0x40;

/**
 * `memory.grow` under the job's limit: -1 above the limit on every device alike, and only there. A device that cannot
 * give what the limit allows says so through the fault global, which makes it the device's failure and no result.
 */
export function growMemoryBody(items: GrowItems): Uint8Array {
  const body = new ByteWriter(96);
  const w = (...bytes: number[]): void => bytes.forEach((byte) => body.u8(byte));
  w(0);
  // size + delta > limit: answer -1
  w(0x3f, 0, I64_EXTEND_I32_U, Op.localGet, 0, I64_EXTEND_I32_U, I64_ADD);
  w(Op.globalGet);
  body.u32(items.memoryPagesMaxGlobal);
  w(I64_EXTEND_I32_U, I64_GT_U, Op.if, EMPTY, I32_CONST, 0x7f, Op.return, Op.end);
  writeCharge(body, items.fuelGlobal, 0, FUEL_PER_PAGE);
  w(Op.localGet, 0, 0x40, 0);
  writeFaultCheck(body, items.deviceFaultGlobal, 0);
  return body.toBytes();
}

/** `table.grow` in the same way, under the table's own maximum and what all tables together may have. */
export function growTableBody(items: GrowItems, table: number, elementsMax: number): Uint8Array {
  const body = new ByteWriter(128);
  const w = (...bytes: number[]): void => bytes.forEach((byte) => body.u8(byte));
  w(0);
  w(0xfc, 0x10);
  body.u32(table);
  w(I64_EXTEND_I32_U, Op.localGet, 1, I64_EXTEND_I32_U, I64_ADD, I64_CONST);
  body.signed(elementsMax);
  w(I64_GT_U, Op.if, EMPTY, I32_CONST, 0x7f, Op.return, Op.end);
  w(Op.localGet, 1, Op.globalGet);
  body.u32(items.tableElementsGlobal);
  w(I32_GT_U, Op.if, EMPTY, I32_CONST, 0x7f, Op.return, Op.end);
  w(Op.globalGet);
  body.u32(items.tableElementsGlobal);
  w(Op.localGet, 1, I32_SUB, Op.globalSet);
  body.u32(items.tableElementsGlobal);
  writeCharge(body, items.fuelGlobal, 1, FUEL_PER_TABLE_ELEMENT);
  w(Op.localGet, 0, Op.localGet, 1, 0xfc, 0x0f);
  body.u32(table);
  writeFaultCheck(body, items.deviceFaultGlobal, 1);
  return body.toBytes();
}

function writeCharge(body: ByteWriter, fuelGlobal: number, sizeLocal: number, fuelEach: number): void {
  body.u8(Op.globalGet);
  body.u32(fuelGlobal);
  body.u8(Op.localGet);
  body.u32(sizeLocal);
  body.u8(I64_EXTEND_I32_U);
  body.u8(I64_CONST);
  body.signed(fuelEach);
  body.u8(I64_MUL);
  body.u8(I64_SUB);
  body.u8(Op.globalSet);
  body.u32(fuelGlobal);
  body.u8(Op.globalGet);
  body.u32(fuelGlobal);
  for (const byte of [I64_CONST, 0, I64_LT_S, Op.if, EMPTY, Op.unreachable, Op.end]) body.u8(byte);
}

/** Takes the engine's answer from the stack and leaves it there; `local` is free to be overwritten by now. */
function writeFaultCheck(body: ByteWriter, faultGlobal: number, local: number): void {
  for (const byte of [Op.localTee, local, I32_CONST, 0x7f, I32_EQ, Op.if, EMPTY, I32_CONST, 1, Op.globalSet])
    body.u8(byte);
  body.u32(faultGlobal);
  for (const byte of [Op.unreachable, Op.end, Op.localGet, local, Op.end]) body.u8(byte);
}
