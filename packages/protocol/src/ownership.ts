import { z } from 'zod';
import { GristmillError } from './errors.ts';
import {
  type Address,
  address,
  addressOfPeer,
  type DeviceKey,
  type PeerId,
  peerId,
  sign,
  signature,
  signerOf,
} from './identity.ts';
import { count } from './units.ts';

/** An owner's word, signed by the owner's own wallet, that a device is theirs until a time. */
const ownership = z.strictObject({ owner: address, device: peerId, expiresAtMs: count });
export const signedOwnership = z.strictObject({ ownership, signature });
export type SignedOwnership = z.infer<typeof signedOwnership>;

export function signOwnership(owner: DeviceKey, device: PeerId, expiresAtMs: number): SignedOwnership {
  const word = { owner: owner.address, device, expiresAtMs };
  return { ownership: word, signature: sign(owner, 'ownership', word) };
}

/**
 * Who stands behind a device: the owner whose word it brings, or, without one, its own key. A claim alone is worth
 * nothing, or an impostor could keep a real owner out of tasks.
 *
 * @throws GristmillError `OWNERSHIP_INVALID`
 */
export function ownerOf(device: PeerId, signed: SignedOwnership | null, nowMs: number): Address {
  if (signed === null) return addressOfPeer(device);
  const { ownership: word, signature: signedBy } = signed;
  const complaint =
    word.device !== device
      ? `is about device ${word.device}, not ${device}`
      : word.expiresAtMs <= nowMs
        ? `held until ${word.expiresAtMs} ms after 1970 and now is ${nowMs}`
        : signerOf('ownership', word, signedBy) === word.owner
          ? null
          : `is not signed by ${word.owner}`;
  if (complaint === null) return word.owner;
  throw new GristmillError('OWNERSHIP_INVALID', `The word of the owner ${complaint}.`, {
    hint: 'Let the owner sign anew with `gristmill wallet own DEVICE`, or leave --ownership out.',
  });
}
