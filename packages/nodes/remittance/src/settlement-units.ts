import type { Asset } from '@gristmill/protocol';
import { RemittanceError } from './errors.ts';

/**
 * An amount of tax in its currency's minor units as minor units of the asset that the vault holds, at par: one GUSD
 * pays one dollar. Exact, because the asset must have at least as many decimals: 123 cents are 1,230,000 units.
 *
 * @throws RemittanceError `ASSET_TOO_COARSE`
 */
export function settlementUnitsAtPar(amount: bigint, currency: Asset, asset: Asset): bigint {
  if (asset.decimals < currency.decimals) {
    throw new RemittanceError(
      'ASSET_TOO_COARSE',
      `${asset.code} has ${asset.decimals} decimals and cannot pay ${currency.code} with ${currency.decimals} exactly.`,
      'Hold the tax vault in an asset with at least as many decimals as the tax currency.',
    );
  }
  return amount * 10n ** BigInt(asset.decimals - currency.decimals);
}
