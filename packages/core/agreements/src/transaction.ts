import type { ChoiceId, Contract, Party, Payee, State, Token } from './terms.ts';

/** What a transaction says and what comes of it, as in Marlowe v1 core. */

export interface TimeInterval {
  readonly from: bigint;
  readonly to: bigint;
}

export type InputContent =
  | {
      readonly kind: 'deposit';
      readonly into: Party;
      readonly by: Party;
      readonly token: Token;
      readonly amount: bigint;
    }
  | { readonly kind: 'choice'; readonly choice: ChoiceId; readonly chosen: bigint }
  | { readonly kind: 'notify' };

/** An input; on a Merkleised case it brings the terms that follow, with their hash. */
export type Input = InputContent & {
  readonly merkleised?: { readonly continuationHash: string; readonly continuation: Contract };
};

export interface Transaction {
  /** What is known of the time: it is not before `from` and not after `to` (milliseconds since 1970). */
  readonly interval: TimeInterval;
  readonly inputs: readonly Input[];
}

export interface Payment {
  readonly from: Party;
  readonly to: Payee;
  readonly token: Token;
  readonly amount: bigint;
}

export type TransactionWarning =
  | {
      readonly kind: 'nonPositiveDeposit';
      readonly by: Party;
      readonly into: Party;
      readonly token: Token;
      readonly amount: bigint;
    }
  | {
      readonly kind: 'nonPositivePay';
      readonly from: Party;
      readonly to: Payee;
      readonly token: Token;
      readonly amount: bigint;
    }
  | {
      readonly kind: 'partialPay';
      readonly from: Party;
      readonly to: Payee;
      readonly token: Token;
      readonly paid: bigint;
      readonly expected: bigint;
    }
  | { readonly kind: 'shadowing'; readonly name: string; readonly oldValue: bigint; readonly newValue: bigint }
  | { readonly kind: 'assertionFailed' };

export type TransactionError =
  | { readonly kind: 'ambiguousTimeInterval' }
  | { readonly kind: 'applyNoMatch' }
  | { readonly kind: 'invalidInterval'; readonly interval: TimeInterval }
  | { readonly kind: 'intervalInPast'; readonly minTime: bigint; readonly interval: TimeInterval }
  | { readonly kind: 'uselessTransaction' }
  | { readonly kind: 'hashMismatch' };

export interface TransactionSuccess {
  readonly kind: 'success';
  readonly warnings: readonly TransactionWarning[];
  readonly payments: readonly Payment[];
  readonly state: State;
  readonly contract: Contract;
}

export type TransactionOutput = TransactionSuccess | { readonly kind: 'error'; readonly error: TransactionError };
