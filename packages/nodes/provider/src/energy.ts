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
  const modelled = (cpuMs: number): Energy => energyOf(cpuMs * WATTS_PER_BUSY_THREAD);
  const counters = raplCounters(powercapFolder);
  if (counters.length === 0) return { method: 'modelled', measure: () => modelled };
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
        // A counter that can be read no more (its driver was unloaded, its file closed to us) must not cost the work.
        if (Number.isNaN(microjoules)) return modelled(cpuMs);
        // The counters are the whole machine's; a task answers for its share of the time the machine was busy.
        const busy = Math.max(cpuMs, busyMs() - busyBefore);
        return energyOf(busy === 0 ? 0 : (microjoules / 1000) * (cpuMs / busy));
      };
    },
  };
}

interface RaplCounter {
  /** Microjoules; NaN when it cannot be read. */
  read: () => number;
  wrapsAt: number;
}

/**
 * One counter a processor package. Its parts (`intel-rapl:0:1`) are in it, and the whole platform's (`psys`, which stands
 * beside the packages on many laptops) would count it again.
 *
 * Source: https://docs.kernel.org/power/powercap/powercap.html
 */
function raplCounters(folder: string): RaplCounter[] {
  const counters = zonesIn(folder).flatMap((zone) => {
    if (!textOf(join(zone, 'name')).startsWith('package')) return [];
    const read = (): number => numberIn(join(zone, 'energy_uj'));
    return [{ read, wrapsAt: numberIn(join(zone, 'max_energy_range_uj')) }];
  });
  // Since 2020 the counters are readable by root only; and what some of the packages used says little.
  return counters.some(({ read, wrapsAt }) => Number.isNaN(read() + wrapsAt)) ? [] : counters;
}

function zonesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^intel-rapl:\d+$/.test(name))
      .map((name) => join(folder, name));
  } catch {
    // Not Linux, or no such processor.
    return [];
  }
}

function numberIn(file: string): number {
  const text = textOf(file).trim();
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function machineBusyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
