import { createLogUpdate } from 'log-update';
import { formatCount } from '../../quantities.ts';
import type { BatchCounts } from './run-batch.ts';

const REDRAW_MS = 200;

/** Shows on a terminal how far a batch has come; elsewhere, and where the results themselves go by, nothing. */
export interface BatchProgress {
  onProgress: (counts: BatchCounts) => void;
  stop: () => void;
}

export function createBatchProgress(): BatchProgress {
  const redraw = process.stderr.isTTY && !process.stdout.isTTY ? createLogUpdate(process.stderr) : null;
  const startedAtMs = performance.now();
  let drawnAtMs = startedAtMs;
  return {
    onProgress(counts: BatchCounts): void {
      const nowMs = performance.now();
      if (redraw === null || nowMs - drawnAtMs < REDRAW_MS) return;
      drawnAtMs = nowMs;
      redraw(progressText(counts, nowMs - startedAtMs));
    },
    stop(): void {
      redraw?.clear();
      redraw?.done();
    },
  };
}

function progressText({ cases, errors }: BatchCounts, elapsedMs: number): string {
  const wrong = errors === 0 ? '' : `, ${formatCount(errors)} with errors`;
  return `${formatCount(cases)} cases${wrong}, ${formatCount(Math.round((cases / elapsedMs) * 1000))} a second`;
}
