import { totalmem } from 'node:os';

/** Memory of this machine in bytes, or of the part of it (a container, a control group) that this process may use. */
export function deviceMemoryBytes(): number {
  // 0, or more than there is, when nothing constrains the process.
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
