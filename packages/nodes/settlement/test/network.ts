import { type Address, address } from '@gristmill/protocol';
import { createTestClient, type Hex, http, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { createSettlementClient, type SettlementClient } from '../src/escrow/client.ts';
import { deployContracts } from '../src/deploy-contracts.ts';
import type { Deployment } from '../src/chain/deployment.ts';
import { type LocalChain, startLocalChain } from '../src/chain/local-chain.ts';

export const CHALLENGE_DELAY = 7 * 86_400;

/** A chain of its own with all contracts, a hub, and whoever else a test needs. */
export interface Network {
  chain: LocalChain;
  rpcUrl: string;
  deployment: Deployment;
  hub: SettlementClient;
  irs: Address;
  /** Somebody new, with a key of their own and, unless they are to be poor, gas. */
  someone: (options?: { gas?: boolean }) => Promise<SettlementClient & { key: Hex }>;
  /** Somebody new whose money is in the escrow, for vouchers of the hub (or another signer). */
  payerWith: (units: bigint, signer?: Address) => Promise<SettlementClient & { key: Hex }>;
  /** Another process with the same key. */
  twinOf: (one: { key: Hex }) => Promise<SettlementClient>;
  controls: ReturnType<typeof controlsOf>;
}

export async function startNetwork(): Promise<Network> {
  const chain = await startLocalChain();
  const { rpcUrl, accounts } = chain;
  const irs = accounts[9]!.address;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: accounts[0]!.privateKey,
    challengeDelaySeconds: CHALLENGE_DELAY,
    authorities: [{ name: 'us/irs', payoutAddress: irs }],
  });
  const clientOf = (key: Hex) => createSettlementClient({ rpcUrl, key, deployment });
  const hub = await clientOf(accounts[1]!.privateKey);

  async function someone({ gas = true } = {}) {
    const key = generatePrivateKey();
    if (gas) await hub.sendGas({ to: address.parse(privateKeyToAccount(key).address), wei: parseEther('1') });
    return { ...(await clientOf(key)), key };
  }

  return {
    chain,
    rpcUrl,
    deployment,
    hub,
    irs,
    someone,
    async payerWith(units, signer = hub.signer) {
      const payer = await someone();
      await payer.mint({ to: payer.signer, units });
      await payer.deposit({ signer, units });
      return payer;
    },
    twinOf: ({ key }) => clientOf(key),
    controls: controlsOf(rpcUrl),
  };
}

function controlsOf(rpcUrl: string) {
  return createTestClient({ mode: 'anvil', transport: http(rpcUrl) });
}

/**
 * The code of a contract wallet (ERC-1271) that takes any bytes for its signature over a digest that it approved. A call
 * with one word approves that digest:
 *
 * CALLDATASIZE, 32, EQ, JUMPI(approve);
 * answer: SLOAD(CALLDATALOAD(4)) * 0x1626ba7e << 224; approve: SSTORE(CALLDATALOAD(0), 1).
 */
export const APPROVING_WALLET: Hex = '0x36602014601c5760043554631626ba7e60e01b0260005260206000f35b60016000355500';
