import {
  type Address,
  address,
  type DelegatedVoucher,
  type Settlement,
  type SignedVoucher,
  type SignedVoucherStatement,
} from '@gristmill/protocol';
import { bytesToHex, encodeFunctionData, type Hex, parseEventLogs } from 'viem';
import { anchorAbi } from '../abi/anchor.ts';
import { escrowAbi } from '../abi/escrow.ts';
import { testDollarAbi } from '../abi/test-dollar.ts';
import { type ChainOptions, connectChain, type SenderKey } from '../chain/chain.ts';
import { claim, claimMany, type ClaimManyResult, claimStatement } from './claim.ts';
import type { PaidClaim } from './claims-in.ts';
import { deposit } from './deposit.ts';
import type { Deployment } from '../chain/deployment.ts';
import { type PaidTogether, payMany, type Payment } from './pay-many.ts';
import { createQueue } from '../chain/queue.ts';
import { createReservationBook, createReservations, type Reservations } from './reservations.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { createSessionKeys, type SessionKeys } from './session-keys.ts';
import { createSponsoredDeposits, type SponsoredDeposits } from './sponsored-deposit.ts';
import { createTaxes, type Taxes } from '../tax/taxes.ts';
import { voucherStatementTypedData, voucherTypedData } from '../chain/typed-data.ts';
import { type ExpectedVoucher, type PayableVoucher, verifyOnChain } from './verify-voucher.ts';
import type { ChainCursor } from '../chain/watch.ts';
import { type ClaimPlan, type ClaimTerms, planClaims } from './worth-claiming.ts';

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

/**
 * A network's contracts as one key holder uses them: the coordinator's `Settlement` port, and what payers, providers
 * and taxpayers do. Amounts are minor units of the settlement asset.
 *
 * Every method that asks the chain can throw `CHAIN_UNREACHABLE`; every one that sends, also `CHAIN_REVERTED` (naming
 * the Solidity error and its arguments) and `CHAIN_GAS_MISSING`. After `CHAIN_UNREACHABLE` it is open whether what was
 * being sent arrived; claims and remittances can simply be sent again, for the contracts pay nothing twice. The
 * README says of each verb whether it can.
 */
export interface SettlementClient extends Settlement, Reservations, SessionKeys, SponsoredDeposits, Taxes {
  readonly deployment: Deployment;

  /** Makes play money, on local networks only. */
  mint(options: { to: Address; units: bigint }): Promise<Sent>;
  /** Sends the chain's native coin, so that a new key can pay for its own transactions. */
  sendGas(options: { to: Address; wei: bigint }): Promise<Sent>;
  balanceOf(owner: Address): Promise<bigint>;
  /** Unix time of the newest block, in seconds: the time that contracts see. */
  blockTimestamp(): Promise<number>;

  /** The newest block: `watchEscrow` and `watchStake` go on from there. */
  newestBlock(): Promise<ChainCursor>;

  /**
   * Puts own money where vouchers of `signer` can draw on it: in one transaction by an EIP-2612 permit, or in two by an
   * approval, for tokens that know no permits.
   */
  deposit(options: { signer: Address; units: bigint; by?: 'permit' | 'approval' }): Promise<Sent>;
  /** Announces a withdrawal, replacing the one before; 0 takes it back. */
  requestWithdrawal(options: { signer: Address; units: bigint }): Promise<Sent>;
  /** Takes back what was announced, or what vouchers have left of it, once the challenge delay is over. */
  withdraw(options: { signer: Address }): Promise<Sent & { units: bigint }>;
  escrowAccount(payer: Address, signer: Address): Promise<EscrowAccount>;
  /** What vouchers have drawn for this payee so far. */
  claimedUnits(parties: { payer: Address; signer: Address; payee: Address }): Promise<bigint>;
  /**
   * Checks a voucher of a key, a contract wallet (ERC-1271) or a session key by all that the chain knows now: it passes
   * exactly when `claim` would pay it.
   *
   * @throws GristmillError `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `VOUCHER_WRONG_PAYEE`, `VOUCHER_NOT_INCREASING`,
   *   `VOUCHER_NOT_COVERED`, `VOUCHER_SIGNATURE_INVALID`, `VOUCHER_UNPAYABLE` (the token refuses), `DELEGATION_OUT_OF_SCOPE`,
   *   `DELEGATION_EXPIRED`, `DELEGATION_EXHAUSTED`, `DELEGATION_SIGNATURE_INVALID`
   */
  verifyVoucher(
    signed: SignedVoucher | DelegatedVoucher,
    expected: Omit<ExpectedVoucher, 'chainId' | 'escrow'>,
  ): Promise<PayableVoucher>;
  /** Claims one voucher of whatever kind. @throws GristmillError as `verifyVoucher`, before anything is sent */
  claim(signed: SignedVoucher | DelegatedVoucher): Promise<Sent & PaidClaim>;
  /**
   * Claims vouchers of keys, each payee's newest, in one transaction. Vouchers that do not verify are refused before anything
   * is sent; one that the chain cannot pay (stale, not covered) is reported in `skipped` and stops none of the others.
   * Those that one transaction has no room for are in `left`, for the next.
   *
   * @throws GristmillError `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `VOUCHER_SIGNATURE_INVALID`, `CLAIM_EMPTY`
   */
  claimMany(vouchers: readonly SignedVoucher[]): Promise<ClaimManyResult & { left: SignedVoucher[] }>;
  /** Signs what each payee may have drawn in all, for all of them at once: cheaper to claim than their vouchers. */
  signStatement(statement: {
    payer: Address;
    promises: readonly { payee: Address; cumulative: bigint }[];
  }): Promise<SignedVoucherStatement>;
  /**
   * Claims for all payees of a statement in one transaction; what cannot be paid is reported in `skipped`.
   *
   * @throws GristmillError `CLAIM_EMPTY`, `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `UNITS_OUT_OF_RANGE`,
   *   `STATEMENT_SIGNATURE_INVALID`
   */
  claimStatement(signed: SignedVoucherStatement): Promise<ClaimManyResult>;
  /**
   * Which of these vouchers are worth a claim at the chain's fees of this moment, and which had better wait; see
   * `ClaimTerms`. Once a payer has announced a withdrawal, waiting loses what is not claimed in time: then all that pays
   * more than its own fee is worth it.
   */
  worthClaiming(vouchers: readonly SignedVoucher[], terms: ClaimTerms): Promise<ClaimPlan>;

