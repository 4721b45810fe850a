import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What may lie about unseen: more than this is collected at once, before the engine itself would see to it. */
const GARBAGE_BYTES_MAX = 16 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Gives memory back to the system after something large is done with. Engines count such memory only roughly, and would
 * keep a gigabyte that a task has left until another task needs it.
 */
export function collectGarbage(bytes: number): void {
  if (bytes <= GARBAGE_BYTES_MAX) return;
  collect();
  // The first finds the memory unused; what it found is unmapped by the time the second is through.
  collect();
}
