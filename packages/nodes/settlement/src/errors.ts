import { GristmillError } from '@gristmill/protocol';
import {
  BaseError,
  ContractFunctionZeroDataError,
  decodeErrorResult,
  ExecutionRevertedError,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  isHex,
  TimeoutError,
} from 'viem';
import { agreementAbi } from './abi/agreement.ts';
import { anchorAbi } from './abi/anchor.ts';
import { escrowAbi } from './abi/escrow.ts';
import { payManyAbi } from './abi/pay-many.ts';
import { ruleRegistryAbi } from './abi/rule-registry.ts';
import { stakeAbi } from './abi/stake.ts';
import { testDollarAbi } from './abi/test-dollar.ts';

// One contract's revert passes through another's call, so each is looked up among the errors of all of them.
const contractErrors = [
  ...agreementAbi,
  ...escrowAbi,
  ...stakeAbi,
  ...payManyAbi,
  ...anchorAbi,
  ...ruleRegistryAbi,
  ...testDollarAbi,
].filter((item) => item.type === 'error');

/** A Solidity error as people read it: `BalanceTooSmall(payer: 0x…, signer: 0x…, balance: 5, amount: 7)`. */
export function revertText(data: Hex): string {
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: contractErrors, data });
    const named = (args ?? []).map((value, i) => `${abiItem.inputs[i]?.name ?? i}: ${String(value)}`);
    return `${errorName}(${named.join(', ')})`;
  } catch {
    return data === '0x' ? 'no reason given' : `unknown error ${data}`;
  }
}

/** What to do about the errors that people meet; nothing was moved in any of them. */
const HINTS: { [name in (typeof contractErrors)[number]['name']]?: string } = {
  AgreementExists: 'This opener has opened these terms before: choose another salt.',
  AlreadyRefunded: 'Nothing more comes back for this return: it was refunded before.',
  AlreadyRemitted: 'Nothing more is due: this obligation was paid before.',
  AlreadySlashed: 'This task was judged before, and all that the verdict says was taken: nothing more is due.',
  AuthorityUnknown: 'Name an authority that was registered when the contracts were deployed.',
  BalanceTooSmall: 'Deposit more for this signer, or ask for less.',
  BondTooSmall: 'Ask for what is bonded at most.',
  DelegationExpired: 'Sign under a delegation that is still good.',
  ERC20InsufficientAllowance: 'Somebody else with this key used the allowance up: send it again.',
  ERC20InsufficientBalance: 'Fund the sender with the settlement asset first.',
  ERC3009UsedAuthorization: 'This deposit was made already; sign another one.',
  JournalNotGrowing: 'This size is anchored already; anchor again once the journal has grown.',
  NoPlan: 'There is no payout plan: payouts go to the payee itself.',
  NoReleaseRequested: 'No release is announced, so there is none to take back.',
  NotAuthorized: 'The party has to send this input itself, or sign it for the agreement as it stands now.',
  NothingAwarded: 'Everything has been collected already.',
  NothingOwed: 'Everything has been fetched already.',
  NothingReserved: 'There is nothing kept for this payee that it has not drawn.',
  NothingToSlash: 'There is no bond: keep the verdict, it can come again once there is one.',
  NothingUnbonding: 'Announce first that the bond is wanted back, and wait for the unbonding delay.',
  NotInInterval: 'Time went on while this was on its way: send it again.',
  NoWithdrawalRequested: 'Announce the withdrawal first, and wait for the challenge delay.',
  RefundNotSigned: 'Have the authority sign this refund with the key at its payout address.',
  ReleaseTooEarly:
    'Wait until the challenge delay is over; the error says when, in Unix time. The payee can release at once.',
  ReservationNotIncreasing: 'As much is kept or drawn already; reserve more than that in all.',
  ReservationReleased: 'It was signed before a release: have the signer sign anew.',
  SetAsideTooSmall: 'Remit what is set aside at most, and the rest by another rail.',
  StateMismatch: 'Somebody moved the agreement on meanwhile: read it again.',
  UnbondingTooEarly: 'Wait until the unbonding delay is over; the error says when, in Unix time.',
  VoucherNotIncreasing: 'This voucher was paid already; claim with a newer one.',
  WithdrawalTooEarly: 'Wait until the challenge delay is over; the error says when, in Unix time.',
};

