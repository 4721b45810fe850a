import {
  type Bound,
  type Case,
  type ChoiceId,
  continuationsOf,
  type Contract,
  type Input,
  type Observation,
  type Party,
  type State,
  type Token,
  type Value,
} from '@gristmill/agreements';
import { GristmillError } from '@gristmill/protocol';
import {
  type Address,
  concatHex,
  getAddress,
  type Hex,
  hexToString,
  isAddress,
  keccak256,
  numberToHex,
  stringToHex,
} from 'viem';

/**
 * Terms as `Agreement.sol` knows them: items of bytes that name what follows them by hash. `contracts/src/AgreementTerms.sol`
 * and `AgreementValues.sol` describe the format.
 */
export interface EncodedTerms {
  /** The hash that stands for all of the terms. */
  readonly root: Hex;
  readonly hashOf: (terms: Contract) => Hex;
  /** The hash of the item that lists the cases of a `when`. */
  readonly casesHashOf: (when: When) => Hex;
  readonly itemOf: (hash: Hex) => Hex;
}

export type When = Extract<Contract, { kind: 'when' }>;

const NATIVE: Address = '0x0000000000000000000000000000000000000000';
const ITEM_BYTES_MAX = 0xffff;
const NAME_BYTES_MAX = 32;
const TIME_LIMIT = 1n << 63n;
const INT256_LIMIT = 1n << 255n;
const CHOICE_BOUNDS_MAX = 255;

export const KINDS = { close: 0, pay: 1, if: 2, when: 3, let: 4, assert: 5, cases: 6 } as const;
export const CASES = { deposit: 1, choice: 2, notify: 3 } as const;
export const OPERATIONS = {
  constant: 0x01,
  availableMoney: 0x02,
  choiceValue: 0x03,
  timeIntervalStart: 0x04,
  timeIntervalEnd: 0x05,
  useValue: 0x06,
  negate: 0x07,
  add: 0x08,
  subtract: 0x09,
  multiply: 0x0a,
  divide: 0x0b,
  cond: 0x0c,
  true: 0x10,
  false: 0x11,
  and: 0x12,
  or: 0x13,
  not: 0x14,
  choseSomething: 0x15,
  atLeast: 0x16,
  greater: 0x17,
  less: 0x18,
  atMost: 0x19,
  equal: 0x1a,
} as const satisfies Record<Value['kind'] | Observation['kind'], number>;

const CLOSE = byte(KINDS.close);
export const CLOSED_TERMS: Hex = keccak256(CLOSE);

/**
 * Encodes terms whose parties are addresses (`bindRoles` makes them so), each shared part once.
 *
 * @throws GristmillError `AGREEMENT_PARTY_NOT_AN_ADDRESS`, `AGREEMENT_TOKEN_NOT_ON_CHAIN`, `AGREEMENT_NAME_TOO_LONG`,
 *   `AGREEMENT_INTEGER_TOO_LARGE`, `AGREEMENT_TERM_TOO_LARGE`
 */
