/** A few WebAssembly modules, byte by byte: what a requestor may send by mistake or on purpose. */
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const VOID_TYPE = [0x60, 0, 0];
const FD_WRITE_TYPE = [0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f];

/** Writes `text` to standard output. */
export function printing(text: string): Uint8Array {
  const bytes = [...new TextEncoder().encode(text)];
  return module({
    types: [VOID_TYPE, FD_WRITE_TYPE],
    imports: [[...name('wasi_snapshot_preview1'), ...name('fd_write'), 0, 1]],
    // fd_write(1, iovec at 0, 1 iovec, written at 8); drop
    start: [0x41, 1, 0x41, 0, 0x41, 1, 0x41, 8, 0x10, 0, 0x1a],
    // iovec { 16, length } at 0, the text at 16
    data: [16, 0, 0, 0, bytes.length, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...bytes],
  });
}

/** `loop (br 0)` */
export const looping = module({ types: [VOID_TYPE], start: [0x03, 0x40, 0x0c, 0, 0x0b] });

/** Wants `env.telephone`, which no sandbox offers. */
export const importing = module({
  types: [VOID_TYPE],
  imports: [[...name('env'), ...name('telephone'), 0, 0]],
  start: [],
});

/** `unreachable` */
export const trapping = module({ types: [VOID_TYPE], start: [0x00] });

/** `atomic.fence`, an instruction of the threads proposal. */
export const fencing = module({ types: [VOID_TYPE], start: [0xfe, 0x03, 0x00] });

/** Ends with exit code 256, whose lowest byte is 0. */
export const exiting256 = module({
  types: [VOID_TYPE, [0x60, 1, 0x7f, 0]],
  imports: [[...name('wasi_snapshot_preview1'), ...name('proc_exit'), 0, 1]],
  start: [0x41, 0x80, 0x02, 0x10, 0],
});

/** Opens the file whose name lies at `at`, for what `rights` allow; its descriptor is left at 8. */
function openFile(at: number, length: number, flags: number, rights: readonly number[]): number[] {
  const path = [0x41, 3, 0x41, 0, 0x41, at, 0x41, length, 0x41, flags];
  return [...path, 0x42, ...rights, 0x42, 0, 0x41, 0, 0x41, 8, 0x10, 0, 0x1a];
}

/** Calls `fd_read` or `fd_write` for that descriptor and the iovec at 0; the count is left at 12. */
function transfer(fn: number): number[] {
  return [0x41, 8, 0x28, 2, 0, 0x41, 0, 0x41, 1, 0x41, 12, 0x10, fn, 0x1a];
}

/** The iovec's length becomes what was read: `i32.store(4, i32.load(12))`. */
const SHORTEN_IOVEC = [0x41, 4, 0x41, 12, 0x28, 2, 0, 0x36, 2, 0];
const RIGHT_TO_READ = [2];
const RIGHT_TO_WRITE = [0xc0, 0];

/** Copies the first 64 bytes of one file below the root into another, which it makes. */
export function copying(from: string, to: string): Uint8Array {
  const [i32, i64] = [0x7f, 0x7e];
  return module({
    types: [VOID_TYPE, FD_WRITE_TYPE, [0x60, 9, i32, i32, i32, i32, i32, i64, i64, i32, i32, 1, i32]],
    imports: [
      [...name('wasi_snapshot_preview1'), ...name('path_open'), 0, 2],
      [...name('wasi_snapshot_preview1'), ...name('fd_read'), 0, 1],
      [...name('wasi_snapshot_preview1'), ...name('fd_write'), 0, 1],
    ],
    start: [
      ...openFile(16, from.length, 0, RIGHT_TO_READ),
      ...transfer(1),
      ...SHORTEN_IOVEC,
      ...openFile(16 + from.length, to.length, 1, RIGHT_TO_WRITE),
      ...transfer(2),
    ],
    // iovec { 1024, 64 } at 0, the names from 16 on
    data: [0, 4, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(from + to)],
  });
}

function module({
  types,
  imports = [],
  start,
  data,
}: {
  types: number[][];
  imports?: number[][];
  start: number[];
  data?: number[];
}): Uint8Array {
  return Uint8Array.from([
    ...HEADER,
    ...section(1, vector(types)),
    ...(imports.length > 0 ? section(2, vector(imports)) : []),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(
      7,
      vector([
        [...name('memory'), 2, 0],
        [...name('_start'), 0, imports.length],
      ]),
    ),
    ...section(10, [1, ...unsigned(start.length + 2), 0, ...start, 0x0b]),
    ...(data ? section(11, [1, 0, 0x41, 0, 0x0b, data.length, ...data]) : []),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function vector(items: number[][]): number[] {
  return [items.length, ...items.flat()];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}
