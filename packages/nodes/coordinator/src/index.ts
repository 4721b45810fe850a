export type { Bonds } from './bonds.ts';
export { createCoordinator, type Coordinator, type CoordinatorInit } from './coordinator.ts';
export { type WatchOptions } from './watching.ts';
