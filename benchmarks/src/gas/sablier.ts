import {
  encodeAbiParameters,
  encodeFunctionData,
  parseAbi,
  parseAbiParameters,
  toEventSelector,
  zeroAddress,
} from 'viem';
import { addressOf, approve, type Ground, mint } from './chain.ts';
import { artifact, link } from './artifact.ts';
import { type Pin, rivalPackage } from '../rival-package.ts';

export interface StreamGas {
  /** The payer opens a stream to a payee and funds it. */
  readonly create: number;
  /** The payee draws what has accrued, having drawn before. */
  readonly withdraw: number;
  /** The payee draws for the first time. */
  readonly withdrawFirst: number;
}

const UTILS: Pin = {
  name: '@sablier/evm-utils',
  version: '2.0.1',
  integrity: 'sha512-LRyCMKTHMbnUbiTTO1IGsCVXzl+KL63K3qSjynwmXOZhUfPDE0MIqvvRlvF34JukWGy60IkdmnsPD0lWk+fzuw==',
};
export const FLOW: Pin = {
  name: '@sablier/flow',
  version: '3.0.1',
  integrity: 'sha512-P7r2tMHRTS3KadYzwd4iEzHaSbKzPQfM+W1LI1lqQ11VhbRR0sqFjE71V6jr+QQPA3ns/L1KLf24Op5VOIvPDg==',
};
export const LOCKUP: Pin = {
  name: '@sablier/lockup',
  version: '4.0.1',
  integrity: 'sha512-jEWd1RqcYpjFx9X5SCju9Aqlge+R5zSxb+7K2jYt7wtytTQmUzIRN+q4UadMcJMSmskHU+6mf9lDfkng9Bgjrw==',
};

const comptrollerAbi = parseAbi([
  'function initialize(address admin, uint256 airdropFee, uint256 bobFee, uint256 flowFee, uint256 lockupFee, address oracle)',
]);
const flowAbi = parseAbi([
  'function createAndDeposit(address sender, address recipient, uint128 ratePerSecond, uint40 startTime, address token, bool transferable, uint128 amount) payable returns (uint256)',
  'function withdraw(uint256 streamId, address to, uint128 amount) payable',
]);
const lockupAbi = parseAbi([
  'function createWithDurationsLL((address sender, address recipient, uint128 depositAmount, address token, bool cancelable, bool transferable, string shape) params, (uint128 start, uint128 cliff) unlockAmounts, uint40 granularity, (uint40 cliff, uint40 total) durations) payable returns (uint256)',
  'function withdraw(uint256 streamId, address to, uint128 amount) payable',
]);
const DAY = 86_400;
const DEPOSIT = 30_000_000n;
const WITHDRAWN = 1_000_000n;

/** Sablier Flow: an open-ended stream. Its fee in coin is set to zero. */
export async function measureSablierFlow(ground: Ground): Promise<StreamGas> {
  const { chain, token, payer } = ground;
  const flowPackage = await rivalPackage(FLOW);
  const flow = await chain.deploy(
    link((await artifact(flowPackage, 'artifacts/SablierFlow.json')).creation),
    await constructorArguments(ground),
  );
  await approve(ground, payer, flow);
  // A coin a day, in the protocol's fixed point of 18 decimals.
  const rate = (1_000_000n * 10n ** 12n) / BigInt(DAY);
  return await measureStreams(ground, flow, (recipient) =>
    encodeFunctionData({
      abi: flowAbi,
      functionName: 'createAndDeposit',
      args: [payer.address, recipient, rate, 0, token, true, DEPOSIT],
    }),
  );
}

/** Sablier Lockup: a stream with an end, linear over thirty days. Its fee in coin is set to zero. */
export async function measureSablierLockup(ground: Ground): Promise<StreamGas> {
  const { chain, token, payer } = ground;
  const lockupPackage = await rivalPackage(LOCKUP);
  const library = async (name: string) =>
    await chain.deploy(link((await artifact(lockupPackage, `artifacts/libraries/${name}.json`)).creation));
  const libraries = { LockupHelpers: await library('LockupHelpers'), LockupMath: await library('LockupMath') };
  const lockup = await chain.deploy(
    link((await artifact(lockupPackage, 'artifacts/SablierLockup.json')).creation, libraries),
    await constructorArguments(ground),
  );
  await approve(ground, payer, lockup);
  return await measureStreams(ground, lockup, (recipient) =>
    encodeFunctionData({
      abi: lockupAbi,
      functionName: 'createWithDurationsLL',
      args: [
        {
          sender: payer.address,
          recipient,
          depositAmount: DEPOSIT,
          token,
          cancelable: true,
          transferable: true,
          shape: '',
        },
        { start: 0n, cliff: 0n },
        0,
        { cliff: 0, total: 30 * DAY },
      ],
    }),
  );
}

/** Both contracts ask a comptroller for their fees, and an NFT descriptor for pictures, which nobody asks for here. */
async function constructorArguments({ chain, deployer }: Ground) {
  const utils = await rivalPackage(UTILS);
  const logic = await chain.deploy(
    link((await artifact(utils, 'artifacts/SablierComptroller.json')).creation),
    encodeAbiParameters(parseAbiParameters('address'), [deployer.address]),
  );
  const initialize = encodeFunctionData({
    abi: comptrollerAbi,
    functionName: 'initialize',
    args: [deployer.address, 0n, 0n, 0n, 0n, zeroAddress],
  });
  const comptroller = await chain.deploy(
    link((await artifact(utils, 'artifacts/ERC1967Proxy.json')).creation),
    encodeAbiParameters(parseAbiParameters('address, bytes'), [logic, initialize]),
  );
  return encodeAbiParameters(parseAbiParameters('address, address'), [comptroller, zeroAddress]);
}

/** Opens one stream before the one that is measured: the first of a contract writes slots that later ones only change. */
async function measureStreams(
  ground: Ground,
  contract: `0x${string}`,
  createData: (recipient: `0x${string}`) => `0x${string}`,
): Promise<StreamGas> {
  const { chain, payer, workers } = ground;
  await chain.send(payer, contract, createData(addressOf('an earlier payee of a stream')));
  const recipient = workers[3]!;
  await mint(ground, recipient.address, 1n);
  const created = await chain.send(payer, contract, createData(recipient.address));
  // The stream is an NFT, and its number the last topic of its transfer from nobody.
  const transfer = toEventSelector('Transfer(address,address,uint256)');
  const minted = created.logs.find(({ topics }) => topics.length === 4 && topics[0] === transfer)!;
  const withdrawData = encodeFunctionData({
    abi: flowAbi,
    functionName: 'withdraw',
    args: [BigInt(minted.topics[3]!), recipient.address, WITHDRAWN],
  });
  const withdraw = async (): Promise<number> => {
    await chain.increaseTime(2 * DAY);
    return (await chain.send(recipient, contract, withdrawData)).gasUsed;
  };
  const withdrawFirst = await withdraw();
  return { create: created.gasUsed, withdrawFirst, withdraw: await withdraw() };
}
