import { refusedTerm } from './errors.ts';
import type { Action, Bound, Case, Contract, Observation, Party, Payee, Token, Value } from './terms.ts';

/**
 * A way to write agreements that reads like them. What it gives are plain terms; what nobody could mean does not
 * compile where types can tell, and is refused with a code where only the values can.
 */

declare const asset: unique symbol;
declare const inside: unique symbol;

/** A token that the types tell from every other, so that amounts of two tokens never mix. */
export type Asset<Name extends string = string> = Token & { readonly [asset]: Name };
/** A party's account inside the agreement, which is not the party: money in it is not yet theirs. */
export type Account = { readonly account: Party; readonly [inside]: true };
/** So much of one token. */
export interface Amount<Name extends string = string> {
  readonly token: Asset<Name>;
  readonly value: Value;
}

/** A literal that is not positive becomes `never`, so `amount(0n, usd)` and `amount(-5n, usd)` do not compile. */
type Positive<N extends bigint> = `${N}` extends `-${string}` | '0' ? never : N;

/** A party that is whoever holds the role. */
export function role(name: string): Party {
  if (name === '') throw refusedTerm('ROLE_EMPTY', 'A role has no name.', 'Name the role.');
  return { kind: 'role', role: name };
}

/** A party that is a fixed address of the ledger. */
export function address(text: string): Party {
  if (text === '') throw refusedTerm('ADDRESS_EMPTY', 'A party has no address.', 'Give its address on the ledger.');
  return { kind: 'address', address: text };
}

/** A token; `Name` is only for the types. `token('', '')` is the ledger's own coin. */
export function token<const Name extends string>(currencySymbol: string, tokenName: Name): Asset<Name> {
  const plain: Token = { currencySymbol, tokenName };
  return plain as Asset<Name>;
}

export function account(party: Party): Account {
  return { account: party } as Account;
}

/** @throws GristmillError `AMOUNT_NOT_POSITIVE` */
export function amount<const N extends bigint, Name extends string>(
  units: N & Positive<N>,
  of: Asset<Name>,
): Amount<Name> {
  if (units <= 0n) {
    throw refusedTerm('AMOUNT_NOT_POSITIVE', `An amount of ${units} cannot be paid.`, 'State a positive amount.');
  }
  return { token: of, value: constant(units) };
}

export function constant(integer: bigint): Value {
  return { kind: 'constant', constant: integer };
}

/** Everything of a token that an account holds when this is looked at. */
export function allOf<Name extends string>(of: Asset<Name>, { account }: Account): Amount<Name> {
  return { token: of, value: { kind: 'availableMoney', account, token: of } };
}

/** A number of units that is only known later, such as what somebody chose. */
export function units<Name extends string>(value: Value, of: Asset<Name>): Amount<Name> {
  return { token: of, value };
}

export function plus<Name extends string>(left: Amount<Name>, right: Amount<NoInfer<Name>>): Amount<Name> {
  return { token: left.token, value: { kind: 'add', left: left.value, right: right.value } };
}

export function minus<Name extends string>(left: Amount<Name>, right: Amount<NoInfer<Name>>): Amount<Name> {
  return { token: left.token, value: { kind: 'subtract', left: left.value, right: right.value } };
}

/**
 * `numerator / denominator` of an amount, cut towards zero: what is left over stays where it was.
 *
 * @throws GristmillError `SHARE_MALFORMED` when it is not above 0 and at most the whole.
 */
export function share<Name extends string>(of: Amount<Name>, numerator: bigint, denominator: bigint): Amount<Name> {
  if (numerator <= 0n || numerator > denominator) {
    throw refusedTerm(
      'SHARE_MALFORMED',
      `${numerator}/${denominator} is no share.`,
      'A share is more than nothing and at most the whole.',
    );
  }
  const product: Value = { kind: 'multiply', left: of.value, right: constant(numerator) };
  return { token: of.token, value: { kind: 'divide', left: product, right: constant(denominator) } };
}

export function both(left: Observation, right: Observation): Observation {
  return { kind: 'and', left, right };
}

export function either(left: Observation, right: Observation): Observation {
  return { kind: 'or', left, right };
}

export function not(observation: Observation): Observation {
  return { kind: 'not', observation };
}

export function atLeast(left: Value, right: Value): Observation {
  return { kind: 'atLeast', left, right };
}

export function atMost(left: Value, right: Value): Observation {
  return { kind: 'atMost', left, right };
}

export function equal(left: Value, right: Value): Observation {
  return { kind: 'equal', left, right };
}

/** The end of an agreement: every account is paid out to its owner. */
export const close: Contract = { kind: 'close' };

/** Something to choose, by name and owner. */
export interface Choice {
  /** The number chosen; 0 as long as nothing is. */
  readonly value: Value;
  readonly made: Observation;
  /** The action of choosing exactly this number. */
  is(number: bigint): Action;
  /** The action of choosing a number from here to there, both included. */
  between(from: bigint, to: bigint): Action;
}

/** @throws GristmillError `BOUND_EMPTY` and `BOUND_NEGATIVE` from `is` and `between`. */
export function choice(name: string, owner: Party): Choice {
  const id = { name, owner };
  const between = (from: bigint, to: bigint): Action => ({
    kind: 'choice',
    choice: id,
    bounds: [bound(name, from, to)],
  });
  return {
    value: { kind: 'choiceValue', choice: id },
    made: { kind: 'choseSomething', choice: id },
    is: (number) => between(number, number),
    between,
  };
}

