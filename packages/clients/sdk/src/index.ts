export { connect, type ConnectOptions, DEFAULT_HUB, type MapFunction, type Mill } from './connect.ts';
export { createHubClient, type HubClient, type HubClientOptions } from './hub-client.ts';
export type { JobOptions, MapOptions, RunOptions } from './job-options.ts';
export type { RunningJob } from './running-job.ts';
export type { Json } from './javascript-source.ts';
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
