/**
 * A stranger's text as one line that cannot move the cursor, colour the terminal or fill it: control and invisible
 * characters as escapes, the rest cut after `charactersMax`.
 */
export function printable(text: string, charactersMax = 60): string {
  const characters = Array.from(text);
  const clipped = characters.length > charactersMax ? [...characters.slice(0, charactersMax - 1), '…'] : characters;
  return clipped
    .map((character) => (/[\p{C}\p{Z}]/u.test(character) && character !== ' ' ? escaped(character) : character))
    .join('');
}

/** The same for a text of many lines, each of them whole. */
export function printableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line, Infinity))
    .join('\n');
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
