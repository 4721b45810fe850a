/** What the terminal shows of a picture while its tiles arrive: two pixels a character cell. */
export interface TerminalPicture {
  /** A device works on the tile. */
  begin(tile: number, colour: Rgb): void;
  /** The tile is verified: its RGBA bytes. */
  paint(tile: number, rgba: Uint8Array): void;
  lines(): string[];
}

export type Rgb = readonly [red: number, green: number, blue: number];

export interface TileGrid {
  width: number;
  height: number;
  tileWidth: number;
  tileHeight: number;
}

const UNTOUCHED: Rgb = [26, 24, 22];

/** `colourDepth` is 24 bits, or 8 for a terminal of 256 colours. */
export function createTerminalPicture(grid: TileGrid, columns: number, colourDepth: number): TerminalPicture {
  const rows = Math.max(1, Math.round((columns * grid.height) / grid.width / 2));
  const pixels: Rgb[] = Array.from({ length: columns * rows * 2 }, () => UNTOUCHED);

  return {
    begin: (tile, colour) => fill(tile, () => colour),
    paint(tile, rgba) {
      const { left, top, width, height } = tileRectangle(grid, tile);
      fill(tile, (x, y) => {
        const column = Math.min(width - 1, Math.max(0, Math.floor(x) - left));
        const row = Math.min(height - 1, Math.max(0, Math.floor(y) - top));
        return meanColour(rgba, width, height, column, row);
      });
    },
    lines: () =>
      Array.from({ length: rows }, (_, row) => {
        let line = '';
        for (let column = 0; column < columns; column += 1) {
          const upper = pixels[row * 2 * columns + column]!;
          const lower = pixels[(row * 2 + 1) * columns + column]!;
          line += `\x1b[38;${colourCode(upper, colourDepth)}m\x1b[48;${colourCode(lower, colourDepth)}m▀`;
        }
        return `${line}\x1b[0m`;
      }),
  };

  /** Sets every terminal pixel whose centre lies in the tile; `colourAt` gets picture coordinates. */
  function fill(tile: number, colourAt: (x: number, y: number) => Rgb): void {
    const { left, top, width, height } = tileRectangle(grid, tile);
    const scaleX = grid.width / columns;
    const scaleY = grid.height / (rows * 2);
    for (let row = 0; row < rows * 2; row += 1) {
      const y = (row + 0.5) * scaleY;
      if (y < top || y >= top + height) continue;
      for (let column = 0; column < columns; column += 1) {
        const x = (column + 0.5) * scaleX;
        if (x >= left && x < left + width) pixels[row * columns + column] = colourAt(x, y);
      }
    }
  }
}

/** A colour in the words of a terminal (ECMA-48 SGR, ITU T.416), to follow `38;` or `48;`. */
export function colourCode(colour: Rgb, colourDepth: number): string {
  if (colourDepth >= 24) return `2;${colour.join(';')}`;
  // xterm's cube: six levels a channel, 0 and then 95 to 255 in steps of 40.
  const [r, g, b] = colour.map((channel) => Math.max(0, Math.round((channel - 55) / 40))) as [number, number, number];
  return `5;${16 + 36 * r + 6 * g + b}`;
}

/** Where a tile lies in its picture; tiles run in row-major order and edge tiles are cut. */
export function tileRectangle(
  { width, height, tileWidth, tileHeight }: TileGrid,
  tile: number,
): { left: number; top: number; width: number; height: number } {
  const across = Math.ceil(width / tileWidth);
  const left = (tile % across) * tileWidth;
  const top = Math.floor(tile / across) * tileHeight;
  return { left, top, width: Math.min(tileWidth, width - left), height: Math.min(tileHeight, height - top) };
}

/** The mean of a few neighbours: one sample of a noisy picture would sparkle. */
function meanColour(rgba: Uint8Array, width: number, height: number, column: number, row: number): Rgb {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, row - 3); y < Math.min(height, row + 4); y += 1) {
    for (let x = Math.max(0, column - 3); x < Math.min(width, column + 4); x += 1) {
      const at = (y * width + x) * 4;
      for (const channel of [0, 1, 2] as const) sum[channel] += rgba[at + channel]!;
      count += 1;
    }
  }
  return [Math.round(sum[0] / count), Math.round(sum[1] / count), Math.round(sum[2] / count)];
}
