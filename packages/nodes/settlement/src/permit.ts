import { address, type Address } from '@gristmill/protocol';
import { type Hex, parseSignature, type TypedDataDomain } from 'viem';
import { testDollarAbi } from './abi/test-dollar.ts';
import type { ChainConnection } from './chain.ts';

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

/** Leave to take a token, by signature instead of a transaction (EIP-2612). */
export interface Permit {
  readonly token: Address;
  readonly owner: Address;
  readonly units: bigint;
  /** The last second (Unix time) in which it is good. */
  readonly deadline: bigint;
  readonly v: number;
  readonly r: Hex;
  readonly s: Hex;
}

/**
 * This key's permit for `spender`, good for `validSeconds` (default an hour) and for the owner's next permit at this token.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`; another code where the token has no permits or no domain of its own (EIP-5267)
 */
export async function signPermit(
  chain: ChainConnection,
  {
    token,
    spender,
    units,
    validSeconds = PERMIT_SECONDS,
  }: { token: Address; spender: Address; units: bigint; validSeconds?: bigint },
): Promise<Permit> {
  const owner = address.parse(chain.account.address);
  const [domain, nonce, { timestamp }] = await Promise.all([
    readTokenDomain(chain, token),
    chain.read('Reading the token', (reader) =>
      reader.readContract({ address: token, abi: testDollarAbi, functionName: 'nonces', args: [owner] }),
    ),
    chain.read('Reading the newest block', (reader) => reader.getBlock()),
  ]);
  const deadline = timestamp + validSeconds;
  const signature = await chain.account.signTypedData({
    domain,
    types: permitTypes,
    primaryType: 'Permit',
    message: { owner, spender, value: units, nonce, deadline },
  });
  const { r, s, yParity } = parseSignature(signature);
  return { token, owner, units, deadline, v: 27 + yParity, r, s };
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
