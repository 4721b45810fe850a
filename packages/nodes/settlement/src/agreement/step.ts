import {
  computeTransaction,
  type Contract,
  type Input,
  type State,
  type TimeInterval,
  type Transaction,
} from '@gristmill/agreements';
import { concatHex, type Hex, numberToHex, zeroAddress, zeroHash } from 'viem';
import { addressOf, CLOSED_TERMS, type EncodedTerms, nameWord, tokenAddress, type When } from './encoding.ts';

/** An input as `Agreement.sol` takes it. */
export interface ChainInput {
  kind: number;
  party: Hex;
  account: Hex;
  token: Hex;
  name: Hex;
  number: bigint;
  signature: Hex;
}

const INPUT_KINDS = { deposit: 0, choice: 1, notify: 2 } as const;

export function encodeInput(input: Input, signature: Hex = '0x'): ChainInput {
  const nothing = {
    party: zeroAddress,
    account: zeroAddress,
    token: zeroAddress,
    name: zeroHash,
    number: 0n,
    signature,
  };
  const kind = INPUT_KINDS[input.kind];
  switch (input.kind) {
    case 'deposit':
      return {
        ...nothing,
        kind,
        party: addressOf(input.by),
        account: addressOf(input.into),
        token: tokenAddress(input.token),
        number: input.amount,
      };
    case 'choice':
      return {
        ...nothing,
        kind,
        party: addressOf(input.choice.owner),
        name: nameWord(input.choice.name),
        number: input.chosen,
      };
    case 'notify':
      return { ...nothing, kind };
  }
}

/** What a step needs besides its inputs. */
export interface StepTerms {
  /** The items on the way, each with its length in 2 bytes before it. */
  readonly items: Hex;
  /** The hash of the `when` that each input is applied to, as far as they fit: what its party signs for. */
  readonly appliedTo: readonly Hex[];
  /** The terms that become part of the agreement with each input, and the state then: see `checkBounds`. */
  readonly revealed: readonly At[];
}

/** The items of all that time alone can lead to: what an agreement is opened with. */
export function openingItems(terms: Contract, encoded: EncodedTerms): Hex {
  const hashes = new Set<Hex>();
  addReachable(terms, encoded, hashes);
  return listOf(hashes, encoded);
}

/**
 * The items that the chain needs for a transaction, and no others. It walks the way that the transaction takes, one
 * term at a time, with the semantics itself: what follows a term is replaced by an end that waits for ever.
 */
export function stepTerms(transaction: Transaction, state: State, terms: Contract, encoded: EncodedTerms): StepTerms {
  const hashes = new Set<Hex>();
  const appliedTo: Hex[] = [];
  const revealed: At[] = [];
  const { interval } = transaction;
  let now = walk(terms, state, interval, encoded, hashes);
  for (const input of transaction.inputs) {
    if (now.terms.kind !== 'when') break;
    hashes.add(encoded.casesHashOf(now.terms));
    appliedTo.push(encoded.hashOf(now.terms));
    const after = applyTo(now.terms, input, now.state, interval);
    if (after === undefined) break;
    revealed.push(after);
    addReachable(after.terms, encoded, hashes);
    now = walk(after.terms, after.state, interval, encoded, hashes);
  }
  return { items: listOf(hashes, encoded), appliedTo, revealed };
}

interface At {
  readonly terms: Contract;
  readonly state: State;
}

/** Goes on until the terms wait, are closed, or cannot be worked out in this interval. */
function walk(terms: Contract, state: State, interval: TimeInterval, encoded: EncodedTerms, hashes: Set<Hex>): At {
  let now: At = { terms, state };
  while (now.terms.kind !== 'close') {
    hashes.add(encoded.hashOf(now.terms));
    const next = stepFrom(now.terms, now.state, interval);
    if (next === undefined) break;
    now = next;
  }
  return now;
}

function stepFrom(terms: Exclude<Contract, { kind: 'close' }>, state: State, interval: TimeInterval): At | undefined {
  const ends: [Contract, Contract] = [endAfter(interval), endAfter(interval)];
  const [first, second] = ends;
  const replaced: Contract =
    terms.kind === 'if'
      ? { ...terms, onTrue: first, onFalse: second }
      : terms.kind === 'when'
        ? { ...terms, cases: [], onTimeout: first }
        : { ...terms, continuation: first };
  const output = computeTransaction({ interval, inputs: [] }, state, replaced);
  if (output.kind === 'error') return undefined;
  const ways =
    terms.kind === 'if'
      ? [terms.onTrue, terms.onFalse]
      : [terms.kind === 'when' ? terms.onTimeout : terms.continuation];
  return { terms: ways[ends.indexOf(output.contract)]!, state: output.state };
}

function applyTo(when: When, input: Input, state: State, interval: TimeInterval): At | undefined {
  const ends = when.cases.map(() => endAfter(interval));
  const cases = when.cases.map(({ action }, index) => ({ kind: 'case', action, continuation: ends[index]! }) as const);
  const { merkleised, ...content } = input;
  const output = computeTransaction({ interval, inputs: [content] }, state, { ...when, cases });
  if (output.kind === 'error') return undefined;
  const taken = when.cases[ends.indexOf(output.contract)]!;
  const terms = taken.kind === 'case' ? taken.continuation : merkleised?.continuation;
  return terms && { terms, state: output.state };
}

function endAfter({ to }: TimeInterval): Contract {
  return { kind: 'when', cases: [], timeout: to + 1n, onTimeout: { kind: 'close' } };
}

/** Adds all that time alone can lead to, in the order in which the chain looks at it. */
function addReachable(terms: Contract, encoded: EncodedTerms, hashes: Set<Hex>): void {
  const left = [terms];
  const seen = new Set<Contract>();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === 'close' || seen.has(next)) continue;
    seen.add(next);
    hashes.add(encoded.hashOf(next));
    if (next.kind === 'when') {
      hashes.add(encoded.casesHashOf(next));
      left.push(next.onTimeout);
    } else if (next.kind === 'if') left.push(next.onFalse, next.onTrue);
    else left.push(next.continuation);
  }
}

function listOf(hashes: ReadonlySet<Hex>, encoded: EncodedTerms): Hex {
  const items = [...hashes].filter((hash) => hash !== CLOSED_TERMS).map((hash) => encoded.itemOf(hash));
  return concatHex(items.flatMap((item) => [numberToHex((item.length - 2) / 2, { size: 2 }), item]));
}
