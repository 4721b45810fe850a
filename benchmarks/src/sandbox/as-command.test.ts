import { compileAssemblyScript } from '@gristmill/workloads';
import { expect, it } from 'vitest';
import { asCommand, withoutCustomSections } from './as-command.ts';
import { engine } from './engine.ts';

/** What a module exports after its `_start` has run. */
async function exportsAfterStart(wasm: Uint8Array): Promise<Record<string, unknown>> {
  const { exports } = await engine.instantiate(await engine.compile(wasm), {});
  exports._start();
  return exports;
}

const source = (results: string): string => `
export const calls = memory.data(8);
export function run(): ${results} { store<i32>(calls, load<i32>(calls) + 1); ${results === 'void' ? '' : 'return 7;'} }`;

it.each(['void', 'i32', 'f64'])('calls run, which gives %s, from a _start that it adds', async (results) => {
  const read = asCommand(await compileAssemblyScript({ 'main.ts': source(results) }).then(withoutStart));
  if (read.kind === 'unusable') throw new Error(read.why);
  const { memory, calls } = await exportsAfterStart(read.wasm);
  const at = (calls as { value: number }).value;
  expect(new DataView((memory as { buffer: ArrayBuffer }).buffer).getInt32(at, true)).toBe(1);
});

it('leaves a command as it is', async () => {
  const wasm = await compileAssemblyScript({ 'main.ts': 'memory.grow(1);' });
  expect(asCommand(wasm)).toEqual({ kind: 'command', wasm });
});

it('says why a module cannot be run', async () => {
  const withParameter = await compileAssemblyScript({ 'main.ts': 'export function run(x: i32): i32 { return x; }' });
  expect(asCommand(withoutStart(withParameter))).toEqual({
    kind: 'unusable',
    why: 'its export run takes 1 parameters',
  });
  const nothing = await compileAssemblyScript({ 'main.ts': 'export function go(): void {}' });
  expect(asCommand(withoutStart(nothing))).toEqual({ kind: 'unusable', why: 'it exports neither _start nor run' });
  expect(asCommand(new TextEncoder().encode('not a module'))).toEqual({
    kind: 'unusable',
    why: 'it is cut short or no WebAssembly module',
  });
  expect(asCommand(withParameter.subarray(0, 20))).toEqual({
    kind: 'unusable',
    why: 'it is cut short or no WebAssembly module',
  });
});

it('takes custom sections out and nothing else', async () => {
  const wasm = await compileAssemblyScript({ 'main.ts': 'memory.grow(1);' });
  const custom = Uint8Array.of(0, 5, 4, 110, 97, 109, 101);
  const withCustom = Uint8Array.from([...wasm.subarray(0, 8), ...custom, ...wasm.subarray(8), ...custom]);
  expect(withoutCustomSections(withCustom)).toEqual(withoutCustomSections(wasm));
  await expect(engine.compile(withoutCustomSections(withCustom))).resolves.toBeDefined();
});

/** AssemblyScript exports `_start` whatever the source; another name of the same length hides it. */
function withoutStart(wasm: Uint8Array): Uint8Array {
  const at = Buffer.from(wasm).indexOf('_start');
  return Uint8Array.from([...wasm.subarray(0, at), ...new TextEncoder().encode('hidden'), ...wasm.subarray(at + 6)]);
}
