import { instantOf } from './calendar.ts';
import { contractOf, inputsOf, malformedAt, stateOf, transactionOf, type Steps } from './core-json.ts';
import type { Json, JsonObject } from './lossless-json.ts';
import { emptyState, type Contract, type State } from './terms.ts';
import type { Transaction } from './transaction.ts';

/**
 * Core JSON travels in wrappings: bare, as execution paths, in the files of Marlowe's command line, in what its runtime
 * answers and is asked, in requests of its test driver. Inside of each are the same contract, state and inputs; these
 * functions look where. A wrapping may carry more than they read; the core JSON in it may not.
 */

/** An agreement where it stands: the terms that remain and the state. */
export interface Agreement {
  readonly contract: Contract;
  readonly state: State;
}

/** An agreement with the transactions that were made on it and, where somebody noted them, what came of each. */
export interface ExecutionPath {
  readonly agreement: Agreement;
  readonly transactions: readonly Transaction[];
  readonly outputs: readonly (Json | undefined)[];
}

/** What lies around it: a runtime's `resource`, a command line's `tx`. */
const WRAPPINGS = ['resource', 'tx'] as const;
/** The newest first: a runtime tells both where an agreement began and where it is. */
const CONTRACTS = ['contract', 'coreContract', 'currentContract', 'initialContract'] as const;
const STATES = ['state', 'currentState', 'initialState'] as const;
const OPENING_TIMES = ['initialTime', 'minTime'] as const;
const TRANSACTIONS = ['transactions', 'results', 'transactionInputs', 'transactionInput'] as const;

/** A part of a document, and where it lies in it. */
interface Part {
  readonly json: Json;
  readonly steps: Steps;
}

function isObject(json: Json): json is JsonObject {
  return json instanceof Map;
}

function within({ json, steps }: Part, key: string): Part | undefined {
  const value = isObject(json) ? json.get(key) : undefined;
  return value === undefined || value === null ? undefined : { json: value, steps: [...steps, key] };
}

/** The first of these fields that is there. */
function firstOf(part: Part, keys: readonly string[]): Part | undefined {
  return keys.map((key) => within(part, key)).find((found) => found !== undefined);
}

function itemsOf({ json, steps }: Part): Part[] | undefined {
  return Array.isArray(json) ? json.map((item, index) => ({ json: item, steps: [...steps, index] })) : undefined;
}

function unwrapped(part: Part): Part {
  return WRAPPINGS.reduce((outer, key) => {
    const inner = within(outer, key);
    return inner !== undefined && isObject(inner.json) ? inner : outer;
  }, part);
}

/**
 * An agreement in any of the wrappings; without a state it is one that was just opened and holds nothing.
 *
 * @throws TermsError as `parseContract` does
 */
export function agreementOf(json: Json, steps: Steps = []): Agreement {
  const inner = unwrapped({ json, steps });
  const contract = firstOf(inner, CONTRACTS);
  if (contract === undefined) return { contract: contractOf(inner.json, inner.steps), state: emptyState(0n) };
  const state = firstOf(inner, STATES);
  const openedAt = firstOf(inner, OPENING_TIMES)?.json;
  return {
    contract: contractOf(contract.json, contract.steps),
    state:
      state === undefined ? emptyState(typeof openedAt === 'bigint' ? openedAt : 0n) : stateOf(state.json, state.steps),
  };
}

/**
 * Transactions in any of the wrappings: a list of them, or one; each bare, beside its output, or as a runtime has it.
 *
 * @throws TermsError as `parseTransactions` does
 */
export function transactionsOf(json: Json): Transaction[] {
  return transactionParts({ json, steps: [] }).map(transaction);
}

function transactionParts(part: Part): Part[] {
  const inner = unwrapped(part);
  const isOne = firstOf(inner, ['tx_interval', 'invalidBefore', 'input']) !== undefined;
  const list = isOne ? inner : (firstOf(inner, TRANSACTIONS) ?? inner);
  return itemsOf(list) ?? [list];
}

function transaction(part: Part): Transaction {
  const outer = unwrapped(part);
  const inner = within(outer, 'input') ?? outer;
  const [notBefore, tooLate] = [within(inner, 'invalidBefore'), within(inner, 'invalidHereafter')];
  if (notBefore === undefined || tooLate === undefined) return transactionOf(inner.json, inner.steps);
  const inputs = within(inner, 'inputs');
  return {
    // A ledger's upper end is the first moment that is too late; Marlowe's is the last one in time.
    interval: { from: runtimeTime(notBefore), to: runtimeTime(tooLate) - 1n },
    inputs: inputs === undefined ? [] : inputsOf(inputs.json, inputs.steps),
  };
}

/** An ISO 8601 time of a runtime, or milliseconds since 1970. */
function runtimeTime({ json, steps }: Part): bigint {
  if (typeof json === 'bigint') return json;
  // A runtime tells more digits than milliseconds; times of this language have none.
  const [, second, fraction = '', zone] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|\+00:?00)$/.exec(typeof json === 'string' ? json : '') ?? [];
  if (zone === undefined) throw malformedAt(steps, 'expected a time in UTC, as 2027-01-31T12:30:00Z.');
  return instantOf(`${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
}

/**
 * Execution paths: a list of them, or one, each with its `contract`, `state` and `transactions`.
 *
 * @throws TermsError as `parseContract` and `parseTransactions` do
 */
export function pathsOf(json: Json): ExecutionPath[] {
  const whole = { json, steps: [] };
  return (itemsOf(whole) ?? [whole]).map((path) => {
    const transactions = transactionParts(path);
    return {
      agreement: agreementOf(path.json, path.steps),
      transactions: transactions.map(transaction),
      outputs: transactions.map((each) => within(each, 'output')?.json),
    };
  });
}
