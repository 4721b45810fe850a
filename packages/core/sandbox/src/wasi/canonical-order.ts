/**
 * Named things in the order of their names (by UTF-16 code unit). What a task can see of its input must not depend on the
 * order in which a codec on the way happened to list it.
 */
export function sortedByName<Value>(entries: Iterable<readonly [string, Value]>): (readonly [string, Value])[] {
  return [...entries].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
