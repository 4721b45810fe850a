import { count, networkView } from '@gristmill/protocol';

/** Where the contracts of one network are: what `deployContracts` gives and a deployment file holds. */
export const deployment = networkView.shape.contracts
  .extend({ chainId: count, asset: networkView.shape.asset })
  .strict();
export type Deployment = ReturnType<typeof deployment.parse>;