export function encodeTerms(terms: Contract): EncodedTerms {
  const items = new Map<Hex, Hex>();
  const hashes = new Map<Contract, Hex>();
  const casesHashes = new Map<When, Hex>();

  function put(item: Hex): Hex {
    if ((item.length - 2) / 2 > ITEM_BYTES_MAX) {
      throw refused('AGREEMENT_TERM_TOO_LARGE', `One term takes more than ${ITEM_BYTES_MAX} bytes.`, 'Split it.');
    }
    const hash = keccak256(item);
    items.set(hash, item);
    return hash;
  }

  /** What follows these terms is encoded already. */
  const next = (after: Contract): Hex => hashes.get(after)!;

  function encode(contract: Contract): Hex {
    switch (contract.kind) {
      case 'close':
        return CLOSED_TERMS;
      case 'pay': {
        const { from, to, token, amount } = contract;
        const [inside, payee] = to.kind === 'account' ? [1, to.account] : [0, to.party];
        return put(
          concatHex([
            byte(KINDS.pay),
            addressOf(from),
            byte(inside),
            addressOf(payee),
            tokenAddress(token),
            program(amount),
            next(contract.continuation),
          ]),
        );
      }
      case 'if':
        return put(
          concatHex([byte(KINDS.if), program(contract.condition), next(contract.onTrue), next(contract.onFalse)]),
        );
      case 'when': {
        const cases = put(concatHex([byte(KINDS.cases), ...contract.cases.map((each) => encodeCase(each, next))]));
        casesHashes.set(contract, cases);
        return put(concatHex([byte(KINDS.when), timeHex(contract.timeout), cases, next(contract.onTimeout)]));
      }
      case 'let':
        return put(
          concatHex([byte(KINDS.let), name(contract.name), program(contract.value), next(contract.continuation)]),
        );
      case 'assert':
        return put(concatHex([byte(KINDS.assert), program(contract.condition), next(contract.continuation)]));
    }
  }

  for (const contract of innermostFirst(terms)) hashes.set(contract, encode(contract));
  return {
    root: hashes.get(terms)!,
    hashOf: (contract) => (contract.kind === 'close' ? CLOSED_TERMS : known(hashes, contract)),
    casesHashOf: (when) => known(casesHashes, when),
    itemOf: (hash) => known(items, hash),
  };
}

/** What a map has for this term. @throws GristmillError `AGREEMENT_TERMS_UNKNOWN` */
export function known<Key, Found>(map: ReadonlyMap<Key, Found>, key: Key): Found {
  const found = map.get(key);
  if (found !== undefined) return found;
  throw refused('AGREEMENT_TERMS_UNKNOWN', 'These terms are no part of the agreement.', 'Read the agreement again.');
}

/** Every part of the terms once, after all that follows it; without recursion, for terms may be deep. */
function* innermostFirst(terms: Contract): Generator<Contract> {
  const done = new Set<Contract>();
  const left = [terms];
  for (let next = left.at(-1); next !== undefined; next = left.at(-1)) {
    const open = continuationsOf(next).filter((each) => !done.has(each));
    if (open.length > 0) {
      left.push(...open);
      continue;
    }
    left.pop();
    if (done.has(next)) continue;
    done.add(next);
    yield next;
  }
}

function encodeCase(each: Case, next: (after: Contract) => Hex): Hex {
  const { action } = each;
  const after: Hex = each.kind === 'case' ? next(each.continuation) : `0x${each.continuationHash.replace(/^0x/, '')}`;
  switch (action.kind) {
    case 'deposit':
      return concatHex([
        byte(CASES.deposit),
        addressOf(action.into),
        addressOf(action.by),
        tokenAddress(action.token),
        program(action.amount),
        after,
      ]);
    case 'choice':
      return concatHex([byte(CASES.choice), choiceKey(action.choice), encodeBounds(action.bounds), after]);
    case 'notify':
      return concatHex([byte(CASES.notify), program(action.condition), after]);
  }
}

function encodeBounds(bounds: readonly Bound[]): Hex {
  if (bounds.length > CHOICE_BOUNDS_MAX) {
    throw refused('AGREEMENT_TERM_TOO_LARGE', `A choice has ${bounds.length} ranges.`, 'Use 255 at most.');
  }
  return concatHex([byte(bounds.length), ...bounds.flatMap(({ from, to }) => [integer(from), integer(to)])]);
}

/** A value or observation as a program in postfix order, its length before it. */
function program(value: Value | Observation): Hex {
  const parts: Hex[] = [];
  write(value, parts);
  const code = concatHex(parts);
  const size = (code.length - 2) / 2;
  if (size > ITEM_BYTES_MAX) {
    throw refused('AGREEMENT_TERM_TOO_LARGE', `One value takes ${size} bytes.`, `Use ${ITEM_BYTES_MAX} at most.`);
  }
  return concatHex([numberToHex(size, { size: 2 }), code]);
}

