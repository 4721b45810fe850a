import { instrument } from '@gristmill/sandbox';
import { expect, test } from 'vitest';
import { echo, endless, greedy } from '../../test/programs.ts';
import type { PreparedProgram } from './messages.ts';
import { createProgramCache } from './program-cache.ts';

const quickjs = new Uint8Array();
const programs = new Map(
  [echo, endless, greedy].map(({ name, content }): [string, PreparedProgram] => [
    name,
    { kind: 'wasm', module: instrument(content) },
  ]),
);

test('The program unused for longest makes room.', async () => {
  const fetched: string[] = [];
  const cache = createProgramCache({
    quickjs,
    // Two of these have room, three have not.
    bytesMax: 1300,
    fetchProgram: (key) => {
      fetched.push(key);
      return Promise.resolve(programs.get(key)!);
    },
  });
  for (const { name } of [echo, greedy, echo, endless, echo, greedy]) await cache.get(name);
  expect(fetched).toEqual([echo, greedy, endless, greedy].map(({ name }) => name));
});

test('[2] An engine that does not start is a fault of the device, not an outcome.', async () => {
  const source = new TextEncoder().encode('export default (x) => x;');
  const cache = createProgramCache({
    quickjs,
    bytesMax: 1000,
    fetchProgram: () => Promise.resolve({ kind: 'javascript', source }),
  });
  await expect(cache.get('a')).rejects.toMatchObject({ code: 'JAVASCRIPT_ENGINE_UNAVAILABLE', fault: 'platform' });
});
