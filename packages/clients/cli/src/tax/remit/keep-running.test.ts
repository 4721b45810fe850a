import { GristmillError } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { keepRunning } from './keep-running.ts';

const HOUR_MS = 3_600_000;

/** Runs in a time that passes only while it sleeps, until so many pauses were taken. */
async function pausesOf(outcomes: readonly (number | null | Error)[]) {
  const stop = new AbortController();
  const pauses: number[] = [];
  const told: string[] = [];
  let [now, runs] = [0, 0];
  await keepRunning({
    run: async () => {
      const outcome = outcomes[runs++]!;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    nextMs: (next) => next,
    everyMs: HOUR_MS,
    retryMs: 60_000,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        pauses.push(ms);
        now += ms;
        if (runs === outcomes.length) stop.abort();
      },
    },
    signal: stop.signal,
    onOutcome: (next) => told.push(String(next)),
    onError: ({ code }) => told.push(code),
  });
  return { pauses, told };
}

it('runs when there is something to do, at the latest after its pause, and soon again after a failure', async () => {
  const away = new GristmillError('HUB_UNREACHABLE', 'No answer.', { hint: 'Start it.' });
  expect(await pausesOf([1000, away, null, 10 * HOUR_MS, 0])).toEqual({
    pauses: [1000, 60_000, HOUR_MS, HOUR_MS, 0],
    told: ['1000', 'HUB_UNREACHABLE', 'null', String(10 * HOUR_MS), '0'],
  });
});
