import { compile } from '@gristmill/contracts/compiler.ts';
import { authorityId, deployContracts } from '@gristmill/settlement';
import { address, voucherTypes } from '@gristmill/protocol';
import {
  type Address,
  concat,
  encodeFunctionData,
  type Hex,
  parseAbi,
  parseSignature,
  type PrivateKeyAccount,
  serializeCompactSignature,
  signatureToCompactSignature,
  toHex,
} from 'viem';
import { addressOf, approve, type Chain, erc20Abi, type Ground, groundOf, mint } from './chain.ts';

/** Gas of whole transactions, ours and the plain transfer that they are held against. */
export interface OwnGas {
  readonly transfer: number;
  readonly collect: number;
  readonly collectReserved: number;
  readonly claim: number;
  readonly claimReserved: number;
  /** A payee that the payer never paid before, and whose first voucher this is. */
  readonly claimFirst: number;
  /** What the payer itself had to send before that newcomer had its money. */
  readonly payerTransactionsToOpen: number;
  /** Through the payee's plan: a share to the vault, the rest to its wallet. */
  readonly claimSplit: number;
  readonly claimSplitReserved: number;
  /** By the number of payees. */
  readonly claimMany: ReadonlyMap<number, number>;
  readonly claimStatement: ReadonlyMap<number, number>;
  readonly payMany: ReadonlyMap<number, number>;
}

export interface OwnContracts {
  readonly ground: Ground;
  readonly escrow: Address;
  readonly payMany: Address;
}

const escrowAbi = parseAbi([
  'function deposit(address signer, uint256 amount)',
  'function claim((address payer, address signer, address payee, uint256 cumulative) voucher, bytes signature)',
  'function collect(address payer, address signer, uint256 cumulative, bytes32 r, bytes32 vs)',
  'function claimMany((address payer, address signer, (bytes32 promised, bytes32 r, bytes32 vs)[] vouchers)[] batches)',
  'function claimStatement(address payer, address signer, bytes32[] promises, bytes signature)',
  'function reserve((address payer, address signer, address payee, uint96 cumulative, uint24 releases) reservation, bytes signature)',
  'function setPlan(address wallet, bytes32 authority, uint32 setAsidePpm)',
]);
const payManyAbi = parseAbi(['function payMany(address token, bytes32[] payments)']);

const AUTHORITY = 'us/irs';
/** 15.3 %, the rate of the US self-employment tax. */
const SET_ASIDE_PPM = 153_000;
const DEPOSIT = 10n ** 12n;

/** Deploys what is measured as networks have it, with the payer's deposit in it. */
export async function deployOurs(chain: Chain): Promise<OwnContracts> {
  const { deployerKey, rpcUrl } = chain;
  const { token, escrow } = await deployContracts({
    rpcUrl,
    deployerKey,
    challengeDelaySeconds: 86_400,
    authorities: [{ name: AUTHORITY, payoutAddress: address.parse(addressOf('authority')) }],
  });
  const ground = groundOf(chain, token);
  const { deployer, payer, hub } = ground;
  await mint(ground, payer.address, DEPOSIT * 2n);
  await mint(ground, deployer.address, 1n);
  await approve(ground, payer, escrow);
  await chain.send(
    payer,
    escrow,
    encodeFunctionData({ abi: escrowAbi, functionName: 'deposit', args: [hub.address, DEPOSIT] }),
  );
  const payMany = await chain.deploy(`0x${compile(['PayMany']).get('PayMany')!.evm.bytecode.object}`);
  await approve(ground, payer, payMany);
  return { ground, escrow, payMany };
}

