import { Door, type InstrumentedModule } from '../instrument/instrumented-module.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { exported, runTask } from './run.ts';

/**
 * Runs a task of a WASI command in a fresh instance: the same module, task and limits give the same outcome, fuel
 * included, on every device. It blocks its thread until the task ends; `limits.wallClockMs` is the caller's to enforce,
 * by ending the thread.
 *
 * @throws GristmillError `DEVICE_OUT_OF_MEMORY`, `DEVICE_OUT_OF_STACK`, `DEVICE_CANNOT_COMPILE` (this device's failure,
 *   never a result), `TASK_FILES_INVALID`, `LIMITS_INVALID`.
 */
export function execute(module: InstrumentedModule, task: TaskInput, limits: Limits): Promise<Outcome> {
  return runTask(module, task, limits, {
    startFuel: BigInt(module.instantiationFuel),
    memoryPagesMin: 0,
    imports: () => ({}),
    run(machine) {
      if (module.hasStart) exported(machine, Door.start)();
      exported(machine, '_start')();
      return 0;
    },
  });
}
