import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEnergyMeter } from './energy.ts';
import { gramsCO2eOf, REGIONS } from './grid-intensity.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gristmill-powercap-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function counter(name: string, microjoules: number, domain = 'package-0'): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'name'), `${domain}\n`);
  await writeFile(join(folder, name, 'energy_uj'), `${microjoules}\n`);
  await writeFile(join(folder, name, 'max_energy_range_uj'), '1000000\n');
}

test('Without counters, energy is CPU time times watts, and carbon follows the region.', () => {
  const meter = createEnergyMeter({ region: 'FR', powercapFolder: folder });
  expect(meter.method).toBe('modelled');
  // An hour of one busy thread: 3.5 Wh at 44 g/kWh.
  expect(meter.measure()(3_600_000)).toEqual({ energyMillijoules: 12_600_000, gramsCO2e: 0.0035 * 44 });
});

test('With counters, a task answers for its share of what all packages used, across a wrap.', async () => {
  await counter('intel-rapl:0', 999_000);
  await counter('intel-rapl:1', 5000);
  // Part of package 0, and the whole of which it is a part: neither must count it again.
  await counter('intel-rapl:0:0', 1, 'core');
  await counter('intel-rapl:2', 1, 'psys');
  let busy = 100;
  const meter = createEnergyMeter({ powercapFolder: folder, busyMs: () => busy });
  expect(meter.method).toBe('measured');
  const stop = meter.measure();
  await counter('intel-rapl:0', 19_000);
  await counter('intel-rapl:1', 25_000);
  await counter('intel-rapl:0:0', 400_000, 'core');
  await counter('intel-rapl:2', 900_000, 'psys');
  busy = 180;
  expect(stop(20)).toMatchObject({ energyMillijoules: 10 });
});

test('A counter that can be read no more does not cost the work: its energy is modelled.', async () => {
  await counter('intel-rapl:0', 1000);
  const meter = createEnergyMeter({ region: 'FR', powercapFolder: folder });
  const stop = meter.measure();
  for (const gone of ['', 'nonsense\n']) {
    await writeFile(join(folder, 'intel-rapl:0', 'energy_uj'), gone);
    expect(stop(1000).energyMillijoules).toBe(3500);
  }
  await rm(join(folder, 'intel-rapl:0'), { recursive: true });
  expect(stop(1000).energyMillijoules).toBe(3500);
  expect(meter.measure()(1000).energyMillijoules).toBe(3500);
});

test('A counter that may not be read is none.', async () => {
  await counter('intel-rapl:0', 1000);
  await counter('intel-rapl:1', 1000);
  await rm(join(folder, 'intel-rapl:1', 'energy_uj'));
  expect(createEnergyMeter({ powercapFolder: folder }).method).toBe('modelled');
});

test('A kilowatt-hour emits what the table says.', () => {
  for (const region of REGIONS) expect(gramsCO2eOf(3.6e9, region)).toBeGreaterThan(10);
  expect(gramsCO2eOf(3.6e9, 'world')).toBe(473);
});
