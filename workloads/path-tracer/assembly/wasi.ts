// The four functions of WASI preview 1 that a renderer needs, declared by hand so that the module imports nothing else.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

// @ts-ignore: decorator
@external('wasi_snapshot_preview1', 'args_sizes_get')
declare function args_sizes_get(count: usize, bufferSize: usize): u32;
// @ts-ignore: decorator
@external('wasi_snapshot_preview1', 'args_get')
declare function args_get(pointers: usize, buffer: usize): u32;
// @ts-ignore: decorator
@external('wasi_snapshot_preview1', 'fd_write')
declare function fd_write(fd: u32, iovs: usize, iovsLength: usize, written: usize): u32;
// @ts-ignore: decorator
@external('wasi_snapshot_preview1', 'proc_exit')
declare function proc_exit(code: u32): void;

const STDOUT: u32 = 1;
const STDERR: u32 = 2;

/** Ends the program; the `unreachable` tells the compiler that nothing comes after. */
function exit(code: u32): void {
  proc_exit(code);
  unreachable();
}

/** Says what is wrong on stderr and ends with code 2, as programs do for a wrong command line. */
export function refuse(message: string): void {
  const length = <usize>message.length;
  const bytes = heap.alloc(length + 1);
  // Messages here are plain ASCII: one UTF-16 unit is one byte.
  for (let i: usize = 0; i < length; i++) store<u8>(bytes + i, <u8>message.charCodeAt(<i32>i));
  store<u8>(bytes + length, 0x0a);
  write(STDERR, bytes, length + 1);
  exit(2);
}

/**
 * The last `count` arguments; hosts differ on whether the program's own name comes before them.
 * Refuses another number of them, or anything that is not a decimal below 2^32.
 */
export function readArguments(count: i32): StaticArray<u32> {
  const sizes = heap.alloc(8);
  if (args_sizes_get(sizes, sizes + 4) != 0) refuse('the host does not give arguments');
  const given = load<u32>(sizes);
  if (given != <u32>count && given != <u32>count + 1) {
    refuse('usage: path-tracer width height x y tileWidth tileHeight samples seed');
  }
  const pointers = heap.alloc(given * 4);
  const buffer = heap.alloc(load<u32>(sizes, 4));
  if (args_get(pointers, buffer) != 0) refuse('the host does not give arguments');
  const values = new StaticArray<u32>(count);
  for (let i = 0; i < count; i++) values[i] = parseDecimal(load<u32>(pointers + 4 * (<usize>(given - count) + i)));
  return values;
}

function parseDecimal(text: usize): u32 {
  let value: u64 = 0;
  let digits = 0;
  for (let at = text; ; at++) {
    const byte = load<u8>(at);
    if (byte == 0) break;
    if (byte < 0x30 || byte > 0x39) refuse('an argument is not a decimal number');
    value = value * 10 + (byte - 0x30);
    if (value > 0xffffffff) refuse('an argument is 2^32 or more');
    digits++;
  }
  if (digits == 0) refuse('an argument is empty');
  return <u32>value;
}

/** Writes all of it; a host may take less than asked in one call. */
export function writeStdout(bytes: usize, length: usize): void {
  write(STDOUT, bytes, length);
}

function write(fd: u32, bytes: usize, length: usize): void {
  const iov = heap.alloc(12);
  let done: usize = 0;
  while (done < length) {
    store<u32>(iov, bytes + done);
    store<u32>(iov, length - done, 4);
    if (fd_write(fd, iov, 1, iov + 8) != 0) exit(1);
    const written: usize = load<u32>(iov, 8);
    if (written == 0) exit(1);
    done += written;
  }
}
