import type { JobEvent } from 'gristmill';
import { createLogUpdate } from 'log-update';
import colors from 'yoctocolors';

/** Shows a job's progress on stderr: one bar that redraws on a terminal, a line a tenth elsewhere. */
export interface Progress {
  onEvent: (event: JobEvent) => void;
  stop(): void;
}

const BAR_COLUMNS = 30;

export function createProgress(title: string): Progress {
  const redraw = process.stderr.isTTY ? createLogUpdate(process.stderr) : null;
  const seen = { leased: 0, verified: 0, rejected: 0, lapsed: 0 };
  let tasks = 0;
  let tenth = 0;

  return {
    onEvent(event) {
      if (event.type === 'submitted') tasks = event.tasks;
      if (event.type in seen) seen[event.type as keyof typeof seen] += 1;
      const share = tasks === 0 ? 0 : seen.verified / tasks;
      if (redraw !== null) redraw(line(share));
      else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        process.stderr.write(`${line(share)}\n`);
      }
    },
    stop: () => redraw?.done(),
  };

  function line(share: number): string {
    const filled = Math.round(share * BAR_COLUMNS);
    const bar = colors.yellow('█'.repeat(filled)) + colors.dim('░'.repeat(BAR_COLUMNS - filled));
    const trouble = [
      seen.rejected > 0 ? colors.red(`${seen.rejected} wrong`) : '',
      seen.lapsed > 0 ? colors.dim(`${seen.lapsed} lost`) : '',
    ].filter(Boolean);
    return [`${title} ${bar} ${seen.verified}/${tasks} verified`, `${seen.leased} attempts`, ...trouble].join(' · ');
  }
}
