export { connect, type ConnectOptions, DEFAULT_HUB, type Mill } from './connect.ts';
export { createHubClient, type HubClient, type HubClientOptions, type RequestOptions } from './hub-client.ts';
export type { JobOptions, MapOptions, RunOptions } from './job-options.ts';
export type { RunningJob } from './running-job.ts';
export type { MapFunction } from './map-source.ts';
export type { ProgramSource, Script } from './program-source.ts';
export { stripTypes } from './strip-types.ts';
export { MapFailed, TaskFailed } from './task-failed.ts';
export { decodeValues, encodeValues, type Json, valueText } from './values.ts';
export {
  type DeviceKey,
  deviceKeyFromPrivateKey,
  formatUnits,
  GristmillError,
  type JobEvent,
  type JobView,
  type NetworkView,
  type ProviderView,
} from '@gristmill/protocol';
