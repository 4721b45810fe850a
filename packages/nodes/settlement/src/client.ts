import { type Address, address, type Settlement, type SignedVoucher } from '@gristmill/protocol';
import { bytesToHex, encodeFunctionData, type Hex, parseEventLogs, type TransactionReceipt, zeroAddress } from 'viem';
import { anchorAbi } from './abi/anchor.ts';
import { escrowAbi } from './abi/escrow.ts';
import { testDollarAbi } from './abi/test-dollar.ts';
import { authorityId, authorityName, obligationId } from './authority.ts';
import { type ChainOptions, connectChain, type SenderKey } from './chain.ts';
import { readChainFees } from './chain-fees.ts';
import { claimMany, type ClaimManyResult } from './claim.ts';
import { deposit } from './deposit.ts';
import type { Deployment } from './deployment.ts';
import { worthClaiming } from './fees.ts';
import { createQueue } from './queue.ts';
import { voucherTypedData } from './verify-voucher.ts';

/** A transaction that did what it was sent for. */
export interface Sent {
  transactionHash: Hex;
  gasUsed: bigint;
}

/** The escrow account of one payer and one signer, in minor units. */
export interface EscrowAccount {
  /** Deposited, less what was withdrawn. */
  fundedUnits: bigint;
  /** What payees have drawn, or what is reserved for them where that is more. */
  committedUnits: bigint;
  /** What nobody has a claim on: `fundedUnits - committedUnits`. */
  balanceUnits: bigint;
  /** Announced to be withdrawn. */
  withdrawingUnits: bigint;
  /** Unix time in seconds from which it can be withdrawn; null when nothing is announced. */
  withdrawableAt: number | null;
}

/** How a payee wants its payouts split. */
export interface PayoutPlan {
  /** Where what is not set aside goes. */
  wallet: Address;
  /** The tax authority that money is set aside for, by name. */
  authority: string;
  /** Millionths of each payout; the amount is rounded up. */
  setAsidePpm: number;
}

/**
 * A network's contracts as one key holder uses them: the coordinator's `Settlement` port, and what payers, providers
 * and taxpayers do. Amounts are minor units of the settlement asset.
 *
 * Every method that asks the chain can throw `CHAIN_UNREACHABLE`; every one that sends, also `CHAIN_REVERTED` (naming
 * the Solidity error and its arguments) and `CHAIN_GAS_MISSING`. After `CHAIN_UNREACHABLE` it is open whether what was
 * being sent arrived; claims and remittances can simply be sent again, for the contracts pay nothing twice.
 */
export interface SettlementClient extends Settlement {
  readonly deployment: Deployment;

  /** Makes play money, on local networks only. */
  mint(options: { to: Address; units: bigint }): Promise<Sent>;
  /** Sends the chain's native coin, so that a new key can pay for its own transactions. */
  sendGas(options: { to: Address; wei: bigint }): Promise<Sent>;
  balanceOf(owner: Address): Promise<bigint>;
  /** Unix time of the newest block, in seconds: the time that contracts see. */
  blockTimestamp(): Promise<number>;

