import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGlobalTemperature, type TemperatureRecord } from './temperature-record.ts';
import { bootstrapTrend, summarizeTrend, type TrendBatch } from './warming-trend.ts';

const csv = fileURLToPath(new URL('../data/global-temp.csv', import.meta.resolve('vega-datasets')));
const record = readGlobalTemperature(readFileSync(csv, 'utf8'));
const batch: TrendBatch = { ...record, startYear: 1970, resamples: 50, seed: 1 };

/** Least squares over hundredths of a degree in exact integers, by another formula: per decade. */
function exactSlope({ years, anomalies }: TemperatureRecord, startYear: number): number {
  let [n, x, y, xx, xy] = [0n, 0n, 0n, 0n, 0n];
  for (const [i, year] of years.entries()) {
    if (year < startYear) continue;
    const hundredths = BigInt(Math.round(anomalies[i]! * 100));
    n += 1n;
    x += BigInt(year);
    y += hundredths;
    xx += BigInt(year) ** 2n;
    xy += BigInt(year) * hundredths;
  }
  return (Number(n * xy - x * y) / Number(n * xx - x * x)) * 0.1;
}

/** A straight line with noise in which each year keeps `memory` of the last. */
function syntheticRecord(memory: number, seed: number): TemperatureRecord {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let noise = 0;
  const years = Array.from({ length: 60 }, (_, t) => 1960 + t);
  const anomalies = years.map((year) => {
    noise = memory * noise + 0.1 * (uniform() + uniform() + uniform() - 1.5);
    return 0.02 * (year - 1960) + noise;
  });
  return { years, anomalies };
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** How much wider the slopes spread when runs of eight years are drawn instead of single years; mean of twelve records. */
function blocksToSingleYears(memory: number): number {
  const ratios = Array.from({ length: 12 }, (_, i) => {
    const input = { ...syntheticRecord(memory, i + 1), startYear: 1960, resamples: 300, innerResamples: 1, seed: i };
    const [blocks, singleYears] = [8, 1].map((blockLength) => bootstrapTrend({ ...input, blockLength }).slopes);
    return spread(blocks!) / spread(singleYears!);
  });
  return ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
}

describe('bootstrapTrend', () => {
  it('centres on the least-squares trend, computed another way', () => {
    const { slopes } = bootstrapTrend({ ...batch, resamples: 4000, innerResamples: 1 });
    const slope = exactSlope(record, 1970);
    expect(slope).toBeCloseTo(0.1929, 4);
    // Four standard errors of a mean of 4,000.
    expect(Math.abs(summarizeTrend(slopes).estimate - slope)).toBeLessThan((4 * spread(slopes)) / Math.sqrt(4000));
  });

  it('finds a parabola and a line without noise exactly, whatever is resampled', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.integer({ min: 15, max: 80 }),
        fc.nat(),
        (perDecade, bend, length, seed) => {
          const years = Array.from({ length }, (_, t) => 1900 + t);
          const decades = years.map((year) => (year - 1900) / 10);
          const line = { years, anomalies: decades.map((t) => 3 + perDecade * t) };
          const options = { startYear: 1900, resamples: 3, innerResamples: 2, seed };
          for (const slope of bootstrapTrend({ ...line, ...options }).slopes) expect(slope).toBeCloseTo(perDecade, 9);
          const parabola = { years, anomalies: decades.map((t) => (bend / 2) * t * t + perDecade * t) };
          for (const acceleration of bootstrapTrend({ ...parabola, ...options }).accelerations) {
            expect(acceleration).toBeCloseTo(bend, 7);
          }
        },
      ),
    );
  });

  it('moves with the record: a trend added is a trend found, units scale', () => {
    const { slopes } = bootstrapTrend(batch);
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (added, scale) => {
          const anomalies = record.anomalies.map((value, i) => scale * value + (added * record.years[i]!) / 10);
          const moved = bootstrapTrend({ ...batch, anomalies }).slopes;
          for (const [i, slope] of moved.entries()) expect(slope).toBeCloseTo(scale * slopes[i]! + added, 8);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps the memory between years: blocks give wider spreads than single years where there is memory', () => {
    expect(blocksToSingleYears(0.7)).toBeGreaterThan(1.3);
    expect(blocksToSingleYears(0)).toBeLessThan(1.1);
  });

  it('ranks the record within its resamples: about half of them on either side', () => {
    const { ranks } = bootstrapTrend({ ...batch, resamples: 400 });
    expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...ranks)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ranks)).toBeLessThanOrEqual(1);
  });

  it('depends on its seed and nothing else, and draws other resamples for another', () => {
    expect(bootstrapTrend(batch)).toEqual(bootstrapTrend(batch));
    const drawn = new Set([1, 2, 3, 77].flatMap((seed) => bootstrapTrend({ ...batch, seed }).slopes));
    expect(drawn.size).toBe(200);
  });

  it('is whole in its own source text: no imports, no closure, no clock, no chance', () => {
    const nowhere = createContext({ input: JSON.stringify(batch) });
    runInContext('Math.random = Date = () => { throw new Error("not deterministic"); };', nowhere);
    const output: unknown = runInContext(`JSON.stringify((${bootstrapTrend.toString()})(JSON.parse(input)))`, nowhere);
    expect(output).toBe(JSON.stringify(bootstrapTrend(batch)));
  });

  it.each([
    [{ startYear: 1800 }, 'From 1800 on there are 0 years'],
    [{ startYear: 2015 }, 'From 2015 on there are 9 years'],
    [{ blockLength: 0 }, 'blocks of 0'],
    [{ blockLength: 20 }, 'blocks of 20'],
  ])('refuses %j', (wrong, why) => {
    expect(() => bootstrapTrend({ ...batch, ...wrong })).toThrowError(why);
  });
});

describe('summarizeTrend', () => {
  it('gives the warming since 1970, near 0.19 degrees a decade, and an interval that calibration widens', () => {
    const { slopes, ranks, accelerations } = bootstrapTrend({ ...batch, resamples: 2000 });
    const plain = summarizeTrend(slopes);
    const calibrated = summarizeTrend(slopes, ranks);
    expect(plain.estimate).toBeGreaterThan(0.18);
    expect(plain.estimate).toBeLessThan(0.2);
    expect(plain.low).toBeGreaterThan(0.165);
    expect(plain.high).toBeLessThan(0.22);
    expect(calibrated.estimate).toBe(plain.estimate);
    expect(calibrated.high - calibrated.low).toBeGreaterThan(plain.high - plain.low);
    const acceleration = summarizeTrend(accelerations);
    expect(acceleration.low).toBeLessThan(acceleration.estimate);
    expect(acceleration.high).toBeGreaterThan(acceleration.estimate);
  });

  it('takes percentiles, whatever the order', () => {
    const values = Array.from({ length: 1001 }, (_, i) => (i * 400) % 1001);
    expect(summarizeTrend(values)).toEqual({ estimate: 500, low: 25, high: 975 });
  });

  it('refuses too few', () => {
    expect(() => summarizeTrend(Array.from({ length: 39 }, () => 0))).toThrowError(
      expect.objectContaining({ code: 'TREND_RESAMPLES_TOO_FEW' }),
    );
  });
});
