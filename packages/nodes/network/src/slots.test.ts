import { describe, expect, it } from 'vitest';
import { createSlots } from './slots.ts';

describe('slots', () => {
  it('run at most so many at a time, in order of arrival, and go on after failures', async () => {
    const slots = createSlots(2);
    let running = 0;
    let most = 0;
    const started: number[] = [];
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, i) =>
        slots.run(async () => {
          started.push(i);
          running += 1;
          most = Math.max(most, running);
          await Promise.resolve();
          running -= 1;
          if (i % 3 === 0) throw new Error('failed');
          return i;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  });

  it('let go of who no longer waits, and lose no slot by it', async () => {
    const slots = createSlots(1);
    const gate = Promise.withResolvers<string>();
    const first = slots.run(() => gate.promise);
    const control = new AbortController();
    const second = slots.run(async () => 'second', control.signal);
    const third = slots.run(async () => 'third');
    const reason = new Error('changed my mind');
    control.abort(reason);
    await expect(second).rejects.toBe(reason);
    await expect(slots.run(async () => 'fourth', control.signal)).rejects.toBe(reason);
    gate.resolve('first');
    expect(await Promise.all([first, third])).toEqual(['first', 'third']);
    expect(await slots.run(async () => 'fifth')).toBe('fifth');
  });
});
