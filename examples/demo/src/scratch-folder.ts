import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { whenGone } from '@gristmill/storage';

export interface ScratchFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A folder that does not outlive this process, in whatever way it ends: a second after it nobody writes there any more. On
 * Windows a killed demo leaves its folder to the system.
 */
export async function createScratchFolder(prefix: string): Promise<ScratchFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  const callOff = whenGone('sleep 1; rm -rf -- "$0"', folder);
  return {
    path: folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      callOff();
    },
  };
}
