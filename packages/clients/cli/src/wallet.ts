import type { Address, DeviceKey, NetworkView } from '@gristmill/protocol';
import {
  createSettlementClient,
  type Deployment,
  LOCAL_CHAIN_ID,
  localAccounts,
  type SettlementClient,
} from '@gristmill/settlement';
import { createHubClient } from 'gristmill';
import type { Home } from './home.ts';

/** What a new wallet gets on a local network, where money is play money: 1,000 dollars, and gas for years. */
const LOCAL_GIFT_UNITS = 1_000_000_000n;
const LOCAL_GIFT_WEI = 10n ** 18n;

/** Where money is play money: the chain and the contracts of a local network. */
interface LocalNetwork {
  rpcUrl: string;
  deployment: Deployment;
}

/** What a settlement client needs to know of a hub's network. */
export function settlementOf({ rpcUrl, chainId, contracts, asset }: NetworkView): LocalNetwork {
  return { rpcUrl, deployment: { chainId, ...contracts, asset } };
}

/** The home's wallet; on a local network an empty one is filled, so that the first job needs no preparation. */
export async function openWallet(home: Home, hubUrl: string): Promise<DeviceKey> {
  const key = await home.key('wallet');
  const network = await createHubClient(hubUrl).network();
  if (network.chainId === LOCAL_CHAIN_ID) await fillLocally(settlementOf(network), key.address);
  return key;
}

/** On a local network: gas, which costs nothing there, and play money when there is none. */
export async function fillLocally(network: LocalNetwork, owner: Address): Promise<void> {
  const faucet = await openFaucet(network);
  await faucet.sendGas({ to: owner, wei: LOCAL_GIFT_WEI });
  if ((await faucet.balanceOf(owner)) === 0n) await faucet.mint({ to: owner, units: LOCAL_GIFT_UNITS });
}

/** On a local network: gas for an operator that anchors its journal. */
export async function giveGasLocally(network: LocalNetwork, owner: Address): Promise<void> {
  const faucet = await openFaucet(network);
  await faucet.sendGas({ to: owner, wei: LOCAL_GIFT_WEI });
}

function openFaucet({ rpcUrl, deployment }: LocalNetwork): Promise<SettlementClient> {
  const [faucet] = localAccounts();
  return createSettlementClient({ rpcUrl, key: faucet!.privateKey, deployment });
}
