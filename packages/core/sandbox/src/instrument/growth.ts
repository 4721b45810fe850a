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

const LOCAL_GET = 0x20;
const LOCAL_TEE = 0x22;
const GLOBAL_GET = 0x23;
const GLOBAL_SET = 0x24;
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
const IF = 0x04;
const EMPTY = 0x40;
const RETURN = 0x0f;
const UNREACHABLE = 0x00;
const END = 0x0b;

/**
 * `memory.grow` under the job's limit: -1 above the limit on every device alike, and only there. A device that cannot
 * give what the limit allows says so through the fault global, which makes it the device's failure and no result.
 */
export function growMemoryBody(items: GrowItems): Uint8Array {
  const body = new ByteWriter(96);
  const w = (...bytes: number[]): void => bytes.forEach((byte) => body.u8(byte));
  w(0);
  // size + delta > limit: answer -1
  w(0x3f, 0, I64_EXTEND_I32_U, LOCAL_GET, 0, I64_EXTEND_I32_U, I64_ADD);
  w(GLOBAL_GET);
  body.u32(items.memoryPagesMaxGlobal);
  w(I64_EXTEND_I32_U, I64_GT_U, IF, EMPTY, I32_CONST, 0x7f, RETURN, END);
  writeCharge(body, items.fuelGlobal, 0, FUEL_PER_PAGE);
  w(LOCAL_GET, 0, 0x40, 0);
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
  w(I64_EXTEND_I32_U, LOCAL_GET, 1, I64_EXTEND_I32_U, I64_ADD, I64_CONST);
  body.signed(elementsMax);
  w(I64_GT_U, IF, EMPTY, I32_CONST, 0x7f, RETURN, END);
  w(LOCAL_GET, 1, GLOBAL_GET);
  body.u32(items.tableElementsGlobal);
  w(I32_GT_U, IF, EMPTY, I32_CONST, 0x7f, RETURN, END);
  w(GLOBAL_GET);
  body.u32(items.tableElementsGlobal);
  w(LOCAL_GET, 1, I32_SUB, GLOBAL_SET);
  body.u32(items.tableElementsGlobal);
  writeCharge(body, items.fuelGlobal, 1, FUEL_PER_TABLE_ELEMENT);
  w(LOCAL_GET, 0, LOCAL_GET, 1, 0xfc, 0x0f);
  body.u32(table);
  writeFaultCheck(body, items.deviceFaultGlobal, 1);
  return body.toBytes();
}

function writeCharge(body: ByteWriter, fuelGlobal: number, sizeLocal: number, fuelEach: number): void {
  body.u8(GLOBAL_GET);
  body.u32(fuelGlobal);
  body.u8(LOCAL_GET);
  body.u32(sizeLocal);
  body.u8(I64_EXTEND_I32_U);
  body.u8(I64_CONST);
  body.signed(fuelEach);
  body.u8(I64_MUL);
  body.u8(I64_SUB);
  body.u8(GLOBAL_SET);
  body.u32(fuelGlobal);
  body.u8(GLOBAL_GET);
  body.u32(fuelGlobal);
  for (const byte of [I64_CONST, 0, I64_LT_S, IF, EMPTY, UNREACHABLE, END]) body.u8(byte);
}

/** Takes the engine's answer from the stack and leaves it there; `local` is free to be overwritten by now. */
function writeFaultCheck(body: ByteWriter, faultGlobal: number, local: number): void {
  for (const byte of [LOCAL_TEE, local, I32_CONST, 0x7f, I32_EQ, IF, EMPTY, I32_CONST, 1, GLOBAL_SET]) body.u8(byte);
  body.u32(faultGlobal);
  for (const byte of [UNREACHABLE, END, LOCAL_GET, local, END]) body.u8(byte);
}
