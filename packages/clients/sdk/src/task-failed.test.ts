import { describe, expect, it } from 'vitest';
import { mapFailure, TaskFailed } from './task-failed.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const error = { code: 'TASK_FAILED', message: 'Task 1 exited with code 1.', hint: 'Mend it.' };
const failure = {
  gristmill: 'failure-1',
  index: 1,
  name: 'Error',
  message: 'no',
  description: 'Error: no\n    at f (task.js:1:20)',
};
const batches = [0, 3].map((first) => ({ first, stdin: new Uint8Array() }));
const place = { fileName: 'mill.ts', columnsBefore: 15 };

describe('a task that failed', () => {
  it('tells what it wrote, if that is what failed tasks write', () => {
    expect(new TaskFailed(error, 1, bytesOf(failure)).message).toBe(`Task 1 failed: ${failure.description}`);
    for (const other of [null, [1], { ...failure, index: -1 }, { ...failure, message: 7 }, { gristmill: 'values-1' }]) {
      const failed = new TaskFailed(error, 1, bytesOf(other));
      expect([failed.message, failed.hint, failed.failure]).toEqual([error.message, error.hint, null]);
    }
    expect(new TaskFailed(error, 1, Uint8Array.of(0xff)).failure).toBeNull();
  });

  it('is a failure of the map on the input it was at', () => {
    const inputs = [0, 1, 2, 3, 'x'.repeat(1000)];
    expect(mapFailure(new TaskFailed(error, 1, bytesOf(failure)), { inputs, batches, place })).toMatchObject({
      code: 'TASK_FAILED',
      index: 4,
      input: inputs[4],
      message: `The function failed on inputs[4], "${'x'.repeat(199)}…: Error: no\n    at f (mill.ts:1:5)`,
    });
    expect(
      mapFailure(new TaskFailed(error, 0, bytesOf({ ...failure, index: null })), { inputs, batches, place }),
    ).toMatchObject({ index: null, message: 'The function failed: Error: no\n    at f (mill.ts:1:5)' });
  });

  it('is left as it is when it says nothing of inputs that there are', () => {
    const mute = new TaskFailed(error, 0, bytesOf(null));
    expect(mapFailure(mute, { inputs: [1], batches, place })).toBe(mute);
    const other = new Error('other');
    expect(mapFailure(other, { inputs: [1], batches, place })).toBe(other);
    const beyond = mapFailure(new TaskFailed(error, 1, bytesOf({ ...failure, index: 9 })), {
      inputs: [1],
      batches,
      place,
    });
    expect(beyond).toMatchObject({ index: null });
  });
});
