import { GristmillError, type PeerId, peerId } from '@gristmill/protocol';

/** @throws GristmillError `OPTION_INVALID` when the text names no device. */
export function deviceNamed(text: string): PeerId {
  const parsed = peerId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new GristmillError('OPTION_INVALID', `"${text}" is no device.`, {
    hint: '`gristmill provide` and `gristmill status` name devices: 16Uiu2HA…',
  });
}
