import { describe, expect, it } from 'vitest';
import { InvalidModule } from '../errors.ts';
import { instrument, preciseBytes } from '../instrument/instrument.ts';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { wasmEngine } from './engine.ts';
import { StructureLimit } from './structure-limits.ts';

const start = (code: string, locals = '', rest: Partial<TestModule> = {}): TestModule => ({
  functions: [{ type: '->', locals, code }],
  ...rest,
});
const values = (count: number, type = 'i32'): string => Array.from({ length: count }, () => type).join(' ');

/** What is said of a module, without its place; `null` when it is taken. */
function refusal(bytes: Uint8Array): string | null {
  try {
    instrument(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof InvalidModule)) throw error;
    expect(error.code).toBe('MODULE_TOO_LARGE');
    expect(error.message).toMatch(/ \(at byte 0x[0-9a-f]+\); at most \d+ are run\.$/);
    return /^The module has (.*) \(at byte/.exec(error.message)![1]!;
  }
}

/** Few words for many bytes: a constant and its `drop` are 10. */
const bytesOfCode = (bytes: number): string =>
  'i64.const -9007199254740991 drop '.repeat(Math.floor(bytes / 10)) + 'nop '.repeat(bytes % 10);
const nested = (kind: string, depth: number): string => `${`${kind} `.repeat(depth)}${'end '.repeat(depth)}`;
/** A place where control flow meets, with all that lives there: 2,000 locals for each. */
const meetings = (count: number): string => 'block end '.repeat(count);

/** A function of 1,000 results, after an `unreachable`. */
const carry = (code: string): Uint8Array =>
  assemble({
    functions: [
      { type: '->', code: '' },
      { type: `-> ${values(1000)}`, code: `unreachable ${code}` },
    ],
  });

const u32 = (value: number): number[] => [(value & 127) | 128, ((value >> 7) & 127) | 128, value >> 14];

/** Functions that are all alike, of type `->`. */
function functions(count: number, body: readonly number[]): Uint8Array {
  const section = (id: number, item: readonly number[]): number[] => {
    const items = Array.from({ length: count }, () => item).flat();
    return [id, ...u32(items.length + 3), ...u32(count)].concat(items);
  };
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0];
  const start = [7, 10, 1, 6, 0x5f, 0x73, 0x74, 0x61, 0x72, 0x74, 0, 0];
  return Uint8Array.from(header.concat(section(3, [0]), start, section(10, [body.length, ...body])));
}

describe('invariant 11: structural limits are exact', () => {
  it.each<[what: string, limit: number, module: (size: number) => TestModule]>([
    ['a function of N bytes', StructureLimit.bodyBytes, (size) => start(bytesOfCode(size - 2))],
    ['a function with N locals', StructureLimit.locals, (size) => start('', values(size))],
    ['blocks nested N deep', StructureLimit.nesting, (size) => start(nested('block', size))],
    ['loops nested N deep', StructureLimit.loopNesting, (size) => start(nested('loop', size))],
    [
      'a br_table of N targets',
      StructureLimit.branchTargets,
      (size) => start(`i32.const 0 br_table ${size} ${'0 '.repeat(size + 1)}`),
    ],
    ['a function with N calls', StructureLimit.calls, (size) => start('call 0 '.repeat(size))],
    [
      'a function with N instructions that may trap',
      StructureLimit.trapSites,
      (size) => start('unreachable '.repeat(size)),
    ],
    ['a type with N parameters', StructureLimit.parameters, (size) => start('', '', { types: [`${values(size)} ->`] })],
    ['a type with N results', StructureLimit.results, (size) => start('', '', { types: [`-> ${values(size)}`] })],
    [
      'N tables',
      StructureLimit.tables,
      (size) => start('', '', { tables: Array.from({ length: size }, () => ({ type: 'funcref' as const, min: 0 })) }),
    ],
    [
      'tables of N elements',
      StructureLimit.tableElements,
      (size) => start('', '', { tables: [{ type: 'funcref', min: size }] }),
    ],
  ])('%s', (what, limit, module) => {
    expect(refusal(assemble(module(limit)))).toBe(null);
    expect(refusal(assemble(module(limit + 1)))).toBe(what.replace('N', String(limit + 1)));
  });

  it('counts the locals and operands wherever control flow meets', () => {
    const locals = values(2000);
    const most = StructureLimit.mergedValues / 2000;
    expect(refusal(assemble(start(meetings(most), locals)))).toBe(null);
    expect(refusal(assemble(start(meetings(most + 1), locals)))).toBe(
      'a function with 10002000 values where control flow meets',
    );
    const operands = (count: number): string =>
      `${'i32.const 0 '.repeat(2000)}${meetings(count)}${'drop '.repeat(2000)}`;
    expect(refusal(assemble(start(operands(most))))).toBe(null);
    expect(refusal(assemble(start(operands(most + 1))))).toBe(
      'a function with 10002000 values where control flow meets',
    );
  });

  it('counts what branches, blocks, returns and calls carry', () => {
    // 10,000 values and 32 for each byte: ten of them and no more, for another needs a thousand values and has 64.
    for (const branch of ['return nop ', 'br 0 ']) {
      expect(refusal(carry(branch.repeat(10)))).toBe(null);
      expect(refusal(carry(branch.repeat(11)))).toBe('a function whose branches and calls carry 11000 values');
    }
    expect(refusal(carry(`i32.const 0 br_table 10 ${'0 '.repeat(11)}`))).toBe(
      'a function whose branches and calls carry 11000 values',
    );
    expect(refusal(carry('call 1 unreachable '.repeat(11)))).toBe(null);
    expect(refusal(carry('call 1 unreachable '.repeat(12)))).toBe(
      'a function whose branches and calls carry 12000 values',
    );
    const blocks = `${'block 1 unreachable '.repeat(12)}${'end '.repeat(12)}`;
    expect(refusal(carry(blocks))).toBe('a function whose branches and calls carry 12000 values');
  });

  it('counts the locals of all functions', () => {
    const fortyThousand = [1, 0xc0, 0xb8, 0x02, 0x7f, 0x0b];
    expect(refusal(functions(250, fortyThousand))).toBe(null);
    expect(refusal(functions(251, fortyThousand))).toBe('functions with 10040000 locals in all');
  });

  it('leaves room for what metering adds to the worst function', () => {
    // Canonical NaNs add most to a byte, and the precise form most to an instruction that may trap.
    const worst = `${'i32.load 0 '.repeat(StructureLimit.trapSites - 1)} i32x4.splat ${'f32x4.ceil i32x4.abs '.repeat(51_000)}`;
    const code = `i32.const 0 ${worst} drop`;
    const module = instrument(assemble(start(code, values(20_000), { memory: { min: 1 } })));
    expect(wasmEngine.validate(preciseBytes(module))).toBe(true);
  });

  it('takes a module of many small functions, and not of too many', () => {
    expect(refusal(functions(100_000, [0, 0x0b]))).toBe(null);
    expect(refusal(functions(StructureLimit.items + 1, [0, 0x0b]))).toBe('500001 items in a section');
  });
});
