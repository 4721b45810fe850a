/**
 * The terms of an agreement: the abstract syntax of Marlowe v1 core, with its names.
 * Amounts and times are exact integers; a time is milliseconds since 1970 (POSIX).
 */

/** Who takes part: a fixed address, or whoever holds a role. */
export type Party =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'role'; readonly role: string };

/** What is paid in; both parts empty is the chain's own coin. */
export interface Token {
  readonly currencySymbol: string;
  readonly tokenName: string;
}

/** Where a payment goes: to an account inside the agreement, or out of it to a party. */
export type Payee =
  | { readonly kind: 'account'; readonly account: Party }
  | { readonly kind: 'party'; readonly party: Party };

export interface ChoiceId {
  readonly name: string;
  readonly owner: Party;
}

/** Inclusive on both ends; empty when `from > to`. */
export interface Bound {
  readonly from: bigint;
  readonly to: bigint;
}

export type Value =
  | { readonly kind: 'availableMoney'; readonly account: Party; readonly token: Token }
  | { readonly kind: 'constant'; readonly constant: bigint }
  | { readonly kind: 'negate'; readonly value: Value }
  | { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Value; readonly right: Value }
  | { readonly kind: 'choiceValue'; readonly choice: ChoiceId }
  | { readonly kind: 'timeIntervalStart' }
  | { readonly kind: 'timeIntervalEnd' }
  | { readonly kind: 'useValue'; readonly name: string }
  | { readonly kind: 'cond'; readonly condition: Observation; readonly onTrue: Value; readonly onFalse: Value };

export type Comparison = 'atLeast' | 'greater' | 'less' | 'atMost' | 'equal';

export type Observation =
  | { readonly kind: 'true' }
  | { readonly kind: 'false' }
  | { readonly kind: 'and' | 'or'; readonly left: Observation; readonly right: Observation }
  | { readonly kind: 'not'; readonly observation: Observation }
  | { readonly kind: 'choseSomething'; readonly choice: ChoiceId }
  | { readonly kind: Comparison; readonly left: Value; readonly right: Value };

export type Action =
  | {
      readonly kind: 'deposit';
      readonly into: Party;
      readonly by: Party;
      readonly token: Token;
      readonly amount: Value;
    }
  | { readonly kind: 'choice'; readonly choice: ChoiceId; readonly bounds: readonly Bound[] }
  | { readonly kind: 'notify'; readonly condition: Observation };

/** One way on: what must happen, and the terms from there, in full or (Merkleised) by their hash in hexadecimal. */
export type Case =
  | { readonly kind: 'case'; readonly action: Action; readonly continuation: Contract }
  | { readonly kind: 'merkleised'; readonly action: Action; readonly continuationHash: string };

export type Close = { readonly kind: 'close' };

export type Contract =
  | Close
  | {
      readonly kind: 'pay';
      readonly from: Party;
      readonly to: Payee;
      readonly token: Token;
      readonly amount: Value;
      readonly continuation: Contract;
    }
  | { readonly kind: 'if'; readonly condition: Observation; readonly onTrue: Contract; readonly onFalse: Contract }
  | {
      readonly kind: 'when';
      readonly cases: readonly Case[];
      readonly timeout: bigint;
      readonly onTimeout: Contract;
    }
  | { readonly kind: 'let'; readonly name: string; readonly value: Value; readonly continuation: Contract }
  | { readonly kind: 'assert'; readonly condition: Observation; readonly continuation: Contract };

export type When = Extract<Contract, { kind: 'when' }>;
export type Pay = Extract<Contract, { kind: 'pay' }>;

/** What an agreement remembers between transactions; association lists keep the order in which entries came. */
export interface State {
  readonly accounts: readonly { readonly party: Party; readonly token: Token; readonly amount: bigint }[];
  readonly choices: readonly { readonly choice: ChoiceId; readonly chosen: bigint }[];
  readonly boundValues: readonly { readonly name: string; readonly value: bigint }[];
  /** The latest time that is known to have passed. */
  readonly minTime: bigint;
}

/** The state in which an agreement opens. */
export function emptyState(minTime: bigint): State {
  return { accounts: [], choices: [], boundValues: [], minTime };
}

// Keys under which the semantics looks things up: each part carries its length, so that no two of them collide.

export function partyKey(party: Party): string {
  return party.kind === 'address' ? `a${part(party.address)}` : `r${part(party.role)}`;
}

export function tokenKey(token: Token): string {
  return part(token.currencySymbol) + part(token.tokenName);
}

export function accountKey(party: Party, token: Token): string {
  return partyKey(party) + tokenKey(token);
}

export function choiceKey(choice: ChoiceId): string {
  return part(choice.name) + partyKey(choice.owner);
}

function part(text: string): string {
  return `${text.length}:${text}`;
}

export function sameParty(one: Party, other: Party): boolean {
  return one.kind === 'address'
    ? other.kind === 'address' && one.address === other.address
    : other.kind === 'role' && one.role === other.role;
}

export function sameToken(one: Token, other: Token): boolean {
  return one.currencySymbol === other.currencySymbol && one.tokenName === other.tokenName;
}

export function sameChoice(one: ChoiceId, other: ChoiceId): boolean {
  return one.name === other.name && sameParty(one.owner, other.owner);
}

/** What follows a term, in the order it is written; Merkleised continuations are not here to follow. */
export function continuationsOf(contract: Contract): Contract[] {
  switch (contract.kind) {
    case 'close':
      return [];
    case 'pay':
    case 'let':
    case 'assert':
      return [contract.continuation];
    case 'if':
      return [contract.onTrue, contract.onFalse];
    case 'when':
      return [
        ...contract.cases.flatMap((each) => (each.kind === 'case' ? [each.continuation] : [])),
        contract.onTimeout,
      ];
  }
}

/** How many contracts there are when every use of a shared part counts, as in core JSON. */
export function unfoldedSize(contract: Contract): bigint {
  const sizes = new Map<Contract, bigint>();
  const left = [contract];
  for (let next = left.at(-1); next !== undefined; next = left.at(-1)) {
    const inner = continuationsOf(next);
    const open = inner.filter((each) => !sizes.has(each));
    if (open.length > 0) {
      left.push(...open);
      continue;
    }
    sizes.set(
      next,
      inner.reduce((sum, each) => sum + sizes.get(each)!, 1n),
    );
    left.pop();
  }
  return sizes.get(contract)!;
}
