import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cutWhenStalled } from './stall.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a stream on which so many bytes move every second is cut within five minutes. */
function isCutAt(bytesPerSecond: number): boolean {
  const abort = vi.fn();
  let moved = 0;
  const moving = setInterval(() => (moved += bytesPerSecond), 1000);
  const endWatch = cutWhenStalled({ abort }, () => moved);
  vi.advanceTimersByTime(300_000);
  endWatch();
  clearInterval(moving);
  expect(vi.getTimerCount()).toBe(0);
  return abort.mock.calls.length > 0;
}

it('cuts silence and a trickle, and waits for a slow link for as long as it takes', () => {
  expect([0, 1, 100, 2_000, 2_400, 1_000_000].map(isCutAt)).toEqual([true, true, true, true, false, false]);
});

it('notices within half a minute that what moved moves no more', () => {
  const abort = vi.fn();
  let moved = 0;
  cutWhenStalled({ abort }, () => moved);
  moved = 1_000_000_000;
  vi.advanceTimersByTime(15_000);
  expect(abort).not.toHaveBeenCalled();
  vi.advanceTimersByTime(15_000);
  expect(abort).toHaveBeenCalledOnce();
});
