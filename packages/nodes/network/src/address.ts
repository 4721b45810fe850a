import { peerId } from '@gristmill/protocol';
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr';
import { addressMalformed, messageOf } from './errors.ts';

/** @throws GristmillError `ADDRESS_MALFORMED` */
export function parseListenAddress(address: string): Multiaddr {
  try {
    return multiaddr(address);
  } catch (cause) {
    throw addressMalformed(address, messageOf(cause), cause);
  }
}

/**
 * An address to dial. It must say who is expected there, since that is what Noise checks.
 *
 * @throws GristmillError `ADDRESS_MALFORMED`
 */
export function parseDialAddress(address: string): Multiaddr {
  const parsed = parseListenAddress(address);
  const components = parsed.getComponents();
  const last = components.at(-1);
  if (last?.name !== 'p2p' || !peerId.safeParse(last.value).success) {
    throw addressMalformed(address, 'it does not end in /p2p/ and the id of a secp256k1 key');
  }
  if (!components.some(({ name }) => name === 'tcp')) {
    throw addressMalformed(address, 'it names no TCP port, and TCP is all this version dials');
  }
  return parsed;
}
