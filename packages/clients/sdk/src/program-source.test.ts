import { expect, it } from 'vitest';
import { loadProgram, type ProgramSource } from './program-source.ts';

it.each([
  [undefined, '{ javascript: text }'],
  ['./task.ts', 'new URL("./task.ts", import.meta.url)'],
  [(n: number) => n, '{ javascript: text }'],
  [{}, '{ javascript: text }'],
  [{ javascript: 5 }, '{ javascript: text }'],
  [{ wasm: new ArrayBuffer(8) }, '{ wasm: Uint8Array }'],
  [new Uint8Array(8), '{ wasm: Uint8Array }'],
])('says what a program is to who passes %s', async (source, hint) => {
  await expect(loadProgram(source as unknown as ProgramSource)).rejects.toMatchObject({
    code: 'JOB_MALFORMED',
    message: expect.stringContaining(hint) as string,
  });
});
