import type { JobEvent } from 'gristmill';
import { createLogUpdate } from 'log-update';
import colors from 'yoctocolors';

/** Shows a job's progress on stderr: one bar that redraws on a terminal, a line a tenth elsewhere. */
export interface Progress {
  onEvent: (event: JobEvent) => void;
  stop(): void;
}

const BAR_COLUMNS = 30;

export function createProgress({ title, tasks }: { title: string; tasks?: number }): Progress {
  const redraw = process.stderr.isTTY ? createLogUpdate(process.stderr) : null;
  const seen = { leased: 0, verified: 0, rejected: 0, lapsed: 0, highest: 0 };
  let tenth = 0;

  return {
    onEvent(event) {
      if (event.type in seen) seen[event.type as 'leased' | 'verified' | 'rejected' | 'lapsed'] += 1;
      if ('taskIndex' in event) seen.highest = Math.max(seen.highest, event.taskIndex + 1);
      const total = tasks ?? seen.highest;
      const share = total === 0 ? 0 : seen.verified / total;
      if (redraw !== null) redraw(line(share, total));
      else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        process.stderr.write(`${line(share, total)}\n`);
      }
    },
    stop: () => redraw?.done(),
  };

  function line(share: number, total: number): string {
    const filled = Math.round(share * BAR_COLUMNS);
    const bar = colors.yellow('█'.repeat(filled)) + colors.dim('░'.repeat(BAR_COLUMNS - filled));
    const trouble = [
      seen.rejected > 0 ? colors.red(`${seen.rejected} wrong`) : '',
      seen.lapsed > 0 ? colors.dim(`${seen.lapsed} lost`) : '',
    ].filter(Boolean);
    return [`${title} ${bar} ${seen.verified}/${total} verified`, `${seen.leased} attempts`, ...trouble].join(' · ');
  }
}
