import { GristmillError, type WorkStream } from '@gristmill/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepConnected, retryDelayMs } from './keep-connected.ts';

const lowest = { bytes: (length: number) => new Uint8Array(length) };
const highest = { bytes: (length: number) => new Uint8Array(length).fill(0xff) };

describe('retry delays', () => {
  it('are spread over the whole of a bound that doubles from 250 ms up to 5 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1_000].map((attempt) => retryDelayMs(attempt, highest))).toEqual([
      249, 499, 999, 1_999, 3_999, 4_999, 4_999, 4_999,
    ]);
    expect(retryDelayMs(6, lowest)).toBe(0);
  });

  it('grow with the random number and stay in bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.uint8Array({ minLength: 4, maxLength: 4 }), (attempt, bytes) => {
        const delayMs = retryDelayMs(attempt, { bytes: () => bytes });
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThan(Math.min(5_000, 250 * 2 ** (attempt - 1)));
      }),
    );
  });
});

/** Runs it against a peer whose streams live as long as the list says (null: not reachable), then aborts. */
async function attemptsFor(livesMs: readonly (number | null)[]): Promise<{ attempts: number[]; closed: number }> {
  const attempts: number[] = [];
  const control = new AbortController();
  const lives = livesMs.values();
  let nowMs = 0;
  let closed = 0;
  const stream = { peer: 'hub', close: async () => void (closed += 1) } as unknown as WorkStream;
  await keepConnected({
    transport: {
      openWorkStream: async () => {
        const life = lives.next();
        if (life.done === true) control.abort();
        if (typeof life.value !== 'number') throw new GristmillError('PEER_UNREACHABLE', 'away', { hint: 'wait' });
        nowMs += life.value;
        return stream;
      },
    },
    address: 'hub',
    signal: control.signal,
    clock: { now: () => nowMs, sleep: async (ms) => void (nowMs += ms) },
    random: highest,
    onStream: async () => {},
    onRetry: (_, attempt) => attempts.push(attempt),
  });
  return { attempts, closed };
}

describe('keepConnected', () => {
  it('counts failures in a row, and starts again after a stream that held for a while', async () => {
    expect(await attemptsFor([null, null, 60_000, null, 5, 5])).toEqual({ attempts: [1, 2, 1, 2, 3, 4], closed: 3 });
  });

  it.each(['ADDRESS_MALFORMED', 'TRANSPORT_STOPPED'])('gives up on %s: trying again cannot help', async (code) => {
    const keeping = keepConnected({
      transport: {
        openWorkStream: async () => {
          throw new GristmillError(code, 'no', { hint: 'no' });
        },
      },
      address: 'hub',
      signal: new AbortController().signal,
      clock: { now: () => 0, sleep: async () => {} },
      random: lowest,
      onStream: async () => {},
      onRetry: () => expect.unreachable('it does not try again'),
    });
    await expect(keeping).rejects.toMatchObject({ code });
  });

  it('reports what the user of a stream throws, closes the stream and goes on', async () => {
    const control = new AbortController();
    const errors: GristmillError[] = [];
    let closed = 0;
    await keepConnected({
      transport: {
        openWorkStream: async () => ({ peer: 'hub', close: async () => void (closed += 1) }) as unknown as WorkStream,
      },
      address: 'hub',
      signal: control.signal,
      clock: { now: () => 0, sleep: async () => {} },
      random: lowest,
      onStream: async () => {
        throw errors.length === 0 ? new GristmillError('PROTOCOL_VIOLATION', 'bad', { hint: 'no' }) : new Error('bug');
      },
      onRetry: (error) => {
        errors.push(error);
        if (errors.length === 2) control.abort();
      },
    });
    expect(errors.map(({ code }) => code)).toEqual(['PROTOCOL_VIOLATION', 'INTERNAL']);
    expect(closed).toBe(2);
  });
});
