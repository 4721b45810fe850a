import { GristmillError } from '@gristmill/protocol';
import { type Hex, hexToString, keccak256, size, stringToHex } from 'viem';

/**
 * A tax authority's name (`us/irs`) as the contracts know it: its UTF-8 bytes, padded to 32 with zeros, so that it can
 * still be read on chain.
 *
 * @throws GristmillError `AUTHORITY_NAME_INVALID` when it is empty or longer than 32 bytes.
 */
export function authorityId(name: string): Hex {
  const bytes = stringToHex(name);
  if (name === '' || size(bytes) > 32) {
    throw new GristmillError('AUTHORITY_NAME_INVALID', `"${name}" has ${size(bytes)} bytes, not 1 to 32.`, {
      hint: 'Name an authority shortly, as country and office: us/irs.',
    });
  }
  return stringToHex(name, { size: 32 });
}

/** The name behind an id that `authorityId` made. */
export function authorityName(id: Hex): string {
  return hexToString(id, { size: 32 });
}

/** An obligation (`us/irs/1040-es/2026-q1`) as the vault remembers it once it is paid: the keccak-256 of its name. */
export function obligationId(name: string): Hex {
  return keccak256(stringToHex(name));
}
