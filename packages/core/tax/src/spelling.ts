/** The word that was probably meant: the same but for case and separators, or a few letters away. Null when none is near. */
export function closestWord(written: string, words: Iterable<string>): string | null {
  const wanted = bare(written);
  let closest: string | null = null;
  // A third of the letters may be wrong: more, and anything resembles anything. Long words are not worth the time.
  let fewest = wanted.length > LENGTH_MAX ? 0 : Math.floor(wanted.length / 3) + 1;
  for (const word of words) {
    const edits = editsBetween(wanted, bare(word));
    if (edits < fewest) [closest, fewest] = [word, edits];
  }
  return closest;
}

const LENGTH_MAX = 100;

/** `selfEmploymentIncome`, `self-employment income` and `self_employment_income` are one word. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** How many letters must be put in, left out or replaced, or neighbours swapped (optimal string alignment distance). */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforeLast[j - 2]! + 1);
      }
      row.push(edits);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
