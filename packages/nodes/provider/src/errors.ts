import { GristmillError } from '@gristmill/protocol';

/** A task did not end because of this device. It is never a result: the task goes to another provider. */
type DeviceFaultCode =
  | 'WALL_CLOCK_EXCEEDED'
  | 'PROGRAM_PREPARATION_EXCEEDED'
  | 'DEVICE_OUT_OF_MEMORY'
  | 'ISOLATE_CRASHED'
  | 'EXECUTOR_CLOSED';

const HINTS: Record<DeviceFaultCode, string> = {
  WALL_CLOCK_EXCEEDED: 'Let a faster device run it, or raise `wallClockMs` in the job.',
  PROGRAM_PREPARATION_EXCEEDED:
    'The program is at fault, not the task: make its functions smaller. This device does not try it again.',
  DEVICE_OUT_OF_MEMORY: 'Lower `memoryPages` in the job, or let a device with more memory run it.',
  ISOLATE_CRASHED: 'Nothing else was affected; the task can run again, best on a device with more memory.',
  EXECUTOR_CLOSED: 'This device is shutting down; the task can run elsewhere.',
};

export function deviceFault(code: DeviceFaultCode, message: string): GristmillError {
  return new GristmillError(code, message, { hint: HINTS[code], fault: 'platform' });
}
