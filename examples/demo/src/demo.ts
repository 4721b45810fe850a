import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { asGristmillError, GristmillError } from '@gristmill/protocol';
import { DEFAULT_SAMPLES } from '@gristmill/workloads';
import colors from 'yoctocolors';
import { type Audit, audit } from './audit.ts';
import { gatherEvidence } from './evidence.ts';
import { type Reference, renderReference } from './reference-picture.ts';
import { type PictureSize, type RenderedPicture, renderJob } from './render-job.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { settle, type Settled } from './settlement.ts';
import { type TrendResult, trendJob } from './trend-job.ts';
import type { View } from './view.ts';
import { startWorld, type World } from './world.ts';
import type { NetworkView } from 'gristmill';

/** What `npm run demo` shows, and its quick look. */
export const FULL = {
  size: { width: 1280, height: 720, tileWidth: 128, tileHeight: 80, samples: DEFAULT_SAMPLES },
  resamples: 4000,
};
export const SMALL = { size: { width: 320, height: 180, tileWidth: 64, tileHeight: 45, samples: 8 }, resamples: 500 };

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

/**
 * The whole promise once, on one machine: funded, split, run, verified, paid, taxed, audited.
 *
 * @throws GristmillError of whatever failed, its message led by the step that it failed in; what the processes had logged
 *   is in `logs` of the out folder then. A claim that does not hold is no error: see `audit`.
 */
export async function runDemo({ seed, size, resamples, outFolder, view, crashHub }: DemoOptions): Promise<DemoResult> {
  const startedAt = performance.now();
  let step = '';
  const begin = (title: string) => view.step((step = title));
  await makeFolder(outFolder);
  const scratch = await createScratchFolder('gristmill-demo-');
  const folder = scratch.path;
  let world: World | null = null;
  try {
    begin('A network on this machine, each part a process of its own');
    world = await startWorld({ seed, folder, say: view.say });
    return await Promise.race([play(world), world.failed]);
  } catch (thrown) {
    const { code, message, hint, fault } = asGristmillError(thrown);
    const logs = await keepLogs(folder, path.join(outFolder, 'logs'));
    throw new GristmillError(code, `In the step "${step}": ${message}`, {
      hint: logs === null ? hint : `${hint} What its processes logged is in ${logs}.`,
      fault,
      cause: thrown,
    });
  } finally {
    await world?.stop();
    await scratch.remove();
  }

  async function play(world: World): Promise<DemoResult> {
    begin(`Job 1: a picture, ${size.width}x${size.height}, by path tracing in WebAssembly`);
    const picture = await renderJob({ world, view, size, seed, outFolder, crashHub: crashHub ?? false });

    begin(`Job 2: how fast the world warms, ${resamples.toLocaleString('en')} bootstrap resamples in JavaScript`);
    const [trend, reference] = await Promise.all([
      trendJob({ world, view, seed, resamples, outFolder }),
      renderReference({ picture, size, folder }),
    ]);
    const { estimate, low, high } = trend.trend;
    view.say(`${estimate.toFixed(3)} °C a decade, 95% interval ${low.toFixed(3)} to ${high.toFixed(3)}`);

    begin('Money: claims, set-asides, a tax payment, and what is left');
    const settled = await settle({ world, view, folder });

    begin('The audit: is all of this true?');
    const network = await world.mill.network();
    const audited = audit(await gatherEvidence({ world, picture, trend, settled, reference }));
    for (const { name, holds, detail } of audited.checks) {
      view.say(`${holds ? colors.green('✓') : colors.red('✗')} ${name} ${colors.dim(`(${detail})`)}`);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    return { seconds, picture, reference, trend, settled, audit: audited, network, players: world.players };
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new GristmillError('OUT_UNUSABLE', `${folder} cannot take the results: ${(cause as Error).message}.`, {
      hint: 'Name a folder of yours with --out; it is made when it is not there.',
      fault: 'configuration',
      cause,
    });
  }
}

/** Saves the processes' logs from the scratch folder, which goes; the folder they are in then, or null without any. */
async function keepLogs(folder: string, logs: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  if (names.length === 0) return null;
  await mkdir(logs, { recursive: true });
  await Promise.all(names.map((name) => copyFile(path.join(folder, name), path.join(logs, name))));
  return logs;
}
