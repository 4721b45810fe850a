import { GristmillError } from '@gristmill/protocol';
import { Door, type InstrumentedModule } from '../instrument/instrumented-module.ts';
import type { Limits, Outcome, TaskInput } from '../task.ts';
import { exported, runTask } from './run.ts';

/**
 * Runs a task of a WASI command in a fresh instance: the same module, task and limits give the same outcome, fuel
 * included, on every device. It blocks its thread until the task ends; `limits.wallClockMs` is the caller's to enforce,
 * by ending the thread.
 *
 * @throws GristmillError `DEVICE_OUT_OF_MEMORY`, `DEVICE_OUT_OF_STACK`, `DEVICE_CANNOT_COMPILE` (this device's failure,
 *   never a result), `TASK_FILES_INVALID`, `LIMITS_INVALID`, `MODULE_NOT_A_COMMAND`.
 */
export async function execute(module: InstrumentedModule, task: TaskInput, limits: Limits): Promise<Outcome> {
  if (module.embedding !== 'command') {
    throw new GristmillError('MODULE_NOT_A_COMMAND', 'The module was instrumented as a library.', {
      hint: "Instrument it as a command, or link and drive it yourself: that is what embedding 'library' is for.",
    });
  }
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
