import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { GramsCO2e, Millijoules } from '@gristmill/protocol';
import { gramsCO2eOf, type Region } from './grid-intensity.ts';

/** What a task's run took from the grid. */
export interface Energy {
  energyMillijoules: Millijoules;
  gramsCO2e: GramsCO2e;
}

/** Accounts for the energy of tasks. */
export interface EnergyMeter {
  readonly method: 'measured' | 'modelled';
  /** Call at the task's start; call what it gives at the end, with the CPU time that the task took. */
  measure(): (cpuMs: number) => Energy;
}

/**
 * Electricity of one busy hardware thread, its share of the rest of the processor included: the average over the server
 * processors of AWS at full load.
 *
 * Source: Cloud Carbon Footprint, AWS coefficients (MAX_WATTS_AVG 3.5, from SPECpower_ssj2008 results),
 * https://www.cloudcarbonfootprint.org/docs/methodology
 */
const WATTS_PER_BUSY_THREAD = 3.5;

export interface EnergyMeterOptions {
  region?: Region;
  /** Where Linux shows RAPL counters. */
  powercapFolder?: string;
  /** CPU time that the whole machine has been busy since some fixed moment. */
  busyMs?: () => number;
}

/**
 * Measures with the processor's own counters (Intel RAPL, also on AMD) where this process may read them, otherwise
 * models from CPU time.
 */
export function createEnergyMeter({
  region = 'world',
  powercapFolder = '/sys/class/powercap',
  busyMs = machineBusyMs,
}: EnergyMeterOptions = {}): EnergyMeter {
  const energyOf = (millijoules: number): Energy => {
    const energyMillijoules = Math.max(0, Math.round(millijoules));
    return { energyMillijoules, gramsCO2e: gramsCO2eOf(energyMillijoules, region) };
  };
  const counters = raplCounters(powercapFolder);
  if (counters.length === 0) {
    return { method: 'modelled', measure: () => (cpuMs) => energyOf(cpuMs * WATTS_PER_BUSY_THREAD) };
  }
  return {
    method: 'measured',
    measure() {
      const busyBefore = busyMs();
      const before = counters.map(({ read }) => read());
      return (cpuMs) => {
        const microjoules = counters.reduce((sum, { read, wrapsAt }, i) => {
          const used = read() - before[i]!;
          // The counter starts at 0 again after its range.
          return sum + (used < 0 ? used + wrapsAt : used);
        }, 0);
        // The counters are the whole machine's; a task answers for its share of the time the machine was busy.
        const busy = Math.max(cpuMs, busyMs() - busyBefore);
        return energyOf(busy === 0 ? 0 : (microjoules / 1000) * (cpuMs / busy));
      };
    },
  };
}

interface RaplCounter {
  /** Microjoules. */
  read: () => number;
  wrapsAt: number;
}

/** One counter a processor package (`intel-rapl:0`); sub-domains (`intel-rapl:0:1`) are part of their package. */
function raplCounters(folder: string): RaplCounter[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^intel-rapl:\d+$/.test(name))
      .map((name) => {
        const read = (file: string): number => Number(readFileSync(join(folder, name, file), 'utf8'));
        read('energy_uj');
        return { read: () => read('energy_uj'), wrapsAt: read('max_energy_range_uj') };
      });
  } catch {
    // Not Linux, no such processor, or (since 2020) readable by root only.
    return [];
  }
}

function machineBusyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
