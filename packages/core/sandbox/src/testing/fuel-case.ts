import type { TaskInput } from '../task.ts';
import type { TestModule } from './assembler.ts';

/** A module whose bill is known: what a vector of `specs/vectors/fuel-1.json` is made from. */
export interface FuelCase {
  readonly name: string;
  readonly module: TestModule;
  readonly task?: Partial<TaskInput>;
  /** Otherwise 1,000,000 fuel, 16 pages, a depth of 100 and 4,096 bytes of output. */
  readonly limits?: { readonly fuel?: bigint; readonly memoryPages?: number; readonly outputBytes?: number };
}
