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
    ...section(10, [1, start.length + 2, 0, ...start, 0x0b]),
    ...(data ? section(11, [1, 0, 0x41, 0, 0x0b, data.length, ...data]) : []),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, content.length, ...content];
}

function vector(items: number[][]): number[] {
  return [items.length, ...items.flat()];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}
