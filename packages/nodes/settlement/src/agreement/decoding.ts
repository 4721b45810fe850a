import {
  type Case,
  continuationsOf,
  type Contract,
  type Observation,
  type Party,
  type Token,
  type Value,
} from '@gristmill/agreements';
import { GristmillError } from '@gristmill/protocol';
import { getAddress, type Hex, keccak256, slice, stringToHex } from 'viem';
import { OPERATIONS_MAX } from './bounds.ts';
import {
  CASES,
  CLOSED_TERMS,
  chainParty,
  chainToken,
  type EncodedTerms,
  KINDS,
  known,
  nameText,
  OPERATIONS,
} from './encoding.ts';

/** What each byte of a program stands for. */
const OPERATION_NAMES = new Map(
  Object.entries(OPERATIONS).map(([name, code]) => [code as number, name as keyof typeof OPERATIONS]),
);

/** How many terms are written out, each as often as it is led to. */
const TERMS_MAX = 20_000;

/** The items of lists as they are in the logs of an agreement, by their hashes. */
export function itemsOf(lists: readonly Hex[]): Map<Hex, Hex> {
  const items = new Map<Hex, Hex>();
  for (const list of lists) {
    const reader = readerOf(list);
    while (!reader.atEnd()) {
      const item = reader.hex(Number(reader.uint(2)));
      items.set(keccak256(item), item);
    }
  }
  return items;
}

/** Terms as they are on a chain, and their bytes: not all of them need be as `encodeTerms` would write them. */
export interface DecodedTerms {
  readonly terms: Contract;
  readonly encoded: EncodedTerms;
}

/**
 * The terms with this hash, as far as their items are known. A case whose continuation has not come to light yet is
 * Merkleised; so is one whose continuation cannot be read, for the chain looks at it only when the case is taken, and
 * nobody may keep others from the rest of an agreement by what he published along with it.
 *
 * @throws GristmillError `AGREEMENT_ENCODING_MALFORMED`, `AGREEMENT_CONTINUATION_MISSING`
 */
export function decodeTerms(root: Hex, items: ReadonlyMap<Hex, Hex>): DecodedTerms {
  const { size, ...whole } = decode(root, items, (hash) => hash);
  // Parts that cases share can make enormous terms of few bytes. What time leads to is short: the chain has checked it.
  if (size <= TERMS_MAX) return whole;
  return decode(root, items, (hash) => (hash === CLOSED_TERMS ? hash : undefined));
}

/** The hash that a case leads to, or undefined where its terms are to stay Merkleised. */
type Followed = (hash: Hex) => Hex | undefined;

function decode(root: Hex, items: ReadonlyMap<Hex, Hex>, followed: Followed): DecodedTerms & { readonly size: number } {
  const done = new Map<Hex, Contract>([[CLOSED_TERMS, { kind: 'close' }]]);
  const sizes = new Map<Contract, number>();
  const unreadable = new Map<Hex, GristmillError>();
  const isSettled = (hash: Hex) => done.has(hash) || unreadable.has(hash);
  const left = [root];
  for (let hash = left.at(-1); hash !== undefined; hash = left.at(-1)) {
    try {
      const open = isSettled(hash)
        ? []
        : followersOf(itemOf(hash, items), items, followed).filter((each) => !isSettled(each));
      if (open.length > 0) {
        left.push(...open);
        continue;
      }
      if (!isSettled(hash)) {
        const read = readTerm(itemOf(hash, items), items, done, followed);
        done.set(hash, read);
        sizes.set(
          read,
          continuationsOf(read).reduce((sum, each) => sum + (sizes.get(each) ?? 0), 1),
        );
      }
    } catch (error) {
      if (!(error instanceof GristmillError)) throw error;
      unreadable.set(hash, error);
    }
    left.pop();
  }
  const reason = unreadable.get(root);
  if (reason !== undefined) throw reason;
  const terms = done.get(root)!;
  const hashes = new Map([...done].map(([hash, each]) => [each, hash]));
  const hashOf = (each: Contract): Hex => known(hashes, each);
  return {
    terms,
    size: sizes.get(terms) ?? 0,
    encoded: {
      root,
      hashOf,
      casesHashOf: (when) => casesHashIn(itemOf(hashOf(when), items)),
      itemOf: (hash) => itemOf(hash, items),
    },
  };
}

