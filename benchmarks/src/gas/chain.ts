import { startLocalChain } from '@gristmill/settlement';
import {
  type Address,
  concat,
  createTestClient,
  encodeFunctionData,
  getAddress,
  type Hex,
  http,
  keccak256,
  type PrivateKeyAccount,
  parseAbi,
  publicActions,
  slice,
  toHex,
  walletActions,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** A transaction that succeeded. */
interface Receipt {
  /** All that its sender pays for: intrinsic gas, calldata, execution, less refunds. */
  readonly gasUsed: number;
  readonly logs: readonly { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }[];
}

/** The one chain that all sides are measured on. */
export interface Chain {
  readonly rpcUrl: string;
  readonly id: number;
  readonly deployerKey: Hex;
  readonly accounts: readonly PrivateKeyAccount[];
  /** Sends a transaction of one of the accounts; throws when it reverts. */
  send(from: PrivateKeyAccount, to: Address, data: Hex): Promise<Receipt>;
  deploy(creationCode: Hex, constructorArguments?: Hex): Promise<Address>;
  /** Puts runtime code at an address, as no transaction can: for the tools of a deployment, never for what is measured. */
  setCode(address: Address, code: Hex): Promise<void>;
  read(to: Address, data: Hex): Promise<Hex>;
  /** How many transactions an account has sent so far. */
  transactionsOf(account: Address): Promise<number>;
  increaseTime(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** Enough for every transaction here: anvil's blocks have room for this much. */
const GAS_LIMIT = 30_000_000n;

export async function startChain(): Promise<Chain> {
  const local = await startLocalChain();
  const client = createTestClient({ mode: 'anvil', transport: http(local.rpcUrl), pollingInterval: 5 })
    .extend(publicActions)
    .extend(walletActions);
  const id = await client.getChainId();
  const transact = async (from: PrivateKeyAccount, to: Address | null, data: Hex) => {
    // An address instead of an account: anvil signs, for it knows the keys.
    const hash = await client.sendTransaction({ account: from.address, chain: null, to, data, gas: GAS_LIMIT });
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status === 'reverted') {
      // The same as a call fails with the reason in its message.
      await client.call({ account: from.address, ...(to !== null && { to }), data, gas: GAS_LIMIT });
      throw new Error(`Transaction ${hash} reverted.`);
    }
    return receipt;
  };
  const accounts = local.accounts.map(({ privateKey }) => privateKeyToAccount(privateKey));
  return {
    rpcUrl: local.rpcUrl,
    id,
    deployerKey: local.accounts[0]!.privateKey,
    accounts,
    async send(from, to, data) {
      const { gasUsed, logs } = await transact(from, to, data);
      return { gasUsed: Number(gasUsed), logs };
    },
    async deploy(creationCode, constructorArguments = '0x') {
      const { contractAddress } = await transact(accounts[0]!, null, concat([creationCode, constructorArguments]));
      return getAddress(contractAddress!);
    },
    setCode: (address, bytecode) => client.setCode({ address, bytecode }),
    async read(to, data) {
      return (await client.call({ to, data })).data ?? '0x';
    },
    transactionsOf: async (address) => await client.getTransactionCount({ address }),
    increaseTime: (seconds) => local.increaseTime(seconds),
    stop: () => local.stop(),
  };
}

/** The functions of an OpenZeppelin ERC-20 that are used here; anyone may mint the local one. */
export const erc20Abi = parseAbi([
  'function transfer(address to, uint256 amount) returns (bool)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function mint(address to, uint256 amount)',
]);

/** What all sides are measured with: the token, and who holds some of it. */
export interface Ground {
  readonly chain: Chain;
  readonly token: Address;
  readonly deployer: PrivateKeyAccount;
  readonly payer: PrivateKeyAccount;
  /** Signs promises of the payer's money, and schedules the rival's tasks. */
  readonly hub: PrivateKeyAccount;
  readonly workers: readonly PrivateKeyAccount[];
}

export function groundOf(chain: Chain, token: Address): Ground {
  const [deployer, payer, hub, ...workers] = chain.accounts;
  return { chain, token, deployer: deployer!, payer: payer!, hub: hub!, workers };
}

/** Makes an address a holder of the token before anything is measured, for a first balance costs 17,100 gas more. */
export async function mint({ chain, token, deployer }: Ground, to: Address, units: bigint): Promise<void> {
  await chain.send(deployer, token, encodeFunctionData({ abi: erc20Abi, functionName: 'mint', args: [to, units] }));
}

export async function approve({ chain, token }: Ground, owner: PrivateKeyAccount, spender: Address): Promise<void> {
  const args = [spender, 2n ** 256n - 1n] as const;
  await chain.send(owner, token, encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args }));
}

/** An address that nobody has a key of. Its bytes are without zeros to speak of: calldata costs what it does in life. */
export function addressOf(what: string): Address {
  return getAddress(slice(keccak256(toHex(what)), 0, 20));
}
