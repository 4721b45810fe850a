import { describe, expect, it } from 'vitest';
import { InvalidModule } from '../errors.ts';
import { execute } from '../run/execute.ts';
import { assemble } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { wasmEngine } from '../wasm/engine.ts';
import { Immediate, immediates, instructionNames, PREFIX_FC, PREFIX_FD } from '../wasm/opcodes.ts';
import { instrument, preciseBytes } from './instrument.ts';

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];

/** A module with one function of type [] -> [], exported as `_start`, a memory and a table, whose body is given in bytes. */
function moduleWithBody(
  instructions: readonly number[],
  { memory = section(5, 1, 0, 1), locals = [0] }: { memory?: number[]; locals?: number[] } = {},
): Uint8Array {
  const body = [...locals, ...instructions, 0x0b];
  return Uint8Array.from(
    [
      HEADER,
      section(1, 1, 0x60, 0, 0),
      section(3, 1, 0),
      section(4, 1, 0x70, 0, 1),
      memory,
      section(6, 1, 0x7f, 1, 0x41, 0, 0x0b),
      section(7, 1, 6, 0x5f, 0x73, 0x74, 0x61, 0x72, 0x74, 0, 0),
      section(9, 1, 1, 0, 1, 0),
      section(12, 1),
      section(10, 1, body.length, ...body),
      section(11, 1, 1, 0),
    ].flat(),
  );
}

function refusal(bytes: Uint8Array): InvalidModule {
  try {
    instrument(bytes);
  } catch (error) {
    if (error instanceof InvalidModule) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

/** Immediates that validate where the operand stack is polymorphic. */
const immediateBytes = (kind: number, name: string): number[] => {
  switch (kind) {
    case Immediate.none:
      return [];
    case Immediate.memarg:
    case Immediate.memoryMemory:
    case Immediate.dataMemory:
    case Immediate.elementTable:
    case Immediate.tableTable:
      return [0, 0];
    case Immediate.memargLane:
      return [0, 0, 0];
    case Immediate.bytes4:
      return [0, 0, 0, 0];
    case Immediate.bytes8:
      return Array.from({ length: 8 }, () => 0);
    case Immediate.bytes16:
      return Array.from({ length: 16 }, () => 0);
    case Immediate.refType:
      return [0x70];
    case Immediate.selectTypes:
      return [1, 0x7f];
    case Immediate.control:
      return (
        { block: [0x40, 0x0b], loop: [0x40, 0x0b], if: [0x40, 0x05, 0x0b], br_table: [0, 0] }[name] ??
        (name.endsWith('indirect') ? [0, 0] : name === 'return' ? [] : [0])
      );
    default:
      return [0];
  }
};

const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, value >> 7]);

describe('every instruction', () => {
  it('is decoded as the engine decodes it, in both forms', () => {
    for (const [instruction, name] of instructionNames.entries()) {
      if (name === undefined || name === 'else' || name === 'end') continue;
      const code =
        instruction < PREFIX_FC
          ? [instruction]
          : [
              instruction < PREFIX_FD ? 0xfc : 0xfd,
              ...leb(instruction - (instruction < PREFIX_FD ? PREFIX_FC : PREFIX_FD)),
            ];
      const body = [0x00, ...code, ...immediateBytes(immediates[instruction]!, name), 0x00];
      const bytes = moduleWithBody(body, { locals: [1, 1, 0x7f] });
      expect(wasmEngine.validate(bytes), name).toBe(true);
      const module = instrument(bytes);
      expect(wasmEngine.validate(module.bytes), name).toBe(true);
      expect(wasmEngine.validate(preciseBytes(module)), name).toBe(true);
    }
  });

  it('that the engine knows and the profile does not is refused as a named feature', () => {
    const prefixes: [instruction: number, code: number[]][] = [
      ...Array.from({ length: 0xfb }, (_, i): [number, number[]] => [i, [i]]),
      ...Array.from({ length: 0x20 }, (_, i): [number, number[]] => [PREFIX_FC + i, [0xfc, i]]),
      ...Array.from({ length: 0x100 }, (_, i): [number, number[]] => [PREFIX_FD + i, [0xfd, ...leb(i)]]),
    ];
    for (const [instruction, code] of prefixes.filter(([i]) => instructionNames[i] === undefined)) {
      for (const immediate of [[], [0], [0, 0], [0x40, 0x0b]]) {
        const bytes = moduleWithBody([0x00, ...code, ...immediate, 0x00]);
        if (wasmEngine.validate(bytes))
          expect(refusal(bytes), String(instruction)).toMatchObject({ code: 'MODULE_FEATURE_REFUSED' });
        else expect(() => instrument(bytes)).toThrow(InvalidModule);
      }
    }
  });
});

