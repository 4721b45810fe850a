import { constants } from 'node:os';
import { GristmillError } from '@gristmill/protocol';

/**
 * One key press reaches a process more than once: a terminal signals a whole process group, and npm passes on to its
 * child what it gets itself.
 */
const SAME_PRESS_MS = 1_000;

/** Ctrl-C and SIGTERM as a signal whose reason says that the job is cancelled with it. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Leaves Ctrl-C to the system again. */
  stop(): void;
}

/** A terminal that goes away cancels nothing: the result can be fetched from elsewhere. */
export function interruptionOf(title: string, say: (line: string) => void): Interruption {
  const interruption = new AbortController();
  const stop = onInterruption(['SIGINT', 'SIGTERM'], () => {
    say(`cancelling ${title}; once more leaves at once, and the job may run on`);
    interruption.abort(
      new GristmillError('JOB_CANCELLED', `${title} was interrupted, so the job is cancelled.`, {
        hint: 'What was verified by then is paid; the rest of the budget stays yours. --detach leaves a job running.',
      }),
    );
  });
  return { signal: interruption.signal, stop };
}

/**
 * Resolves when the process is asked to stop (Ctrl-C, SIGTERM, a terminal that is closed), so that the caller can close
 * what it opened.
 */
export function untilInterrupted(say: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    onInterruption(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
      say('stopping; once more ends at once');
      resolve();
    });
  });
}

/**
 * Calls `begin` at the first of these signals; the next that is no echo of it ends the process at once, with the exit
 * code that shells give it. Gives what stops listening.
 */
function onInterruption(signals: readonly NodeJS.Signals[], begin: () => void): () => void {
  let begunAtMs: number | null = null;
  // Not `once`: what draws on a terminal ends the process on a signal that it alone listens to, and a listener that is
  // for once is gone by the time it looks.
  function interrupt(signal: NodeJS.Signals): void {
    if (begunAtMs === null) {
      begunAtMs = performance.now();
      begin();
    } else if (performance.now() - begunAtMs > SAME_PRESS_MS) {
      process.exit(128 + constants.signals[signal]);
    }
  }
  for (const signal of signals) process.on(signal, interrupt);
  return () => {
    for (const signal of signals) process.removeListener(signal, interrupt);
  };
}
