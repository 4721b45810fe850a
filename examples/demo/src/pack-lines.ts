import { stripVTControlCharacters } from 'node:util';

const GAP = '   ';

/** Parts side by side in as few lines as `columns` allow, measured by what is seen, not by colour codes. */
export function packLines(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const part of parts) {
    const width = stripVTControlCharacters(part).length;
    if (lines.length > 0 && width + GAP.length <= room) {
      lines.push(lines.pop()! + GAP + part);
      room -= width + GAP.length;
    } else {
      lines.push(part);
      room = columns - width;
    }
  }
  return lines;
}
