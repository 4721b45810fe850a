import { registerHooks } from 'node:module';

/** What Node's permission model has beyond the types that are installed (Node 24.20). */
interface DroppablePermission {
  drop?(scope: 'fs.read' | 'worker'): void;
}

/** Doors to the network, to the system's calls and to other processes that every realm of Node has from the start. */
const GLOBAL_DOORS = ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel'];
const PROCESS_DOORS = [
  'getBuiltinModule',
  'binding',
  '_linkedBinding',
  'dlopen',
  'execve',
  'report',
  'loadEnvFile',
  'mainModule',
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  '_getActiveHandles',
  '_getActiveRequests',
  'chdir',
  'umask',
  'setuid',
  'seteuid',
  'setgid',
  'setegid',
  'setgroups',
  'initgroups',
];

/**
 * Closes, for the calling thread and for good, the ways from JavaScript to Node's own modules: sockets, name look-ups and
 * signals are on none of the lists that the permission model of Node 24 keeps. Code that is loaded already stays as it is,
 * so the thread must have all it needs.
 */
export function closeRoads(): void {
  registerHooks({
    resolve(specifier) {
      throw Object.assign(new Error(`No module is loaded here any more, ${specifier} neither.`), {
        code: 'ERR_ACCESS_DENIED',
      });
    },
  });
  for (const name of GLOBAL_DOORS) remove(globalThis, name);
  for (const name of PROCESS_DOORS) remove(process, name);
}

/** What is not there is not given back by assigning to a prototype either, so the property stays, empty and fixed. */
function remove(owner: object, name: string): void {
  Object.defineProperty(owner, name, { value: undefined, writable: false, configurable: false });
}

/**
 * Gives up, for the calling thread and for good, all that it needed only to load its own code: modules, reading files and
 * starting threads. (A thread started with other flags would not be bound by the permission model.)
 */
export function lockDown(): void {
  closeRoads();
  const permission = process.permission as DroppablePermission | undefined;
  permission?.drop?.('fs.read');
  permission?.drop?.('worker');
}
