import { expect, test } from 'vitest';
import {
  account,
  allOf,
  amount,
  assert,
  atLeast,
  choice,
  close,
  deposit,
  given,
  minus,
  notify,
  pay,
  plus,
  remember,
  remembered,
  role,
  share,
  token,
  units,
  waitUntil,
  when,
} from './builder.ts';
import { contractText, parseContract } from './core-json.ts';

const buyer = role('buyer');
const seller = role('seller');
const dollar = token('f1', 'USD');
const euro = token('f2', 'EUR');
const price = amount(100n, dollar);

const code = (code: string) => expect.objectContaining({ code });

test('an agreement reads as it is meant, and is plain terms', () => {
  const verdict = choice('verdict', buyer);
  const terms = when(deposit(price).by(buyer).into(account(buyer)))
    .then(
      when(verdict.is(1n))
        .then(pay(price).from(account(buyer)).to(seller).then(close))
        .or(notify(atLeast(verdict.value, remembered('x'))))
        .then(close)
        .until(20n, close),
    )
    .until(10n, close);
  expect(terms).toEqual(
    parseContract(`{ "when": [{ "case": { "party": { "role_token": "buyer" }, "deposits": 100,
        "of_token": { "currency_symbol": "f1", "token_name": "USD" }, "into_account": { "role_token": "buyer" } },
      "then": { "when": [
        { "case": { "for_choice": { "choice_name": "verdict", "choice_owner": { "role_token": "buyer" } },
            "choose_between": [{ "from": 1, "to": 1 }] },
          "then": { "from_account": { "role_token": "buyer" }, "to": { "party": { "role_token": "seller" } },
            "token": { "currency_symbol": "f1", "token_name": "USD" }, "pay": 100, "then": "close" } },
        { "case": { "notify_if": { "value": { "value_of_choice": { "choice_name": "verdict",
            "choice_owner": { "role_token": "buyer" } } }, "ge_than": { "use_value": "x" } } }, "then": "close" }
      ], "timeout": 20, "timeout_continuation": "close" } }],
      "timeout": 10, "timeout_continuation": "close" }`),
  );
});

test('every other word of the language has its own', () => {
  const held = account(buyer);
  const terms = remember('tip', share(price, 1n, 3n).value).then(
    given(atLeast(remembered('tip'), allOf(dollar, held).value))
      .then(waitUntil(5n).then(close))
      .otherwise(
        assert(choice('ok', buyer).made).then(
          pay(plus(minus(price, price), units(remembered('tip'), dollar)))
            .from(held)
            .to(account(seller))
            .then(close),
        ),
      ),
  );
  expect(parseContract(contractText(terms))).toEqual(terms);
});

test('what nobody could mean is refused with a code', () => {
  const none: bigint = 0n;
  expect(() => amount(none, dollar)).toThrow(code('AMOUNT_NOT_POSITIVE'));
  expect(() => choice('n', buyer).between(2n, 1n)).toThrow(code('BOUND_EMPTY'));
  expect(() => choice('n', buyer).between(-1n, 1n)).toThrow(code('BOUND_NEGATIVE'));
  expect(() => share(price, 4n, 3n)).toThrow(code('SHARE_MALFORMED'));
  expect(() => role('')).toThrow(code('ROLE_EMPTY'));
  expect(() => waitUntil(0n).then(close)).toThrow(code('TIMEOUT_NOT_POSITIVE'));
  const inner = pay(price).from(account(buyer)).to(seller).then(waitUntil(10n).then(close));
  expect(() => waitUntil(10n).then(inner)).toThrow(code('TIMEOUT_NOT_LATER'));
  expect(() => when(choice('n', buyer).is(1n)).then(inner).until(11n, close)).toThrow(code('TIMEOUT_NOT_LATER'));
  expect(when(choice('n', buyer).is(1n)).then(inner).until(10n, close)).toMatchObject({ timeout: 10n });
});

test('an unfinished sentence is no promise', async () => {
  const sentence = when(choice('n', buyer).is(1n));
  await expect(Promise.resolve(sentence as unknown)).rejects.toMatchObject({ code: 'TERMS_AWAITED' });
});

/** Never called: it is there for the type checker, which must refuse each line. */
function nonsense(): unknown[] {
  const payment = pay(price).from(account(buyer)).to(seller);
  const withoutDeadline = when(choice('n', buyer).is(1n)).then(close);
  return [
    // @ts-expect-error: nothing is no amount
    amount(0n, dollar),
    // @ts-expect-error: less than nothing is no amount
    amount(-5n, dollar),
    // @ts-expect-error: dollars and euros do not add up
    plus(price, amount(1n, euro)),
    // @ts-expect-error: money comes from an account, not from a party
    pay(price).from(buyer),
    // @ts-expect-error: a deposit goes into an account
    deposit(price).by(buyer).into(seller),
    // @ts-expect-error: a when that says no deadline is no contract
    payment.then(withoutDeadline),
  ];
}

test('types stop nonsense before it runs', () => {
  expect(nonsense).toBeTypeOf('function');
});
