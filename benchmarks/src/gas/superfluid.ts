import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, parseAbi, toEventSelector } from 'viem';
import { addressOf, approve, type Ground, mint } from './chain.ts';
import { artifact, link } from './artifact.ts';
import { type Pin, type RivalPackage, rivalPackage } from '../rival-package.ts';
import type { StreamGas } from './sablier.ts';

export const SUPERFLUID: Pin = {
  name: '@superfluid-finance/ethereum-contracts',
  version: '1.15.2',
  integrity: 'sha512-pvNZvjR72VNdVsUyk0AEsyU8nhk3ClFI9IDfpDVgHaeupugUzrtrsWAwr8s9iAbNgC7uS4e3/kz1Afd+aK5H7Q==',
};

const stepsAbi = parseAbi([
  'function executeStep(uint8 step)',
  'function getFramework() view returns ((address governance, address host, address cfa, address ida, address gda, address superTokenFactory, address superTokenLogic, address resolver, address loader, address cfaV1Forwarder))',
]);
const factoryAbi = parseAbi([
  'function createERC20Wrapper(address underlyingToken, uint8 upgradability, string name, string symbol) returns (address)',
]);
const superTokenAbi = parseAbi(['function upgrade(uint256 amount)', 'function downgrade(uint256 amount)']);
const forwarderAbi = parseAbi([
  'function createFlow(address token, address sender, address receiver, int96 flowrate, bytes userData) returns (bool)',
]);

const STEPS_FILE = 'build/hardhat/contracts/utils/SuperfluidFrameworkDeploymentSteps.t.sol';
/** Libraries of the deployment tool that lie in files of their own; all others lie beside the tool. */
const LIBRARY_FILES: Record<string, string> = {
  SlotsBitmapLibrary: 'build/hardhat/contracts/libs/SlotsBitmapLibrary.sol/SlotsBitmapLibrary.json',
  SuperfluidPoolDeployerLibrary:
    'build/hardhat/contracts/agreements/gdav1/SuperfluidPoolDeployerLibrary.sol/SuperfluidPoolDeployerLibrary.json',
};
/** The rest of the tool's steps deploys what no payment goes through. */
const STEPS = [0, 1, 2, 3, 4, 5];
const SEMI_UPGRADABLE = 1;
const DAY = 86_400;

/**
 * A Superfluid stream of the token wrapped: its wrapping by the payer is not counted, and a withdrawal is the payee's
 * unwrapping of what has arrived.
 */
export async function measureSuperfluid(ground: Ground): Promise<StreamGas> {
  const { chain, token, payer, deployer, workers } = ground;
  const { superTokenFactory, cfaV1Forwarder } = await deploySuperfluid(ground);
  const created = await chain.send(
    deployer,
    superTokenFactory,
    encodeFunctionData({
      abi: factoryAbi,
      functionName: 'createERC20Wrapper',
      args: [token, SEMI_UPGRADABLE, 'Super token', 'STx'],
    }),
  );
  const selector = toEventSelector('SuperTokenCreated(address)');
  const event = created.logs.find(({ topics }) => topics[0] === selector)!;
  const superToken: Address = `0x${event.topics[1]!.slice(-40)}`;
  await approve(ground, payer, superToken);
  // Wrapped amounts have 18 decimals, whatever the token has.
  const coin = 10n ** 18n;
  const upgrade = encodeFunctionData({ abi: superTokenAbi, functionName: 'upgrade', args: [10_000n * coin] });
  await chain.send(payer, superToken, upgrade);
  const createFlow = async (receiver: Address): Promise<number> => {
    const args = [superToken, payer.address, receiver, coin / BigInt(DAY), '0x'] as const;
    const data = encodeFunctionData({ abi: forwarderAbi, functionName: 'createFlow', args });
    return (await chain.send(payer, cfaV1Forwarder, data)).gasUsed;
  };
  await createFlow(addressOf('an earlier payee of a flow'));
  const receiver = workers[4]!;
  await mint(ground, receiver.address, 1n);
  const create = await createFlow(receiver.address);
  const downgrade = async (): Promise<number> => {
    await chain.increaseTime(2 * DAY);
    const data = encodeFunctionData({ abi: superTokenAbi, functionName: 'downgrade', args: [coin] });
    return (await chain.send(receiver, superToken, data)).gasUsed;
  };
  const withdrawFirst = await downgrade();
  return { create, withdrawFirst, withdraw: await downgrade() };
}

/**
 * Runs the deployment tool that the package itself brings. The tool and its libraries are larger than the chain's limit
 * for code, so they are put there; what they deploy, which is what is measured, comes there as on any chain.
 */
async function deploySuperfluid({ chain, deployer }: Ground) {
  const superfluid = await rivalPackage(SUPERFLUID);
  const [registry, code] = await erc1820(superfluid);
  await chain.setCode(registry, code);
  const put = async (name: string, file: string): Promise<Address> => {
    const { runtime } = await artifact(superfluid, file);
    const libraries: Record<string, Address> = {};
    for (const needed of Object.values(runtime.linkReferences).flatMap((names) => Object.keys(names))) {
      libraries[needed] = await put(needed, LIBRARY_FILES[needed] ?? `${STEPS_FILE}/${needed}.json`);
    }
    const address = addressOf(`superfluid ${name}`);
    await chain.setCode(address, link(runtime, libraries));
    return address;
  };
  const steps = await put('steps', `${STEPS_FILE}/SuperfluidFrameworkDeploymentSteps.json`);
  for (const step of STEPS) {
    await chain.send(deployer, steps, encodeFunctionData({ abi: stepsAbi, functionName: 'executeStep', args: [step] }));
  }
  const framework = await chain.read(steps, encodeFunctionData({ abi: stepsAbi, functionName: 'getFramework' }));
  return decodeFunctionResult({ abi: stepsAbi, functionName: 'getFramework', data: framework });
}

/** The registry of ERC-1820, which has one address on all chains and which the package brings as text in Solidity. */
async function erc1820(superfluid: RivalPackage): Promise<[address: Address, code: Hex]> {
  const source = await superfluid.text('contracts/libs/ERC1820RegistryCompiled.sol');
  const address = /address\((0x[0-9a-fA-F]{40})\)/.exec(source)?.[1];
  const code = /hex"([0-9a-f]+)"/.exec(source)?.[1];
  if (address === undefined || code === undefined) throw new Error('The package has no ERC-1820 registry any more.');
  return [address as Address, `0x${code}`];
}