  /** Puts own money where vouchers of `signer` can draw on it. One transaction (EIP-2612 permit). */
  deposit(options: { signer: Address; units: bigint }): Promise<Sent>;
  /** Announces a withdrawal, replacing the one before; 0 takes it back. */
  requestWithdrawal(options: { signer: Address; units: bigint }): Promise<Sent>;
  /** Takes back what was announced, or what vouchers have left of it, once the challenge delay is over. */
  withdraw(options: { signer: Address }): Promise<Sent & { units: bigint }>;
  escrowAccount(payer: Address, signer: Address): Promise<EscrowAccount>;
  /** What vouchers have drawn for this payee so far. */
  claimedUnits(parties: { payer: Address; signer: Address; payee: Address }): Promise<bigint>;
  /**
   * Claims vouchers, each payee's newest, in one transaction. Vouchers that do not verify are refused before anything
   * is sent; one that the chain cannot pay (stale, not covered) is reported in `skipped` and stops none of the others.
   *
   * @throws GristmillError `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `VOUCHER_SIGNATURE_INVALID`, `CLAIM_EMPTY`
   */
  claimMany(vouchers: readonly SignedVoucher[]): Promise<ClaimManyResult>;
  /**
   * Which of these vouchers are worth a claim at the chain's fees of this moment: those whose part of the fee of one batch
   * is at most `feeSharePpm` millionths of what they would pay. `weiPerUnit` is the worth of a minor unit of the asset.
   * Once a payer has announced a withdrawal, waiting loses what is not claimed in time: then all that pays more than its
   * own fee is worth it.
   */
  worthClaiming(
    vouchers: readonly SignedVoucher[],
    terms: { weiPerUnit: { wei: bigint; units: bigint }; feeSharePpm: bigint },
  ): Promise<SignedVoucher[]>;

  /**
   * Keeps money for one payee alone, so that its vouchers up to `cumulative` are paid whatever else this key promises as
   * a signer. It also makes each of its claims cheaper.
   */
  reserve(promise: { payer: Address; payee: Address; cumulative: bigint }): Promise<Sent>;
  /** What vouchers of this payee can draw for certain, what they have drawn included. */
  securedUnits(parties: { payer: Address; signer: Address; payee: Address }): Promise<bigint>;
  /** As a payee: gives back what is reserved for this key and was not claimed. */
  release(parties: { payer: Address; signer: Address }): Promise<Sent>;

  /** Sets how this key's own payouts are split from now on. */
  setPayoutPlan(plan: PayoutPlan): Promise<Sent>;
  payoutPlan(payee: Address): Promise<PayoutPlan | null>;
  setAsideOf(taxpayer: Address, authority: string): Promise<bigint>;
  /** Where an authority is paid; null when it is not registered. */
  authorityAddress(authority: string): Promise<Address | null>;
  /** Pays an authority from own set-aside money, once per obligation (any text that names it). */
  remit(options: {
    authority: string;
    units: bigint;
    obligation: string;
  }): Promise<Sent & { payoutAddress: Address; units: bigint }>;
  /** What was remitted for an obligation; 0 when it was not paid yet. */
  remittedUnits(options: { taxpayer: Address; authority: string; obligation: string }): Promise<bigint>;

  /** Marks the own journal at `size` events with its 32-byte Merkle root. */
  anchor(options: { root: Uint8Array | Hex; size: number }): Promise<Sent>;
  latestAnchor(operator: Address): Promise<{ root: Hex; size: number; anchoredAt: number } | null>;
}

export interface SettlementClientOptions extends ChainOptions {
  rpcUrl: string;
  key: SenderKey;
  deployment: Deployment;
}

