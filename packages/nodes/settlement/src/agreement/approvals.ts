import type { Input } from '@gristmill/agreements';
import { type Address, address, asGristmillError } from '@gristmill/protocol';
import { encodeFunctionData, erc20Abi, isAddressEqual, zeroAddress } from 'viem';
import { addressOf, tokenAddress } from './encoding.ts';
import type { ChainConnection } from '../chain/chain.ts';
import { type Permit, signPermit } from '../chain/permit.ts';

/**
 * Sees to it that this key's own deposits can be taken by `spender`: with permits, which go along with the deposit; or
 * with approvals, sent at once, for tokens that know no permits and where `byPermit` is false.
 */
export async function approvalsFor(
  chain: ChainConnection,
  spender: Address,
  inputs: readonly Input[],
  { byPermit }: { byPermit: boolean },
): Promise<Permit[]> {
  const permits: Permit[] = [];
  for (const [token, units] of dueOf(inputs, chain.account.address)) {
    const allowance = await chain.read('Reading the allowance', (reader) =>
      reader.readContract({
        address: token,
        abi: erc20Abi,
        functionName: 'allowance',
        args: [chain.account.address, spender],
      }),
    );
    if (allowance >= units) continue;
    const permit = byPermit ? await permitOrNull(chain, { token, spender, units }) : null;
    if (permit !== null) {
      permits.push(permit);
      continue;
    }
    const data = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, units] });
    await chain.transact('Approving the deposit', { to: token, data });
  }
  return permits;
}

/** What an owner pays in, by token. */
export function dueOf(inputs: readonly Input[], owner: `0x${string}`): Map<Address, bigint> {
  const due = new Map<Address, bigint>();
  for (const input of inputs) {
    if (input.kind !== 'deposit' || input.amount <= 0n || !isAddressEqual(addressOf(input.by), owner)) continue;
    const token = tokenAddress(input.token);
    if (token === zeroAddress) continue;
    due.set(address.parse(token), (due.get(address.parse(token)) ?? 0n) + input.amount);
  }
  return due;
}

async function permitOrNull(chain: ChainConnection, leave: Parameters<typeof signPermit>[1]): Promise<Permit | null> {
  try {
    return await signPermit(chain, leave);
  } catch (error) {
    // A token that knows no permits has no such functions to ask.
    if (asGristmillError(error).code === 'CHAIN_UNREACHABLE') throw error;
    return null;
  }
}
