import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PeerId } from '@gristmill/protocol';
import { buildPathTracer, pathTracerTasks } from '@gristmill/workloads';
import type { JobEvent, JobView } from 'gristmill';
import colors from 'yoctocolors';
import type { Player } from './cast.ts';
import { packLines } from './pack-lines.ts';
import { colourCode, createTerminalPicture, type TileGrid } from './terminal-picture.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

export interface PictureSize {
  width: number;
  height: number;
  tileWidth: number;
  tileHeight: number;
  samples: number;
}

export interface RenderedPicture {
  path: string;
  sha256: string;
  view: JobView;
  seconds: number;
  wasm: Uint8Array;
  tasks: string[][];
}

/** After how many accepted tiles the killed provider dies, in the middle of its next one. */
const ACCEPTED_BEFORE_DEATH = 2;
/** Long enough for a report that is already on the wire to reach the hub. */
const FREEZE_MS = 250;
/** How long a frozen provider waits for the hub to give it a tile that it will never do. */
const LAST_LEASE_MS = 5000;
const LAST_LEASE_POLL_MS = 50;

/** The demo's prices are play money: a tenth of a dollar for 10^9 fuel makes sums that a person can read. */
export const UNITS_PER_GIGAFUEL = 100_000n;

export async function renderJob({
  world,
  view,
  size,
  seed,
  outFolder,
  crashHub,
}: {
  world: World;
  view: View;
  size: PictureSize;
  seed: number;
  outFolder: string;
  /** Kill the hub too, in the middle, and start it again. */
  crashHub: boolean;
}): Promise<RenderedPicture> {
  const wasm = await buildPathTracer();
  const tasks = pathTracerTasks({ ...size, seed });
  const watcher = watchTiles({ world, view, size, tiles: tasks.length, crashHub });
  const startedAt = performance.now();
  const job = await world.mill.run({
    name: 'render: the mill at rest',
    program: { wasm },
    tasks: tasks.map((args) => ({ args })),
    aggregation: { kind: 'image-tiles', ...gridOf(size) },
    budget: '100',
    unitsPerGigafuel: UNITS_PER_GIGAFUEL,
    onEvent: watcher.onEvent,
  });
  const { content, view: jobView } = await job.result();
  const seconds = (performance.now() - startedAt) / 1000;
  await watcher.finish();
  const file = path.join(outFolder, 'picture.png');
  await writeFile(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path: file, sha256, view: jobView, seconds, wasm, tasks };
}

export function gridOf({ width, height, tileWidth, tileHeight }: PictureSize): TileGrid {
  return { width, height, tileWidth, tileHeight };
}

/** As wide as the terminal allows, and no higher: a cell is about twice as high as it is wide. */
function columnsFor({ columns, rows }: View, { width, height }: PictureSize): number {
  const linesAround = 8;
  return Math.max(24, Math.min(columns - 4, 96, Math.floor(((rows - linesAround) * 2 * width) / height)));
}