/** @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_MISMATCH` when the RPC serves another chain than the deployment's. */
export async function createSettlementClient({
  rpcUrl,
  key,
  deployment,
  ...options
}: SettlementClientOptions): Promise<SettlementClient> {
  const chain = await connectChain(rpcUrl, key, options, deployment.chainId);
  const signer = address.parse(chain.account.address);
  const token = { address: deployment.token, abi: testDollarAbi } as const;
  const escrow = { address: deployment.escrow, abi: escrowAbi } as const;
  const router = { address: deployment.router, abi: escrowAbi } as const;
  const taxVault = { address: deployment.taxVault, abi: escrowAbi } as const;
  const anchor = { address: deployment.anchor, abi: anchorAbi } as const;
  // A permit's nonce is taken from the chain, so the next deposit waits until the one before is in a block.
  const depositInTurn = createQueue();

  const escrowAccount = async (payer: Address, signer: Address): Promise<EscrowAccount> => {
    const [fundedUnits, committedUnits, withdrawingUnits, withdrawableAt] = await chain.read(
      'Escrow.accountOf',
      (reader) => reader.readContract({ ...escrow, functionName: 'accountOf', args: [payer, signer] }),
    );
    return {
      fundedUnits,
      committedUnits,
      balanceUnits: fundedUnits - committedUnits,
      withdrawingUnits,
      withdrawableAt: withdrawingUnits === 0n ? null : withdrawableAt,
    };
  };

  const channel = async (payer: Address, signer: Address, payee: Address) =>
    await chain.read('Escrow.channelOf', (reader) =>
      reader.readContract({ ...escrow, functionName: 'channelOf', args: [payer, signer, payee] }),
    );

  const claimedUnits = async (parties: { payer: Address; signer: Address; payee: Address }): Promise<bigint> =>
    await chain.read('Escrow.claimedBy', (reader) =>
      reader.readContract({
        ...escrow,
        functionName: 'claimedBy',
        args: [parties.payer, parties.signer, parties.payee],
      }),
    );

  return {
    chainId: deployment.chainId,
    escrow: deployment.escrow,
    signer,
    deployment,

    async fundedUnits(payer) {
      const { fundedUnits, withdrawingUnits, committedUnits } = await escrowAccount(payer, signer);
      // What was drawn or reserved after the announcement no longer leaves by the withdrawal.
      const promisable = fundedUnits - withdrawingUnits;
      return promisable > committedUnits ? promisable : committedUnits;
    },

    async signVoucher({ payer, payee, cumulative }) {
      const voucher = { chainId: deployment.chainId, escrow: deployment.escrow, payer, signer, payee, cumulative };
      return { voucher, signature: await chain.account.signTypedData(voucherTypedData(voucher)) };
    },

    async mint({ to, units }) {
      const data = encodeFunctionData({ ...token, functionName: 'mint', args: [to, units] });
      return sent(await chain.transact('TestDollar.mint', { to: deployment.token, data }));
    },

    async sendGas({ to, wei }) {
      return sent(await chain.transact('Sending gas', { to, value: wei }));
    },

    async balanceOf(owner) {
      return await chain.read('TestDollar.balanceOf', (reader) =>
        reader.readContract({ ...token, functionName: 'balanceOf', args: [owner] }),
      );
    },

    async blockTimestamp() {
      return Number((await chain.read('Reading the newest block', (reader) => reader.getBlock())).timestamp);
    },

    async deposit(options) {
      return sent(await depositInTurn(() => deposit(chain, deployment, options)));
    },

    async requestWithdrawal({ signer, units }) {
      const data = encodeFunctionData({ ...escrow, functionName: 'requestWithdrawal', args: [signer, units] });
      return sent(await chain.transact('Escrow.requestWithdrawal', { to: deployment.escrow, data }));
    },

    async withdraw({ signer }) {
      const data = encodeFunctionData({ ...escrow, functionName: 'withdraw', args: [signer] });
      const receipt = await chain.transact('Escrow.withdraw', { to: deployment.escrow, data });
      const [withdrawn] = parseEventLogs({ ...escrow, logs: receipt.logs, eventName: 'Withdrawn' });
      return { ...sent(receipt), units: withdrawn!.args.amount };
    },

    escrowAccount,

    claimedUnits,

    async claimMany(vouchers) {
      return await claimMany(chain, deployment, vouchers);
    },

    async worthClaiming(vouchers, terms) {
      const [fees, drawn, accounts] = await Promise.all([
        readChainFees(chain),
        Promise.all(vouchers.map(({ voucher }) => claimedUnits(voucher))),
        Promise.all(vouchers.map(({ voucher }) => escrowAccount(voucher.payer, voucher.signer))),
      ]);
      const claimable = vouchers.flatMap((signed, i) => {
        const units = signed.voucher.cumulative - drawn[i]!;
        const isLeaving = accounts[i]!.withdrawableAt !== null;
        return units > 0n ? [{ signed, units, first: drawn[i] === 0n, isLeaving }] : [];
      });
      const chosen = (isLeaving: boolean, feeSharePpm: bigint) =>
        worthClaiming(
          claimable.filter((voucher) => voucher.isLeaving === isLeaving),
          { fees, ...terms, feeSharePpm },
        );
      return [...chosen(true, 1_000_000n), ...chosen(false, terms.feeSharePpm)].map(({ signed }) => signed);
    },

    async reserve({ payer, payee, cumulative }) {
      const [, , , releases] = await channel(payer, signer, payee);
      const data = encodeFunctionData({
        ...escrow,
        functionName: 'reserve',
        args: [{ payer, signer, payee, cumulative, releases }, '0x'],
      });
      return sent(await chain.transact('Escrow.reserve', { to: deployment.escrow, data }));
    },

    async securedUnits({ payer, signer, payee }) {
      const [claimed, reserved] = await channel(payer, signer, payee);
      return claimed > reserved ? claimed : reserved;
    },

    async release({ payer, signer: by }) {
      const data = encodeFunctionData({ ...escrow, functionName: 'release', args: [payer, by, signer] });
      return sent(await chain.transact('Escrow.release', { to: deployment.escrow, data }));
    },

    async setPayoutPlan({ wallet, authority, setAsidePpm }) {
      const args = [wallet, authorityId(authority), setAsidePpm] as const;
      const data = encodeFunctionData({ ...router, functionName: 'setPlan', args });
      return sent(await chain.transact('PayoutRouter.setPlan', { to: deployment.router, data }));
    },

    async payoutPlan(payee) {
      const [wallet, setAsidePpm, authority] = await chain.read('PayoutRouter.planOf', (reader) =>
        reader.readContract({ ...router, functionName: 'planOf', args: [payee] }),
      );
      if (wallet === zeroAddress) return null;
      return { wallet: address.parse(wallet), authority: authorityName(authority), setAsidePpm };
    },

    async setAsideOf(taxpayer, authority) {
      return await chain.read('TaxVault.setAsideOf', (reader) =>
        reader.readContract({ ...taxVault, functionName: 'setAsideOf', args: [taxpayer, authorityId(authority)] }),
      );
    },

    async authorityAddress(authority) {
      const payoutAddress = await chain.read('TaxVault.payoutAddressOf', (reader) =>
        reader.readContract({ ...taxVault, functionName: 'payoutAddressOf', args: [authorityId(authority)] }),
      );
      return payoutAddress === zeroAddress ? null : address.parse(payoutAddress);
    },

    async remit({ authority, units, obligation }) {
      const args = [authorityId(authority), units, obligationId(obligation)] as const;
      const data = encodeFunctionData({ ...taxVault, functionName: 'remit', args });
      const receipt = await chain.transact('TaxVault.remit', { to: deployment.taxVault, data });
      const [remitted] = parseEventLogs({ ...taxVault, logs: receipt.logs, eventName: 'Remitted' });
      const { payoutAddress, amount } = remitted!.args;
      return { ...sent(receipt), payoutAddress: address.parse(payoutAddress), units: amount };
    },

    async remittedUnits({ taxpayer, authority, obligation }) {
      const args = [taxpayer, authorityId(authority), obligationId(obligation)] as const;
      return await chain.read('TaxVault.remittedFor', (reader) =>
        reader.readContract({ ...taxVault, functionName: 'remittedFor', args }),
      );
    },

    async anchor({ root, size }) {
      const args = [typeof root === 'string' ? root : bytesToHex(root), BigInt(size)] as const;
      const data = encodeFunctionData({ ...anchor, functionName: 'anchor', args });
      return sent(await chain.transact('Anchor.anchor', { to: deployment.anchor, data }));
    },

    async latestAnchor(operator) {
      const [root, size, anchoredAt] = await chain.read('Anchor.latest', (reader) =>
        reader.readContract({ ...anchor, functionName: 'latest', args: [operator] }),
      );
      return size === 0n ? null : { root, size: Number(size), anchoredAt: Number(anchoredAt) };
    },
  };
}

function sent({ transactionHash, gasUsed }: TransactionReceipt): Sent {
  return { transactionHash, gasUsed };
}
