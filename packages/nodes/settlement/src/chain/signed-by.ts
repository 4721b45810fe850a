import type { Address, Signature } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, isAddressEqual, parseAbi, recoverAddress, size, slice, toHex } from 'viem';
import type { ChainReader } from './chain.ts';
import { ChainRevert } from '../errors.ts';

/** Half the order of secp256k1: of a signature and its twin, contracts take the one with the lower s (EIP-2). */
const S_MAX = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const TOP_BIT = 1n << 255n;
const erc1271Abi = parseAbi(['function isValidSignature(bytes32 digest, bytes signature) view returns (bytes4)']);
/** What a contract wallet answers to a signature that it accepts (ERC-1271), in the word that an answer is. */
const ERC1271_MAGIC = `0x1626ba7e${'00'.repeat(28)}` as const;

/**
 * Whether a key's `signature` over `digest` is good to `SignedBy.sol`: 65 bytes (r, s, v) with v 27 or 28 and the lower
 * s, or 64 bytes as in EIP-2098. Without the chain, so a contract wallet's signature never is.
 */
export async function isSignedByKey(signer: Address, digest: Hex, signature: Signature): Promise<boolean> {
  const compact = compactSignature(signature);
  if (compact === null) return false;
  const { r, vs } = compact;
  const word = BigInt(vs);
  const s = toHex(word % TOP_BIT, { size: 32 });
  const recovered = await recoverAddress({
    hash: digest,
    signature: { r, s, yParity: word >= TOP_BIT ? 1 : 0 },
  }).catch(() => null);
  return recovered !== null && isAddressEqual(recovered, signer);
}

/** A key's signature in EIP-2098's compact form; null when contracts would take it for none of a key. */
export function compactSignature(signature: Signature): { r: Hex; vs: Hex } | null {
  if (size(signature) === 64) return { r: slice(signature, 0, 32), vs: slice(signature, 32) };
  if (size(signature) !== 65) return null;
  const [r, s, v] = [slice(signature, 0, 32), BigInt(slice(signature, 32, 64)), Number(slice(signature, 64))];
  if (s > S_MAX || (v !== 27 && v !== 28)) return null;
  return { r, vs: toHex(v === 28 ? s + TOP_BIT : s, { size: 32 }) };
}

/** `isSignedByKey`, or else whether the contract at `signer` accepts it (ERC-1271): what `SignedBy.sol` answers. */
export async function isSignedBy(
  chain: Pick<ChainReader, 'read'>,
  signer: Address,
  digest: Hex,
  signature: Signature,
): Promise<boolean> {
  if (await isSignedByKey(signer, digest, signature)) return true;
  const data = encodeFunctionData({
    abi: erc1271Abi,
    functionName: 'isValidSignature',
    args: [digest, signature],
  });
  const answer = await chain
    .read('Asking a contract wallet for its signature', (reader) => reader.call({ to: signer, data }))
    .catch((error: unknown) => {
      // A wallet that reverts has not signed.
      if (error instanceof ChainRevert) return undefined;
      throw error;
    });
  return answer?.data !== undefined && size(answer.data) >= 32 && slice(answer.data, 0, 32) === ERC1271_MAGIC;
}
