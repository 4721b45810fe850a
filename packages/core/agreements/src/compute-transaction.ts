import { evaluateObservation, evaluateValue, surroundingsOf, type Surroundings } from './evaluate.ts';
import {
  accountKey,
  choiceKey,
  emptyState,
  sameChoice,
  sameParty,
  sameToken,
  type Action,
  type ChoiceId,
  type Contract,
  type Party,
  type Pay,
  type State,
  type Token,
} from './terms.ts';
import type {
  Input,
  Payment,
  TimeInterval,
  Transaction,
  TransactionError,
  TransactionOutput,
  TransactionSuccess,
  TransactionWarning,
} from './transaction.ts';

/**
 * One transaction at work: its own copy of the state, which only the steps below change, and what it has produced.
 * A Map keeps the place of a key that is set again and appends a new one, as Marlowe's association lists on Cardano do.
 */
interface Work extends Surroundings {
  readonly accounts: Map<string, { party: Party; token: Token; amount: bigint }>;
  readonly choices: Map<string, { choice: ChoiceId; chosen: bigint }>;
  readonly boundValues: Map<string, bigint>;
  readonly warnings: TransactionWarning[];
  readonly payments: Payment[];
}

function workOn(state: State, interval: TimeInterval): Work {
  return { ...surroundingsOf(state, interval), warnings: [], payments: [] };
}

function failure(error: TransactionError): TransactionOutput {
  return { kind: 'error', error };
}

/**
 * What a transaction makes of an agreement: new state, terms that remain, payments and warnings; or the reason why it
 * does nothing. Pure: neither argument changes. Source: Marlowe v1, `computeTransaction`; the order of accounts,
 * choices and payments is that of its implementation on Cardano (by first entry).
 *
 * A Merkleised input is matched by the hash it states. Whoever takes transactions from outside checks first that the
 * continuation has this hash, as a ledger does.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE` when the terms compute with absurdly large integers.
 */
export function computeTransaction(transaction: Transaction, state: State, contract: Contract): TransactionOutput {
  const { interval } = transaction;
  if (interval.to < interval.from) return failure({ kind: 'invalidInterval', interval });
  if (interval.to < state.minTime) return failure({ kind: 'intervalInPast', minTime: state.minTime, interval });
  const work = workOn(state, interval);

  let reduced = reduceUntilQuiescent(contract, work);
  let changed = reduced.changed;
  for (const input of transaction.inputs) {
    if (reduced.kind === 'ambiguous') break;
    const applied = applyInput(input, reduced.contract, work);
    if (applied.kind !== 'applied') return failure(applied);
    changed = true;
    reduced = reduceUntilQuiescent(applied.continuation, work);
  }
  if (reduced.kind === 'ambiguous') return failure({ kind: 'ambiguousTimeInterval' });
  if (!changed && (contract.kind !== 'close' || state.accounts.length === 0)) {
    return failure({ kind: 'uselessTransaction' });
  }
  return {
    kind: 'success',
    warnings: work.warnings,
    payments: work.payments,
    state: {
      accounts: [...work.accounts.values()],
      choices: [...work.choices.values()],
      boundValues: Array.from(work.boundValues, ([name, value]) => ({ name, value })),
      minTime: work.interval.from,
    },
    contract: reduced.contract,
  };
}

type Reduced =
  | { readonly kind: 'quiescent'; readonly contract: Contract; readonly changed: boolean }
  | { readonly kind: 'ambiguous'; readonly changed: boolean };

/** Goes on until the terms wait for an input, or nothing is left in a closed agreement. */
function reduceUntilQuiescent(start: Contract, work: Work): Reduced {
  let changed = false;
  let contract = start;
  for (;;) {
    switch (contract.kind) {
      case 'close':
        return { kind: 'quiescent', contract, changed: refundAll(work) || changed };
      case 'when':
        if (work.interval.to < contract.timeout) return { kind: 'quiescent', contract, changed };
        if (work.interval.from < contract.timeout) return { kind: 'ambiguous', changed };
        contract = contract.onTimeout;
        break;
      case 'pay':
        pay(contract, work);
        contract = contract.continuation;
        break;
      case 'if':
        contract = evaluateObservation(contract.condition, work) ? contract.onTrue : contract.onFalse;
        break;
      case 'let': {
        const newValue = evaluateValue(contract.value, work);
        const oldValue = work.boundValues.get(contract.name);
        if (oldValue !== undefined) work.warnings.push({ kind: 'shadowing', name: contract.name, oldValue, newValue });
        work.boundValues.set(contract.name, newValue);
        contract = contract.continuation;
        break;
      }
      case 'assert':
        if (!evaluateObservation(contract.condition, work)) work.warnings.push({ kind: 'assertionFailed' });
        contract = contract.continuation;
        break;
    }
    changed = true;
  }
}

