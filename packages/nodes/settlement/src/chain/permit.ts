import { address, type Address, asGristmillError, GristmillError } from '@gristmill/protocol';
import { domainSeparator, type Hex, parseAbi, parseSignature, type TypedDataDomain } from 'viem';
import { testDollarAbi } from '../abi/test-dollar.ts';
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
 * @throws GristmillError `CHAIN_UNREACHABLE`, `TOKEN_DOMAIN_UNKNOWN`; another code where the token has no permits
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

const tokenNameAbi = parseAbi([
  'function name() view returns (string)',
  'function version() view returns (string)',
  'function DOMAIN_SEPARATOR() view returns (bytes32)',
]);

/**
 * The EIP-712 domain that the token's permits and authorisations are signed under: as it tells it itself (EIP-5267), or, of
 * older tokens, from its name and version, when their separator is the token's own.
 *
 * @throws GristmillError `TOKEN_DOMAIN_UNKNOWN`, `CHAIN_UNREACHABLE`
 */
export async function readTokenDomain(
  chain: Pick<ChainConnection, 'read' | 'chainId'>,
  token: Address,
): Promise<TypedDataDomain> {
  const told = await orNull(
    chain.read('Reading the token', (reader) =>
      reader.readContract({ address: token, abi: testDollarAbi, functionName: 'eip712Domain' }),
    ),
  );
  if (told !== null) {
    const [, name, version, chainId, verifyingContract] = told;
    return { name, version, chainId, verifyingContract };
  }
  const ask = (functionName: 'name' | 'version' | 'DOMAIN_SEPARATOR') =>
    orNull(
      chain.read('Reading the token', (reader) =>
        reader.readContract({ address: token, abi: tokenNameAbi, functionName }),
      ),
    );
  const [name, version, separator] = await Promise.all([ask('name'), ask('version'), ask('DOMAIN_SEPARATOR')]);
  const domain = {
    name: name ?? '',
    version: version ?? '1',
    chainId: BigInt(chain.chainId),
    verifyingContract: token,
  };
  if (domainSeparator({ domain }) === separator) return domain;
  throw new GristmillError('TOKEN_DOMAIN_UNKNOWN', `The token ${token} does not tell what to sign a permit under.`, {
    hint: 'It may have no permits at all: deposit by approval.',
  });
}

/** What a contract that knows no such function answers. */
async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return await answer.catch((error: unknown) => {
    if (['CHAIN_REVERTED', 'CHAIN_CONTRACT_MISSING'].includes(asGristmillError(error).code)) return null;
    throw error;
  });
}