function bound(name: string, from: bigint, to: bigint): Bound {
  if (from > to) {
    throw refusedTerm(
      'BOUND_EMPTY',
      `No number is from ${from} to ${to}, for "${name}".`,
      'Put the smaller number first.',
    );
  }
  if (from < 0n) {
    throw refusedTerm(
      'BOUND_NEGATIVE',
      `"${name}" can be ${from}.`,
      'Count from zero; choose what to subtract instead.',
    );
  }
  return { from, to };
}

/** `deposit(price).by(buyer).into(account(seller))` */
export function deposit(of: Amount): { by(payer: Party): { into(target: Account): Action } } {
  return {
    by: (payer) => ({
      into: ({ account }) => ({ kind: 'deposit', into: account, by: payer, token: of.token, amount: of.value }),
    }),
  };
}

/** The action of anybody saying that something now holds. */
export function notify(condition: Observation): Action {
  return { kind: 'notify', condition };
}

interface Continued<Result> {
  then(next: Contract): Result;
}

interface Cases {
  /** Another way on. */
  or(action: Action): Continued<Cases>;
  /**
   * What happens at `deadline` (milliseconds since 1970), when nobody has taken any of the ways.
   *
   * @throws GristmillError `TIMEOUT_NOT_LATER` when a deadline further in is earlier than this one, or what happens at
   *   this deadline has one that is not later.
   */
  until(deadline: bigint, otherwise: Contract): Contract;
}

/** `when(deposit(...)).then(...).or(choice.is(1n)).then(...).until(deadline, close)` */
export function when(action: Action): Continued<Cases> {
  return waysOn([], action);
}

function waysOn(earlier: readonly Case[], action: Action): Continued<Cases> {
  return continued((continuation) => {
    const cases: readonly Case[] = [...earlier, { kind: 'case', action, continuation }];
    return { or: (next) => waysOn(cases, next), until: (deadline, otherwise) => waiting(cases, deadline, otherwise) };
  });
}

/** Waits until `deadline`, whatever happens. @throws GristmillError `TIMEOUT_NOT_LATER` */
export function waitUntil(deadline: bigint): Continued<Contract> {
  return continued((next) => waiting([], deadline, next));
}

function waiting(cases: readonly Case[], timeout: bigint, onTimeout: Contract): Contract {
  if (timeout <= 0n) {
    throw refusedTerm(
      'TIMEOUT_NOT_POSITIVE',
      `The deadline ${timeout} lies before 1970.`,
      'Give milliseconds since 1970.',
    );
  }
  const afterCases = cases.flatMap((each) => (each.kind === 'case' ? nextDeadlines(each.continuation) : []));
  for (const inner of [...afterCases.map((deadline) => deadline + 1n), ...nextDeadlines(onTimeout)]) {
    if (inner > timeout) continue;
    throw refusedTerm(
      'TIMEOUT_NOT_LATER',
      `A step with a deadline of ${timeout} is followed by one that may be over before it starts.`,
      'Give each step a later deadline than the one before it.',
    );
  }
  return { kind: 'when', cases, timeout, onTimeout };
}

/** The deadlines that come next; those behind them were compared when they were built. */
function nextDeadlines(contract: Contract): bigint[] {
  switch (contract.kind) {
    case 'close':
      return [];
    case 'when':
      return [contract.timeout];
    case 'if':
      return [...nextDeadlines(contract.onTrue), ...nextDeadlines(contract.onFalse)];
    case 'pay':
    case 'let':
    case 'assert':
      return nextDeadlines(contract.continuation);
  }
}

/** `pay(price).from(account(buyer)).to(seller).then(close)`; paying to an account keeps the money inside. */
export function pay(of: Amount): { from(source: Account): { to(target: Party | Account): Continued<Contract> } } {
  return {
    from: ({ account }) => ({
      to: (target) =>
        continued((continuation) => {
          const to: Payee =
            'account' in target ? { kind: 'account', account: target.account } : { kind: 'party', party: target };
          return { kind: 'pay', from: account, to, token: of.token, amount: of.value, continuation };
        }),
    }),
  };
}

/** `given(observation).then(a).otherwise(b)` */
export function given(condition: Observation): Continued<{ otherwise(next: Contract): Contract }> {
  return continued((onTrue) => ({ otherwise: (onFalse) => ({ kind: 'if', condition, onTrue, onFalse }) }));
}

/** Remembers what a value is worth now, for `remembered(name)`. */
export function remember(name: string, value: Value): Continued<Contract> {
  return continued((continuation) => ({ kind: 'let', name, value, continuation }));
}

export function remembered(name: string): Value {
  return { kind: 'useValue', name };
}

/** Says that something always holds here; `analyse` proves it, or shows how it fails. */
export function assert(condition: Observation): Continued<Contract> {
  return continued((continuation) => ({ kind: 'assert', condition, continuation }));
}

/** An unfinished sentence: it reads on with `then`. It is no promise, and says so when somebody awaits it. */
function continued<Result>(finish: (next: Contract) => Result): Continued<Result> {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- the sentence reads `when(...).then(...)`; awaiting it is refused.
    then(next) {
      if (typeof next === 'function') {
        throw refusedTerm(
          'TERMS_AWAITED',
          'These terms are not finished.',
          'Say what comes then; there is nothing to await.',
        );
      }
      return finish(next);
    },
  };
}