/** Pays every account out to its owner; empty entries go only when one with money stands behind them. */
function refundAll(work: Work): boolean {
  let changed = false;
  let passed: string[] = [];
  for (const [key, { party, token, amount }] of work.accounts) {
    passed.push(key);
    if (amount <= 0n) continue;
    for (const each of passed) work.accounts.delete(each);
    passed = [];
    work.payments.push({ from: party, to: { kind: 'party', party }, token, amount });
    changed = true;
  }
  return changed;
}

function pay({ from, to, token, amount }: Pay, work: Work): void {
  const expected = evaluateValue(amount, work);
  if (expected <= 0n) {
    work.warnings.push({ kind: 'nonPositivePay', from, to, token, amount: expected });
    return;
  }
  const available = work.accounts.get(accountKey(from, token))?.amount ?? 0n;
  const paid = available < expected ? available : expected;
  setAmount(work, from, token, available - paid);
  if (paid < expected) work.warnings.push({ kind: 'partialPay', from, to, token, paid, expected });
  if (to.kind === 'account') addAmount(work, to.account, token, paid);
  work.payments.push({ from, to, token, amount: paid });
}

function setAmount(work: Work, party: Party, token: Token, amount: bigint): void {
  const key = accountKey(party, token);
  if (amount <= 0n) work.accounts.delete(key);
  else work.accounts.set(key, { party, token, amount });
}

function addAmount(work: Work, party: Party, token: Token, amount: bigint): void {
  if (amount <= 0n) return;
  setAmount(work, party, token, (work.accounts.get(accountKey(party, token))?.amount ?? 0n) + amount);
}

type Applied =
  | { readonly kind: 'applied'; readonly continuation: Contract }
  | { readonly kind: 'applyNoMatch' }
  | { readonly kind: 'hashMismatch' };

/** Applies an input to the first case that it fits. */
function applyInput(input: Input, contract: Contract, work: Work): Applied {
  if (contract.kind !== 'when') return { kind: 'applyNoMatch' };
  for (const each of contract.cases) {
    if (!matches(input, each.action, work)) continue;
    let continuation: Contract | undefined;
    if (each.kind === 'case') continuation = input.merkleised === undefined ? each.continuation : undefined;
    else if (input.merkleised?.continuationHash === each.continuationHash) continuation = input.merkleised.continuation;
    if (continuation === undefined) return { kind: 'hashMismatch' };
    record(input, work);
    return { kind: 'applied', continuation };
  }
  return { kind: 'applyNoMatch' };
}

/** Whether an input is what a case waits for. */
function matches(input: Input, action: Action, around: Surroundings): boolean {
  switch (action.kind) {
    case 'deposit':
      return (
        input.kind === 'deposit' &&
        sameParty(input.into, action.into) &&
        sameParty(input.by, action.by) &&
        sameToken(input.token, action.token) &&
        input.amount === evaluateValue(action.amount, around)
      );
    case 'choice':
      return (
        input.kind === 'choice' &&
        sameChoice(input.choice, action.choice) &&
        action.bounds.some(({ from, to }) => from <= input.chosen && input.chosen <= to)
      );
    case 'notify':
      return input.kind === 'notify' && evaluateObservation(action.condition, around);
  }
}

function record(input: Input, work: Work): void {
  switch (input.kind) {
    case 'deposit': {
      const { by, into, token, amount } = input;
      if (amount <= 0n) work.warnings.push({ kind: 'nonPositiveDeposit', by, into, token, amount });
      addAmount(work, into, token, amount);
      return;
    }
    case 'choice':
      work.choices.set(choiceKey(input.choice), { choice: input.choice, chosen: input.chosen });
      return;
    case 'notify':
  }
}

/**
 * Plays transactions one after the other from the opening of an agreement: all warnings and payments, and what is left;
 * or the first error. Source: Marlowe v1, `playTrace`.
 */
export function playTrace(
  openedAt: bigint,
  contract: Contract,
  transactions: readonly Transaction[],
): TransactionOutput {
  let played: TransactionSuccess = {
    kind: 'success',
    warnings: [],
    payments: [],
    state: emptyState(openedAt),
    contract,
  };
  for (const transaction of transactions) {
    const output = computeTransaction(transaction, played.state, played.contract);
    if (output.kind === 'error') return output;
    played = {
      ...output,
      warnings: [...played.warnings, ...output.warnings],
      payments: [...played.payments, ...output.payments],
    };
  }
  return played;
}
