import { type Aggregation, encode } from '@gristmill/protocol';
import { encode as encodePng } from 'fast-png';
import { aggregationImpossible } from './errors.ts';

type Tiling = Extract<Aggregation, { kind: 'image-tiles' }>;

/** What a result is made of at least, in bytes, before any task has run. */
export function resultBytesMin(aggregation: Aggregation): number {
  return aggregation.kind === 'image-tiles' ? aggregation.width * aggregation.height * 4 : 0;
}

/**
 * The job's result from its tasks' outputs, in task order. The same outputs give the same bytes.
 *
 * @throws GristmillError `AGGREGATION_IMPOSSIBLE` when an output does not fit its place.
 */
export function aggregate(aggregation: Aggregation, outputs: readonly Uint8Array[]): Uint8Array {
  switch (aggregation.kind) {
    case 'concat':
      return concatenate(outputs);
    case 'list':
      return encode(outputs);
    case 'image-tiles': {
      const { width, height } = aggregation;
      return encodePng({ width, height, data: assemble(aggregation, outputs), depth: 8, channels: 4 });
    }
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Raw RGBA rows of the whole picture. */
function assemble({ width, height, tileWidth, tileHeight }: Tiling, tiles: readonly Uint8Array[]): Uint8Array {
  const picture = new Uint8Array(width * height * 4);
  const columns = Math.ceil(width / tileWidth);
  for (const [i, tile] of tiles.entries()) {
    const left = (i % columns) * tileWidth;
    const top = Math.floor(i / columns) * tileHeight;
    const tileColumns = Math.min(tileWidth, width - left);
    const tileRows = Math.min(tileHeight, height - top);
    const rowBytes = tileColumns * 4;
    if (tile.length !== rowBytes * tileRows) {
      throw aggregationImpossible(
        `Tile ${i} is ${tileColumns}x${tileRows} pixels, ${rowBytes * tileRows} bytes of RGBA, but task ${i} wrote ${tile.length}.`,
      );
    }
    for (let row = 0; row < tileRows; row++) {
      picture.set(tile.subarray(row * rowBytes, (row + 1) * rowBytes), ((top + row) * width + left) * 4);
    }
  }
  return picture;
}
