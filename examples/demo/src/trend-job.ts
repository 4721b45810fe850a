import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bootstrapTrend, readGlobalTemperature, summarizeTrend, type TrendSummary } from '@gristmill/workloads';
import type { JobView } from 'gristmill';
import colors from 'yoctocolors';
import { trendChart } from './chart.ts';
import { UNITS_PER_GIGAFUEL } from './render-job.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

export interface TrendResult {
  /** Every batch's slopes, as the network delivered them. */
  path: string;
  sha256: string;
  /** The same of a run in this one process, on another JavaScript engine. */
  referenceSha256: string;
  chartPath: string;
  trend: TrendSummary;
  view: JobView;
  seconds: number;
}

/** Since when the trend is asked for: where the steady warming of the record begins. */
const START_YEAR = 1970;
const RESAMPLES_A_BATCH = 50;

/** How fast the world warms, and how sure that is: a moving-block bootstrap of the record, resampled on the network. */
export async function trendJob({
  world,
  view,
  seed,
  resamples,
  outFolder,
}: {
  world: World;
  view: View;
  seed: number;
  resamples: number;
  outFolder: string;
}): Promise<TrendResult> {
  const csv = await readFile(new URL('../data/global-temp.csv', import.meta.resolve('vega-datasets')), 'utf8');
  const record = readGlobalTemperature(csv);
  const batches = Array.from({ length: Math.ceil(resamples / RESAMPLES_A_BATCH) }, (_, batch) => ({
    seed: seed * 1_000_003 + batch,
    resamples: Math.min(RESAMPLES_A_BATCH, resamples - batch * RESAMPLES_A_BATCH),
    startYear: START_YEAR,
    years: record.years,
    anomalies: record.anomalies,
  }));
  const startedAt = performance.now();
  const results = world.mill.map(batches, bootstrapTrend, {
    name: 'warming trend',
    budget: '50',
    batch: 1,
    unitsPerGigafuel: UNITS_PER_GIGAFUEL,
  });
  const delivered: ReturnType<typeof bootstrapTrend>[] = [];
  for await (const batch of results) {
    delivered.push(batch);
    view.draw([
      `  ${colors.bold(`${delivered.length}/${batches.length} batches of ${RESAMPLES_A_BATCH} resamples verified`)}`,
    ]);
  }
  const { view: jobView } = await (await results.job).result();
  view.keep();
  const seconds = (performance.now() - startedAt) / 1000;
  const slopes = delivered.flatMap((batch) => batch.slopes);
  const trend = summarizeTrend(
    slopes,
    delivered.flatMap((batch) => batch.variances),
  );
  const text = JSON.stringify(delivered);
  const files = {
    path: path.join(outFolder, 'warming-trend.json'),
    chartPath: path.join(outFolder, 'warming-trend.svg'),
  };
  await writeFile(files.path, text);
  await writeFile(
    files.chartPath,
    await trendChart({ record, startYear: START_YEAR, trend, resamples: slopes.length }),
  );
  const referenceSha256 = sha256(JSON.stringify(batches.map(bootstrapTrend)));
  return { ...files, sha256: sha256(text), referenceSha256, trend, view: jobView, seconds };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
