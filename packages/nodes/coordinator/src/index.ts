export { createCoordinator, type Coordinator, type CoordinatorInit } from './coordinator.ts';
export { taskSeed } from './task-seed.ts';
export { type WatchOptions } from './watching.ts';
