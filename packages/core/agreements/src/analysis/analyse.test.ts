import { describe, expect, test } from 'vitest';
import {
  account,
  amount,
  assert,
  atLeast,
  atMost,
  choice,
  close,
  constant,
  deposit,
  given,
  notify,
  pay,
  remember,
  remembered,
  role,
  share,
  token,
  units,
  waitUntil,
  when,
} from '../builder.ts';
import { contractText, parseContract } from '../core-json.ts';
import { computeTransaction } from '../compute-transaction.ts';
import { runCoreJson, runTransactions } from '../run.ts';
import { emptyState, unfoldedSize, type Contract, type Value } from '../terms.ts';
import { templateOf } from '../templates/index.ts';
import { analyse } from './analyse.ts';
import { analysisText } from './report.ts';

const [alice, bob] = [role('alice'), role('bob')];
const usd = token('f1', 'USD');
const held = account(alice);

describe('payments', () => {
  test('one that may be short is shown with the transactions that make it so', () => {
    const ask = choice('ask', bob);
    const terms = when(deposit(amount(1_000n, usd)).by(alice).into(held))
      .then(
        when(ask.between(1n, 5_000n))
          .then(pay(units(ask.value, usd)).from(held).to(bob).then(close))
          .until(20n, close),
      )
      .until(10n, close);
    const { payments, complete } = analyse(terms);
    expect(complete).toBe(true);
    expect(payments).toMatchObject([{ verdict: 'fails', path: '$.when[0].then.when[0].then' }]);
    const outputs = runTransactions(
      { contract: terms, state: emptyState(0n) },
      payments[0]!.counterExample!.transactions,
    );
    expect(outputs.at(-1)).toMatchObject({ kind: 'success', warnings: [{ kind: 'partialPay', paid: 1_000n }] });
  });

  test('the same terms are judged for each state that they are reached in, by what is remembered and what was chosen', () => {
    const pick = choice('pick', bob);
    const owed = units(remembered('owed'), usd);
    const settle = pay(owed).from(held).to(bob).then(close);
    const byChoice = pay(units(pick.value, usd)).from(held).to(bob).then(close);
    const after = (rest: (owed: bigint) => Contract) =>
      when(deposit(amount(1n, usd)).by(alice).into(held))
        .then(when(pick.is(1n)).then(rest(1n)).or(pick.is(2n)).then(rest(2n)).until(20n, close))
        .until(10n, close);
    for (const terms of [
      after((units) => remember('owed', constant(units)).then(waitUntil(30n).then(settle))),
      after(() => waitUntil(30n).then(byChoice)),
    ]) {
      const { payments, complete } = analyse(terms);
      expect(complete).toBe(true);
      expect(payments.map(({ verdict }) => verdict)).toContain('fails');
    }
  });

  test('a case is reached by just the numbers that no case before it takes', () => {
    const pick = choice('pick', bob);
    const short = pay(amount(2n, usd)).from(held).to(bob).then(close);
    for (const [low, high, left] of [
      [1n, 6n, 6n],
      [4n, 9n, 4n],
    ] as const) {
      const [from, to] = left === high ? [low, high - 1n] : [low + 1n, high];
      const terms = when(deposit(amount(1n, usd)).by(alice).into(held))
        .then(when(pick.between(from, to)).then(close).or(pick.between(low, high)).then(short).until(20n, close))
        .until(10n, close);
      const { payments, unreachable } = analyse(terms);
      expect(unreachable).toEqual([]);
      expect(payments).toMatchObject([{ verdict: 'fails' }]);
      const inputs = payments[0]!.counterExample!.transactions.flatMap((each) => each.inputs);
      expect(inputs).toMatchObject([{ kind: 'deposit' }, { kind: 'choice', chosen: left }]);
    }
  });

  test('one that a condition guards is proved', () => {
    const ask = choice('ask', bob);
    const terms = when(deposit(amount(1_000n, usd)).by(alice).into(held))
      .then(
        when(ask.between(1n, 5_000n))
          .then(
            given(atMost(ask.value, constant(1_000n)))
              .then(pay(units(ask.value, usd)).from(held).to(bob).then(close))
              .otherwise(close),
          )
          .until(20n, close),
      )
      .until(10n, close);
    const { payments, outcomes } = analyse(terms);
    expect(payments).toMatchObject([{ verdict: 'funded' }]);
    expect(outcomes.map(({ worst, best }) => [worst.amount, best.amount])).toEqual([
      [-1_000n, 0n],
      [0n, 1_000n],
    ]);
  });

  test('shares of an unknown amount add up: rounding is reasoned about exactly', () => {
    const sum = choice('sum', alice);
    const whole = units(sum.value, usd);
    const terms = (third: bigint): Contract =>
      when(sum.between(10n, 10n ** 24n))
        .then(
          when(deposit(whole).by(alice).into(held))
            .then(
              pay(share(whole, 1n, 3n))
                .from(held)
                .to(bob)
                .then(
                  pay(share(whole, third, 3n))
                    .from(held)
                    .to(bob)
                    .then(close),
                ),
            )
            .until(20n, close),
        )
        .until(10n, close);
    expect(analyse(terms(2n)).warnings).toEqual([]);
    expect(analyse(terms(3n)).payments.map(({ verdict }) => verdict)).toEqual(['funded', 'fails']);
  });

  test('a price that somebody names: quotients by an unknown number have their exact ends', () => {
    const price = choice('price', bob);
    const cost: Value = { kind: 'divide', left: constant(1_000_000n), right: price.value };
    const terms = when(price.between(1n, 3_000n))
      .then(
        when(deposit(units(cost, usd)).by(alice).into(held))
          .then(pay(units(cost, usd)).from(held).to(bob).then(close))
          .until(20n, close),
      )
      .until(10n, close);
    const { complete, payments, outcomes } = analyse(terms);
    expect(complete).toBe(true);
    expect(payments).toMatchObject([{ verdict: 'funded' }]);
    expect(outcomes).toMatchObject([
      { party: alice, worst: { amount: -1_000_000n }, best: { amount: 0n } },
      { party: bob, worst: { amount: 0n }, best: { amount: 1_000_000n } },
    ]);
  });

  test('one that is never made is unreachable, and so is the way to it', () => {
    const never = choice('n', bob);
    const terms = when(never.between(1n, 5n))
      .then(
        given(atLeast(never.value, constant(6n)))
          .then(pay(amount(1n, usd)).from(held).to(bob).then(close))
          .otherwise(close),
      )
      .or(never.is(3n))
      .then(close)
      .until(10n, close);
    const { payments, unreachable } = analyse(terms);
    expect(payments).toMatchObject([{ verdict: 'unreachable' }]);
    expect(unreachable).toEqual(['$.when[1].then', '$.when[0].then.then']);
  });
});

