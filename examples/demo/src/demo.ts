import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import colors from 'yoctocolors';
import { type Audit, audit, type Reference, renderReference } from './audit.ts';
import { type PictureSize, type RenderedPicture, renderJob } from './render-job.ts';
import { settle, type Settled } from './settlement.ts';
import { type TrendResult, trendJob } from './trend-job.ts';
import type { View } from './view.ts';
import { startWorld, type World } from './world.ts';
import type { NetworkView } from 'gristmill';

export interface DemoOptions {
  seed: number;
  size: PictureSize;
  resamples: number;
  outFolder: string;
  view: View;
  /** Also kill the hub in the middle of the first job and start it again. */
  crashHub?: boolean;
}

export interface DemoResult {
  seconds: number;
  picture: RenderedPicture;
  reference: Reference;
  trend: TrendResult;
  settled: Settled;
  audit: Audit;
  network: NetworkView;
  players: World['players'];
}

/** The whole promise once, on one machine: funded, split, run, verified, paid, taxed, audited. */
export async function runDemo({ seed, size, resamples, outFolder, view, crashHub }: DemoOptions): Promise<DemoResult> {
  const startedAt = performance.now();
  await mkdir(outFolder, { recursive: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-demo-'));
  view.step('A network on this machine, each part a process of its own');
  const world = await startWorld({ seed, folder, say: view.say });
  try {
    view.step(`Job 1: a picture, ${size.width}x${size.height}, by path tracing in WebAssembly`);
    const picture = await renderJob({ world, view, size, seed, outFolder, crashHub: crashHub ?? false });

    view.step(`Job 2: how fast the world warms, ${resamples.toLocaleString('en')} bootstrap resamples in JavaScript`);
    const [trend, reference] = await Promise.all([
      trendJob({ world, view, seed, resamples, outFolder }),
      renderReference({ picture, size }),
    ]);
    const { estimate, low, high } = trend.trend;
    view.say(`${estimate.toFixed(3)} °C a decade, 95% interval ${low.toFixed(3)} to ${high.toFixed(3)}`);

    view.step('Money: claims, set-asides, a tax payment, and what is left');
    const settled = await settle({ world, view, folder });

    view.step('The audit: is all of this true?');
    const network = await world.mill.network();
    const audited = await audit({ world, picture, trend, settled, reference });
    for (const { name, holds, detail } of audited.checks) {
      view.say(`${holds ? colors.green('✓') : colors.red('✗')} ${name} ${colors.dim(`(${detail})`)}`);
    }
    return {
      seconds: (performance.now() - startedAt) / 1000,
      picture,
      reference,
      trend,
      settled,
      audit: audited,
      network,
      players: world.players,
    };
  } finally {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
