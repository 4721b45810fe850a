export type { Bonds } from './bonds.ts';
export { createCoordinator, type Coordinator, type CoordinatorInit } from './coordinator.ts';
export { type WatchOptions } from './watching.ts';
export { createJuror, type Juror, type JurorBonds, type VerdictBook } from './juror.ts';
export { createSitting, type Desk } from './sitting.ts';