/** Shows tiles as they arrive, who computes and who was caught; and pulls the plug on the one that is to be killed. */
function watchTiles({
  world,
  view,
  size,
  tiles,
  crashHub,
}: {
  world: World;
  view: View;
  size: PictureSize;
  tiles: number;
  crashHub: boolean;
}) {
  const byPeer = new Map<PeerId, Player>(world.players.map((player) => [player.key.peerId, player]));
  const tally = new Map(
    world.players.map(({ name }) => [name, { right: 0, wrong: 0, lost: 0, busy: new Set<number>() }]),
  );
  const picture = createTerminalPicture(gridOf(size), columnsFor(view, size), view.colourDepth);
  const showsPicture = view.live && view.colourDepth >= 8;
  const doomed = world.players.find(({ role }) => role === 'killed')!;
  const painting: Promise<void>[] = [];
  let verified = 0;
  let tenth = 0;
  let dying = false;
  let crashing = false;
  // One at a time: a hub that is down can give nobody a last lease.
  let blows = Promise.resolve();

  return {
    onEvent,
    async finish() {
      await Promise.all([...painting, blows]);
      // On a slow machine others may have done all tiles while it waited for its last one.
      await kill('when the work was done');
      draw();
      view.keep();
    },
  };

  function onEvent(event: JobEvent): void {
    switch (event.type) {
      case 'leased': {
        const player = byPeer.get(event.provider)!;
        tally.get(player.name)!.busy.add(event.taskIndex);
        if (player !== doomed) picture.begin(event.taskIndex, player.colour.map((channel) => channel * 0.5) as never);
        break;
      }
      case 'reported':
        tally.get(byPeer.get(event.provider)!.name)!.busy.delete(event.taskIndex);
        break;
      case 'verified':
        verified += 1;
        for (const provider of event.providers) tally.get(byPeer.get(provider)!.name)!.right += 1;
        painting.push(paint(event.taskIndex, event.output));
        sayProgress();
        if (!dying && tally.get(doomed.name)!.right >= ACCEPTED_BEFORE_DEATH) {
          dying = true;
          blows = blows.then(pullThePlug);
        }
        if (crashHub && !crashing && verified * 4 >= tiles) {
          crashing = true;
          blows = blows.then(crash);
        }
        break;
      case 'rejected': {
        const { name } = byPeer.get(event.provider)!;
        tally.get(name)!.wrong += 1;
        view.say(
          `${colors.red('caught')} ${name} reported another tile ${event.taskIndex} than two others did; not paid`,
        );
        break;
      }
      case 'lapsed': {
        const player = byPeer.get(event.provider)!;
        tally.get(player.name)!.lost += 1;
        tally.get(player.name)!.busy.delete(event.taskIndex);
        view.say(
          `${colors.yellow('lost')}   tile ${event.taskIndex} of ${player.name} goes to somebody else (${event.reason})`,
        );
        break;
      }
      case 'submitted':
      case 'delivered':
      case 'failed':
      case 'cancelled':
        break;
    }
    draw();
  }

  /**
   * Kills the doomed one while it owes a result: it is frozen first, so that what it reported has arrived and what it is
   * given from then on stays undone. If nothing is given to it, it may go on until its next accepted tile.
   */
  async function pullThePlug(): Promise<void> {
    const program = world.programs.get(doomed.name);
    if (program === undefined) return;
    program.pause();
    await setTimeout(FREEZE_MS);
    const giveUpAt = performance.now() + LAST_LEASE_MS;
    while (!(await owesResult())) {
      if (performance.now() > giveUpAt) {
        program.resume();
        dying = false;
        return;
      }
      await setTimeout(LAST_LEASE_POLL_MS);
    }
    await kill('in the middle of its work');
  }

  async function kill(when: string): Promise<void> {
    const program = world.programs.get(doomed.name);
    if (program === undefined) return;
    world.programs.delete(doomed.name);
    await program.kill();
    view.say(`${colors.yellow('killed')} ${doomed.name} with SIGKILL, ${when}`);
  }

  async function owesResult(): Promise<boolean> {
    try {
      const { providers } = await world.mill.network();
      return providers.some(({ provider, inFlight }) => provider === doomed.key.peerId && inFlight > 0);
    } catch {
      // The hub did not answer just now; it is asked again.
      return false;
    }
  }

  async function crash(): Promise<void> {
    view.say(`${colors.yellow('killed')} the hub with SIGKILL; it starts again on its journal`);
    await world.hub.crashAndRestart();
    view.say('the hub is back');
  }

  async function paint(tile: number, output: Parameters<World['mill']['hub']['getBlob']>[0]): Promise<void> {
    if (!showsPicture) return;
    try {
      picture.paint(tile, await world.mill.hub.getBlob(output));
      draw();
    } catch {
      // Only a view of it: a hub that is being killed shows no tile, and loses none.
    }
  }

  function sayProgress(): void {
    if (view.live || Math.floor((verified * 10) / tiles) === tenth) return;
    tenth = Math.floor((verified * 10) / tiles);
    view.say(`${String(verified).padStart(4)} of ${tiles} tiles verified`);
  }

  function draw(): void {
    if (!view.live) return;
    const bar = `${verified}/${tiles} tiles verified`;
    const people = world.players.map(({ name, colour, role }) => {
      const { right, wrong, lost, busy } = tally.get(name)!;
      const dot = showsPicture ? `\x1b[38;${colourCode(colour, view.colourDepth)}m●\x1b[0m` : '●';
      const gone = role === 'killed' && !world.programs.has(name) ? colors.dim(' ✝') : '';
      const trouble = `${wrong > 0 ? colors.red(` ${wrong} wrong`) : ''}${lost > 0 ? colors.yellow(` ${lost} lost`) : ''}`;
      return `${dot} ${name}${gone} ${right}${busy.size > 0 ? colors.dim(`+${busy.size}`) : ''}${trouble}`;
    });
    const lines = [
      ...(showsPicture ? picture.lines() : []),
      ...packLines([colors.bold(bar), ...people], view.columns - 4),
    ];
    view.draw(lines.map((line) => `  ${line}`));
  }
}
