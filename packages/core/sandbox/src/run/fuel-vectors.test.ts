import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { instrument } from '../instrument/instrument.ts';
import { fuelCases } from '../testing/fuel-cases.ts';
import { assemble } from '../testing/assembler.ts';
import { type FuelVector, outcomeOf } from '../testing/fuel-vectors.ts';
import { referenceRun } from '../testing/reference-run.ts';

const file = readFileSync(new URL('../../vectors/fuel-1.json', import.meta.url), 'utf8');
const { vectors } = JSON.parse(file) as { vectors: FuelVector[] };

describe('the vectors of schedule fuel-1', () => {
  it.each(vectors)('$name', async ({ expected, ...vector }) => {
    expect(await outcomeOf(vector)).toEqual(expected);
  });

  it('are those of the cases, one each', () => {
    expect(vectors.map(({ name, wasm }) => [name, wasm])).toEqual(
      fuelCases.map(({ name, module }) => [name, bytesToHex(assemble(module))]),
    );
  });

  it('bill what counting one instruction at a time gives', async () => {
    for (const [i, { expected, wasm, name }] of vectors.entries()) {
      const { module } = fuelCases[i]!;
      const metersItself = module.imports === undefined && module.start === undefined;
      if (!metersItself || (expected.status !== 'exited' && expected.status !== 'trapped')) continue;
      const { instantiationFuel } = instrument(hexToBytes(wasm));
      const { fuel } = await referenceRun(module);
      expect(String(fuel + BigInt(instantiationFuel)), name).toBe(expected.fuelUsed);
    }
  });
});
