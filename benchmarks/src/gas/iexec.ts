import path from 'node:path';
import {
  type Abi,
  type Address,
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  encodePacked,
  hashTypedData,
  type Hex,
  keccak256,
  parseAbi,
  parseAbiParameters,
  type PrivateKeyAccount,
  toFunctionSelector,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem';
import { z } from 'zod';
import { approve, type Ground, mint } from './chain.ts';
import { artifact, link } from './artifact.ts';
import { type Pin, rivalPackage } from '../rival-package.ts';

/** Gas of one task from its deal to its payment, all transactions of all who take part. */
export type TaskGas = ReadonlyMap<number, number>;

export const POCO: Pin = {
  name: '@iexec/poco',
  version: '6.1.0',
  integrity: 'sha512-BPbDtf2fgQuotr6rf74ACVdwlKqkErEZ8qLbTWM+2CIBj2EX3+6KBGWsFoudoOGjgT7vUJ3jeNX8SWvHzSHg6A==',
};

/** What the task of a deal runs through, as facets of one contract (EIP-2535). */
const FACETS = [
  'deployments/arbitrum/OwnershipFacet.json',
  ...[
    'IexecCategoryManagerFacet',
    'IexecConfigurationFacet',
    'IexecERC20Facet',
    'IexecEscrowTokenFacet',
    'IexecPoco1Facet',
    'IexecPoco2Facet',
    'IexecPocoAccessorsFacet',
  ].map((name) => compiled(`facets/${name}.sol`)),
];

const pocoAbi = parseAbi([
  'struct AppOrder { address app; uint256 appprice; uint256 volume; bytes32 tag; address datasetrestrict; address workerpoolrestrict; address requesterrestrict; bytes32 salt; bytes sign; }',
  'struct DatasetOrder { address dataset; uint256 datasetprice; uint256 volume; bytes32 tag; address apprestrict; address workerpoolrestrict; address requesterrestrict; bytes32 salt; bytes sign; }',
  'struct WorkerpoolOrder { address workerpool; uint256 workerpoolprice; uint256 volume; bytes32 tag; uint256 category; uint256 trust; address apprestrict; address datasetrestrict; address requesterrestrict; bytes32 salt; bytes sign; }',
  'struct RequestOrder { address app; uint256 appmaxprice; address dataset; uint256 datasetmaxprice; address workerpool; uint256 workerpoolmaxprice; address requester; uint256 volume; bytes32 tag; uint256 category; uint256 trust; address beneficiary; address callback; string params; bytes32 salt; bytes sign; }',
  'function configure(address token, string name, string symbol, uint8 decimals, address appRegistry, address datasetRegistry, address workerpoolRegistry, address v3)',
  'function createCategory(string name, string description, uint256 workClockTimeRef)',
  'function deposit(uint256 amount)',
  'function matchOrders(AppOrder app, DatasetOrder dataset, WorkerpoolOrder workerpool, RequestOrder request)',
  'function initialize(bytes32 dealId, uint256 index)',
  'function contribute(bytes32 taskId, bytes32 resultHash, bytes32 resultSeal, address enclaveChallenge, bytes enclaveSign, bytes authorizationSign)',
  'function reveal(bytes32 taskId, bytes32 resultDigest)',
  'function finalize(bytes32 taskId, bytes results, bytes resultsCallback)',
  'function balanceOf(address account) view returns (uint256)',
]);
const registryAbi = parseAbi([
  'function initialize(address previous)',
  'function createApp(address owner, string name, string type, bytes multiaddr, bytes32 checksum, bytes mrenclave) returns (address)',
  'function createWorkerpool(address owner, string description) returns (address)',
]);
const PRICE = 1_000_000n;

/**
 * Runs a task by iExec's protocol for each number of workers: deal, initialisation, a contribution and a revelation each,
 * finalisation. Everyone has an account that took part in a task before; deposits and withdrawals are not counted.
 */
export async function measurePoco(ground: Ground, workerCounts: readonly number[]): Promise<TaskGas> {
  const { chain, payer, hub, workers } = ground;
  const poco = await deployPoco(ground);
  for (const account of [payer, hub, ...workers]) {
    await mint(ground, account.address, 1_000n * PRICE);
    await approve(ground, account, poco.diamond);
    const args = [1_000n * PRICE] as const;
    await chain.send(account, poco.diamond, encodeFunctionData({ abi: pocoAbi, functionName: 'deposit', args }));
  }
  const gas = new Map<number, number>();
  for (const count of workerCounts) {
    await runTask(ground, poco, workers.slice(0, count), `before ${count}`);
    gas.set(count, await runTask(ground, poco, workers.slice(0, count), `measured ${count}`));
  }
  return gas;
}

interface Poco {
  readonly diamond: Address;
  readonly app: Address;
  readonly workerpool: Address;
}

async function deployPoco({ chain, token, deployer, hub }: Ground): Promise<Poco> {
  const poco = await rivalPackage(POCO);
  const orders = await chain.deploy(link((await artifact(poco, compiled('libs/IexecLibOrders_v5.sol'))).creation));
  const libraries = { IexecLibOrders_v5: orders };
  const cuts: { facetAddress: Address; action: number; functionSelectors: Hex[] }[] = [];
  const taken = new Set<Hex>();
  for (const facet of FACETS) {
    const facetAddress = await chain.deploy(link((await artifact(poco, facet)).creation, libraries));
    const selectors = selectorsOf(JSON.parse(await poco.text(facet))).filter((selector) => !taken.has(selector));
    for (const selector of selectors) taken.add(selector);
    cuts.push({ facetAddress, action: 0, functionSelectors: selectors });
  }
  const diamond = await chain.deploy(
    link((await artifact(poco, compiled('Diamond.sol'))).creation),
    encodeAbiParameters(parseAbiParameters(['(address,uint8,bytes4[])[]', '(address,address,bytes)']), [
      cuts.map(({ facetAddress, action, functionSelectors }) => [facetAddress, action, functionSelectors] as const),
      [deployer.address, zeroAddress, '0x'],
    ]),
  );
  const registry = async (kind: string): Promise<Address> => {
    const file = compiled(`registries/${kind.toLowerCase()}s/${kind}Registry.sol`);
    const address = await chain.deploy(link((await artifact(poco, file)).creation));
    const data = encodeFunctionData({ abi: registryAbi, functionName: 'initialize', args: [zeroAddress] });
    await chain.send(deployer, address, data);
    return address;
  };
  const [apps, datasets, workerpools] = [
    await registry('App'),
    await registry('Dataset'),
    await registry('Workerpool'),
  ];
  await chain.send(
    deployer,
    diamond,
    encodeFunctionData({
      abi: pocoAbi,
      functionName: 'configure',
      args: [token, 'Staked token', 'ST', 6, apps, datasets, workerpools, zeroAddress],
    }),
  );
  await chain.send(
    deployer,
    diamond,
    encodeFunctionData({ abi: pocoAbi, functionName: 'createCategory', args: ['XS', 'five minutes', 300n] }),
  );
  const create = async (to: Address, data: Hex): Promise<Address> => {
    const { logs } = await chain.send(deployer, to, data);
    // The entry is an NFT whose number is its address.
    const minted = logs.find(({ topics }) => topics.length === 4)!;
    return `0x${minted.topics[3]!.slice(-40)}`;
  };
  const app = await create(
    apps,
    encodeFunctionData({
      abi: registryAbi,
      functionName: 'createApp',
      args: [hub.address, 'app', 'DOCKER', toHex('registry/app:1'), keccak256('0x01'), '0x'],
    }),
  );
  const workerpool = await create(
    workerpools,
    encodeFunctionData({ abi: registryAbi, functionName: 'createWorkerpool', args: [hub.address, 'pool'] }),
  );
  return { diamond, app, workerpool };
}

/** Where Hardhat puts what it compiled from a source. */
function compiled(source: string): string {
  return `artifacts/contracts/${source}/${path.basename(source, '.sol')}.json`;
}

const functionsOf = z.object({ abi: z.array(z.looseObject({ type: z.string() })) });

function selectorsOf(file: unknown): Hex[] {
  const abi = functionsOf.parse(file).abi as unknown as Abi;
  return abi.filter((item) => item.type === 'function').map((item) => toFunctionSelector(item));
}

async function runTask(
  { chain, payer, hub }: Ground,
  { diamond, app, workerpool }: Poco,
  workers: readonly PrivateKeyAccount[],
  name: string,
): Promise<number> {
  const orders = await signOrders({ chainId: chain.id, diamond, app, workerpool, payer, hub, workers, name });
  let gas = 0;
  const send = async (from: PrivateKeyAccount, data: Hex): Promise<void> => {
    gas += (await chain.send(from, diamond, data)).gasUsed;
  };
  await send(
    hub,
    encodeFunctionData({
      abi: pocoAbi,
      functionName: 'matchOrders',
      args: [orders.app, orders.dataset, orders.workerpool, orders.request],
    }),
  );
  const dealId = keccak256(encodePacked(['bytes32', 'uint256'], [orders.requestHash, 0n]));
  const taskId = keccak256(encodePacked(['bytes32', 'uint256'], [dealId, 0n]));
  const digest = keccak256(toHex(`result of ${name}`));
  const resultHash = keccak256(concat([taskId, digest]));
  await send(hub, encodeFunctionData({ abi: pocoAbi, functionName: 'initialize', args: [dealId, 0n] }));
  for (const worker of workers) {
    const seal = keccak256(concat([worker.address, taskId, digest]));
    const authorization = await hub.signMessage({
      message: {
        raw: keccak256(encodePacked(['address', 'bytes32', 'address'], [worker.address, taskId, zeroAddress])),
      },
    });
    const args = [taskId, resultHash, seal, zeroAddress, '0x', authorization] as const;
    await send(worker, encodeFunctionData({ abi: pocoAbi, functionName: 'contribute', args }));
  }
  for (const worker of workers) {
    await send(worker, encodeFunctionData({ abi: pocoAbi, functionName: 'reveal', args: [taskId, digest] }));
  }
  await send(hub, encodeFunctionData({ abi: pocoAbi, functionName: 'finalize', args: [taskId, digest, '0x'] }));
  const earned = await chain.read(
    diamond,
    encodeFunctionData({ abi: pocoAbi, functionName: 'balanceOf', args: [workers[0]!.address] }),
  );
  if (BigInt(earned) <= 1_000n * PRICE) throw new Error('The task was finalised, yet its worker was not paid.');
  return gas;
}

async function signOrders(deal: {
  chainId: number;
  diamond: Address;
  app: Address;
  workerpool: Address;
  payer: PrivateKeyAccount;
  hub: PrivateKeyAccount;
  workers: readonly PrivateKeyAccount[];
  name: string;
}) {
  const { diamond, app, workerpool, payer, hub, workers } = deal;
  const domain = { name: 'iExecODB', version: '5.0.0', chainId: deal.chainId, verifyingContract: diamond } as const;
  const salt = keccak256(toHex(deal.name));
  const anyone = { requesterrestrict: zeroAddress, tag: zeroHash, volume: 1n, salt } as const;
  // Each worker without a reputation doubles the weight of its result: consensus comes with the last one, no sooner.
  const trust = 2n ** BigInt(workers.length);
  const appOrder = { app, appprice: 0n, datasetrestrict: zeroAddress, workerpoolrestrict: zeroAddress, ...anyone };
  const poolOrder = {
    workerpool,
    workerpoolprice: PRICE,
    category: 0n,
    trust,
    apprestrict: zeroAddress,
    datasetrestrict: zeroAddress,
    ...anyone,
  };
  const request = {
    app,
    appmaxprice: 0n,
    dataset: zeroAddress,
    datasetmaxprice: 0n,
    workerpool: zeroAddress,
    workerpoolmaxprice: PRICE,
    requester: payer.address,
    volume: 1n,
    tag: zeroHash,
    category: 0n,
    trust,
    beneficiary: payer.address,
    callback: zeroAddress,
    params: '{"iexec_args":"1"}',
    salt,
  };
  const typed = { domain, types: orderTypes } as const;
  const noDataset = {
    dataset: zeroAddress,
    datasetprice: 0n,
    apprestrict: zeroAddress,
    workerpoolrestrict: zeroAddress,
    ...anyone,
    volume: 0n,
    salt: zeroHash,
    sign: '0x',
  } as const;
  return {
    app: { ...appOrder, sign: await hub.signTypedData({ ...typed, primaryType: 'AppOrder', message: appOrder }) },
    dataset: noDataset,
    workerpool: {
      ...poolOrder,
      sign: await hub.signTypedData({ ...typed, primaryType: 'WorkerpoolOrder', message: poolOrder }),
    },
    request: {
      ...request,
      sign: await payer.signTypedData({ ...typed, primaryType: 'RequestOrder', message: request }),
    },
    requestHash: hashTypedData({ ...typed, primaryType: 'RequestOrder', message: request }),
  };
}

const RESTRICTIONS = {
  app: { name: 'apprestrict', type: 'address' },
  dataset: { name: 'datasetrestrict', type: 'address' },
  workerpool: { name: 'workerpoolrestrict', type: 'address' },
  requester: { name: 'requesterrestrict', type: 'address' },
} as const;
const VOLUME = { name: 'volume', type: 'uint256' } as const;
const TAG = { name: 'tag', type: 'bytes32' } as const;
const SALT = { name: 'salt', type: 'bytes32' } as const;
const orderTypes = {
  AppOrder: [
    { name: 'app', type: 'address' },
    { name: 'appprice', type: 'uint256' },
    VOLUME,
    TAG,
    RESTRICTIONS.dataset,
    RESTRICTIONS.workerpool,
    RESTRICTIONS.requester,
    SALT,
  ],
  WorkerpoolOrder: [
    { name: 'workerpool', type: 'address' },
    { name: 'workerpoolprice', type: 'uint256' },
    VOLUME,
    TAG,
    { name: 'category', type: 'uint256' },
    { name: 'trust', type: 'uint256' },
    RESTRICTIONS.app,
    RESTRICTIONS.dataset,
    RESTRICTIONS.requester,
    SALT,
  ],
  RequestOrder: [
    { name: 'app', type: 'address' },
    { name: 'appmaxprice', type: 'uint256' },
    { name: 'dataset', type: 'address' },
    { name: 'datasetmaxprice', type: 'uint256' },
    { name: 'workerpool', type: 'address' },
    { name: 'workerpoolmaxprice', type: 'uint256' },
    { name: 'requester', type: 'address' },
    VOLUME,
    TAG,
    { name: 'category', type: 'uint256' },
    { name: 'trust', type: 'uint256' },
    { name: 'beneficiary', type: 'address' },
    { name: 'callback', type: 'address' },
    { name: 'params', type: 'string' },
    SALT,
  ],
} as const;
