import type { Address } from '@gristmill/protocol';
import { encodeFunctionData, type TransactionReceipt } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import { untilAllowed, withAllowance } from '../chain/allowance.ts';
import type { ChainConnection } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { signPermit } from '../chain/permit.ts';

/** Deposits own money; see `SettlementClient.deposit`. */
export async function deposit(
  chain: ChainConnection,
  { token, escrow }: Deployment,
  { signer, units, by = 'permit' }: { signer: Address; units: bigint; by?: 'permit' | 'approval' },
): Promise<TransactionReceipt> {
  if (by === 'approval') {
    const data = encodeFunctionData({ abi: escrowAbi, functionName: 'deposit', args: [signer, units] });
    return await withAllowance(chain, { token, spender: escrow, units }, () =>
      chain.transact('Escrow.deposit', { to: escrow, data }),
    );
  }
  // Another process with the same key may use the permit's nonce first; then the token finds no allowance.
  return await untilAllowed(async () => {
    const { deadline, v, r, s } = await signPermit(chain, { token, spender: escrow, units });
    const args = [signer, units, deadline, v, r, s] as const;
    const data = encodeFunctionData({ abi: escrowAbi, functionName: 'depositWithPermit', args });
    return await chain.transact('Escrow.depositWithPermit', { to: escrow, data });
  });
}
