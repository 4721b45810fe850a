import { WASI } from 'node:wasi';
import { execute, instrument } from '@gristmill/sandbox';
import { type Case, medianSeconds } from '../question.ts';
import { engine } from './engine.ts';

/** A command with a page of memory whose `_start` is empty: what is left is the start. */
const EMPTY_COMMAND = Uint8Array.from(
  [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, 4, 1, 0x60, 0, 0],
    [3, 2, 1, 0],
    [5, 3, 1, 0, 1],
    [7, 19, 2, 6, 0x5f, 0x73, 0x74, 0x61, 0x72, 0x74, 0, 0, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0],
    [10, 4, 1, 2, 0, 0x0b],
  ].flat(),
);
const STARTS = 500;
const TASK = { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(32), startTime: 0 };
const LIMITS = { fuel: 1n << 30n, memoryPages: 16, stackDepth: 100, outputBytes: 0, wallClockMs: 0 };

/** How long does a task take that does nothing, against Node's own WASI with the same compiled module? */
export async function startTime(rounds: number): Promise<Case> {
  const metered = instrument(EMPTY_COMMAND);
  const plain = await engine.compile(EMPTY_COMMAND);
  const seconds = await medianSeconds(
    {
      ours: async () => {
        for (let i = 0; i < STARTS; i += 1) await execute(metered, TASK, LIMITS);
      },
      theirs: async () => {
        for (let i = 0; i < STARTS; i += 1) {
          const wasi = new WASI({ version: 'preview1', args: ['task'], returnOnExit: true });
          wasi.start(await engine.instantiate(plain, { wasi_snapshot_preview1: wasi.wasiImport }));
        }
      },
    },
    { rounds },
  );
  return {
    case: 'starting an instance',
    unit: 's',
    ours: seconds.ours / STARTS,
    rival: seconds.theirs / STARTS,
    rivalName: 'node:wasi',
    ratio: seconds.theirs / seconds.ours,
    note: 'an empty command with one page of memory, compiled before',
  };
}
