import { GristmillError } from '@gristmill/protocol';

/** Samples a pixel that make a clean picture in some 20 seconds of one core at 1280x720. */
export const DEFAULT_SAMPLES = 16;

export interface Picture {
  /** Pixels. */
  width: number;
  height: number;
  /** Tiles at the right and lower edge are cut to the picture. */
  tileWidth: number;
  tileHeight: number;
  /** Samples a pixel; a pixel whose own samples disagree takes up to four times as many. */
  samples: number;
  /** Picks the samples: another seed gives the same picture with other noise. */
  seed: number;
}

/** Upper bounds of the program's arguments, as `main.ts` checks them. */
const MAXIMA = {
  width: 32_768,
  height: 32_768,
  tileWidth: 32_768,
  tileHeight: 32_768,
  samples: 4096,
  seed: 0xffffffff,
};

/**
 * The arguments of each tile's task (`width height x y tileWidth tileHeight samples seed`), tiles in row-major order.
 * Each task writes its tile to stdout as raw RGBA bytes.
 *
 * @throws GristmillError `PICTURE_INVALID` when a number is not a whole one in range.
 */
export function pathTracerTasks(picture: Picture): string[][] {
  for (const name of Object.keys(MAXIMA) as (keyof Picture)[]) {
    const value = picture[name];
    const least = name === 'seed' ? 0 : 1;
    if (!Number.isInteger(value) || value < least || value > MAXIMA[name]) {
      throw new GristmillError('PICTURE_INVALID', `A picture's ${name} cannot be ${value}.`, {
        hint: `Give a whole number from ${least} to ${MAXIMA[name]}.`,
      });
    }
  }
  const { width, height, tileWidth, tileHeight, samples, seed } = picture;
  const tasks: string[][] = [];
  for (let y = 0; y < height; y += tileHeight) {
    for (let x = 0; x < width; x += tileWidth) {
      const cutWidth = Math.min(tileWidth, width - x);
      const cutHeight = Math.min(tileHeight, height - y);
      tasks.push([width, height, x, y, cutWidth, cutHeight, samples, seed].map(String));
    }
  }
  return tasks;
}
