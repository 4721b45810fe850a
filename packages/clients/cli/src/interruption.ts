import { GristmillError } from '@gristmill/protocol';

/** Ctrl-C and SIGTERM as a signal whose reason says that the job is cancelled with it. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Leaves Ctrl-C to the system again. */
  stop(): void;
}

export function interruptionOf(title: string): Interruption {
  const interruption = new AbortController();
  const interrupt = () =>
    interruption.abort(
      new GristmillError('JOB_CANCELLED', `${title} was interrupted, so the job is cancelled.`, {
        hint: 'What was verified by then is paid; the rest of the budget stays yours. --detach leaves a job running.',
      }),
    );
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) process.once(name, interrupt);
  return {
    signal: interruption.signal,
    stop() {
      for (const name of signals) process.removeListener(name, interrupt);
    },
  };
}