  /**
   * Pays many from this key's own wallet, without the escrow: in as few transactions as blocks have room for, each all
   * or nothing. What it takes is approved first, no more.
   *
   * @throws GristmillError `PAYMENTS_EMPTY`, `PAYMENT_PAYEE_INVALID`, `UNITS_OUT_OF_RANGE`, `PAYMENTS_UNFUNDED`, before
   *   anything is sent; `PAYMENTS_INTERRUPTED` (a `PaymentsInterrupted`) once some were paid
   */
  payMany(payments: readonly Payment[]): Promise<PaidTogether[]>;

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

  const claimedUnits = async (parties: { payer: Address; signer: Address; payee: Address }): Promise<bigint> =>
    await chain.read('Escrow.claimedBy', (reader) =>
      reader.readContract({
        ...escrow,
        functionName: 'claimedBy',
        args: [parties.payer, parties.signer, parties.payee],
      }),
    );

  return {
    ...createReservations(chain, deployment.escrow, signer),
    ...createSessionKeys(chain, deployment.escrow, signer),
    ...createSponsoredDeposits(chain, deployment, signer),
    ...createTaxes(chain, deployment),
    chainId: deployment.chainId,
    escrow: deployment.escrow,
    signer,
    deployment,
    reservedUnits: createReservationBook(chain, deployment, signer),

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
      return sentBy(await chain.transact('TestDollar.mint', { to: deployment.token, data }));
    },

    async sendGas({ to, wei }) {
      return sentBy(await chain.transact('Sending gas', { to, value: wei }));
    },

    async balanceOf(owner) {
      return await chain.read('Reading the balance', (reader) =>
        reader.readContract({ ...token, functionName: 'balanceOf', args: [owner] }),
      );
    },

    async blockTimestamp() {
      return Number((await chain.read('Reading the newest block', (reader) => reader.getBlock())).timestamp);
    },

    async newestBlock() {
      const { number, hash } = await chain.read('Reading the newest block', (reader) => reader.getBlock());
      return { blockNumber: Number(number), blockHash: hash };
    },

    async deposit(options) {
      return sentBy(await depositInTurn(() => deposit(chain, deployment, options)));
    },

    async requestWithdrawal({ signer, units }) {
      const data = encodeFunctionData({ ...escrow, functionName: 'requestWithdrawal', args: [signer, units] });
      return sentBy(await chain.transact('Escrow.requestWithdrawal', { to: deployment.escrow, data }));
    },

    async withdraw({ signer }) {
      const data = encodeFunctionData({ ...escrow, functionName: 'withdraw', args: [signer] });
      const receipt = await chain.transact('Escrow.withdraw', { to: deployment.escrow, data });
      const [withdrawn] = parseEventLogs({ ...escrow, logs: receipt.logs, eventName: 'Withdrawn' });
      return { ...sentBy(receipt), units: withdrawn!.args.amount };
    },

    escrowAccount,

    claimedUnits,

    async verifyVoucher(signed, expected) {
      const { chainId, escrow: on } = deployment;
      return await verifyOnChain(chain, deployment, signed, { ...expected, chainId, escrow: on });
    },

    async claim(signed) {
      return await claim(chain, deployment, signed);
    },

    async signStatement({ payer, promises }) {
      const { chainId, escrow: on } = deployment;
      const statement = { chainId, escrow: on, payer, signer, promises: [...promises] };
      return { statement, signature: await chain.account.signTypedData(voucherStatementTypedData(statement)) };
    },

    async claimStatement(signed) {
      return await claimStatement(chain, deployment, signed);
    },

    async claimMany(vouchers) {
      return await claimMany(chain, deployment, vouchers);
    },

    async worthClaiming(vouchers, terms) {
      return await planClaims(chain, deployment, vouchers, terms);
    },

    async payMany(payments) {
      return await payMany(chain, deployment, payments);
    },

    async anchor({ root, size }) {
      const args = [typeof root === 'string' ? root : bytesToHex(root), BigInt(size)] as const;
      const data = encodeFunctionData({ ...anchor, functionName: 'anchor', args });
      return sentBy(await chain.transact('Anchor.anchor', { to: deployment.anchor, data }));
    },

    async latestAnchor(operator) {
      const [root, size, anchoredAt] = await chain.read('Anchor.latest', (reader) =>
        reader.readContract({ ...anchor, functionName: 'latest', args: [operator] }),
      );
      return size === 0n ? null : { root, size: Number(size), anchoredAt: Number(anchoredAt) };
    },
  };
}
