import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeTransaction, playTrace } from '../compute-transaction.ts';
import { runTransactions } from '../run.ts';
import { accountKey, emptyState, type Contract, type Party, type Token } from '../terms.ts';
import { arbitraryTrace } from '../testing.ts';
import type { Transaction, TransactionOutput } from '../transaction.ts';
import { analyse } from './analyse.ts';

/** What each party has received outside less what it has deposited, over transactions that succeeded. */
function netOf(transactions: readonly Transaction[], outputs: readonly TransactionOutput[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  const count = (party: Party, token: Token, amount: bigint): void => {
    const key = accountKey(party, token);
    net.set(key, (net.get(key) ?? 0n) + amount);
  };
  for (const [index, output] of outputs.entries()) {
    if (output.kind === 'error') continue;
    for (const input of transactions[index]!.inputs) {
      if (input.kind === 'deposit' && input.amount > 0n) count(input.by, input.token, -input.amount);
    }
    for (const { to, token, amount } of output.payments) if (to.kind === 'party') count(to.party, token, amount);
  }
  return net;
}

function check({ contract, transactions }: { contract: Contract; transactions: readonly Transaction[] }): boolean {
  const analysis = analyse(contract, { stepsMax: 20_000 });

  // Each failure is shown by transactions that play.
  for (const warning of analysis.warnings) {
    const outputs = runTransactions({ contract, state: emptyState(0n) }, warning.transactions);
    expect(outputs.map(({ kind }) => kind)).not.toContain('error');
    const last = outputs.at(-1)!;
    expect(last.kind === 'success' && last.warnings.map(({ kind }) => kind)).toContain(warning.kind);
  }
  // The best and the worst are reached by transactions that play to the end.
  for (const { party, token, worst, best } of analysis.outcomes) {
    for (const { amount, transactions: plan } of [worst, best]) {
      const outputs = runTransactions({ contract, state: emptyState(0n) }, plan);
      expect(netOf(plan, outputs).get(accountKey(party, token)) ?? 0n).toBe(amount);
    }
  }
  if (!analysis.complete) return false;

  // Nothing that happens is outside what was claimed.
  const outputs = runTransactions({ contract, state: emptyState(0n) }, transactions);
  const kinds = new Set(analysis.warnings.map(({ kind }) => kind));
  for (const output of outputs) {
    if (output.kind === 'success') for (const { kind } of output.warnings) expect(kinds).toContain(kind);
  }
  const last = outputs.findLast((output) => output.kind === 'success');
  const end = computeTransaction(
    { interval: { from: analysis.endsBy, to: analysis.endsBy }, inputs: [] },
    last?.state ?? emptyState(0n),
    last?.contract ?? contract,
  );
  const isOver = last?.contract.kind === 'close' || contract.kind === 'close';
  if (end.kind === 'success') expect(end.contract.kind).toBe('close');
  else if (!isOver) expect(end.error.kind).toBe('intervalInPast');
  if (end.kind === 'success' || isOver) {
    const closing: Transaction = { interval: { from: analysis.endsBy, to: analysis.endsBy }, inputs: [] };
    const net = netOf([...transactions, closing], [...outputs, end]);
    for (const { party, token, worst, best } of analysis.outcomes) {
      const amount = net.get(accountKey(party, token)) ?? 0n;
      expect(amount).toBeGreaterThanOrEqual(worst.amount);
      expect(amount).toBeLessThanOrEqual(best.amount);
    }
  }
  return true;
}

test('what analysis claims holds for every play, and what it shows plays (invariant 8)', () => {
  let complete = 0;
  fc.assert(
    fc.property(arbitraryTrace({ readsTime: false }), (trace) => {
      if (check(trace)) complete += 1;
    }),
    { numRuns: 400 },
  );
  expect(complete).toBeGreaterThan(350);
});

test('... and where terms look at time', () => {
  let complete = 0;
  fc.assert(
    fc.property(arbitraryTrace({ readsTime: true, depthMax: 3 }), (trace) => {
      if (check(trace)) complete += 1;
    }),
    { numRuns: 200 },
  );
  expect(complete).toBeGreaterThan(120);
});

test('a played trace is the sum of its transactions', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      const outputs = runTransactions({ contract, state: emptyState(0n) }, transactions);
      const successful = transactions.filter((_, index) => outputs[index]!.kind === 'success');
      const played = playTrace(0n, contract, successful);
      expect(played.kind).toBe('success');
    }),
  );
});