/** A transaction or call that the contract refused: nothing was moved. Its code is `CHAIN_REVERTED`. */
export class ChainRevert extends GristmillError {
  /** The Solidity error; null when the contract gave none that we know. */
  readonly errorName: string | null;

  constructor(action: string, data: Hex) {
    const text = revertText(data);
    const errorName = /^(\w+)\(/.exec(text)?.[1] ?? null;
    super('CHAIN_REVERTED', `${action} was refused by the contract: ${text}.`, {
      hint:
        HINTS[errorName as keyof typeof HINTS] ?? 'Nothing was moved. contracts/src says what the error named means.',
    });
    this.errorName = errorName;
  }
}

/**
 * Whatever viem threw while doing `action`, as one of ours: `CHAIN_UNREACHABLE`, `CHAIN_REVERTED`, `CHAIN_GAS_MISSING`,
 * `CHAIN_CONTRACT_MISSING`, or `CHAIN_FAILED` for what has no better name.
 */
export function chainError(action: string, cause: unknown): GristmillError {
  if (cause instanceof GristmillError) return cause;
  const find = (match: (error: unknown) => boolean) => (cause instanceof BaseError ? cause.walk(match) : null);

  const unreachable = find(
    (error) => error instanceof TimeoutError || (error instanceof HttpRequestError && !isAnswer(error.status)),
  );
  if (unreachable !== null) {
    const url = unreachable instanceof HttpRequestError || unreachable instanceof TimeoutError ? unreachable.url : '';
    return new GristmillError('CHAIN_UNREACHABLE', `${action}: no chain answers at ${url}.`, {
      hint: 'Start the chain (`gristmill up` starts a local one) or correct the RPC URL.',
      fault: 'platform',
      cause,
    });
  }
  const data = revertData(find((error) => revertData(error) !== null));
  if (data !== null) return new ChainRevert(action, data);
  if (find((error) => error instanceof InsufficientFundsError || /insufficient funds/i.test(String(error))) !== null) {
    return new GristmillError(
      'CHAIN_GAS_MISSING',
      `${action}: the sender cannot pay for the transaction: its gas, and the coins that go with it.`,
      {
        hint: "Send some of the chain's native coin to the sender's address.",
        fault: 'configuration',
        cause,
      },
    );
  }
  if (find((error) => error instanceof ContractFunctionZeroDataError) !== null) {
    return new GristmillError('CHAIN_CONTRACT_MISSING', `${action}: there is no such contract on this chain.`, {
      hint: 'Check that the deployment file belongs to the chain at this RPC URL.',
      fault: 'configuration',
      cause,
    });
  }
  // A lack of gas passes for a revert with some.
  if (find((error) => error instanceof ExecutionRevertedError && !/gas required/i.test(error.message)) !== null) {
    return new ChainRevert(action, '0x');
  }
  const message = cause instanceof BaseError ? cause.shortMessage : String(cause);
  return new GristmillError('CHAIN_FAILED', `${action}: ${message}`, {
    hint: 'The chain answered with something unexpected; its own words are in the message.',
    fault: 'platform',
    cause,
  });
}

/** Some providers answer what they will not do with the status of a bad or too large request. */
function isAnswer(status: number | undefined): boolean {
  return status === 400 || status === 413;
}

/** The bytes a contract reverted with, where a JSON-RPC error carries them. */
function revertData(error: unknown): Hex | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (isHex(data)) return data;
  return typeof data === 'object' && data !== null ? revertData(data) : null;
}
