import type { Address } from '@gristmill/protocol';
import { encodeFunctionData, parseSignature, type TransactionReceipt, type TypedDataDomain } from 'viem';
import { escrowAbi } from './abi/escrow.ts';
import { testDollarAbi } from './abi/test-dollar.ts';
import { untilAllowed, withAllowance } from './allowance.ts';
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

/** Deposits own money; see `SettlementClient.deposit`. */
export async function deposit(
  chain: ChainConnection,
  { token, escrow }: Deployment,
  { signer, units, by = 'permit' }: { signer: Address; units: bigint; by?: 'permit' | 'approval' },
): Promise<TransactionReceipt> {
  if (by === 'permit') {
    // Another process with the same key may use the permit's nonce first; then the token finds no allowance.
    return await untilAllowed(() => depositWithPermit(chain, { token, escrow }, { signer, units }));
  }
  const data = encodeFunctionData({ abi: escrowAbi, functionName: 'deposit', args: [signer, units] });
  return await withAllowance(chain, { token, spender: escrow, units }, () =>
    chain.transact('Escrow.deposit', { to: escrow, data }),
  );
}

/** One transaction in all, with an EIP-2612 permit for this very deposit. */
async function depositWithPermit(
  chain: ChainConnection,
  { token, escrow }: { token: Address; escrow: Address },
  { signer, units }: { signer: Address; units: bigint },
): Promise<TransactionReceipt> {
  const owner = chain.account.address;
  const [domain, nonce, { timestamp }] = await Promise.all([
    readTokenDomain(chain, token),
    chain.read('Reading the token', (reader) =>
      reader.readContract({ address: token, abi: testDollarAbi, functionName: 'nonces', args: [owner] }),
    ),
    chain.read('Reading the newest block', (reader) => reader.getBlock()),
  ]);
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

/** The EIP-712 domain that the token's permits and authorisations are signed under, as it tells it itself (EIP-5267). */
export async function readTokenDomain(
  { read }: Pick<ChainConnection, 'read'>,
  token: Address,
): Promise<TypedDataDomain> {
  const [, name, version, chainId, verifyingContract] = await read('Reading the token', (reader) =>
    reader.readContract({ address: token, abi: testDollarAbi, functionName: 'eip712Domain' }),
  );
  return { name, version, chainId, verifyingContract };
}
