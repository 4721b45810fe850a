import { NANOSECONDS_PER_FUEL } from '../fuel-schedule.ts';
import type { FuelMeter } from '../run/fuel-meter.ts';
import { Errno, WasiError } from './errno.ts';

const REALTIME = 0;
const CLOCKS = 4;
const NEVER = 2n ** 64n - 1n;

/**
 * Virtual time: it moves by one nanosecond for each unit of fuel, and by as much as the task sleeps. `realtime` starts
 * at the task's start time; the monotonic and the two CPU clocks start at zero.
 */
export class VirtualClock {
  readonly #startNs: bigint;
  readonly #meter: FuelMeter;
  #sleptNs = 0n;

  constructor(startTimeMs: number, meter: FuelMeter) {
    this.#startNs = BigInt(Math.floor(startTimeMs)) * 1_000_000n;
    this.#meter = meter;
  }

  now(clockId: number): bigint {
    if (clockId >= CLOCKS) throw new WasiError(Errno.inval);
    const elapsed = this.#meter.used * NANOSECONDS_PER_FUEL + this.#sleptNs;
    const now = clockId === REALTIME ? this.#startNs + elapsed : elapsed;
    return now < NEVER ? now : NEVER;
  }

  sleep(nanoseconds: bigint): void {
    if (nanoseconds > 0n) this.#sleptNs += nanoseconds;
  }
}
