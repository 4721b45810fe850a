import type { Address } from '@gristmill/protocol';
import { encodeFunctionData, erc20Abi } from 'viem';
import type { ChainConnection } from './chain.ts';
import { ChainRevert } from '../errors.ts';

/** How often an allowance that another process with the same key used up is given anew. */
const ATTEMPTS_MAX = 20;

/**
 * Lets `spender` take `units` of this key's `token`, no more, and does what takes them. When another process with the same
 * key changes the allowance in between, `spend` is refused by the token and moved nothing, so it is done again.
 */
export async function withAllowance<Result>(
  chain: ChainConnection,
  { token, spender, units }: { token: Address; spender: Address; units: bigint },
  spend: () => Promise<Result>,
): Promise<Result> {
  const owner = chain.account.address;
  return await untilAllowed(async () => {
    const allowance = await chain.read('Reading the allowance', (reader) =>
      reader.readContract({ address: token, abi: erc20Abi, functionName: 'allowance', args: [owner, spender] }),
    );
    if (allowance < units) {
      // Some tokens change an allowance from or to zero only.
      for (const allowed of allowance > 0n ? [0n, units] : [units]) {
        const data = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, allowed] });
        await chain.transact('Approving the payment', { to: token, data });
      }
    }
    return await spend();
  });
}

/** Does again what the token refused for want of an allowance: somebody else with the same key used it up. */
export async function untilAllowed<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isShort(error) || count === ATTEMPTS_MAX) throw error;
    }
  }
}

/** Tokens from before custom errors say it in words of their own. */
function isShort(error: unknown): boolean {
  if (!(error instanceof ChainRevert)) return false;
  const { errorName, message } = error;
  return errorName === 'ERC20InsufficientAllowance' || (errorName === 'Error' && /allowance/i.test(message));
}
