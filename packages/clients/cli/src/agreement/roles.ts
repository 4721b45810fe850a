import { type Address, GristmillError } from '@gristmill/protocol';
import { parseAddress } from '../parse-address.ts';

/**
 * Who holds each role, from `name=address` words; `me` is this wallet.
 *
 * @throws GristmillError `OPTION_INVALID`
 */
export function rolesOf(words: readonly string[], me: Address): Record<string, Address> {
  return Object.fromEntries(
    words.map((word): [string, Address] => {
      const equals = word.lastIndexOf('=');
      const [name, holder] = [word.slice(0, equals), word.slice(equals + 1)];
      if (equals > 0) return [name, holder === 'me' ? me : parseAddress(`--role ${name}`, holder)];
      throw new GristmillError('OPTION_INVALID', `--role is "${word}", which names nobody.`, {
        hint: 'Write --role buyer=0x…, or --role buyer=me.',
      });
    }),
  );
}
