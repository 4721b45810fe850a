/** What the fee of a transaction is made of; prices are in wei. */
export interface ChainFees {
  gasPrice: bigint;
  /** What a rollup pays for publishing the transaction; null for a chain that publishes nowhere. */
  dataFee: DataFee | null;
}

/**
 * The L1 data fee of the OP Stack since Fjord (specs.optimism.io, "Fjord L1-Cost fee changes"). The scalars are the
 * chain operator's, in millionths; the base fees are Ethereum's own, as `GasPriceOracle` at 0x42…0F tells them.
 */
export interface DataFee {
  baseFeeScalar: bigint;
  blobBaseFeeScalar: bigint;
  l1BaseFee: bigint;
  l1BlobBaseFee: bigint;
}

/** How a chain charges. What moves from block to block is asked of the chain; see `feesOf`. */
export interface FeePreset {
  chainId: number;
  gasPriceMin: bigint;
  dataFeeScalars: Pick<DataFee, 'baseFeeScalar' | 'blobBaseFeeScalar'> | null;
}

/**
 * The chains that Gristmill knows: a local one; Base, a rollup on Ethereum, whose data scalars are those it has had since
 * Ecotone; Rootstock, a Bitcoin layer 2 with blocks of its own, so gas is all (its minimum price is 0.06 gwei).
 */
export const FEE_PRESETS = {
  local: { chainId: 31_337, gasPriceMin: 0n, dataFeeScalars: null },
  base: { chainId: 8453, gasPriceMin: 0n, dataFeeScalars: { baseFeeScalar: 2269n, blobBaseFeeScalar: 1_055_762n } },
  rootstock: { chainId: 30, gasPriceMin: 60_000_000n, dataFeeScalars: null },
} as const satisfies Record<string, FeePreset>;

/** A preset with the prices of the moment: those of this chain and, for a rollup, those of Ethereum. */
export function feesOf(
  { gasPriceMin, dataFeeScalars }: Pick<FeePreset, 'gasPriceMin' | 'dataFeeScalars'>,
  prices: { gasPrice: bigint; l1BaseFee: bigint; l1BlobBaseFee: bigint },
): ChainFees {
  const { l1BaseFee, l1BlobBaseFee } = prices;
  return {
    gasPrice: prices.gasPrice > gasPriceMin ? prices.gasPrice : gasPriceMin,
    dataFee: dataFeeScalars === null ? null : { ...dataFeeScalars, l1BaseFee, l1BlobBaseFee },
  };
}

const DATA_FEE_INTERCEPT = -42_585_600n;
const DATA_FEE_PER_BYTE = 836_500n;
const DATA_FEE_BYTES_MIN = 100n;

/**
 * What a transaction costs, in wei. The data fee counts each of `bytes`, as if nothing of them could be compressed:
 * signatures cannot, so it is a little above what will be charged, never below it.
 */
export function transactionFee({ gasPrice, dataFee }: ChainFees, size: { gas: bigint; bytes: bigint }): bigint {
  const execution = size.gas * gasPrice;
  if (dataFee === null) return execution;
  const price = 16n * dataFee.baseFeeScalar * dataFee.l1BaseFee + dataFee.blobBaseFeeScalar * dataFee.l1BlobBaseFee;
  const estimated = DATA_FEE_INTERCEPT + DATA_FEE_PER_BYTE * size.bytes;
  const least = DATA_FEE_BYTES_MIN * 1_000_000n;
  // Twelve decimals: six of the size and six of the scalars. Rounded up.
  return execution + ((estimated > least ? estimated : least) * price + 999_999_999_999n) / 1_000_000_000_000n;
}

/** A `claimMany` of no voucher, and each of them on top; contracts/snapshots/payments.json has the measurements. */
const BATCH = { gas: 45_000n, bytes: 350n };
const VOUCHER = { gas: 22_000n, bytes: 96n };
/** Two slots more that were zero: the payee's channel and its balance. */
const FIRST_PAYMENT_GAS = 34_200n;

/** A voucher as the decision sees it. */
export interface Claimable {
  /** What it would pay now, in minor units. */
  units: bigint;
  /** Whether this account never paid this payee before: that costs the chain more. */
  first: boolean;
}

/**
 * Which vouchers are worth their fee now, claimed in one batch; none when no batch is. A claim is worth it when the fee
 * takes at most `feeSharePpm` millionths of what is paid. Each voucher must carry its own part, and all of them
 * together the transaction; so no other choice of vouchers leaves more.
 *
 * `weiPerUnit` is what a minor unit of the settlement asset is worth in wei, as a fraction.
 */
export function worthClaiming<Voucher extends Claimable>(
  vouchers: readonly Voucher[],
  {
    fees,
    weiPerUnit,
    feeSharePpm,
  }: { fees: ChainFees; weiPerUnit: { wei: bigint; units: bigint }; feeSharePpm: bigint },
): Voucher[] {
  // Both sides times `units` and a million: nothing is rounded.
  const allowance = ({ units }: Claimable) => units * weiPerUnit.wei * feeSharePpm;
  const cost = (fee: bigint) => fee * weiPerUnit.units * 1_000_000n;
  const alone = transactionFee(fees, BATCH);
  const own = ({ first }: Claimable) => {
    const gas = BATCH.gas + VOUCHER.gas + (first ? FIRST_PAYMENT_GAS : 0n);
    return transactionFee(fees, { gas, bytes: BATCH.bytes + VOUCHER.bytes }) - alone;
  };
  const worthy = vouchers.filter((voucher) => allowance(voucher) > cost(own(voucher)));
  const left = worthy.reduce((sum, voucher) => sum + allowance(voucher) - cost(own(voucher)), -cost(alone));
  return left >= 0n ? worthy : [];
}