test('other promises are kept or broken with an example', () => {
  const n = choice('n', bob);
  const terms = when(n.between(0n, 9n))
    .then(
      assert(atMost(n.value, constant(8n))).then(
        when(deposit(units(n.value, usd)).by(bob).into(held))
          .then(close)
          .until(20n, close),
      ),
    )
    .until(10n, close);
  const { warnings } = analyse(terms);
  expect(warnings.map(({ kind, path }) => [kind, path])).toEqual([
    ['assertionFailed', '$.when[0].then'],
    ['nonPositiveDeposit', '$.when[0].then.then'],
  ]);
  expect(warnings[0]!.transactions.at(-1)!.inputs).toMatchObject([{ chosen: 9n }]);
});

test('it knows when an agreement is over, and who decides alone', () => {
  const terms = when(choice('go', alice).is(1n))
    .then(
      when(choice('stop', bob).is(1n))
        .then(close)
        .or(notify({ kind: 'true' }))
        .then(close)
        .until(300n, close),
    )
    .until(100n, waitUntil(200n).then(close));
  const { endsBy, decisions } = analyse(terms);
  expect(endsBy).toBe(300n);
  expect(decisions).toEqual([{ path: '$', party: alice, until: 100n }]);
  const moved = analyse(terms, { state: { ...emptyState(150n) } });
  expect(moved.endsBy).toBe(200n);
  expect(moved.unreachable).toContain('$.when[0].then');
});

