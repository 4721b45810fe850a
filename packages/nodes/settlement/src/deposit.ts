import type { Address } from '@gristmill/protocol';
import { encodeFunctionData, parseSignature, type TransactionReceipt } from 'viem';
import { escrowAbi } from './abi/escrow.ts';
import { testDollarAbi } from './abi/test-dollar.ts';
import type { ChainConnection } from './chain.ts';
import type { Deployment } from './deployment.ts';

const PERMIT_SECONDS = 3600n;

const permitTypes = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const;

/** Deposits with an EIP-2612 permit, in one transaction; see `SettlementClient.deposit`. */
export async function deposit(
  chain: ChainConnection,
  { token, escrow }: Deployment,
  { signer, units }: { signer: Address; units: bigint },
): Promise<TransactionReceipt> {
  const owner = chain.account.address;
  const ofToken = { address: token, abi: testDollarAbi } as const;
  const { domain, nonce, timestamp } = await chain.read('Reading the token', async (reader) => {
    const [[, name, version, chainId, verifyingContract], nonce, { timestamp }] = await Promise.all([
      reader.readContract({ ...ofToken, functionName: 'eip712Domain' }),
      reader.readContract({ ...ofToken, functionName: 'nonces', args: [owner] }),
      reader.getBlock(),
    ]);
    return { domain: { name, version, chainId, verifyingContract }, nonce, timestamp };
  });
  const deadline = timestamp + PERMIT_SECONDS;
  const permit = await chain.account.signTypedData({
    domain,
    types: permitTypes,
    primaryType: 'Permit',
    message: { owner, spender: escrow, value: units, nonce, deadline },
  });
  const { r, s, yParity } = parseSignature(permit);
  return await chain.transact('Escrow.depositWithPermit', {
    to: escrow,
    data: encodeFunctionData({
      abi: escrowAbi,
      functionName: 'depositWithPermit',
      args: [signer, units, deadline, 27 + yParity, r, s],
    }),
  });
}
