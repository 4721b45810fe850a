import type { Address, DeviceKey, NetworkView } from '@gristmill/protocol';
import { createSettlementClient, LOCAL_CHAIN_ID, localAccounts } from '@gristmill/settlement';
import { createHubClient } from 'gristmill';
import type { Home } from './home.ts';

/** What a new wallet gets on a local network, where money is play money: 1,000 dollars, and gas for years. */
const LOCAL_GIFT_UNITS = 1_000_000_000n;
const LOCAL_GIFT_WEI = 10n ** 18n;

/** The home's wallet; on a local network an empty one is filled, so that the first job needs no preparation. */
export async function openWallet(home: Home, hubUrl: string): Promise<DeviceKey> {
  const key = await home.key('wallet');
  const network = await createHubClient(hubUrl).network();
  if (network.chainId === LOCAL_CHAIN_ID) await fillLocally(network, key.address);
  return key;
}

/** On a local network: gas, and play money when there is none. */
export async function fillLocally(
  { rpcUrl, chainId, contracts, asset }: Pick<NetworkView, 'rpcUrl' | 'chainId' | 'contracts' | 'asset'>,
  owner: Address,
): Promise<void> {
  const [faucet] = localAccounts();
  const client = await createSettlementClient({
    rpcUrl,
    key: faucet!.privateKey,
    deployment: { chainId, ...contracts, asset },
  });
  if ((await client.balanceOf(owner)) > 0n) return;
  await client.sendGas({ to: owner, wei: LOCAL_GIFT_WEI });
  await client.mint({ to: owner, units: LOCAL_GIFT_UNITS });
}
