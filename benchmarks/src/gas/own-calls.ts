import { voucherTypes } from '@gristmill/protocol';
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
import { erc20Abi, type Ground } from './chain.ts';

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

/** One transaction each on the payer's account with the hub, giving the gas that it used. Cumulatives are in minor units. */
export function ownCalls({ ground, escrow, payMany }: OwnContracts) {
  const { chain, token, deployer, payer, hub } = ground;
  const domain = { name: 'Gristmill Escrow', version: '1', chainId: chain.id, verifyingContract: escrow } as const;
  const account = { payer: payer.address, signer: hub.address } as const;
  const send = async (from: PrivateKeyAccount, to: Address, data: Hex): Promise<number> =>
    (await chain.send(from, to, data)).gasUsed;

  const signVoucher = async (payee: Address, cumulative: bigint) => {
    const voucher = { ...account, payee, cumulative };
    const typed = { domain, types: voucherTypes, primaryType: 'Voucher', message: voucher } as const;
    return { voucher, ...compact(await hub.signTypedData(typed)) };
  };

  return {
    async transfer(to: Address, units: bigint): Promise<number> {
      const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to, units] });
      return await send(payer, token, data);
    },
    async deposit(units: bigint): Promise<number> {
      const data = encodeFunctionData({ abi: escrowAbi, functionName: 'deposit', args: [hub.address, units] });
      return await send(payer, escrow, data);
    },
    /** Sent by a stranger, as anyone may. */
    async claim(payee: Address, cumulative: bigint): Promise<number> {
      const { voucher, bytes } = await signVoucher(payee, cumulative);
      const data = encodeFunctionData({ abi: escrowAbi, functionName: 'claim', args: [voucher, bytes] });
      return await send(deployer, escrow, data);
    },
    async collect(payee: PrivateKeyAccount, cumulative: bigint): Promise<number> {
      const { r, vs } = await signVoucher(payee.address, cumulative);
      const args = [account.payer, account.signer, cumulative, r, vs] as const;
      return await send(payee, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'collect', args }));
    },
    async reserve(payee: Address, cumulative: bigint): Promise<number> {
      const args = [{ ...account, payee, cumulative, releases: 0 }, '0x'] as const;
      return await send(hub, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'reserve', args }));
    },
    async setPlan(payee: PrivateKeyAccount, plan: { wallet: Address; authority: Hex; setAsidePpm: number }) {
      const args = [plan.wallet, plan.authority, plan.setAsidePpm] as const;
      return await send(payee, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'setPlan', args }));
    },
    async claimMany(payees: readonly Address[], cumulative: bigint): Promise<number> {
      const vouchers = [];
      for (const payee of payees) {
        const { r, vs } = await signVoucher(payee, cumulative);
        vouchers.push({ promised: payment(payee, cumulative), r, vs });
      }
      const args = [[{ ...account, vouchers }]] as const;
      return await send(deployer, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'claimMany', args }));
    },
    async claimStatement(payees: readonly Address[], cumulative: bigint): Promise<number> {
      const promises = payees.map((payee) => payment(payee, cumulative));
      const message = { ...account, promises };
      const signature = await hub.signTypedData({ domain, types: statementTypes, primaryType: 'Statement', message });
      const args = [account.payer, account.signer, promises, compact(signature).bytes] as const;
      return await send(deployer, escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'claimStatement', args }));
    },
    async payMany(payees: readonly Address[], units: bigint): Promise<number> {
      const payments = payees.map((payee) => payment(payee, units));
      const data = encodeFunctionData({ abi: payManyAbi, functionName: 'payMany', args: [token, payments] });
      return await send(payer, payMany, data);
    },
  };
}

const statementTypes = {
  Statement: [
    { name: 'payer', type: 'address' },
    { name: 'signer', type: 'address' },
    { name: 'promises', type: 'bytes32[]' },
  ],
} as const;

/** A payee and an amount in one word, as `contracts/src/Payment.sol` has it. */
function payment(payee: Address, amount: bigint): Hex {
  return concat([payee, toHex(amount, { size: 12 })]);
}

/** EIP-2098's compact form: whole, and in its two words. */
function compact(signature: Hex): { bytes: Hex; r: Hex; vs: Hex } {
  const { r, yParityAndS: vs } = signatureToCompactSignature(parseSignature(signature));
  return { bytes: serializeCompactSignature({ r, yParityAndS: vs }), r, vs };
}