/** Each figure is of a payee that was paid before, but for `claimFirst`; receivers hold some of the token already. */
export async function measureOurs(
  { ground, escrow, payMany }: OwnContracts,
  batchSizes: readonly number[],
): Promise<OwnGas> {
  const { chain, token, deployer, payer, hub, workers } = ground;
  const domain = { name: 'Gristmill Escrow', version: '1', chainId: chain.id, verifyingContract: escrow } as const;
  const send = async (from: PrivateKeyAccount, to: Address, data: Hex): Promise<number> =>
    (await chain.send(from, to, data)).gasUsed;

  const signVoucher = async (payee: Address, cumulative: bigint) => {
    const voucher = { payer: payer.address, signer: hub.address, payee, cumulative };
    const signature = await hub.signTypedData({
      domain,
      types: voucherTypes,
      primaryType: 'Voucher',
      message: voucher,
    });
    return { voucher, ...compact(signature) };
  };
  const claim = async (payee: Address, cumulative: bigint): Promise<number> => {
    const { voucher, bytes } = await signVoucher(payee, cumulative);
    const data = encodeFunctionData({ abi: escrowAbi, functionName: 'claim', args: [voucher, bytes] });
    return await send(deployer, escrow, data);
  };
  const collect = async (payee: PrivateKeyAccount, cumulative: bigint): Promise<number> => {
    const { r, vs } = await signVoucher(payee.address, cumulative);
    const args = [payer.address, hub.address, cumulative, r, vs] as const;
    return await send(payee, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'collect', args }));
  };
  const reserve = async (payee: Address): Promise<void> => {
    const reservation = {
      payer: payer.address,
      signer: hub.address,
      payee,
      cumulative: 100_000_000n,
      releases: 0,
    };
    await send(hub, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'reserve', args: [reservation, '0x'] }));
  };
  const claimMany = async (payees: readonly Address[], cumulative: bigint): Promise<number> => {
    const vouchers = [];
    for (const payee of payees) {
      const { r, vs } = await signVoucher(payee, cumulative);
      vouchers.push({ promised: payment(payee, cumulative), r, vs });
    }
    const batches = [{ payer: payer.address, signer: hub.address, vouchers }];
    return await send(
      deployer,
      escrow,
      encodeFunctionData({ abi: escrowAbi, functionName: 'claimMany', args: [batches] }),
    );
  };
  const claimStatement = async (payees: readonly Address[], cumulative: bigint): Promise<number> => {
    const promises = payees.map((payee) => payment(payee, cumulative));
    const message = { payer: payer.address, signer: hub.address, promises };
    const signature = await hub.signTypedData({
      domain,
      types: {
        Statement: [
          { name: 'payer', type: 'address' },
          { name: 'signer', type: 'address' },
          { name: 'promises', type: 'bytes32[]' },
        ],
      },
      primaryType: 'Statement',
      message,
    });
    const args = [message.payer, message.signer, promises, compact(signature).bytes] as const;
    return await send(deployer, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'claimStatement', args }));
  };
  const holders = async (what: string, count: number): Promise<Address[]> => {
    const addresses = Array.from({ length: count }, (_, i) => addressOf(`${what} ${i}`));
    for (const address of addresses) await mint(ground, address, 1n);
    return addresses;
  };

  const [receiver, claimant, claimantReserved, newcomer] = await holders('payee', 4);
  const transferData = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [receiver!, 1_000_000n] });
  const transfer = await send(payer, token, transferData);

  await claim(claimant!, 1_000_000n);
  const claimGas = await claim(claimant!, 2_000_000n);
  await reserve(claimantReserved!);
  await claim(claimantReserved!, 1_000_000n);
  const claimReserved = await claim(claimantReserved!, 2_000_000n);
  const sentBefore = await chain.transactionsOf(payer.address);
  const claimFirst = await claim(newcomer!, 1_000_000n);
  const payerTransactionsToOpen = (await chain.transactionsOf(payer.address)) - sentBefore;

  const [collector, collectorReserved, splitter] = workers;
  for (const payee of [collector!, collectorReserved!, splitter!]) await mint(ground, payee.address, 1n);
  await collect(collector!, 1_000_000n);
  const collectGas = await collect(collector!, 2_000_000n);
  await reserve(collectorReserved!.address);
  await collect(collectorReserved!, 1_000_000n);
  const collectReserved = await collect(collectorReserved!, 2_000_000n);

  const [wallet] = await holders('wallet', 1);
  const plan = [wallet!, authorityId(AUTHORITY), SET_ASIDE_PPM] as const;
  await send(splitter!, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'setPlan', args: plan }));
  await claim(splitter!.address, 1_000_000n);
  const claimSplit = await claim(splitter!.address, 2_000_000n);
  await reserve(splitter!.address);
  const claimSplitReserved = await claim(splitter!.address, 3_000_000n);

  const crowd = await holders('crowd', Math.max(...batchSizes));
  const inBatches = async (
    pay: (payees: readonly Address[], cumulative: bigint) => Promise<number>,
    firstCumulative: bigint,
  ): Promise<Map<number, number>> => {
    await pay(crowd, firstCumulative);
    const gas = new Map<number, number>();
    for (const [i, size] of batchSizes.entries()) {
      gas.set(size, await pay(crowd.slice(0, size), firstCumulative + 1_000_000n * BigInt(i + 1)));
    }
    return gas;
  };
  return {
    transfer,
    collect: collectGas,
    collectReserved,
    claim: claimGas,
    claimReserved,
    claimFirst,
    payerTransactionsToOpen,
    claimSplit,
    claimSplitReserved,
    claimMany: await inBatches(claimMany, 1_000_000n),
    claimStatement: await inBatches(claimStatement, 100_000_000n),
    payMany: await inBatches(async (payees) => {
      const payments = payees.map((payee) => payment(payee, 1_000_000n));
      const data = encodeFunctionData({ abi: payManyAbi, functionName: 'payMany', args: [token, payments] });
      return await send(payer, payMany, data);
    }, 0n),
  };
}

/** A payee and an amount in one word, as `contracts/src/Payment.sol` has it. */
function payment(payee: Address, amount: bigint): Hex {
  return concat([payee, toHex(amount, { size: 12 })]);
}

/** EIP-2098's compact form: whole, and in its two words. */
function compact(signature: Hex): { bytes: Hex; r: Hex; vs: Hex } {
  const { r, yParityAndS: vs } = signatureToCompactSignature(parseSignature(signature));
  return { bytes: serializeCompactSignature({ r, yParityAndS: vs }), r, vs };
}