test('where terms look at time, the time of a failure is found', () => {
  const early: Contract = {
    kind: 'when',
    cases: [
      {
        kind: 'case',
        action: { kind: 'notify', condition: { kind: 'true' } },
        continuation: assert(atMost({ kind: 'timeIntervalEnd' }, constant(41n))).then(close),
      },
    ],
    timeout: 50n,
    onTimeout: close,
  };
  const { warnings, complete } = analyse(early);
  expect(complete).toBe(true);
  expect(warnings).toMatchObject([{ kind: 'assertionFailed' }]);
  const [transaction] = warnings[0]!.transactions;
  expect(transaction!.interval.to).toBeGreaterThan(41n);
  expect(transaction!.interval.to).toBeLessThan(50n);
  expect(computeTransaction(transaction!, emptyState(0n), early)).toMatchObject({
    warnings: [{ kind: 'assertionFailed' }],
  });
});

describe('when it gives up', () => {
  const policy = templateOf('spending-policy');

  test('it says so, and claims nothing that it has not seen', () => {
    const terms = policy.build(policy.example);
    const { complete, gaveUp, payments, unreachable } = analyse(terms, { stepsMax: 20 });
    expect({ complete, gaveUp, unreachable }).toEqual({ complete: false, gaveUp: 'budget', unreachable: [] });
    expect(new Set(payments.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });

  test('values nested too deep for the stack are left alone', () => {
    const terms = parseContract(`{"let":"x","be":${'{"negate":'.repeat(1_990)}1${'}'.repeat(1_990)},"then":"close"}`);
    expect(analyse(terms)).toMatchObject({ complete: false, gaveUp: 'depth', warnings: [] });
    const bearable = parseContract(`{"let":"x","be":${'{"negate":'.repeat(299)}1${'}'.repeat(299)},"then":"close"}`);
    expect(analyse(bearable)).toMatchObject({ complete: true });
  });

  test('hashes cannot be followed', () => {
    const terms = parseContract(
      '{"when":[{"case":{"notify_if":true},"merkleized_then":"ab"}],"timeout":7,"timeout_continuation":"close"}',
    );
    expect(analyse(terms)).toMatchObject({ complete: false, gaveUp: 'merkleised', endsBy: 7n });
  });
});

test('as a document, its examples are input for a runner', () => {
  const ask = choice('ask', bob);
  const terms = when(ask.between(1n, 9n))
    .then(pay(units(ask.value, usd)).from(held).to(bob).then(close))
    .until(10n, close);
  const document = JSON.parse(analysisText(analyse(terms))) as {
    complete: boolean;
    payments: { verdict: string; counterExample: { transactions: unknown } }[];
    outcomes: unknown[];
  };
  expect(document).toMatchObject({ complete: true, endsBy: 10, payments: [{ verdict: 'fails' }] });
  const inputs = JSON.stringify(document.payments[0]!.counterExample.transactions);
  expect(JSON.parse(runCoreJson(contractText(terms), inputs))).toMatchObject([{ warnings: [{ but_only_paid: 0 }] }]);
});

describe('size', () => {
  test('hundreds of contracts are followed to the end', () => {
    const vesting = templateOf('vesting');
    const terms = vesting.build({ ...vesting.example, steps: 300, total: '300000' });
    expect(unfoldedSize(terms)).toBeGreaterThan(800n);
    expect(analyse(terms)).toMatchObject({ complete: true, warnings: [], unreachable: [] });
  });

  test('paths that meet again are followed once: 2^60 of them are no trouble', () => {
    let terms: Contract = close;
    for (let step = 60n; step > 0n; step -= 1n) {
      terms = when(choice('left', alice).is(1n))
        .then(terms)
        .or(choice('right', alice).is(1n))
        .then(terms)
        .until(step, terms);
    }
    expect(analyse(terms)).toMatchObject({ complete: true, endsBy: 60n });
  });
});
