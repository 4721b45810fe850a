import { type Cid, cidOfBytes } from '@gristmill/protocol';
import { expect, test } from 'vitest';
import { echo, endless, greedy, strange } from '../../test/programs.ts';
import { createProgramCache } from './program-cache.ts';

const quickjs = new Uint8Array();

test('The program unused for longest makes room, refused ones included.', async () => {
  const fetched: Cid[] = [];
  let wanted = echo;
  const cache = createProgramCache({
    quickjs,
    programsMax: 2,
    fetchContent: () => {
      fetched.push(wanted.name);
      return Promise.resolve(wanted.content);
    },
  });
  for (const program of [echo, strange, echo, greedy, echo, strange, endless]) {
    wanted = program;
    await cache.get('wasm', program.name);
  }
  expect(fetched).toEqual([echo, strange, greedy, strange, endless].map(({ name }) => name));
});

test('[2] An engine that does not start is a fault of the device, not an outcome.', async () => {
  const source = new TextEncoder().encode('export default (x) => x;');
  const cache = createProgramCache({ quickjs, programsMax: 1, fetchContent: () => Promise.resolve(source) });
  await expect(cache.get('javascript', cidOfBytes(source))).rejects.toMatchObject({
    code: 'JAVASCRIPT_ENGINE_UNAVAILABLE',
    fault: 'platform',
  });
});
