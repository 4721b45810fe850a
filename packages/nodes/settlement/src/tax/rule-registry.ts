import { address, type Address, cid, type Cid, GristmillError } from '@gristmill/protocol';
import {
  BaseError,
  ContractFunctionRevertedError,
  createPublicClient,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  stringToHex,
} from 'viem';
import { ruleRegistryAbi, ruleRegistryBytecode } from '../abi/rule-registry.ts';
import { connectChain, type SenderKey } from '../chain/chain.ts';
import { chainError } from '../errors.ts';

/** A rule pack as its publisher put it on chain. */
interface RegisteredRulePack {
  cid: Cid;
  /** The first day it applies to, `2026-01-01`. */
  effectiveFrom: string;
  /** Unix time in seconds of the block. */
  publishedAt: number;
}

/** Which rule packs publishers stand by on chain. Reading takes no key, and nothing is asked before the first question. */
export interface RuleRegistryReader {
  /**
   * The pack that a publisher has for a day; null when there is none.
   *
   * @throws GristmillError `RULE_PACK_NAME_INVALID`, `CHAIN_UNREACHABLE`, `CHAIN_CONTRACT_MISSING`
   */
  packFor(question: { publisher: Address; id: string; date: string }): Promise<RegisteredRulePack | null>;
  /**
   * Whether this pack is the newest that its publisher has from exactly this day on.
   *
   * @throws GristmillError as `packFor`
   */
  isPublished(pack: { publisher: Address; id: string; effectiveFrom: string; cid: Cid }): Promise<boolean>;
}

export function ruleRegistryReader({ rpcUrl, registry }: { rpcUrl: string; registry: Address }): RuleRegistryReader {
  const reader = createPublicClient({ transport: http(rpcUrl) });

  async function packFor({ publisher, id, date }: Parameters<RuleRegistryReader['packFor']>[0]) {
    const args = [publisher, jurisdictionOf(id), BigInt(unixSecondsOf(date))] as const;
    try {
      const found = await reader.readContract({
        address: registry,
        abi: ruleRegistryAbi,
        functionName: 'packFor',
        args,
      });
      return {
        cid: cid.parse(found.cid),
        effectiveFrom: new Date(Number(found.effectiveFrom) * 1000).toISOString().slice(0, 10),
        publishedAt: Number(found.publishedAt),
      };
    } catch (error) {
      if (isNoRulePack(error)) return null;
      throw chainError('RuleRegistry.packFor', error);
    }
  }

  return {
    packFor,
    async isPublished({ publisher, id, effectiveFrom, cid: name }) {
      const found = await packFor({ publisher, id, date: effectiveFrom });
      return found?.effectiveFrom === effectiveFrom && found.cid === name;
    },
  };
}

/**
 * Puts a pack on chain in the name of the key that sends it.
 *
 * @throws GristmillError `RULE_PACK_NAME_INVALID`, `CHAIN_UNREACHABLE`, `CHAIN_REVERTED`, `CHAIN_GAS_MISSING`
 */
export async function registerRulePack({
  rpcUrl,
  key,
  registry,
  pack,
}: {
  rpcUrl: string;
  key: SenderKey;
  registry: Address;
  pack: { id: string; effectiveFrom: string; cid: Cid };
}): Promise<{ transactionHash: Hex; gasUsed: bigint }> {
  const jurisdiction = jurisdictionOf(pack.id);
  const chain = await connectChain(rpcUrl, key);
  const { transactionHash, gasUsed } = await chain.transact('RuleRegistry.publish', {
    to: registry,
    data: encodeFunctionData({
      abi: ruleRegistryAbi,
      functionName: 'publish',
      // The publisher itself needs no signature beside that of its transaction.
      args: [chain.account.address, jurisdiction, BigInt(unixSecondsOf(pack.effectiveFrom)), pack.cid, '0x'],
    }),
  });
  return { transactionHash, gasUsed };
}

/**
 * Deploys a registry. Nobody owns it: whose packs to trust is each reader's choice.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_GAS_MISSING`
 */
export async function deployRuleRegistry({ rpcUrl, key }: { rpcUrl: string; key: SenderKey }): Promise<Address> {
  const chain = await connectChain(rpcUrl, key);
  const data = encodeDeployData({ abi: ruleRegistryAbi, bytecode: ruleRegistryBytecode });
  const { contractAddress } = await chain.transact('Deploying RuleRegistry', { data });
  return address.parse(contractAddress);
}

/** A pack's id (`us/federal/individual`) as the contract knows it: its text, padded with zeros, readable on chain. */
function jurisdictionOf(id: string): Hex {
  if (!/^[\u0021-\u007e]{1,32}$/.test(id)) {
    throw new GristmillError('RULE_PACK_NAME_INVALID', `"${id}" is not 1 to 32 letters of ASCII.`, {
      hint: 'Name a pack by its folder, as in us/federal/individual.',
    });
  }
  return stringToHex(id, { size: 32 });
}

function unixSecondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

function isNoRulePack(error: unknown): boolean {
  const reverted =
    error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null;
  return reverted instanceof ContractFunctionRevertedError && reverted.data?.errorName === 'NoRulePack';
}
