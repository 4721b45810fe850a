/** Gathers what an option is given each time that it comes. */
export function collected(word: string, earlier: readonly string[]): string[] {
  return [...earlier, word];
}
