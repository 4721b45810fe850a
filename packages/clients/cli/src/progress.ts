import type { JobEvent, NetworkView } from 'gristmill';
import { createLogUpdate } from 'log-update';
import colors from 'yoctocolors';
import { counted } from './counted.ts';

/**
 * Shows a job's progress on stderr: one bar that redraws on a terminal, a line a tenth elsewhere; its id at once, and why
 * it does not get on when it does not.
 */
export interface Progress {
  onEvent: (event: JobEvent) => void;
  /** A line above the bar. */
  say: (line: string) => void;
  stop(): void;
}

const BAR_COLUMNS = 30;
/** How long nothing may happen before somebody wonders why. */
const PATIENCE_MS = 5_000;

export function createProgress({
  title,
  network,
  replicas = 1,
}: {
  title: string;
  network: () => Promise<NetworkView>;
  /** How many owners a result needs, when that is known. */
  replicas?: number;
}): Progress {
  const redraw = process.stderr.isTTY ? createLogUpdate(process.stderr) : null;
  const seen = { leased: 0, verified: 0, rejected: 0, lapsed: 0 };
  let tasks = 0;
  let tenth = 0;
  let explained = '';
  let waiting = patience();

  return {
    onEvent(event) {
      clearTimeout(waiting);
      waiting = patience();
      if (event.type === 'submitted') {
        tasks = event.tasks;
        say(`job ${event.jobId}, ${counted(tasks, 'task')}`);
      }
      if (event.type in seen) seen[event.type as keyof typeof seen] += 1;
      const share = tasks === 0 ? 0 : seen.verified / tasks;
      if (redraw !== null) redraw(line(share));
      else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        process.stderr.write(`${line(share)}\n`);
      }
    },
    say,
    stop() {
      clearTimeout(waiting);
      redraw?.done();
    },
  };

  /** Events may come after the end of interest; a timer for the next must not keep the process. */
  function patience(): NodeJS.Timeout {
    return setTimeout(explain, PATIENCE_MS).unref();
  }

  function say(text: string): void {
    redraw?.clear();
    process.stderr.write(`${text}\n`);
  }

  /** A result needs so many owners: too few of them is by far the likeliest reason to wait. */
  function explain(): void {
    waiting = patience();
    network().then(
      ({ providers }) => {
        const owners = new Set(providers.filter(({ connected }) => connected).map(({ owner }) => owner)).size;
        const why =
          owners < replicas
            ? `waiting: ${replicas} different owners must agree on each result, and ${owners} are online (see --replicas)`
            : '';
        if (why !== '' && why !== explained) say(why);
        explained = why;
      },
      // The hub is away: the job's own events will tell, or its error.
      () => undefined,
    );
  }

  function line(share: number): string {
    const filled = Math.round(share * BAR_COLUMNS);
    const bar = colors.yellow('█'.repeat(filled)) + colors.dim('░'.repeat(BAR_COLUMNS - filled));
    const trouble = [
      seen.rejected > 0 ? colors.red(`${seen.rejected} wrong`) : '',
      seen.lapsed > 0 ? colors.dim(`${seen.lapsed} lost`) : '',
    ].filter(Boolean);
    return [`${title} ${bar} ${seen.verified}/${tasks} verified`, counted(seen.leased, 'attempt'), ...trouble].join(
      ' · ',
    );
  }
}