describe('a function that code refers to', () => {
  it('may be declared by nothing but an export, which instrumenting drops', () => {
    const bytes = assemble({
      functions: [
        { type: '->', code: 'ref.func 1 drop' },
        { type: '->', code: '' },
      ],
      exports: [
        { name: '_start', kind: 0, index: 0 },
        { name: 'f', kind: 0, index: 1 },
        { name: 'g', kind: 0, index: 1 },
      ],
    });
    expect(wasmEngine.validate(bytes)).toBe(true);
    for (const nan of ['canonical', 'optimistic'] as const) {
      const module = instrument(bytes, { nan });
      expect(wasmEngine.validate(module.bytes)).toBe(true);
      expect(wasmEngine.validate(preciseBytes(module))).toBe(true);
    }
  });
});

describe('refusals', () => {
  it('of what is no module, each with one clear code', () => {
    for (const bytes of [
      new Uint8Array(0),
      new TextEncoder().encode('#!/usr/bin/env node'),
      Uint8Array.from([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]),
      Uint8Array.from([...HEADER, 1, 0xff, 0xff, 0x7f]),
      Uint8Array.from([...HEADER, 1, 0xff, 0xff, 0xff, 0xff, 0x1f]),
      Uint8Array.from([...HEADER, 1, 5, 0xff, 0xff, 0xff, 0xff, 0x0f]),
      Uint8Array.from([...HEADER, 10, 1, 0, 3, 1, 0]),
      moduleWithBody([0x0c, 1]),
      moduleWithBody([0x6a]),
      moduleWithBody([0x23, 1, 0x1a]),
      moduleWithBody([0xff]),
      moduleWithBody([0x05]),
    ]) {
      expect(refusal(bytes)).toMatchObject({ code: 'MODULE_MALFORMED' });
    }
    expect(refusal(new Uint8Array(0)).hint).toContain('WebAssembly binary');
  });

  it('of features outside the profile, by name and byte offset', () => {
    for (const [bytes, message] of [
      [moduleWithBody([0x41, 0, 0xfe, 0x10, 2, 0, 0x1a]), /threads \(atomic instructions\) at byte 0x4[0-9a-f]/],
      [moduleWithBody([], { memory: [5, 4, 1, 3, 1, 1] }), /threads \(shared memory\) at byte/],
      [moduleWithBody([], { memory: [5, 3, 1, 4, 1] }), /memory64 at byte/],
      [moduleWithBody([], { memory: [5, 5, 2, 0, 1, 0, 1] }), /multi-memory at byte/],
      [moduleWithBody([0xfd, 0x80, 0x02]), /relaxed SIMD at byte/],
      [moduleWithBody([0xfb, 0x00, 0x00]), /garbage collection at byte/],
      [moduleWithBody([0x08, 0x00]), /exception handling at byte/],
      [moduleWithBody([0x1f, 0x40, 0x00, 0x0b]), /exception handling at byte/],
      [moduleWithBody([0x14, 0x00]), /typed function references at byte/],
      [moduleWithBody([0x41, 0, 0x28, 0x42, 0, 0, 0x1a]), /multi-memory at byte/],
      [moduleWithBody([0x3f, 0x80, 0x00, 0x1a]), /multi-memory \(a memory index\) at byte/],
      [moduleWithBody([0x41, 0, 0x40, 0x81, 0x80, 0x00, 0x1a]), /multi-memory \(a memory index\) at byte/],
      ...[0x13, 0x14, 0x15, 0x16].map(
        (code) => [moduleWithBody([0x00, 0xfc, code, 0x0b]), /wide arithmetic at byte/] as const,
      ),
      [
        Uint8Array.from([...HEADER, ...section(1, 1, 0x60, 0, 0), ...section(2, 1, 1, 0x61, 1, 0x62, 0x20, 0)]),
        /custom descriptors \(an exact import\) at byte/,
      ],
      [
        Uint8Array.from([
          ...HEADER,
          ...section(1, 1, 0x60, 0, 0),
          ...section(2, 1, 1, 0x61, 0, 0x7f, 1, 1, 0x62, 0, 0),
        ]),
        /compact imports at byte/,
      ],
      [
        Uint8Array.from([...HEADER, ...section(1, 1, 0x4d, 0, 0x5f, 0)]),
        /custom descriptors \(a described type\) at byte/,
      ],
      [Uint8Array.from([...HEADER, 1, 3, 1, 0x5f, 0]), /garbage collection \(a composite type\) at byte 0xb/],
      [
        Uint8Array.from([...HEADER, ...section(6, 2, 0x7f, 0, 0x41, 1, 0x0b, 0x7f, 0, 0x23, 0, 0x0b)]),
        /garbage collection \(a constant that reads one of the module's own globals\) at byte 0x12/,
      ],
      [Uint8Array.from([...HEADER, 13, 3, 1, 0, 0]), /exception handling \(a tag section\) at byte 0x8/],
    ] as const) {
      const error = refusal(bytes);
      expect(error.message).toMatch(message);
      expect(error.code).toBe('MODULE_FEATURE_REFUSED');
    }
  });

  it('of imports that are not offered, or not so', () => {
    const importing = (module: string, name: string, type: string): InvalidModule =>
      refusal(assemble({ imports: [{ module, name, type }], functions: [{ type: '->', code: '' }] }));
    expect(importing('env', 'abort', 'i32 i32 i32 i32 ->')).toMatchObject({
      code: 'MODULE_IMPORT_REFUSED',
      message: expect.stringContaining('"env" "abort"') as string,
    });
    expect(importing('wasi_snapshot_preview1', 'fd_write', 'i32 -> i32')).toMatchObject({
      code: 'MODULE_IMPORT_REFUSED',
      message: expect.stringContaining('offers it as (i32, i32, i32, i32) -> i32') as string,
    });
    // A memory: section 2, "env" "memory", kind 2.
    const memory = Uint8Array.from([...HEADER, 2, 10, 1, 3, 0x65, 0x6e, 0x76, 1, 0x6d, 2, 0, 1]);
    expect(refusal(memory)).toMatchObject({ code: 'MODULE_IMPORT_REFUSED' });
  });

  it('of a module without an entry', () => {
    const noEntry = { functions: [{ type: '->', code: '' }], exports: [] };
    expect(refusal(assemble(noEntry))).toMatchObject({ code: 'MODULE_NO_ENTRY' });
    expect(refusal(assemble({ functions: [{ type: 'i32 ->', code: '' }] }))).toMatchObject({ code: 'MODULE_NO_ENTRY' });
    expect(refusal(Uint8Array.from(HEADER))).toMatchObject({ code: 'MODULE_NO_ENTRY' });
  });
});

describe('embedding as a library', () => {
  it('takes any imports, reads imported globals in constants, and keeps every export', () => {
    const bytes = Uint8Array.from(
      [
        HEADER,
        section(1, 1, 0x60, 0, 0),
        section(
          2,
          4,
          ...[
            [1, 0x6d, 1, 0x66, 0, 0],
            [1, 0x6d, 1, 0x67, 3, 0x7f, 0],
            [1, 0x6d, 1, 0x6d, 2, 0, 1],
            [1, 0x6d, 1, 0x74, 1, 0x70, 0, 1],
          ].flat(),
        ),
        section(3, 1, 0),
        section(6, 1, 0x7f, 0, 0x23, 0, 0x0b),
        section(7, 2, 1, 0x61, 0, 1, 1, 0x62, 3, 1),
        section(10, 1, 4, 0, 0x10, 0, 0x0b),
      ].flat(),
    );
    expect(wasmEngine.validate(bytes)).toBe(true);
    expect(refusal(bytes)).toMatchObject({ code: 'MODULE_IMPORT_REFUSED' });
    const module = instrument(bytes, { embedding: 'library' });
    expect(module).toMatchObject({ embedding: 'library', exports: ['a', 'b'], hasMemory: true });
    expect(wasmEngine.validate(module.bytes)).toBe(true);
    expect(wasmEngine.validate(preciseBytes(module))).toBe(true);
  });

  it('is nothing that execute runs', async () => {
    const module = instrument(assemble({ functions: [{ type: '->', code: '' }] }), { embedding: 'library' });
    await expect(execute(module, taskWith(), limitsWith())).rejects.toMatchObject({ code: 'MODULE_NOT_A_COMMAND' });
  });
});
