import { stripVTControlCharacters } from 'node:util';

/** Parts side by side in as few lines as `columns` allow, measured by what is seen, not by colour codes. */
export function packLines(parts: readonly string[], columns: number, gap = '   '): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const part of parts) {
    const width = stripVTControlCharacters(part).length;
    if (lines.length > 0 && width + gap.length <= room) {
      lines.push(lines.pop()! + gap + part);
      room -= width + gap.length;
    } else {
      lines.push(part);
      room = columns - width;
    }
  }
  return lines;
}

/** A text broken between its words; the lines after the first begin below the first one's text, `indent` from the left. */
export function wrapText(text: string, columns: number, indent: number): string {
  return packLines(text.split(' '), columns - indent, ' ').join(`\n${' '.repeat(indent)}`);
}
