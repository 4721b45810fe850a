import { address, type Address, GristmillError } from '@gristmill/protocol';

/** @throws GristmillError `OPTION_INVALID` when the text is no address, or one whose letters belie it (EIP-55). */
export function parseAddress(option: string, text: string): Address {
  const parsed = address.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new GristmillError('OPTION_INVALID', `${option} is "${text}", which is not an EVM address.`, {
    hint: 'Write 0x and 40 hexadecimal digits; where capitals and small letters are mixed they are a checksum, so copy them as they are.',
  });
}
