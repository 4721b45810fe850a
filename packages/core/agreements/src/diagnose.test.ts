import { describe, expect, test } from 'vitest';
import { account, amount, choice, close, constant, deposit, equal, notify, role, token, when } from './builder.ts';
import { advance } from './diagnose.ts';
import { emptyState, type Contract } from './terms.ts';
import type { Input, Transaction } from './transaction.ts';

const [alice, bob] = [role('alice'), role('bob')];
const usd = token('f1', 'USD');
const vote = choice('vote', bob);
const start = emptyState(5n);
const paidIn: Input = { kind: 'deposit', by: alice, into: alice, token: usd, amount: 7n };
const terms = when(deposit(amount(7n, usd)).by(alice).into(account(alice)))
  .then(
    when(vote.between(1n, 3n))
      .then(close)
      .or(notify(equal(vote.value, constant(9n))))
      .then(close)
      .until(200n, close),
  )
  .until(100n, close);

function at(from: bigint, to: bigint, ...inputs: Input[]): Transaction {
  return { interval: { from, to }, inputs };
}

describe('what moves the agreement on is the output of the semantics', () => {
  test('a deposit in time', () => {
    expect(advance(at(10n, 10n, paidIn), start, terms).contract).toMatchObject({ timeout: 200n });
  });
});

const refusals: [what: string, transaction: Transaction, code: string, message: RegExp, contract?: Contract][] = [
  ['an empty interval', at(9n, 8n), 'AGREEMENT_INTERVAL_EMPTY', /ends at 8, before it starts at 9/],
  ['an interval in the past', at(1n, 4n), 'AGREEMENT_INTERVAL_PAST', /knows that it is 5/],
  ['a deadline inside the interval', at(99n, 100n), 'AGREEMENT_INTERVAL_AMBIGUOUS', /99 to 100/],
  ['nothing before the deadline', at(10n, 10n), 'AGREEMENT_NOTHING_TO_DO', /without an input/],
  ['a closed agreement', at(10n, 10n), 'AGREEMENT_NOTHING_TO_DO', /closed/, close],
  ['an input after the end', at(10n, 10n, paidIn), 'AGREEMENT_CLOSED', /deposit of 7 of USD by alice/, close],
  ['a late deposit', at(100n, 100n, paidIn), 'AGREEMENT_CLOSED', /closed/],
  ['a wrong amount', at(10n, 10n, { ...paidIn, amount: 8n }), 'AGREEMENT_WRONG_AMOUNT', /exactly 7/],
  [
    'a wrong token',
    at(10n, 10n, { ...paidIn, token: token('', '') }),
    'AGREEMENT_WRONG_TOKEN',
    /native coin.*USD is expected/,
  ],
  ['a wrong party', at(10n, 10n, { ...paidIn, by: bob }), 'AGREEMENT_WRONG_PARTY', /alice is expected/],
  [
    'another account',
    at(10n, 10n, { ...paidIn, into: bob }),
    'AGREEMENT_INPUT_FITS_NO_CASE',
    /not what the agreement waits for/,
  ],
  [
    'a choice out of bounds, second in its transaction',
    at(10n, 10n, paidIn, { kind: 'choice', choice: { name: 'vote', owner: bob }, chosen: 4n }),
    'AGREEMENT_CHOICE_OUT_OF_BOUNDS',
    /choice of 4.*the choice is 1 to 3/,
  ],
  ['a notification too early', at(10n, 10n, paidIn, { kind: 'notify' }), 'AGREEMENT_NOT_YET_TRUE', /does not hold/],
  [
    'a continuation that nobody asked for',
    at(10n, 10n, { ...paidIn, merkleised: { continuationHash: 'ab', continuation: close } }),
    'AGREEMENT_CONTINUATION_MISMATCH',
    /does not bring the continuation/,
  ],
];

test.each(refusals)('%s', (_, transaction, code, message, contract = terms) => {
  expect(() => advance(transaction, start, contract)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});

test('a late deposit into an agreement that goes on is called late', () => {
  const goesOn = when(deposit(amount(7n, usd)).by(alice).into(account(alice)))
    .then(close)
    .until(100n, when(vote.is(1n)).then(close).until(200n, close));
  expect(() => advance(at(150n, 150n, paidIn), start, goesOn)).toThrow(
    expect.objectContaining({
      code: 'AGREEMENT_INPUT_LATE',
      message: expect.stringMatching(/came at 150.*before 100/),
    }),
  );
});

test('the misfit is found in a transaction of many inputs', () => {
  const many = Array.from({ length: 20_000 }, (): Input => ({ kind: 'notify' }));
  expect(() => advance(at(10n, 10n, paidIn, ...many), start, terms)).toThrow(
    expect.objectContaining({ code: 'AGREEMENT_NOT_YET_TRUE' }),
  );
});
