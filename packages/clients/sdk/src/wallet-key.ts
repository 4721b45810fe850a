import { type DeviceKey, deviceKeyFromPrivateKey, GristmillError } from '@gristmill/protocol';

/**
 * The key of a wallet, also from the text of its private key, as the environment or a file has it.
 *
 * @throws GristmillError `KEY_INVALID`, which does not repeat what was given
 */
export function walletKey(given: DeviceKey | string): DeviceKey {
  if (typeof given === 'string') {
    const [, digits] = /^\s*(?:0x)?([0-9a-f]{64})\s*$/i.exec(given) ?? [];
    if (digits !== undefined) return deviceKeyFromPrivateKey(bytesOfHex(digits));
  } else if (typeof (given as Partial<DeviceKey> | null)?.address === 'string') {
    return given;
  }
  throw new GristmillError('KEY_INVALID', 'The `key` of this connection is not the private key of a wallet.', {
    hint: 'Pass its 64 hexadecimal digits, or what deviceKeyFromPrivateKey(bytes) gives.',
    fault: 'configuration',
  });
}

function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