function write(value: Value | Observation, parts: Hex[]): void {
  const operands: (Value | Observation)[] = [];
  const operation: Hex[] = [byte(OPERATIONS[value.kind])];
  switch (value.kind) {
    case 'constant':
      operation.push(integer(value.constant));
      break;
    case 'availableMoney':
      operation.push(addressOf(value.account), tokenAddress(value.token));
      break;
    case 'choiceValue':
    case 'choseSomething':
      operation.push(choiceKey(value.choice));
      break;
    case 'useValue':
      operation.push(name(value.name));
      break;
    case 'negate':
      operands.push(value.value);
      break;
    case 'not':
      operands.push(value.observation);
      break;
    case 'cond':
      operands.push(value.condition, value.onTrue, value.onFalse);
      break;
    case 'true':
    case 'false':
    case 'timeIntervalStart':
    case 'timeIntervalEnd':
      break;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'and':
    case 'or':
    case 'atLeast':
    case 'greater':
    case 'less':
    case 'atMost':
    case 'equal':
      operands.push(value.left, value.right);
  }
  for (const operand of operands) write(operand, parts);
  parts.push(...operation);
}

function choiceKey(choice: ChoiceId): Hex {
  return concatHex([name(choice.name), addressOf(choice.owner)]);
}

function name(text: string): Hex {
  const bytes = nameBytes(text);
  return concatHex([byte((bytes.length - 2) / 2), bytes]);
}

function nameBytes(text: string): Hex {
  const bytes = stringToHex(text);
  // A NUL could not be told from the end of a shorter name, nor half a character from another half.
  if ((bytes.length - 2) / 2 > NAME_BYTES_MAX || text.includes('\0') || !text.isWellFormed()) {
    throw refused(
      'AGREEMENT_NAME_TOO_LONG',
      `The name "${text.slice(0, 64)}" has more than ${NAME_BYTES_MAX} bytes, a NUL, or half a character.`,
      'Give choices and values shorter names.',
    );
  }
  return bytes;
}

/** A name as the chain stores it: text at the left of 32 bytes. */
export function nameWord(text: string): Hex {
  return nameBytes(text).padEnd(66, '0') as Hex;
}

/** Two's complement, as short as it can be, its length before it. */
function integer(number: bigint): Hex {
  if (number >= INT256_LIMIT || number < -INT256_LIMIT) {
    throw refused(
      'AGREEMENT_INTEGER_TOO_LARGE',
      `The integer ${String(number).slice(0, 40)}… has more than 256 bits.`,
      'No amount of money is that large.',
    );
  }
  let size = 0;
  while (BigInt.asIntN(8 * size, number) !== number) size += 1;
  const digits = BigInt.asUintN(8 * size, number).toString(16);
  return `0x${size.toString(16).padStart(2, '0')}${size === 0 ? '' : digits.padStart(2 * size, '0')}`;
}

function timeHex(time: bigint): Hex {
  if (time < 0n || time >= TIME_LIMIT) {
    throw refused(
      'AGREEMENT_INTEGER_TOO_LARGE',
      `The deadline ${String(time).slice(0, 40)} is not a time of this chain.`,
      'Give deadlines in milliseconds since 1970.',
    );
  }
  return numberToHex(time, { size: 8 });
}

function byte(number: number): Hex {
  return `0x${number.toString(16).padStart(2, '0')}`;
}

/** @throws GristmillError `AGREEMENT_PARTY_NOT_AN_ADDRESS` */
export function addressOf(party: Party): Address {
  const text = party.kind === 'address' ? party.address : party.role;
  if (party.kind === 'address' && isAddress(text, { strict: false })) return text.toLowerCase() as Address;
  throw refused(
    'AGREEMENT_PARTY_NOT_AN_ADDRESS',
    `"${text.slice(0, 64)}" is not an address of this chain.`,
    'Say which address holds each role when the agreement is opened.',
  );
}

