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
  return unitsAtPar(amount, currency, asset);
}

/** Minor units of one asset as those of another, at par. What is less than one of them counts for nothing (down). */
export function unitsAtPar(units: bigint, from: Pick<Asset, 'decimals'>, to: Pick<Asset, 'decimals'>): bigint {
  const shift = to.decimals - from.decimals;
  return shift >= 0 ? units * 10n ** BigInt(shift) : units / 10n ** BigInt(-shift);
}
