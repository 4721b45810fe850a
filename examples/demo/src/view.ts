import { createLogUpdate } from 'log-update';
import colors from 'yoctocolors';

/** What the demo shows while it runs; everything goes to stderr, so that `--json` owns stdout. */
export interface View {
  /** Whether a block can be redrawn in place. */
  readonly live: boolean;
  readonly columns: number;
  step: (title: string) => void;
  say: (line: string) => void;
  /** Redraws the block at the bottom of a terminal; does nothing elsewhere. */
  draw: (lines: readonly string[]) => void;
  /** Keeps the block as it stands and goes on below it. */
  keep: () => void;
}

export function createView({ quiet }: { quiet: boolean }): View {
  const live = process.stderr.isTTY && !quiet;
  const update = createLogUpdate(process.stderr);
  let steps = 0;
  let block: readonly string[] = [];

  return {
    live,
    columns: process.stderr.columns ?? 80,
    step(title) {
      steps += 1;
      print(`\n${colors.yellow(`${steps}`)} ${colors.bold(title)}`);
    },
    say: (line) => print(`  ${line}`),
    draw(lines) {
      if (!live) return;
      block = lines;
      update(lines.join('\n'));
    },
    keep() {
      if (block.length > 0) update.done();
      block = [];
    },
  };

  /** A line above the block: it scrolls away, the block stays. */
  function print(line: string): void {
    if (block.length > 0) update.clear();
    process.stderr.write(`${line}\n`);
    if (block.length > 0) update(block.join('\n'));
  }
}
