import { type Cid, cidOfBytes } from '@gristmill/protocol';
import type { ProgramContent } from '../src/executor.ts';

function wasm(hex: string): ProgramContent & { name: Cid } {
  const content = new Uint8Array(Buffer.from(hex, 'hex'));
  return { kind: 'wasm', name: cidOfBytes(content), content };
}

/**
 * Writes its standard input (up to 4 KiB) to its standard output.
 *
 *     (module
 *      (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
 *      (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
 *      (memory (export "memory") 1)
 *      (data (i32.const 0) "\10\00\00\00\00\10\00\00")
 *      (func (export "_start")
 *       (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
 *       (i32.store (i32.const 4) (i32.load (i32.const 8)))
 *       (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
 */
export const echo = wasm(
  [
    '0061736d01000000010c0260047f7f7f7f017f60000002440216776173695f736e617073686f745f7072657669657731',
    '0766645f72656164000016776173695f736e617073686f745f70726576696577310866645f7772697465000003020101',
    '0503010001071302066d656d6f72790200065f737461727400020a24012200410041004101410810001a410441082802',
    '00360200410141004101410810011a0b0b0e010041000b081000000000100000',
  ].join(''),
);

/**
 * Never ends.
 *
 *     (module (memory (export "memory") 1) (func (export "_start") (loop (br 0))))
 */
export const endless = wasm(
  [
    '0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a0a0108',
    '0003400c000b000b',
  ].join(''),
);

/**
 * Takes memory page by page until it gets no more, then writes the number of pages as 32 bits.
 *
 *     (module
 *      (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
 *      (memory (export "memory") 1)
 *      (data (i32.const 0) "\10\00\00\00\04\00\00\00")
 *      (func (export "_start")
 *       (loop (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
 *       (i32.store (i32.const 16) (memory.size))
 *       (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
 */
export const greedy = wasm(
  [
    '0061736d01000000010c0260047f7f7f7f017f60000002230116776173695f736e617073686f745f7072657669657731',
    '0866645f77726974650000030201010503010001071302066d656d6f72790200065f737461727400010a220120000340',
    '41014000417f470d000b41103f00360200410141004101410810001a0b0b0e010041000b081000000004000000',
  ].join(''),
);

/**
 * Calls itself for ever.
 *
 *     (module (memory (export "memory") 1)
 *       (func (export "_start") (drop (call $down (i32.const 0))))
 *       (func $down (param $n i32) (result i32) (i32.add (call $down (i32.add (local.get $n) (i32.const 1))) (local.get $n))))
 */
export const deep = wasm(
  [
    '0061736d0100000001090260000060017f017f03030200010503010001071302066d656d6f72790200065f7374617274',
    '00000a16020700410010011a0b0c00200041016a100120006a0b',
  ].join(''),
);

/**
 * Wants an import that no sandbox offers.
 *
 *     (module (import "env" "format_disk" (func $f)) (memory (export "memory") 1) (func (export "_start") (call $f)))
 */
export const strange = wasm(
  [
    '0061736d0100000001040160000002130103656e760b666f726d61745f6469736b000003020100050301000107130206',
    '6d656d6f72790200065f737461727400010a0601040010000b',
  ].join(''),
);

export function javaScript(source: string): ProgramContent {
  const content = new TextEncoder().encode(source);
  return { kind: 'javascript', name: cidOfBytes(content), content };
}
