import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { instrument } from '../instrument/instrument.ts';
import { assemble } from '../testing/assembler.ts';
import { fuelCases } from '../testing/fuel-cases.ts';
import { type FuelVectorFile, outcomeOf } from '../testing/fuel-vectors.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { ByteReader } from '../wasm/byte-reader.ts';
import { ModuleReader } from '../wasm/module-layout.ts';
import { instructionNames } from '../wasm/opcodes.ts';
import { skipInstruction } from '../wasm/skip-instruction.ts';

const file = readFileSync(new URL('../../../../../specs/vectors/fuel-1.json', import.meta.url), 'utf8');
const { vectors, defaults } = JSON.parse(file) as FuelVectorFile;

/** Numbers of the instructions that a module's functions hold. */
function instructionsOf(wasm: Uint8Array): number[] {
  return new ModuleReader().finish(wasm).bodies.flatMap((span) => {
    const reader = new ByteReader(wasm, span.start, span.end);
    for (let groups = reader.u32(); groups > 0; groups--) reader.skip(2);
    const found: number[] = [];
    while (reader.position < span.end) found.push(skipInstruction(reader));
    return found;
  });
}

describe('the vectors of schedule fuel-1', () => {
  it('are as many as there are cases, each with its name and module', () => {
    expect(vectors.map(({ name, wasm }) => [name, wasm])).toEqual(
      fuelCases.map(({ name, module }) => [name, bytesToHex(assemble(module))]),
    );
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  it('come to what they say', async () => {
    for (const { name, wasm, given, expected } of vectors) {
      expect(await outcomeOf(hexToBytes(wasm), { ...defaults, ...given }), name).toEqual(expected);
    }
  });

  it('bill what counting one instruction at a time gives', async () => {
    let compared = 0;
    for (const [i, { expected, wasm, name }] of vectors.entries()) {
      const { module } = fuelCases[i]!;
      const metersItself = module.imports === undefined && module.start === undefined;
      const runsToEnd = expected.status === 'exited' || expected.status === 'trapped';
      if (!metersItself || !runsToEnd || expected.trap === 'out of bounds segment') continue;
      // The reference has no limit of its own to hold memory to.
      if (name === 'memory.grow above the limit of the task') continue;
      const { instantiationFuel } = instrument(hexToBytes(wasm));
      const { fuel } = await referenceRun(module);
      expect(String(fuel + BigInt(instantiationFuel)), name).toBe(expected.fuelUsed);
      compared++;
    }
    expect(compared).toBeGreaterThan(400);
  });

  it('hold every instruction of the profile', () => {
    const held = new Set(vectors.flatMap(({ wasm }) => instructionsOf(hexToBytes(wasm))));
    const missing = instructionNames.flatMap((name, i) => (name === undefined || held.has(i) ? [] : [name]));
    expect(missing).toEqual([]);
  });

  it.each([
    [
      'every host call',
      ['writing to stdout', 'a call of the host that gives an error', 'sleeping moves the clock and costs no more'],
    ],
    ['every return', ['an early return', 'a return out of nested blocks', 'a function with several results']],
    ['every trap', ['unreachable amid straight code', 'a trap in a called function', 'memory.fill out of bounds']],
    ['the end', ['nothing', 'fuel for exactly all turns', 'an exit code']],
    ['br_table', ['br_table to its first target', 'br_table to its default', 'br_table beyond its default']],
    ['blocks of several values', ['a block with parameters and several results', 'a loop with a parameter']],
    ['code that never runs', ['code behind a branch', 'blocks in code that never runs']],
    ['early exits', ['a branch out of a loop', 'a branch to the function itself', 'an exit from a called function']],
    [
      'memory by size',
      ['memory.grow, granted', 'memory.fill of 7 bytes', 'memory.init, and of a segment that is dropped'],
    ],
    ['tables by size', ['table.grow', 'table.grow, refused', 'table.fill, table.copy and table.init']],
    ['the start function', ['a start function', 'a start function that traps', 'out of fuel in the start function']],
    [
      'active segments',
      ['active element segments', 'active data in two segments, rounded as one', 'an active segment out of bounds'],
    ],
    [
      'out of fuel',
      [
        'out of fuel just before a trap',
        'fuel for just the instruction that traps',
        'out of fuel at a call of the host, which then does nothing',
      ],
    ],
  ])('have cases for %s', (_, names) => {
    for (const name of names) expect(vectors.map((vector) => vector.name)).toContain(name);
  });
});
