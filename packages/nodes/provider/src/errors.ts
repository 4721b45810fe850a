import { GristmillError } from '@gristmill/protocol';

/** A task did not end because of this device. It is never a result: the task goes to another provider. */
type DeviceFaultCode = 'WALL_CLOCK_EXCEEDED' | 'ISOLATE_CRASHED' | 'EXECUTOR_CLOSED';

const HINTS: Record<DeviceFaultCode, string> = {
  WALL_CLOCK_EXCEEDED: 'Let a faster device run it, or raise `wallClockMs` in the job.',
  ISOLATE_CRASHED: 'Nothing else was affected; the task can run again, best on a device with more memory.',
  EXECUTOR_CLOSED: 'This device is shutting down; the task can run elsewhere.',
};

export function deviceFault(code: DeviceFaultCode, message: string): GristmillError {
  return new GristmillError(code, message, { hint: HINTS[code], fault: 'platform' });
}
