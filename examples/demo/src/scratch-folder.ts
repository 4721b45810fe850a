import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface ScratchFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A folder that does not outlive this process, in whatever way it ends. A process that is killed cannot clean up after
 * itself, so another one waits for its end of a pipe to close, which the system does when we are gone; a second later
 * nobody writes there any more. On Windows a killed demo leaves its folder to the system.
 */
export async function createScratchFolder(prefix: string): Promise<ScratchFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  const sweeper =
    process.platform === 'win32'
      ? null
      : spawn('/bin/sh', ['-c', 'read -r _; sleep 1; rm -rf -- "$0"', folder], {
          stdio: ['pipe', 'ignore', 'ignore'],
          // Of a group of its own: Ctrl-C in the terminal is not meant for it.
          detached: true,
        });
  return {
    path: folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      sweeper?.kill('SIGKILL');
    },
  };
}
