import { asGristmillError } from '@gristmill/protocol';
import type { Hex } from 'viem';
import type { ChainConnection } from './chain.ts';

/** What Ethereum lets a transaction have at most (EIP-7825), whatever a block holds. */
const TRANSACTION_GAS_MAX = 2n ** 24n;
/** What half a block of any chain has that is in use; Rootstock's blocks are the smallest. */
const TRANSACTION_GAS_SURE = 3_000_000n;

/**
 * Gas that a transaction may need here: half a block, for whoever asks for all of one waits for an empty one.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`
 */
export async function transactionGasMax(chain: Pick<ChainConnection, 'read'>): Promise<bigint> {
  const { gasLimit } = await chain.read('Reading the newest block', (reader) => reader.getBlock());
  return gasLimit / 2n < TRANSACTION_GAS_MAX ? gasLimit / 2n : TRANSACTION_GAS_MAX;
}

/**
 * How many of `count` things, from the first on, one transaction has room for; at least one. None of them needs more than
 * `gasEachMax`, and as long as they might all need it and fit, the chain is not asked.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`
 */
export async function fittingCount(
  chain: ChainConnection,
  { to, count, gasEachMax, dataOf }: { to: Hex; count: number; gasEachMax: bigint; dataOf: (count: number) => Hex },
): Promise<number> {
  if (BigInt(count) * gasEachMax <= TRANSACTION_GAS_SURE) return count;
  const gasMax = await transactionGasMax(chain);
  let fitting = count;
  while (fitting > 1 && BigInt(fitting) * gasEachMax > gasMax) {
    const gas = await gasOf(chain, to, dataOf(fitting));
    if (gas !== null && gas <= gasMax) break;
    fitting = Math.ceil(fitting / 2);
  }
  return fitting;
}

/** Null when the chain cannot say: mostly because it is more than a block has. */
async function gasOf(chain: ChainConnection, to: Hex, data: Hex): Promise<bigint | null> {
  return await chain
    .read('Estimating gas', (reader) => reader.estimateGas({ account: chain.account.address, to, data }))
    .catch((error: unknown) => {
      if (asGristmillError(error).code === 'CHAIN_UNREACHABLE') throw error;
      return null;
    });
}
