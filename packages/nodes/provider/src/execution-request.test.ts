import { type Assignment, cidOfBytes } from '@gristmill/protocol';
import { expect, test } from 'vitest';
import { lease } from '../test/provider-set-up.ts';
import { requestOf } from './execution-request.ts';

const MIB = 1024 * 1024;
const content = new Uint8Array(100 * MIB);

/** An assignment with so many files of 100 MiB each. */
function withFiles(count: number): Assignment {
  const file = cidOfBytes(Uint8Array.of(1));
  const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`/${i}`, file]));
  return lease('one', { task: { args: [], env: {}, stdin: null, files } });
}

test('What a task is made of is fetched within what is left of 512 MiB.', async () => {
  const asked: number[] = [];
  const { task } = await requestOf(withFiles(4), async (_, bytesMax) => {
    asked.push(bytesMax / MIB);
    return content;
  });
  expect(task.files.size).toBe(4);
  expect(asked).toEqual([512, 412, 312, 212, 112]);
});

test('A task that is made of more is not even fetched to its end.', async () => {
  let fetched = 0;
  const requesting = requestOf(withFiles(1000), async () => {
    fetched += 1;
    return content;
  });
  await expect(requesting).rejects.toMatchObject({ code: 'TASK_CONTENT_TOO_LARGE', fault: 'platform' });
  expect(fetched).toBe(6);
});
