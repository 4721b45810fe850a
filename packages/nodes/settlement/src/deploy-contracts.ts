import { type Address, address } from '@gristmill/protocol';
import { encodeDeployData, encodeFunctionData, type Hex } from 'viem';
import { anchorAbi, anchorBytecode } from './abi/anchor.ts';
import { escrowAbi, escrowBytecode } from './abi/escrow.ts';
import { testDollarAbi, testDollarBytecode } from './abi/test-dollar.ts';
import { authorityId } from './authority.ts';
import { connectChain, type SenderKey } from './chain.ts';
import type { Deployment } from './deployment.ts';

export interface DeployContractsOptions {
  rpcUrl: string;
  /** Pays for the deployment and registers the authorities; has no power over money, then or later. */
  deployerKey: SenderKey;
  /** How long payees have to claim after a payer announced a withdrawal. At least a second, at most a year. */
  challengeDelaySeconds: number;
  /** Tax authorities by name (`us/irs`), and the address each is paid at, for ever. */
  authorities: readonly { name: string; payoutAddress: Address }[];
}

/**
 * Deploys a network's contracts with the play money of a local chain, and registers its tax authorities.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_GAS_MISSING`, `CHAIN_REVERTED`, `AUTHORITY_NAME_INVALID`
 */
export async function deployContracts(options: DeployContractsOptions): Promise<Deployment> {
  const authorities = options.authorities.map(({ name, payoutAddress }) => ({ id: authorityId(name), payoutAddress }));
  const chain = await connectChain(options.rpcUrl, options.deployerKey);
  const deploy = async (name: string, data: Hex): Promise<Address> => {
    const { contractAddress } = await chain.transact(`Deploying ${name}`, { data });
    return address.parse(contractAddress);
  };

  const token = await deploy('TestDollar', encodeDeployData({ abi: testDollarAbi, bytecode: testDollarBytecode }));
  const escrow = await deploy(
    'Escrow',
    encodeDeployData({
      abi: escrowAbi,
      bytecode: escrowBytecode,
      args: [token, chain.account.address, options.challengeDelaySeconds],
    }),
  );
  const anchor = await deploy('Anchor', encodeDeployData({ abi: anchorAbi, bytecode: anchorBytecode }));
  for (const { id, payoutAddress } of authorities) {
    await chain.transact('TaxVault.registerAuthority', {
      to: escrow,
      data: encodeFunctionData({ abi: escrowAbi, functionName: 'registerAuthority', args: [id, payoutAddress] }),
    });
  }
  // Router and vault are parts of the escrow: a claim that is split moves the money once.
  const [router, taxVault] = [escrow, escrow];
  return { chainId: chain.chainId, token, escrow, router, taxVault, anchor, asset: { code: 'GUSD', decimals: 6 } };
}
