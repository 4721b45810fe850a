import colors from 'yoctocolors';
import { wrapText } from './pack-lines.ts';

/** What the demo shows while it runs; everything goes to stderr, so that `--json` owns stdout. */
export interface View {
  /** Whether a block can be redrawn in place. */
  readonly live: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Bits of colour that it shows: 24, 8 (the 256 of xterm), or less, which is too little for a picture. */
  readonly colourDepth: number;
  step: (title: string) => void;
  say: (line: string) => void;
  /** Redraws the block at the bottom of a terminal; does nothing elsewhere. */
  draw: (lines: readonly string[]) => void;
  /** Keeps the block as it stands and goes on below it. */
  keep: () => void;
}

const INDENT = 4;

export function createView(): View {
  const { stderr } = process;
  const live = stderr.isTTY && process.env['TERM'] !== 'dumb';
  let steps = 0;
  let block: readonly string[] = [];

  return {
    live,
    // Asked for anew each time: a window may be resized.
    get columns() {
      return stderr.columns ?? 80;
    },
    get rows() {
      return stderr.rows ?? 24;
    },
    colourDepth: live ? stderr.getColorDepth() : 1,
    step(title) {
      steps += 1;
      print(`\n${colors.yellow(`${steps}`)} ${colors.bold(title)}`);
    },
    say: (line) => print(`  ${live ? wrapText(line, stderr.columns, INDENT) : line}`),
    draw(lines) {
      if (live) replaceBlock('', lines);
    },
    keep() {
      block = [];
    },
  };

  /** A line above the block: it scrolls away, the block stays. */
  function print(line: string): void {
    replaceBlock(`${line}\n`, block);
  }

  /**
   * Erases the block, writes `above` in its place and the new block below, in one go. A line redrawer that measures its
   * text would take seconds for each of these pictures, which are nearly all colour codes.
   */
  function replaceBlock(above: string, lines: readonly string[]): void {
    const erase = block.length > 0 ? `\x1b[${block.length}A\x1b[0J` : '';
    stderr.write(erase + above + lines.map((line) => `${line}\n`).join(''));
    block = lines;
  }
}
