import { expect, it } from 'vitest';
import { colourCode, createTerminalPicture, tileRectangle } from './terminal-picture.ts';

/** Four pixels across and two down, in two tiles. */
const grid = { width: 4, height: 2, tileWidth: 2, tileHeight: 2 };
const oneColour = (...rgba: number[]) => Uint8Array.from(Array.from({ length: 4 }, () => rgba).flat());

const cell = (colour: string) => `\x1b[38;2;${colour}m\x1b[48;2;${colour}m▀`;

it('shows two pixels a cell: tiles that somebody works on, and tiles that are done', () => {
  const picture = createTerminalPicture(grid, 4, 24);
  picture.begin(0, [10, 20, 30]);
  picture.paint(1, oneColour(200, 100, 50, 255));
  const [left, right] = [[10, 20, 30].join(';'), [200, 100, 50].join(';')];
  expect(picture.lines()).toEqual([`${cell(left).repeat(2)}${cell(right).repeat(2)}\x1b[0m`]);
});

it.each([
  [[0, 0, 0], 16],
  [[255, 255, 255], 231],
  [[95, 135, 175], 67],
  [[255, 0, 0], 196],
] as const)('finds %j among the 256 colours of xterm: %i', (colour, index) => {
  expect(colourCode(colour, 8)).toBe(`5;${index}`);
});

it('cuts the tiles at the edges', () => {
  expect(tileRectangle({ width: 5, height: 3, tileWidth: 4, tileHeight: 2 }, 3)).toEqual({
    left: 4,
    top: 2,
    width: 1,
    height: 1,
  });
});
