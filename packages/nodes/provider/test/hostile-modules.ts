import { cidOfBytes } from '@gristmill/protocol';
import type { ProgramContent } from '../src/executor.ts';

/** Bytes of a module, in lists of lists as they are written. */
type Code = readonly (number | Code)[];

const I32 = 0x7f;
const END = 0x0b;

/** Unsigned LEB128. */
function u(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

/** `i32.const`, for any 32-bit value. */
function i32(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const low = rest & 0x7f;
    if ((rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0)) {
      return [0x41, ...bytes, low];
    }
    bytes.push(low | 0x80);
  }
}

function flatten(code: Code): number[] {
  return code.flat(Infinity as 1) as number[];
}

function list(items: readonly Code[]): Code {
  return [u(items.length), items];
}

function sized(code: Code): Code {
  const bytes = flatten(code);
  return [u(bytes.length), bytes];
}

function text(value: string): Code {
  return sized([...new TextEncoder().encode(value)]);
}

interface ModuleText {
  /** Functions of WASI, by name, each with its parameters (all i32 but those named by `i64`). */
  imports?: readonly { name: string; parameters: Code }[];
  /** Bodies of functions `() -> ()` after the imports; the first is `_start`. */
  bodies: readonly Code[];
  /** Locals of type i32 that each body has. */
  locals?: number;
  memoryPages?: number;
  data?: readonly number[];
  /** Index of the start function. */
  start?: number;
  /** Size of a table without elements. */
  table?: number;
}

/** Assembles a command. */
function module({ imports = [], bodies, locals = 0, memoryPages = 1, data, start, table }: ModuleText): ProgramContent {
  const section = (id: number, content: Code): Code => [id, sized(content)];
  const types: Code[] = [
    [0x60, u(0), u(0)],
    ...imports.map(({ parameters }) => [0x60, list(parameters as Code[]), u(1), I32]),
  ];
  const content = new Uint8Array(
    flatten([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list(types)),
      imports.length === 0
        ? []
        : section(2, list(imports.map(({ name }, i) => [text('wasi_snapshot_preview1'), text(name), 0, u(i + 1)]))),
      section(3, list(bodies.map(() => u(0)))),
      table === undefined ? [] : section(4, list([[0x70, 0, u(table)]])),
      section(5, list([[0, u(memoryPages)]])),
      section(
        7,
        list([
          [text('memory'), 2, 0],
          [text('_start'), 0, u(imports.length)],
        ]),
      ),
      start === undefined ? [] : section(8, u(start)),
      section(10, list(bodies.map((body) => sized([locals === 0 ? [0] : [1, u(locals), I32], body, END])))),
      data === undefined ? [] : section(11, list([[0, i32(0), END, sized([...data])]])),
    ]),
  );
  return { kind: 'wasm', name: cidOfBytes(content), content };
}

const UNREACHABLE = 0x00;
const DROP = 0x1a;
const LOOP = [0x03, 0x40];
const branch = (depth: number): Code => [0x0c, u(depth)];

/** Programs that each trap in another way, by what the trap is called. */
export const trapping: Readonly<Record<string, ProgramContent>> = {
  unreachable: module({ bodies: [[UNREACHABLE]] }),
  'integer divide by zero': module({ bodies: [[i32(1), i32(0), 0x6d, DROP]] }),
  'integer overflow': module({ bodies: [[i32(-(2 ** 31)), i32(-1), 0x6d, DROP]] }),
  // 0 / 0 as a 32-bit float, truncated.
  'invalid conversion to integer': module({ bodies: [[[0x43, 0, 0, 0xc0, 0x7f], 0xa8, DROP]] }),
  'out of bounds memory access': module({ bodies: [[i32(-4), [0x28, 2, 0], DROP]] }),
  'out of bounds table access': module({ bodies: [[i32(7), [0x11, 0, 0]]], table: 1 }),
  'uninitialized element': module({ bodies: [[i32(0), [0x11, 0, 0]]], table: 1 }),
  'out of bounds memory fill': module({ bodies: [[i32(65_000), i32(1), i32(65_000), [0xfc, 11, 0]]] }),
};

/** Never ends, in its start function. */
export const endlessStart = module({ bodies: [[], [LOOP, branch(0), END]], start: 1 });

/** Takes `pages` of memory and writes on every one of them. */
export function memoryBomb(pages: number): ProgramContent {
  return module({
    bodies: [[i32(pages - 1), [0x40, 0], DROP, i32(0), i32(7), i32(pages * 65_536), [0xfc, 11, 0]]],
  });
}

const fdWrite = { name: 'fd_write', parameters: [I32, I32, I32, I32] };

/** Writes 64 KiB to its standard output so many times. */
export function outputFlood(times: number): ProgramContent {
  return module({
    imports: [fdWrite],
    locals: 1,
    memoryPages: 2,
    // One vector: 65,536 bytes from address 64 on.
    data: [64, 0, 0, 0, 0, 0, 1, 0],
    bodies: [
      [
        LOOP,
        [i32(1), i32(0), i32(1), i32(8), [0x10, 0], DROP],
        [[0x20, 0], i32(1), 0x6a, [0x22, 0], i32(times), 0x48, [0x0d, 0]],
        END,
      ],
    ],
  });
}

/** Makes so many empty files, each named by five letters. */
export function fileFlood(files: number): ProgramContent {
  const I64 = 0x7e;
  const letters = [0, 1, 2, 3, 4].map((i): Code => {
    const nibble: Code = [[0x20, 0], i32(4 * i), 0x76, i32(15), 0x71];
    return [i32(i), nibble, i32(97), 0x6a, [0x3a, 0, 0]];
  });
  const open: Code = [
    // The folder, no link to follow, the name, and O_CREAT; all rights, no flags, the descriptor to address 16.
    [i32(3), i32(0), i32(0), i32(5), i32(1)],
    [[0x42, 0x7f], [0x42, 0x7f], i32(0), i32(16), [0x10, 0], DROP],
  ];
  const close: Code = [i32(16), [0x28, 2, 0], [0x10, 1], DROP];
  return module({
    imports: [
      { name: 'path_open', parameters: [I32, I32, I32, I32, I32, I64, I64, I32, I32] },
      { name: 'fd_close', parameters: [I32] },
    ],
    locals: 1,
    bodies: [[LOOP, letters, open, close, [[0x20, 0], i32(1), 0x6a, [0x22, 0], i32(files), 0x48, [0x0d, 0]], END]],
  });
}

/** One `br_table` with so many targets, all the same. */
export function hugeBranchTable(targets: number): ProgramContent {
  return module({
    bodies: [[[0x02, 0x40], i32(targets - 1), 0x0e, u(targets), Array(targets + 1).fill(0) as number[], END]],
  });
}

/** So many functions, each of which adds so many times: much to check and compile, nothing to run. */
export function bulky(functions: number, additions: number): ProgramContent {
  const body: Code = [i32(0), Array.from({ length: additions }, () => [i32(1), 0x6a]), DROP];
  const once = flatten(body);
  return module({ bodies: [[], ...Array.from({ length: functions }, () => once)] });
}

/** One function with blocks so deep in one another. */
export function nestedBlocks(depth: number): ProgramContent {
  return module({ bodies: [[Array.from({ length: depth }, () => [0x02, 0x40]), Array(depth).fill(END) as number[]]] });
}
