import { decode } from '@gristmill/protocol';
import { decode as decodePng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregation.ts';

const texts = ['one ', 'two ', 'three'].map((text) => new TextEncoder().encode(text));

describe('aggregate', () => {
  it('concatenates in task order', () => {
    expect(new TextDecoder().decode(aggregate({ kind: 'concat' }, texts))).toBe('one two three');
  });

  it('lists as canonical dag-cbor', () => {
    expect(decode(aggregate({ kind: 'list' }, texts))).toEqual(texts);
  });

  it('puts tiles where they belong, cut at the edges, and gives the same PNG each time', () => {
    // 5x3 pixels in 2x2 tiles: three columns, two rows; each tile is filled with its own number.
    const tiling = { kind: 'image-tiles', width: 5, height: 3, tileWidth: 2, tileHeight: 2 } as const;
    const pixels = [4, 4, 2, 2, 2, 1];
    const tiles = pixels.map((count, tile) => new Uint8Array(count * 4).fill(tile));
    const png = aggregate(tiling, tiles);
    const picture = decodePng(png);
    expect(picture).toMatchObject({ width: 5, height: 3, channels: 4, depth: 8 });
    const numbers = Array.from({ length: 15 }, (_, i) => picture.data[i * 4]);
    expect(numbers).toEqual([0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5]);
    expect(aggregate(tiling, tiles)).toEqual(png);
  });

  it('names the tile that does not fit', () => {
    const tiling = { kind: 'image-tiles', width: 2, height: 1, tileWidth: 1, tileHeight: 1 } as const;
    expect(() => aggregate(tiling, [new Uint8Array(4), new Uint8Array(5)])).toThrow(
      expect.objectContaining({
        code: 'AGGREGATION_IMPOSSIBLE',
        message: 'Tile 1 is 1x1 pixels, 4 bytes of RGBA, but task 1 wrote 5.',
      }),
    );
  });
});