/** Where the item of a `when` names its cases: after the kind and the deadline. */
function casesHashIn(item: Hex): Hex {
  return slice(item, 9, 41);
}

function itemOf(hash: Hex, items: ReadonlyMap<Hex, Hex>): Hex {
  const item = items.get(hash);
  if (item !== undefined) return item;
  throw new GristmillError('AGREEMENT_CONTINUATION_MISSING', `Nothing is known of the terms ${hash}.`, {
    hint: 'Ask whoever wrote the agreement for all of its terms.',
  });
}

/** The hashes of what follows an item, cases included where they are known. */
function followersOf(item: Hex, items: ReadonlyMap<Hex, Hex>, followed: Followed): Hex[] {
  const hashes: Hex[] = [];
  const noted = (hash: Hex): Contract => {
    if (hash === CLOSED_TERMS || items.has(hash)) hashes.push(hash);
    return { kind: 'close' };
  };
  readTerm(item, items, { get: noted }, followed);
  return hashes;
}

/** Terms by their hash, as far as they can be read. */
interface Terms {
  get(hash: Hex): Contract | undefined;
}

function readTerm(item: Hex, items: ReadonlyMap<Hex, Hex>, terms: Terms, followed: Followed): Contract {
  const reader = readerOf(item);
  const next = (): Contract => {
    const hash = reader.hex(32);
    const found = terms.get(hash);
    if (found !== undefined) return found;
    itemOf(hash, items);
    throw malformed('what follows it cannot be read');
  };
  const kind = Number(reader.uint(1));
  switch (kind) {
    case KINDS.pay: {
      const from = reader.party();
      const inside = reader.uint(1) === 1n;
      const payee = reader.party();
      const token = reader.token();
      const amount = readValue(reader);
      const to = inside ? ({ kind: 'account', account: payee } as const) : ({ kind: 'party', party: payee } as const);
      return { kind: 'pay', from, to, token, amount, continuation: next() };
    }
    case KINDS.if:
      return { kind: 'if', condition: readObservation(reader), onTrue: next(), onFalse: next() };
    case KINDS.when: {
      const timeout = reader.uint(8);
      const cases = readCases(readerOf(itemOf(reader.hex(32), items)), terms, followed);
      return { kind: 'when', cases, timeout, onTimeout: next() };
    }
    case KINDS.let:
      return { kind: 'let', name: reader.name(), value: readValue(reader), continuation: next() };
    case KINDS.assert:
      return { kind: 'assert', condition: readObservation(reader), continuation: next() };
    default:
      throw malformed(`the term begins with ${kind}`);
  }
}

function readCases(reader: Reader, terms: Terms, followed: Followed): Case[] {
  const cases: Case[] = [];
  if (reader.uint(1) !== BigInt(KINDS.cases)) throw malformed('a list of cases is something else');
  while (!reader.atEnd()) {
    const action = readAction(reader);
    const hash = reader.hex(32);
    const next = followed(hash);
    const continuation = next && terms.get(next);
    cases.push(
      continuation === undefined
        ? { kind: 'merkleised', action, continuationHash: hash.slice(2) }
        : { kind: 'case', action, continuation },
    );
  }
  return cases;
}

function readAction(reader: Reader): Case['action'] {
  const kind = Number(reader.uint(1));
  switch (kind) {
    case CASES.deposit:
      return {
        kind: 'deposit',
        into: reader.party(),
        by: reader.party(),
        token: reader.token(),
        amount: readValue(reader),
      };
    case CASES.choice: {
      const choice = { name: reader.name(), owner: reader.party() };
      const bounds = Array.from({ length: Number(reader.uint(1)) }, () => ({ from: reader.int(), to: reader.int() }));
      return { kind: 'choice', choice, bounds };
    }
    case CASES.notify:
      return { kind: 'notify', condition: readObservation(reader) };
    default:
      throw malformed(`a case begins with ${kind}`);
  }
}

