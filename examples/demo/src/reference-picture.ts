import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { encode } from 'fast-png';
import { z } from 'zod';
import { gridOf, type PictureSize, type RenderedPicture } from './render-job.ts';
import { tileRectangle } from './terminal-picture.ts';

export interface Reference {
  sha256: string;
  /** What the tiles cost one process without any of our machinery, in seconds of processor time. */
  cpuSeconds: number;
}

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('reference-render.ts', import.meta.url));

/** The same picture by one process, in plain Node, with none of our own code between module and engine. */
export async function renderReference({
  picture,
  size,
  folder,
}: {
  picture: Pick<RenderedPicture, 'wasm' | 'tasks'>;
  size: PictureSize;
  /** Where it may keep its tiles meanwhile. */
  folder: string;
}): Promise<Reference> {
  const wasmPath = path.join(folder, 'reference.wasm');
  const scratch = path.join(folder, 'reference.tiles');
  await writeFile(wasmPath, picture.wasm);
  const { stdout } = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    PROGRAM,
    JSON.stringify({ wasmPath, tasks: picture.tasks, scratch }),
  ]);
  const { cpuSeconds } = z.object({ cpuSeconds: z.number() }).parse(JSON.parse(stdout));
  const png = pngOfTiles(await readFile(scratch), size, picture.tasks.length);
  return { cpuSeconds, sha256: createHash('sha256').update(png).digest('hex') };
}

function pngOfTiles(tiles: Uint8Array, size: PictureSize, count: number): Uint8Array {
  const grid = gridOf(size);
  const data = new Uint8Array(grid.width * grid.height * 4);
  let from = 0;
  for (let tile = 0; tile < count; tile += 1) {
    const { left, top, width, height } = tileRectangle(grid, tile);
    for (let row = 0; row < height; row += 1, from += width * 4) {
      data.set(tiles.subarray(from, from + width * 4), ((top + row) * grid.width + left) * 4);
    }
  }
  return encode({ width: grid.width, height: grid.height, data, channels: 4, depth: 8 });
}