/** A token's contract, or zero for the chain's own coin. @throws GristmillError `AGREEMENT_TOKEN_NOT_ON_CHAIN` */
export function tokenAddress({ currencySymbol, tokenName }: Token): Address {
  if (currencySymbol === '' && tokenName === '') return NATIVE;
  const text = `0x${currencySymbol.replace(/^0x/, '').toLowerCase()}`;
  if (isAddress(text, { strict: false }) && text !== NATIVE) return text;
  throw refused(
    'AGREEMENT_TOKEN_NOT_ON_CHAIN',
    `"${currencySymbol.slice(0, 64)}" is not the address of a token.`,
    "A token's currency symbol is its contract's address: 40 hexadecimal digits.",
  );
}

function refused(code: string, message: string, hint: string): GristmillError {
  return new GristmillError(code, message, { hint });
}

/** Who holds each role of an agreement. */
export type Roles = Readonly<Record<string, Address>>;

/**
 * The terms as the chain sees them: an address for each role, a token by its address alone. What the chain makes of an
 * agreement is what `computeTransaction` makes of these terms.
 *
 * @throws GristmillError `AGREEMENT_ROLE_UNASSIGNED`, `AGREEMENT_PARTY_NOT_AN_ADDRESS`, `AGREEMENT_TOKEN_NOT_ON_CHAIN`
 */
export function bindRoles(terms: Contract, roles: Roles): Contract {
  const bound = new Map<Contract, Contract>();
  for (const contract of innermostFirst(terms)) {
    bound.set(
      contract,
      mapTerms(
        contract,
        (party) => holderOf(party, roles),
        (each) => bound.get(each)!,
      ),
    );
  }
  return bound.get(terms)!;
}

/** An input as the chain sees it. @throws as `bindRoles` does. */
export function bindInput(input: Input, roles: Roles): Input {
  switch (input.kind) {
    case 'deposit':
      return {
        ...input,
        by: holderOf(input.by, roles),
        into: holderOf(input.into, roles),
        token: boundToken(input.token),
      };
    case 'choice':
      return { ...input, choice: { name: input.choice.name, owner: holderOf(input.choice.owner, roles) } };
    case 'notify':
      return input;
  }
}

function holderOf(party: Party, roles: Roles): Party {
  if (party.kind === 'address') return chainParty(addressOf(party));
  const holder = Object.hasOwn(roles, party.role) ? roles[party.role] : undefined;
  if (holder !== undefined) return chainParty(addressOf({ kind: 'address', address: holder }));
  throw refused(
    'AGREEMENT_ROLE_UNASSIGNED',
    `Nobody holds the role "${party.role.slice(0, 64)}".`,
    'Say which address holds each role when the agreement is opened.',
  );
}

/** A party of the chain, in the one way in which terms for it are written. */
export function chainParty(address: Address): Party {
  return { kind: 'address', address: getAddress(address) };
}

/** A token of the chain, in the one way in which terms for it are written. */
export function chainToken(address: Address): Token {
  return { currencySymbol: address === NATIVE ? '' : address.slice(2).toLowerCase(), tokenName: '' };
}

function boundToken(token: Token): Token {
  return chainToken(tokenAddress(token));
}

