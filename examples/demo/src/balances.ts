import type { Address } from '@gristmill/protocol';

/** What `unitsOf` answers for each address. */
export async function unitsByAddress(
  addresses: readonly Address[],
  unitsOf: (address: Address) => Promise<bigint>,
): Promise<ReadonlyMap<Address, bigint>> {
  return new Map(await Promise.all(addresses.map(async (at) => [at, await unitsOf(at)] as const)));
}
