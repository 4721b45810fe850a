import { type DeviceKey, GristmillError } from '@gristmill/protocol';
import {
  BaseError,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  isAddressEqual,
  keccak256,
  NonceTooLowError,
  type PrivateKeyAccount,
  type PublicClient,
  toHex,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { chainError, ChainRevert } from '../errors.ts';
import { type GasPrice, seeThrough } from './pending.ts';
import { createQueue } from './queue.ts';

/** A key that pays for transactions: a device's, or 32 bytes in hex. */
export type SenderKey = DeviceKey | Hex;

interface TransactionRequest {
  to?: Hex;
  data?: Hex;
  value?: bigint;
}

/** A chain as anybody sees it. */
export interface ChainReader {
  readonly chainId: number;
  readonly reader: PublicClient;
  /** Runs a read; what goes wrong comes out as one of our errors that begins with `action`. */
  read<Result>(action: string, ask: (reader: PublicClient) => Promise<Result>): Promise<Result>;
}

/** A chain as one sender sees it. */
export interface ChainConnection extends ChainReader {
  readonly account: PrivateKeyAccount;
  /** Sends a transaction and waits until it is in a block. Resolves only when it did what it was sent for. */
  transact(action: string, request: TransactionRequest): Promise<TransactionReceipt>;
}

export interface ChainOptions {
  /** Blocks that a transaction must be under before it counts, its own included. Default 1; more where re-orgs happen. */
  confirmations?: number;
  /** How long a transaction may wait before it is replaced at a higher price. Default a minute. */
  stuckAfterMs?: number;
}

/** How often a receipt is asked for; a local chain has it at the first question. */
const POLLING_INTERVAL_MS = 250;
/** How often a nonce that another process took first is asked for again. */
const NONCE_ATTEMPTS_MAX = 20;
const STUCK_AFTER_MS = 60_000;

/**
 * A chain to read from; no key is needed.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_MISMATCH` when it is another than `expectedId`
 */
export async function openChain(rpcUrl: string, expectedId?: number): Promise<ChainReader> {
  const transport = http(rpcUrl);
  const chainId = await createPublicClient({ transport })
    .getChainId()
    .catch((cause: unknown) => {
      throw chainError('Connecting to the chain', cause);
    });
  if (expectedId !== undefined && chainId !== expectedId) {
    throw new GristmillError(
      'CHAIN_MISMATCH',
      `The contracts are on chain ${expectedId}, and ${rpcUrl} serves chain ${chainId}.`,
      { hint: 'Use the RPC URL and the deployment file of one network.', fault: 'configuration' },
    );
  }
  const chain = chainNumber(chainId, rpcUrl);
  const reader: PublicClient = createPublicClient({ chain, transport, pollingInterval: POLLING_INTERVAL_MS });
  return {
    chainId,
    reader,
    async read(action, ask) {
      try {
        return await ask(reader);
      } catch (cause) {
        throw chainError(action, cause);
      }
    },
  };
}

/** @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_MISMATCH` when it is another than `expectedId` */
export async function connectChain(
  rpcUrl: string,
  key: SenderKey,
  { confirmations = 1, stuckAfterMs = STUCK_AFTER_MS }: ChainOptions = {},
  expectedId?: number,
): Promise<ChainConnection> {
  const account = privateKeyToAccount(typeof key === 'string' ? key : toHex(key.privateKey));
  const opened = await openChain(rpcUrl, expectedId);
  const { reader } = opened;
  // Reads are tried again when the line is bad. A transaction is not: it may have arrived although the answer did not.
  const wallet = createWalletClient({
    account,
    chain: chainNumber(opened.chainId, rpcUrl),
    transport: http(rpcUrl, { retryCount: 0 }),
  });
  // Nonces are handed out one at a time. Only the sending waits in line, not the wait for the block.
  const sendInTurn = createQueue();

  /** Signs with the next nonce and sends; when another process with the same key was faster, with the one after. */
  async function send(
    request: TransactionRequest,
  ): Promise<{ nonce: number; gas: bigint; price: GasPrice; hash: Hex }> {
    for (let attempt = 1; ; attempt += 1) {
      const nonce = await reader.getTransactionCount({ address: account.address, blockTag: 'pending' });
      const prepared = await wallet.prepareTransactionRequest({ ...request, nonce });
      const serializedTransaction = await wallet.signTransaction(prepared);
      try {
        const hash = await wallet.sendRawTransaction({ serializedTransaction });
        return { nonce, gas: prepared.gas, price: priceOf(prepared), hash };
      } catch (error) {
        if (!isNonceTaken(error) || attempt === NONCE_ATTEMPTS_MAX) throw error;
      }
    }
  }

  /** The same transaction at another price; what the chain has in a block or in its pool already is no error. */
  async function sendAgain(request: TransactionRequest, nonce: number, gas: bigint, price: GasPrice): Promise<Hex> {
    const serializedTransaction = await wallet.signTransaction({ ...request, ...price, nonce, gas });
    await wallet.sendRawTransaction({ serializedTransaction }).catch((error: unknown) => {
      if (!isNonceTaken(error)) throw error;
    });
    return keccak256(serializedTransaction);
  }

  async function receiptOf(hash: Hex): Promise<TransactionReceipt | null> {
    return await reader.getTransactionReceipt({ hash }).catch((error: unknown) => {
      if (error instanceof TransactionReceiptNotFoundError) return null;
      throw error;
    });
  }

  /** The own transaction with this nonce in the blocks from `from` on. */
  async function minedWith(nonce: number, from: bigint): Promise<Hex | null> {
    const latest = await reader.getBlockNumber({ cacheTime: 0 });
    for (let blockNumber = latest; blockNumber >= from; blockNumber -= 1n) {
      const { transactions } = await reader.getBlock({ blockNumber, includeTransactions: true });
      const found = transactions.find(
        (transaction) => transaction.nonce === nonce && isAddressEqual(transaction.from, account.address),
      );
      if (found !== undefined) return found.hash;
    }
    return null;
  }

  async function sendAndSeeThrough(request: TransactionRequest): Promise<TransactionReceipt> {
    for (;;) {
      const from = await reader.getBlockNumber({ cacheTime: 0 });
      const sent = await sendInTurn(() => send(request));
      let first = true;
      const outcome = await seeThrough(
        {
          receiptOf,
          minedWith: (nonce) => minedWith(nonce, from),
          minedCount: () => reader.getTransactionCount({ address: account.address, blockTag: 'latest' }),
          blockNumber: () => reader.getBlockNumber({ cacheTime: 0 }),
          async send(price) {
            if (!first) return await sendAgain(request, sent.nonce, sent.gas, price);
            first = false;
            return sent.hash;
          },
          price: async () =>
            first
              ? sent.price
              : priceOf(await wallet.prepareTransactionRequest({ ...request, nonce: sent.nonce, gas: sent.gas })),
          pause: () => new Promise((resolve) => setTimeout(resolve, POLLING_INTERVAL_MS)),
          now: () => Date.now(),
        },
        { nonce: sent.nonce, confirmations, stuckAfterMs },
      );
      // Ours can never come any more, so doing it again does it once.
      if (outcome.type === 'mined') return outcome.receipt;
    }
  }

  return {
    ...opened,
    account,

    async transact(action, request) {
      try {
        const receipt = await sendAndSeeThrough(request);
        if (receipt.status === 'success') return receipt;
        // It passed when its gas was estimated and failed in the block: ask again there for the reason.
        await reader.call({ ...request, account, blockNumber: receipt.blockNumber });
        throw new ChainRevert(action, '0x');
      } catch (cause) {
        throw chainError(action, cause);
      }
    },
  };
}

function chainNumber(id: number, rpcUrl: string) {
  return defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
}

function priceOf(prepared: {
  gasPrice?: bigint | undefined;
  maxFeePerGas?: bigint | undefined;
  maxPriorityFeePerGas?: bigint | undefined;
}): GasPrice {
  const { gasPrice, maxFeePerGas, maxPriorityFeePerGas = 0n } = prepared;
  return maxFeePerGas === undefined ? { gasPrice: gasPrice ?? 0n } : { maxFeePerGas, maxPriorityFeePerGas };
}

/** The chain refused it because another transaction of the same sender, perhaps an equal one, came first. */
function isNonceTaken(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  if (error.walk((cause) => cause instanceof NonceTooLowError) !== null) return true;
  return /nonce too low|already (known|imported)|replacement transaction underpriced/i.test(error.details);
}
