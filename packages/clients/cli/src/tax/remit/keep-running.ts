import { asGristmillError, type Clock, type GristmillError } from '@gristmill/protocol';

export interface KeepRunningOptions<Outcome> {
  run: () => Promise<Outcome>;
  /** When the outcome of a run says that there is something to do next; null when it does not say. */
  nextMs: (outcome: Outcome) => number | null;
  /** The longest pause: facts, rules and balances change without telling. */
  everyMs: number;
  /** The pause after a run that failed: chains and hubs come back. */
  retryMs: number;
  clock: Clock;
  signal: AbortSignal;
  onOutcome: (outcome: Outcome) => void;
  onError: (error: GristmillError) => void;
}

/**
 * Runs again and again until the signal aborts: as soon as there is something to do, at the latest after `everyMs`.
 * A run that fails is told and tried again; a run under way is not cut short.
 */
export async function keepRunning<Outcome>({
  run,
  nextMs,
  everyMs,
  retryMs,
  clock,
  signal,
  onOutcome,
  onError,
}: KeepRunningOptions<Outcome>): Promise<void> {
  while (!signal.aborted) {
    let pauseMs = everyMs;
    try {
      const outcome = await run();
      onOutcome(outcome);
      const next = nextMs(outcome);
      if (next !== null) pauseMs = Math.min(everyMs, Math.max(0, next - clock.now()));
    } catch (error) {
      onError(asGristmillError(error));
      pauseMs = Math.min(everyMs, retryMs);
    }
    await clock.sleep(pauseMs, signal);
  }
}
