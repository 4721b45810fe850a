/** What Node's permission model has beyond the types that are installed (Node 24.20). */
interface DroppablePermission {
  drop?(scope: 'fs.read' | 'worker'): void;
}

/**
 * Gives up, for the calling thread and for good, what it needed only to load its own code: reading files and starting
 * threads. (A thread started with other flags would not be bound by the permission model.)
 */
export function lockDown(): void {
  const permission = process.permission as DroppablePermission | undefined;
  permission?.drop?.('fs.read');
  permission?.drop?.('worker');
}
