import { stripVTControlCharacters } from 'node:util';
import colors from 'yoctocolors';

/** Rows under a heading, columns aligned by what is seen, not by colour codes. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all
    .map((row, index) => {
      const line = row.map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell))).join('  ');
      return index === 0 ? colors.dim(line.trimEnd()) : line.trimEnd();
    })
    .join('\n');
}

function widthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}
