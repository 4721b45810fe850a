import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authoritiesOf } from './authority.ts';
import { computeTransaction } from './compute-transaction.ts';
import { contractText, parseContract, parseState, stateText, transactionsText } from './core-json.ts';
import { demerkleise, merkleise } from './merkle.ts';
import { parseTransactions, runTransactions } from './run.ts';
import { continuationsOf, emptyState, tokenKey, type Contract, type Party, type State, type Token } from './terms.ts';
import { arbitraryTrace } from './testing.ts';
import type { Input, Transaction, TransactionOutput } from './transaction.ts';

// Each test names the number in INVARIANTS.md that it defends.

const RUNS = { numRuns: 500 };

/** Plays a trace and shows each step: what was there before, the transaction, and what came of it. */
function played(
  contract: Contract,
  transactions: readonly Transaction[],
): { before: { state: State; contract: Contract }; transaction: Transaction; output: TransactionOutput }[] {
  let now = { state: emptyState(0n), contract };
  return transactions.map((transaction) => {
    const before = now;
    const output = computeTransaction(transaction, now.state, now.contract);
    if (output.kind === 'success') now = output;
    return { before, transaction, output };
  });
}

function heldIn(state: State): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const { token, amount } of state.accounts) count(held, token, amount);
  return held;
}

function count(totals: Map<string, bigint>, token: Token, amount: bigint): void {
  const key = tokenKey(token);
  const total = (totals.get(key) ?? 0n) + amount;
  if (total === 0n) totals.delete(key);
  else totals.set(key, total);
}

function latestDeadline(contract: Contract): bigint {
  const inner = continuationsOf(contract).map(latestDeadline);
  return [contract.kind === 'when' ? contract.timeout : 0n, ...inner].reduce((one, other) =>
    one > other ? one : other,
  );
}

test('1: money is neither made nor lost', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      for (const { before, transaction, output } of played(contract, transactions)) {
        if (output.kind === 'error') continue;
        const came = heldIn(before.state);
        for (const input of transaction.inputs) {
          if (input.kind === 'deposit' && input.amount > 0n) count(came, input.token, input.amount);
        }
        const went = heldIn(output.state);
        for (const { to, token, amount } of output.payments) if (to.kind === 'party') count(went, token, amount);
        expect(went).toEqual(came);
      }
    }),
    RUNS,
  );
});

test('2: no account is below zero, none is empty, none comes twice', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      for (const { output } of played(contract, transactions)) {
        if (output.kind === 'error') continue;
        for (const { amount } of output.state.accounts) expect(amount).toBeGreaterThan(0n);
        for (const { amount } of output.payments) expect(amount).toBeGreaterThanOrEqual(0n);
        expect(parseState(stateText(output.state))).toEqual(output.state);
      }
    }),
    RUNS,
  );
});

test('3: from wherever it stands, time alone closes an agreement and everything is paid out', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      for (const { output } of played(contract, transactions)) {
        if (output.kind === 'error') continue;
        const end = [latestDeadline(output.contract), output.state.minTime].reduce((one, other) =>
          one > other ? one : other,
        );
        const closing = computeTransaction(
          { interval: { from: end, to: end }, inputs: [] },
          output.state,
          output.contract,
        );
        const last = closing.kind === 'success' ? closing : output;
        expect(last.contract).toEqual({ kind: 'close' });
        expect(last.state.accounts).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('4: splitting a transaction into single inputs changes nothing', () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      const { interval } = transactions[0]!;
      const inputs = transactions.flatMap((transaction) => transaction.inputs).slice(0, 4);
      for (let length = 2; length <= inputs.length; length += 1) {
        const whole = computeTransaction({ interval, inputs: inputs.slice(0, length) }, emptyState(0n), contract);
        const singles = inputs.slice(0, length).map((input): Transaction => ({ interval, inputs: [input] }));
        const parts = runTransactions({ contract, state: emptyState(0n) }, singles);
        if (whole.kind === 'error') {
          expect(parts.some(({ kind }) => kind === 'error')).toBe(true);
          continue;
        }
        compared += 1;
        const successes = parts.map((part) => {
          if (part.kind === 'error') throw new Error(`a part failed with ${part.error.kind}`);
          return part;
        });
        expect(successes.flatMap(({ warnings }) => warnings)).toEqual(whole.warnings);
        expect(successes.flatMap(({ payments }) => payments)).toEqual(whole.payments);
        expect(successes.at(-1)!.state).toEqual(whole.state);
        expect(successes.at(-1)!.contract).toEqual(whole.contract);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(compared).toBeGreaterThan(20);
});

test("5: no input by a stranger moves funds, and none moves another party's authority", () => {
  const stranger: Party = { kind: 'role', role: 'mallory' };
  const asStranger = (input: Input): Input | undefined => {
    if (input.kind === 'deposit') return { ...input, by: stranger };
    return input.kind === 'choice' ? { ...input, choice: { ...input.choice, owner: stranger } } : undefined;
  };
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      for (const { before, transaction } of played(contract, transactions)) {
        for (const input of transaction.inputs) {
          const forged = asStranger(input);
          if (forged === undefined) continue;
          expect(authoritiesOf({ ...transaction, inputs: [forged] })).toEqual([stranger]);
          const output = computeTransaction({ ...transaction, inputs: [forged] }, before.state, before.contract);
          expect(output.kind).toBe('error');
        }
      }
    }),
    RUNS,
  );
});

test('6: a transaction changes nothing that it was given, and gives the same again', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      for (const { before, transaction, output } of played(contract, transactions)) {
        const written = [contractText(before.contract), stateText(before.state), transactionsText([transaction])];
        expect(computeTransaction(transaction, before.state, before.contract)).toEqual(output);
        expect([contractText(before.contract), stateText(before.state), transactionsText([transaction])]).toEqual(
          written,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('7: what is written as core JSON is read back the same', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      expect(parseContract(contractText(contract))).toEqual(contract);
      expect(parseContract(contractText(contract, 2))).toEqual(contract);
      expect(parseTransactions(transactionsText(transactions))).toEqual(transactions);
    }),
    RUNS,
  );
});

test('9: Merkleised terms do what the terms do in full', () => {
  const hashes = new Map<string, string>();
  const hashOf = (terms: Contract): string => {
    const text = contractText(terms);
    if (!hashes.has(text)) hashes.set(text, hashes.size.toString(16).padStart(8, '0'));
    return hashes.get(text)!;
  };
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      const merkleised = merkleise(contract, hashOf);
      expect(demerkleise(merkleised)).toEqual(contract);
      let now: { state: State; contract: Contract } = { state: emptyState(0n), contract: merkleised.contract };
      for (const { transaction, output } of played(contract, transactions)) {
        const [input] = transaction.inputs;
        // The sender knows which case it takes; here each continuation is tried until one fits.
        const attempts: Transaction[] = [transaction];
        if (input !== undefined) {
          for (const [continuationHash, continuation] of merkleised.continuations) {
            attempts.push({ ...transaction, inputs: [{ ...input, merkleised: { continuationHash, continuation } }] });
          }
        }
        const results = attempts.map((attempt) => computeTransaction(attempt, now.state, now.contract));
        const moved = results.find((result) => result.kind === 'success');
        if (output.kind === 'error') {
          expect(moved).toBeUndefined();
          continue;
        }
        if (moved?.kind !== 'success') throw new Error('the Merkleised agreement does not move');
        expect({ ...moved, contract: demerkleise({ ...merkleised, contract: moved.contract }) }).toEqual(output);
        now = moved;
      }
    }),
    { numRuns: 200 },
  );
});
