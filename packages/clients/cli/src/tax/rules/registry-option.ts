import { type Address, GristmillError, type NetworkView } from '@gristmill/protocol';
import { createHubClient } from 'gristmill';
import { parseAddress } from '../../parse-address.ts';

/** Which registry of rule packs is meant, as options say it: that of a hub's chain, or an address on any chain. */
export interface RegistryOptions {
  hub?: string;
  registry?: string;
  rpc?: string;
}

export interface NamedRegistry {
  rpcUrl: string;
  address: Address;
  /** The hub's network, where it was a hub that knew. */
  network: NetworkView | null;
}

/** Null when none is named. @throws GristmillError `OPTION_MISSING`, `OPTION_INVALID`, `HUB_UNREACHABLE` */
export async function namedRegistry({ hub, registry, rpc }: RegistryOptions): Promise<NamedRegistry | null> {
  if (hub !== undefined) {
    const network = await createHubClient(hub).network();
    return { rpcUrl: network.rpcUrl, address: network.contracts.ruleRegistry, network };
  }
  if (registry === undefined && rpc === undefined) return null;
  if (registry !== undefined && rpc !== undefined) {
    return { rpcUrl: rpc, address: parseAddress('--registry', registry), network: null };
  }
  throw new GristmillError('OPTION_MISSING', 'A registry is an address (--registry) on a chain (--rpc).', {
    hint: 'Name both, or --hub, which knows them.',
  });
}
