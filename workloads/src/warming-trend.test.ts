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

/**
 * The trend per decade and its standard error, with as many independent years as an autoregression of order one leaves
 * (Santer et al. 2008, International Journal of Climatology 28:1703, equations 4 to 6).
 */
function adjustedLeastSquares({ years, anomalies }: TemperatureRecord, startYear: number) {
  const y = anomalies.slice(years.indexOf(startYear));
  const x = y.map((_, t) => (t - (y.length - 1) / 2) / 10);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const squares = x.reduce((sum, value) => sum + value ** 2, 0);
  const slope = x.reduce((sum, value, t) => sum + value * y[t]!, 0) / squares;
  const residuals = y.map((value, t) => value - mean - slope * x[t]!);
  const variance = residuals.reduce((sum, value) => sum + value ** 2, 0);
  const memory = residuals.slice(1).reduce((sum, value, t) => sum + value * residuals[t]!, 0) / variance;
  const effectiveYears = (y.length * (1 - memory)) / (1 + memory);
  return { slope, standardError: Math.sqrt(variance / (effectiveYears - 2) / squares) };
}

/** How much wider the slopes spread when runs of eight years are drawn instead of single years; mean of twelve records. */
function blocksToSingleYears(memory: number): number {
  const ratios = Array.from({ length: 12 }, (_, i) => {
    const input = { ...syntheticRecord(memory, i + 1), startYear: 1960, resamples: 300, innerResamples: 2, seed: i };
    const [blocks, singleYears] = [8, 1].map((blockLength) => bootstrapTrend({ ...input, blockLength }).slopes);
    return spread(blocks!) / spread(singleYears!);
  });
  return ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
}

describe('bootstrapTrend', () => {
  it('centres on the least-squares trend, computed another way', () => {
    const { slopes } = bootstrapTrend({ ...batch, resamples: 4000, innerResamples: 2 });
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

  it("says how uncertain each resample is itself: about as much as the resamples' spread", () => {
    const { slopes, variances } = bootstrapTrend({ ...batch, resamples: 400 });
    const inner = Math.sqrt(variances.reduce((sum, variance) => sum + variance, 0) / variances.length);
    expect(inner / spread(slopes)).toBeGreaterThan(0.8);
    expect(inner / spread(slopes)).toBeLessThan(1.1);
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
    [{ innerResamples: 1 }, 'no variance'],
  ])('refuses %j', (wrong, why) => {
    expect(() => bootstrapTrend({ ...batch, ...wrong })).toThrowError(why);
  });
});

describe('summarizeTrend', () => {
  const { slopes, variances, accelerations } = bootstrapTrend({ ...batch, resamples: 2000 });
  const studentised = summarizeTrend(slopes, variances);

  it('gives the warming that the literature gives', () => {
    // 0.019 degrees a year for 1970 to 2023: Beaulieu et al. 2024, Communications Earth & Environment 5:576 (HadCRUT).
    expect(studentised.estimate).toBeCloseTo(0.19, 2);
    const acceleration = summarizeTrend(accelerations);
    expect(acceleration.low).toBeLessThan(acceleration.estimate);
    expect(acceleration.high).toBeGreaterThan(acceleration.estimate);
  });

  it('gives the interval of another method: least squares with the standard error adjusted for memory', () => {
    const { slope, standardError } = adjustedLeastSquares(record, 1970);
    // The 97.5 % point of Student's t with about 40 effective years.
    const [low, high] = [slope - 2.02 * standardError, slope + 2.02 * standardError];
    expect(Math.abs(studentised.low - low)).toBeLessThan(0.004);
    expect(Math.abs(studentised.high - high)).toBeLessThan(0.004);
    const plain = summarizeTrend(slopes);
    expect(studentised.high - studentised.low).toBeGreaterThan(plain.high - plain.low);
  });

  it('settles: four times the resamples give the same interval, not a wider one', () => {
    const quarter = summarizeTrend(slopes.slice(0, 500), variances.slice(0, 500));
    expect(Math.abs(quarter.low - studentised.low)).toBeLessThan(0.003);
    expect(Math.abs(quarter.high - studentised.high)).toBeLessThan(0.003);
  });

  it('holds a known trend about 95 times in 100, with some memory between the years', () => {
    const held = Array.from({ length: 100 }, (_, i) => {
      const input = { ...syntheticRecord(0.2, 1000 + i), startYear: 1960, resamples: 150, innerResamples: 20, seed: i };
      const resamples = bootstrapTrend(input);
      const { low, high } = summarizeTrend(resamples.slopes, resamples.variances);
      return low <= 0.2 && 0.2 <= high;
    }).filter(Boolean).length;
    // Within two and a half standard errors of 95 in a hundred draws.
    expect(held).toBeGreaterThanOrEqual(90);
  });

  it('gives an interval of one point where there is no noise', () => {
    const years = Array.from({ length: 40 }, (_, t) => 1960 + t);
    const line = { years, anomalies: years.map((year) => 0.02 * (year - 1960)) };
    const exact = bootstrapTrend({ ...line, startYear: 1960, resamples: 50, seed: 1 });
    const { estimate, low, high } = summarizeTrend(exact.slopes, exact.variances);
    for (const value of [estimate, low, high]) expect(value).toBeCloseTo(0.2, 9);
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
