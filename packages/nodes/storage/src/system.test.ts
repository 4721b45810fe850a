import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from './system.ts';

describe('systemClock', () => {
  it('tells the time and sleeps', async () => {
    const before = systemClock.now();
    await systemClock.sleep(2);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    await systemClock.sleep(0);
  });

  it('wakes at once when it is told to, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const aMonth = systemClock.sleep(31 * 24 * 3_600_000, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    await aMonth;
    await systemClock.sleep(31 * 24 * 3_600_000, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

describe('systemRandom', () => {
  it('gives as many bytes as asked, never the same twice', () => {
    expect(systemRandom.bytes(0)).toHaveLength(0);
    const draws = new Set(Array.from({ length: 100 }, () => Buffer.from(systemRandom.bytes(16)).toString('hex')));
    expect(draws.size).toBe(100);
  });
});
