import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What stands around the isolate process besides Node's permission model. `bubblewrap`: a view of the file system with
 * nothing but the code in it, and no network. `network-namespace`: no network. `none`: the system offers neither.
 */
export type Wall = 'bubblewrap' | 'network-namespace' | 'none';

/** System folders that a dynamically linked program needs; those that are there. */
const SYSTEM_FOLDERS = ['/usr', '/lib', '/lib64', '/lib32', '/bin', '/sbin', '/etc/ld.so.cache', '/etc/alternatives'];
const PROBE_MS_MAX = 2000;
const TOOLS = { bubblewrap: 'bwrap', 'network-namespace': 'unshare' } as const;

/** The strongest wall that this system lets an ordinary user build: each is tried with a program that does nothing. */
export function strongestWall(): Wall {
  if (process.platform !== 'linux') return 'none';
  return (['bubblewrap', 'network-namespace'] as const).find((wall) => stands(wall)) ?? 'none';
}

function stands(wall: keyof typeof TOOLS): boolean {
  const nothing = systemTool('true');
  if (systemTool(TOOLS[wall]) === null || nothing === null) return false;
  const [command, ...args] = behindWall(wall, [nothing], []) as [string, ...string[]];
  return spawnSync(command, args, { stdio: 'ignore', timeout: PROBE_MS_MAX, env: {} }).status === 0;
}

/** Where a program of the system is, `null` when it is not. No environment is asked: the isolate has none. */
export function systemTool(name: string): string | null {
  return ['/usr/local/bin', '/usr/bin', '/bin'].map((folder) => join(folder, name)).find(existsSync) ?? null;
}

/** The command line that runs another behind a wall. `folders` are what it must be able to read. */
export function behindWall(wall: Wall, command: readonly string[], folders: readonly string[]): string[] {
  switch (wall) {
    case 'none':
      return [...command];
    case 'network-namespace':
      // One user in it, who is nobody special outside; no interface but a loopback that is down.
      return [systemTool('unshare')!, '--user', '--map-root-user', '--net', '--ipc', '--', ...command];
    case 'bubblewrap': {
      const program = command[0]!;
      const readable = [...SYSTEM_FOLDERS, ...(program.includes('/') ? [dirname(program)] : []), ...folders];
      return [
        systemTool('bwrap')!,
        '--unshare-all',
        '--die-with-parent',
        '--new-session',
        '--cap-drop',
        'ALL',
        '--proc',
        '/proc',
        '--dev',
        '/dev',
        '--tmpfs',
        '/tmp',
        ...readable.flatMap((folder) => (existsSync(folder) ? ['--ro-bind', folder, folder] : [])),
        '--chdir',
        '/',
        '--',
        ...command,
      ];
    }
  }
}
