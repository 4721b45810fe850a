import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('tasks run one after another, in the order they came, past one that fails', async () => {
  const inTurn = createQueue();
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();

  const slow = inTurn(async () => {
    await first.promise;
    seen.push('slow');
    return 1;
  });
  const failing = inTurn(async () => {
    seen.push('failing');
    throw new Error('no');
  });
  const last = inTurn(async () => {
    seen.push('last');
    return 3;
  });
  expect(seen).toEqual([]);
  first.resolve();

  expect(await slow).toBe(1);
  await expect(failing).rejects.toThrow('no');
  expect(await last).toBe(3);
  expect(seen).toEqual(['slow', 'failing', 'last']);
});