function readValue(reader: Reader): Value {
  return asValue(readProgram(reader));
}

function readObservation(reader: Reader): Observation {
  return asObservation(readProgram(reader));
}

function asValue(read: Value | Observation): Value {
  if (isObservation(read)) throw malformed('an observation stands for a value');
  return read;
}

function asObservation(read: Value | Observation): Observation {
  if (!isObservation(read)) throw malformed('a value stands for an observation');
  return read;
}

function isObservation(read: Value | Observation): read is Observation {
  return OPERATIONS[read.kind] >= OPERATIONS.true;
}

/** A program in postfix order, back as a tree. */
function readProgram(outer: Reader): Value | Observation {
  const reader = readerOf(outer.hex(Number(outer.uint(2))));
  const stack: (Value | Observation)[] = [];
  const take = (): Value | Observation => {
    const operand = stack.pop();
    if (operand === undefined) throw malformed('an operation has too few operands');
    return operand;
  };
  const operands = { value: () => asValue(take()), observation: () => asObservation(take()) };
  for (let count = 1; !reader.atEnd(); count += 1) {
    if (count > OPERATIONS_MAX) throw malformed(`a program has more than ${OPERATIONS_MAX} operations`);
    stack.push(readOperation(reader, operands));
  }
  const result = take();
  if (stack.length > 0) throw malformed('a program has more than one result');
  return result;
}

function readOperation(
  reader: Reader,
  take: { value: () => Value; observation: () => Observation },
): Value | Observation {
  const code = Number(reader.uint(1));
  const kind = OPERATION_NAMES.get(code);
  switch (kind) {
    case undefined:
      throw malformed(`an operation is ${code}`);
    case 'constant':
      return { kind, constant: reader.int() };
    case 'availableMoney':
      return { kind, account: reader.party(), token: reader.token() };
    case 'choiceValue':
    case 'choseSomething':
      return { kind, choice: { name: reader.name(), owner: reader.party() } };
    case 'useValue':
      return { kind, name: reader.name() };
    case 'timeIntervalStart':
    case 'timeIntervalEnd':
    case 'true':
    case 'false':
      return { kind };
    case 'negate':
      return { kind, value: take.value() };
    case 'not':
      return { kind, observation: take.observation() };
    case 'cond': {
      const onFalse = take.value();
      const onTrue = take.value();
      return { kind, condition: take.observation(), onTrue, onFalse };
    }
    case 'and':
    case 'or': {
      const right = take.observation();
      return { kind, left: take.observation(), right };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'atLeast':
    case 'greater':
    case 'less':
    case 'atMost':
    case 'equal': {
      const right = take.value();
      return { kind, left: take.value(), right };
    }
  }
}

interface Reader {
  atEnd(): boolean;
  hex(size: number): Hex;
  uint(size: number): bigint;
  int(): bigint;
  name(): string;
  party(): Party;
  token(): Token;
}

function readerOf(bytes: Hex): Reader {
  let cursor = 2;
  const hex = (size: number): Hex => {
    const text = bytes.slice(cursor, cursor + 2 * size);
    if (text.length < 2 * size) throw malformed('it ends too early');
    cursor += 2 * size;
    return `0x${text}`;
  };
  const uint = (size: number): bigint => (size === 0 ? 0n : BigInt(hex(size)));
  return {
    atEnd: () => cursor >= bytes.length,
    hex,
    uint,
    int: () => {
      const size = Number(uint(1));
      return BigInt.asIntN(8 * size, uint(size));
    },
    name: () => {
      const bytes = hex(Number(uint(1)));
      const text = nameText(bytes);
      if (stringToHex(text) !== bytes) throw malformed('a name is no text');
      return text;
    },
    party: () => chainParty(getAddress(hex(20))),
    token: () => chainToken(hex(20)),
  };
}

function malformed(problem: string): GristmillError {
  return new GristmillError('AGREEMENT_ENCODING_MALFORMED', `These are not the terms of an agreement: ${problem}.`, {
    hint: 'Check that the address is that of an Agreement contract.',
    fault: 'peer',
  });
}
