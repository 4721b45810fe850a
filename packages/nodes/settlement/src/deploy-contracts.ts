import { type Address, address, GristmillError } from '@gristmill/protocol';
import { encodeDeployData, encodeFunctionData, type Hex } from 'viem';
import { agreementAbi, agreementBytecode } from './abi/agreement.ts';
import { anchorAbi, anchorBytecode } from './abi/anchor.ts';
import { escrowAbi, escrowBytecode } from './abi/escrow.ts';
import { payManyAbi, payManyBytecode } from './abi/pay-many.ts';
import { ruleRegistryAbi, ruleRegistryBytecode } from './abi/rule-registry.ts';
import { stakeAbi, stakeBytecode } from './abi/stake.ts';
import { testDollarAbi, testDollarBytecode } from './abi/test-dollar.ts';
import { authorityId } from './tax/authority.ts';
import { connectChain, type SenderKey } from './chain/chain.ts';
import type { Deployment } from './chain/deployment.ts';
import { localJurors } from './chain/local-chain.ts';

export interface DeployContractsOptions {
  rpcUrl: string;
  /** Pays for the deployment and registers the authorities; has no power over money, then or later. */
  deployerKey: SenderKey;
  /** How long payees have to claim after a payer announced a withdrawal. At least a second, at most a year. */
  challengeDelaySeconds: number;
  /** Tax authorities by name (`us/irs`), and the address each is paid at, for ever. */
  authorities: readonly { name: string; payoutAddress: Address }[];
  /** What the network settles in, an ERC-20 that is there already. Default: play money is deployed, which anybody can mint. */
  asset?: { token: Address; code: string; decimals: number };
  /** Who may judge providers, for ever. Default, with play money: `localJurors()`, whose keys everyone knows. */
  jurors?: readonly Address[];
  /** Jurors that a verdict needs: more than one, and more than half. Default: the fewest that are allowed. */
  quorum?: number;
  /** How long a bond can still be slashed after its owner asked for it. Default: `challengeDelaySeconds`. */
  unbondingDelaySeconds?: number;
  /** Millionths of a slash that go to who proved the fault; the rest goes to the wronged requestor. Default: a half. */
  proverSharePpm?: number;
}

/**
 * Deploys a network's contracts, and registers its tax authorities.
 *
 * @throws GristmillError `JURORS_MISSING`, `AUTHORITY_NAME_INVALID`, `CHAIN_UNREACHABLE`, `CHAIN_GAS_MISSING`, `CHAIN_REVERTED`
 */
export async function deployContracts(options: DeployContractsOptions): Promise<Deployment> {
  const authorities = options.authorities.map(({ name, payoutAddress }) => ({ id: authorityId(name), payoutAddress }));
  const { asset, challengeDelaySeconds, jurors = localJurors().map((juror) => juror.address) } = options;
  if (asset !== undefined && options.jurors === undefined) {
    throw new GristmillError('JURORS_MISSING', `Bonds in ${asset.code} need jurors, and none are named.`, {
      hint: 'Name at least two addresses whose keys their owners alone have; they can never be changed.',
      fault: 'configuration',
    });
  }
  const { unbondingDelaySeconds = challengeDelaySeconds, proverSharePpm = 500_000 } = options;
  const quorum = options.quorum ?? Math.max(2, Math.floor(jurors.length / 2) + 1);
  const chain = await connectChain(options.rpcUrl, options.deployerKey);
  const deployedAtBlock = await chain.read('Reading the block number', (reader) =>
    reader.getBlockNumber({ cacheTime: 0 }),
  );
  const deploy = async (name: string, data: Hex): Promise<Address> => {
    const { contractAddress } = await chain.transact(`Deploying ${name}`, { data });
    return address.parse(contractAddress);
  };

  const { token, ...denomination } = asset ?? {
    token: await deploy('TestDollar', encodeDeployData({ abi: testDollarAbi, bytecode: testDollarBytecode })),
    code: 'GUSD',
    decimals: 6,
  };
  const escrow = await deploy(
    'Escrow',
    encodeDeployData({
      abi: escrowAbi,
      bytecode: escrowBytecode,
      args: [token, chain.account.address, challengeDelaySeconds],
    }),
  );
  const stake = await deploy(
    'Stake',
    encodeDeployData({
      abi: stakeAbi,
      bytecode: stakeBytecode,
      args: [token, jurors, BigInt(quorum), unbondingDelaySeconds, proverSharePpm],
    }),
  );
  const anchor = await deploy('Anchor', encodeDeployData({ abi: anchorAbi, bytecode: anchorBytecode }));
  const ruleRegistry = await deploy(
    'RuleRegistry',
    encodeDeployData({ abi: ruleRegistryAbi, bytecode: ruleRegistryBytecode }),
  );
  const payMany = await deploy('PayMany', encodeDeployData({ abi: payManyAbi, bytecode: payManyBytecode }));
  const agreement = await deploy('Agreement', encodeDeployData({ abi: agreementAbi, bytecode: agreementBytecode }));
  for (const { id, payoutAddress } of authorities) {
    await chain.transact('TaxVault.registerAuthority', {
      to: escrow,
      data: encodeFunctionData({ abi: escrowAbi, functionName: 'registerAuthority', args: [id, payoutAddress] }),
    });
  }
  return {
    chainId: chain.chainId,
    token,
    escrow,
    // Router and vault are parts of the escrow: a claim that is split moves the money once.
    router: escrow,
    taxVault: escrow,
    anchor,
    stake,
    ruleRegistry,
    payMany,
    agreement,
    deployedAtBlock: Number(deployedAtBlock),
    asset: denomination,
  };
}
