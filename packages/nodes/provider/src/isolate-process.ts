import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isolateFlags, isolateFolders, isolateHostFile } from './isolate-flags.ts';
import { behindWall, systemTool, type Wall } from './isolate-wall.ts';

export interface IsolateOptions {
  wall: Wall;
  /** What Unix calls nice: 0 as any program, 19 last of all. */
  niceness: number;
}

/** What the kernel ends first when memory runs out. */
const OOM_SCORE_MAX = 1000;

/**
 * Starts the isolate host: with nothing in its environment, no input, and behind the owner's own work in the queues for
 * processor and memory.
 */
export function spawnIsolate({ wall, niceness }: IsolateOptions): ChildProcess {
  const folders = isolateFolders();
  const node = [process.execPath, ...isolateFlags(folders), isolateHostFile()];
  // Threads take the niceness of who starts them, so it must be there before the first: `nice` sees to it.
  const nice = process.platform === 'win32' || niceness === 0 ? null : systemTool('nice');
  const polite = nice === null ? node : [nice, '-n', String(niceness), ...node];
  const [command, ...args] = behindWall(wall, polite, folders) as [string, ...string[]];
  const child = spawn(command, args, {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  if (child.pid !== undefined) {
    if (nice === null && niceness !== 0) attempt(() => setPriority(child.pid!, niceness));
    attempt(() => writeFileSync(`/proc/${child.pid}/oom_score_adj`, String(OOM_SCORE_MAX)));
  }
  return child;
}

/** A courtesy to the owner that the system may refuse. */
function attempt(courtesy: () => void): void {
  try {
    courtesy();
  } catch {
    // Everything works without it.
  }
}
