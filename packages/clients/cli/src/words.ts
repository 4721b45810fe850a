/** Text between quotes that never end, or a backslash at the end. */
export class UnendedWord extends Error {}

/**
 * The words of a line as a POSIX shell splits them, without expansions: single quotes keep all, double quotes all but
 * `\"`, `\\`, `\$` and `` \` ``, a backslash keeps the next character. `'' a "b c"` is an empty word, `a` and `b c`.
 * Throws UnendedWord.
 *
 * Source: POSIX.1-2024, Shell Command Language, 2.2 Quoting
 */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (/[ \t\r]/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word ??= '';
    if (character === '\\') word += line[++at] ?? unended();
    else if (character === "'") {
      const end = line.indexOf("'", at + 1);
      if (end === -1) unended();
      word += line.slice(at + 1, end);
      at = end;
    } else if (character === '"') {
      for (at++; line[at] !== '"'; at++) {
        if (at >= line.length) unended();
        if (line[at] === '\\' && /["\\$`]/.test(line[at + 1] ?? '')) at++;
        word += line[at];
      }
    } else word += character;
  }
  if (word !== null) words.push(word);
  return words;
}

function unended(): never {
  throw new UnendedWord('a quote that does not end');
}
