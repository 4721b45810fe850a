import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from './world.ts';

let folder: string;
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-demo-world-'));
  world = await startWorld({ seed: 3, folder, say: () => undefined });
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it(
  'fails when the hub ends by itself, and stops all the rest, also a device that is frozen',
  { timeout: 120_000 },
  async () => {
    const pids = [...world.programs.values()].map(({ pid }) => pid);
    process.kill(world.programs.get('the hub')!.pid, 'SIGKILL');
    await expect(world.failed).rejects.toMatchObject({
      code: 'PROGRAM_ENDED',
      message: expect.stringContaining('the hub') as string,
    });
    world.programs.get('ada')!.pause();
    await world.stop();
    expect(pids).toHaveLength(6);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  },
);
