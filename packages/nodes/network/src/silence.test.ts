import type { MessageStream, StreamMuxer } from '@libp2p/interface';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endWhenSilent, HEARTBEAT_MS } from './silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection, and when it was ended. */
function watched() {
  const ends: Error[] = [];
  const connection = Object.assign(new EventTarget(), { abort: (error: Error) => void ends.push(error) });
  const muxer = {} as StreamMuxer;
  const factory = endWhenSilent(() => ({ protocol: '/yamux/1.0.0', createStreamMuxer: () => muxer }))({});
  expect(factory.protocol).toBe('/yamux/1.0.0');
  expect(factory.createStreamMuxer(connection as unknown as MessageStream)).toBe(muxer);
  return { connection, ends };
}

it('ends a connection on which nothing is heard for half a minute', () => {
  const { ends } = watched();
  vi.advanceTimersByTime(3 * HEARTBEAT_MS - 1);
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(ends).toHaveLength(1);
});

it('keeps one on which anything comes, however slowly', () => {
  const { connection, ends } = watched();
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(2 * HEARTBEAT_MS);
    connection.dispatchEvent(new Event('message'));
  }
  expect(ends).toEqual([]);
  vi.advanceTimersByTime(3 * HEARTBEAT_MS);
  expect(ends).toHaveLength(1);
});

it('watches no connection that has closed', () => {
  const { connection, ends } = watched();
  connection.dispatchEvent(new Event('close'));
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(10 * HEARTBEAT_MS);
  expect(ends).toEqual([]);
});
