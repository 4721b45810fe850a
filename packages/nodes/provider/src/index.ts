export { type ContentCache, createContentCache } from './content-cache.ts';
export { type ClaimChain, type Claimer, createClaimer } from './claiming.ts';
export { createEnergyMeter, type Energy, type EnergyMeter, type EnergyMeterOptions } from './energy.ts';
export type { ExecuteRequest, Execution, Executor, ProgramContent } from './executor.ts';
export { type Region, REGIONS } from './grid-intensity.ts';
export type { Wall } from './isolate-wall.ts';
export { probeDevice } from './probe-device.ts';
export { createProcessExecutor, type ProcessExecutor, type ProcessExecutorOptions } from './process-executor.ts';
export {
  createProvider,
  type Provider,
  type ProviderEvent,
  type ProviderOptions,
  type ProviderStatus,
} from './provider.ts';
export { repeatAssignment } from './repeat-assignment.ts';
export type { VerifyVoucher, VoucherContext } from './voucher-purse.ts';
export { openVoucherFile, type VoucherStore } from './voucher-store.ts';
