import { parseAbi } from 'viem';
import type { ChainConnection } from './chain.ts';
import { type ChainFees, FEE_PRESETS, feesOf } from './fees.ts';

/** Where OP Stack chains tell what Ethereum charges them (specs.optimism.io, "Predeploys"). */
const GAS_PRICE_ORACLE = '0x420000000000000000000000000000000000000F';
const oracleAbi = parseAbi([
  'function l1BaseFee() view returns (uint256)',
  'function blobBaseFee() view returns (uint256)',
]);

/** A chain that Gristmill does not know: gas at its own price. */
const PLAIN = { gasPriceMin: 0n, dataFeeScalars: null };

/**
 * What the chain charges just now: by its preset, or, on a chain that has none, for gas alone.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_REVERTED` where a rollup does not tell its prices.
 */
export async function readChainFees({ chainId, read }: Pick<ChainConnection, 'chainId' | 'read'>): Promise<ChainFees> {
  const preset = Object.values(FEE_PRESETS).find((known) => known.chainId === chainId) ?? PLAIN;
  const asked = (functionName: 'l1BaseFee' | 'blobBaseFee') =>
    read(`GasPriceOracle.${functionName}`, (reader) =>
      reader.readContract({ address: GAS_PRICE_ORACLE, abi: oracleAbi, functionName }),
    );
  const [gasPrice, l1BaseFee, l1BlobBaseFee] = await Promise.all([
    read('Reading the gas price', (reader) => reader.getGasPrice()),
    preset.dataFeeScalars === null ? 0n : asked('l1BaseFee'),
    preset.dataFeeScalars === null ? 0n : asked('blobBaseFee'),
  ]);
  return feesOf(preset, { gasPrice, l1BaseFee, l1BlobBaseFee });
}