function mapTerms(contract: Contract, party: (each: Party) => Party, next: (each: Contract) => Contract): Contract {
  const choice = (each: ChoiceId): ChoiceId => ({ name: each.name, owner: party(each.owner) });
  const value = (each: Value): Value => mapped(each) as Value;
  const observation = (each: Observation): Observation => mapped(each) as Observation;
  const mapped = (each: Value | Observation): Value | Observation => {
    switch (each.kind) {
      case 'constant':
      case 'timeIntervalStart':
      case 'timeIntervalEnd':
      case 'useValue':
      case 'true':
      case 'false':
        return each;
      case 'availableMoney':
        return { ...each, account: party(each.account), token: boundToken(each.token) };
      case 'choiceValue':
      case 'choseSomething':
        return { ...each, choice: choice(each.choice) };
      case 'negate':
        return { ...each, value: value(each.value) };
      case 'not':
        return { ...each, observation: observation(each.observation) };
      case 'and':
      case 'or':
        return { ...each, left: observation(each.left), right: observation(each.right) };
      case 'cond':
        return {
          ...each,
          condition: observation(each.condition),
          onTrue: value(each.onTrue),
          onFalse: value(each.onFalse),
        };
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'atLeast':
      case 'greater':
      case 'less':
      case 'atMost':
      case 'equal':
        return { ...each, left: value(each.left), right: value(each.right) };
    }
  };
  const mappedCase = (each: Case): Case => {
    const { action } = each;
    const mappedAction =
      action.kind === 'deposit'
        ? {
            ...action,
            into: party(action.into),
            by: party(action.by),
            token: boundToken(action.token),
            amount: value(action.amount),
          }
        : action.kind === 'choice'
          ? { ...action, choice: choice(action.choice) }
          : { ...action, condition: observation(action.condition) };
    return each.kind === 'case'
      ? { kind: 'case', action: mappedAction, continuation: next(each.continuation) }
      : { ...each, action: mappedAction };
  };
  switch (contract.kind) {
    case 'close':
      return contract;
    case 'pay':
      return {
        ...contract,
        from: party(contract.from),
        to:
          contract.to.kind === 'account'
            ? { kind: 'account', account: party(contract.to.account) }
            : { kind: 'party', party: party(contract.to.party) },
        token: boundToken(contract.token),
        amount: value(contract.amount),
        continuation: next(contract.continuation),
      };
    case 'if':
      return {
        ...contract,
        condition: observation(contract.condition),
        onTrue: next(contract.onTrue),
        onFalse: next(contract.onFalse),
      };
    case 'when':
      return { ...contract, cases: contract.cases.map(mappedCase), onTimeout: next(contract.onTimeout) };
    case 'let':
      return { ...contract, value: value(contract.value), continuation: next(contract.continuation) };
    case 'assert':
      return { ...contract, condition: observation(contract.condition), continuation: next(contract.continuation) };
  }
}

/** What the chain remembers of an agreement, as it is passed to and returned from `Agreement.sol`. */
export interface ChainState {
  accounts: readonly { owner: Address; token: Address; amount: bigint }[];
  choices: readonly { name: Hex; owner: Address; chosen: bigint }[];
  boundValues: readonly { name: Hex; value: bigint }[];
  minTime: bigint;
  inputs: bigint;
}

/** A state for the chain, after as many inputs. */
export function encodeState(state: State, inputs: bigint): ChainState {
  return {
    accounts: state.accounts.map(({ party, token, amount }) => ({
      owner: addressOf(party),
      token: tokenAddress(token),
      amount,
    })),
    choices: state.choices.map(({ choice, chosen }) => ({
      name: nameWord(choice.name),
      owner: addressOf(choice.owner),
      chosen,
    })),
    boundValues: state.boundValues.map(({ name, value }) => ({ name: nameWord(name), value })),
    minTime: state.minTime,
    inputs,
  };
}

/** A state from the chain, as the language has it. */
export function decodeState(state: ChainState): State {
  return {
    accounts: state.accounts.map(({ owner, token, amount }) => ({
      party: chainParty(owner),
      token: chainToken(token),
      amount,
    })),
    choices: state.choices.map(({ name, owner, chosen }) => ({
      choice: { name: nameText(name), owner: chainParty(owner) },
      chosen,
    })),
    boundValues: state.boundValues.map(({ name, value }) => ({ name: nameText(name), value })),
    minTime: state.minTime,
  };
}

/** A name as text, without the zeros after it. */
export function nameText(word: Hex): string {
  return hexToString(word).replace(/\0+$/, '');
}
