import type { Contract, Observation, Party, State, Value } from '@gristmill/agreements';
import { GristmillError } from '@gristmill/protocol';

/** What is paid in or chosen is at most 2^96, on the chain: 79 billion coins of 18 decimals. */
const ENTRY_BITS_MAX = 96;
/** What is computed is at most 2^254. */
const COMPUTED_BITS_MAX = 254;
const TIME_BITS = 64;
/** Terms that follow one another by time alone, over all of their branches. */
const TERMS_MAX = 256;
/** Payments on a way to the end by time alone, with one for each account there is. */
const PAYMENTS_MAX = 64;
/** Operations in the values and observations on such a way. */
export const OPERATIONS_MAX = 512;
/** Values that are remembered, and choices. */
const NAMES_MAX = 64;
/** Operands that a value may have waiting. */
const OPERANDS_MAX = 128;
const NOBODY = /^0x0{40}$/;

/** What is known of an agreement where its next terms begin. */
interface Before {
  readonly boundValues?: State['boundValues'];
  readonly accounts?: State['accounts'];
  /** The contract that holds it: no party of it. */
  readonly self?: string;
}

/** A term that time alone leads to, and what there is on the way to it. */
interface Ahead {
  readonly terms: Contract;
  readonly bits: ReadonlyMap<string, number>;
  readonly payments: number;
  readonly names: number;
  readonly operations: number;
}

/**
 * The chain computes with 256 bits, in transactions of limited gas. So that no agreement can ever fail for its numbers or
 * its size, terms are refused when what follows by time alone could need more, whatever is paid in and chosen;
 * `AgreementChecks.sol` refuses the same ones.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE`, `AGREEMENT_TERMS_TOO_LONG`, `AGREEMENT_PAYMENTS_TOO_MANY`,
 *   `AGREEMENT_NAMES_TOO_MANY`, `AGREEMENT_VALUE_TOO_DEEP`, `AGREEMENT_PARTY_INVALID`
 */
export function checkBounds(terms: Contract, { boundValues = [], accounts = [], self }: Before = {}): void {
  let seen = 0;
  const left: Ahead[] = [
    {
      terms,
      bits: new Map(boundValues.map(({ name, value }) => [name, bitsOfInteger(value)])),
      payments: atMost(accounts.length, PAYMENTS_MAX, 'AGREEMENT_PAYMENTS_TOO_MANY', 'payments'),
      names: boundValues.length,
      operations: 0,
    },
  ];
  for (let here = left.pop(); here !== undefined; here = left.pop()) {
    const { terms: each, bits } = here;
    if (each.kind === 'close') continue;
    seen = atMost(seen + 1, TERMS_MAX, 'AGREEMENT_TERMS_TOO_LONG', 'terms');
    let { payments, names, operations } = here;
    const count = (found: Measured): number => {
      operations = atMostOperations(operations + found.operations);
      return found.bits;
    };
    const go = (next: Contract, known = bits) => left.push({ terms: next, bits: known, payments, names, operations });
    switch (each.kind) {
      case 'pay':
        expectParties([each.from, each.to.kind === 'account' ? each.to.account : each.to.party], self);
        payments = atMost(payments + 1, PAYMENTS_MAX, 'AGREEMENT_PAYMENTS_TOO_MANY', 'payments');
        count(measured(each.amount, bits));
        go(each.continuation);
        break;
      case 'if':
        count(measured(each.condition, bits));
        go(each.onFalse);
        go(each.onTrue);
        break;
      case 'when':
        for (const { action } of each.cases) {
          if (action.kind === 'deposit') {
            expectParties([action.by, action.into], self);
            count(measured(action.amount, bits));
          } else if (action.kind === 'notify') count(measured(action.condition, bits));
        }
        go(each.onTimeout);
        break;
      case 'let': {
        const wide = count(measured(each.value, bits));
        names = atMost(names + 1, NAMES_MAX, 'AGREEMENT_NAMES_TOO_MANY', 'remembered values');
        go(each.continuation, new Map(bits).set(each.name, wide));
        break;
      }
      case 'assert':
        count(measured(each.condition, bits));
        go(each.continuation);
        break;
    }
  }
}

function atMost(count: number, most: number, code: string, what: string): number {
  if (count <= most) return count;
  throw new GristmillError(code, `Until the next input there could be ${count} ${what}; the chain works out ${most}.`, {
    hint: 'Put a step in between that waits for an input, or make several agreements of this one.',
  });
}

function atMostOperations(count: number): number {
  return atMost(count, OPERATIONS_MAX, 'AGREEMENT_TERMS_TOO_LONG', 'operations');
}

/**
 * What an input has put into an agreement, as far as the chain can count and remember it.
 *
 * @throws GristmillError `AGREEMENT_NUMBER_TOO_LARGE`, `AGREEMENT_NAMES_TOO_MANY`
 */
export function checkEntry({ accounts, choices }: State): void {
  const held = new Map<string, bigint>();
  for (const { token, amount } of accounts) {
    const key = token.currencySymbol;
    held.set(key, (held.get(key) ?? 0n) + amount);
  }
  const numbers = [...held.values(), ...choices.map(({ chosen }) => (chosen < 0n ? -chosen : chosen))];
  const tooLarge = numbers.find((number) => number > 1n << BigInt(ENTRY_BITS_MAX));
  if (tooLarge !== undefined) {
    throw new GristmillError(
      'AGREEMENT_NUMBER_TOO_LARGE',
      `${String(tooLarge).slice(0, 80)} is more than 2^${ENTRY_BITS_MAX}, and the chain counts no further.`,
      { hint: 'No agreement holds more of a token than that, and no choice is further from zero.' },
    );
  }
  if (choices.length > NAMES_MAX) {
    throw new GristmillError(
      'AGREEMENT_NAMES_TOO_MANY',
      `The agreement would remember ${choices.length} choices; the chain remembers ${NAMES_MAX}.`,
      { hint: 'Choose again under a name that there is.' },
    );
  }
}

function expectParties(parties: readonly Party[], self: string | undefined): void {
  for (const party of parties) {
    const address = party.kind === 'address' ? party.address.toLowerCase() : '';
    if (!NOBODY.test(address) && address !== self?.toLowerCase()) continue;
    throw new GristmillError('AGREEMENT_PARTY_INVALID', `Money for ${address} would be nobody's.`, {
      hint: 'Name a party that can hold money: not the zero address, and not the contract that holds agreements.',
    });
  }
}

/** The b for which |integer| <= 2^b. */
function bitsOfInteger(integer: bigint): number {
  return integer === 0n ? 0 : (integer > 0n ? integer : -integer - 1n).toString(2).length;
}

interface Measured {
  /** How wide the result can be; an observation's is one bit. */
  readonly bits: number;
  readonly operations: number;
  /** How many operands wait at once while it is worked out. */
  readonly operands: number;
}

function measured(value: Value | Observation, names: ReadonlyMap<string, number>): Measured {
  const operands = operandsOf(value).map((operand) => measured(operand, names));
  const bits = bitsOf(value, operands, names);
  if (bits > COMPUTED_BITS_MAX) {
    throw new GristmillError(
      'AGREEMENT_INTEGER_TOO_LARGE',
      `A value of these terms could need ${bits} bits; the chain has ${COMPUTED_BITS_MAX}.`,
      { hint: 'Multiply fewer amounts with one another, or divide in between.' },
    );
  }
  // Each operand waits while those after it are worked out.
  const waiting = Math.max(1, ...operands.map((operand, before) => before + operand.operands));
  if (waiting > OPERANDS_MAX) {
    throw new GristmillError(
      'AGREEMENT_VALUE_TOO_DEEP',
      `A value of these terms has ${waiting} operands waiting; the chain has room for ${OPERANDS_MAX}.`,
      { hint: 'Add from the left: ((a + b) + c) needs less room than (a + (b + c)).' },
    );
  }
  const operations = operands.reduce((sum, each) => sum + each.operations, 1);
  return { bits, operations: atMostOperations(operations), operands: waiting };
}

function operandsOf(value: Value | Observation): (Value | Observation)[] {
  switch (value.kind) {
    case 'negate':
      return [value.value];
    case 'not':
      return [value.observation];
    case 'cond':
      return [value.condition, value.onTrue, value.onFalse];
    case 'constant':
    case 'availableMoney':
    case 'choiceValue':
    case 'choseSomething':
    case 'timeIntervalStart':
    case 'timeIntervalEnd':
    case 'useValue':
    case 'true':
    case 'false':
      return [];
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
      return [value.left, value.right];
  }
}

function bitsOf(value: Value | Observation, operands: readonly Measured[], names: ReadonlyMap<string, number>): number {
  const [first = 0, second = 0, third = 0] = operands.map(({ bits }) => bits);
  switch (value.kind) {
    case 'constant':
      return bitsOfInteger(value.constant);
    case 'availableMoney':
    case 'choiceValue':
      return ENTRY_BITS_MAX;
    case 'timeIntervalStart':
    case 'timeIntervalEnd':
      return TIME_BITS;
    case 'useValue':
      return names.get(value.name) ?? 0;
    case 'negate':
    case 'divide':
      return first;
    case 'add':
    case 'subtract':
      return Math.max(first, second) + 1;
    case 'multiply':
      return first + second;
    case 'cond':
      return Math.max(second, third);
    case 'true':
    case 'false':
    case 'not':
    case 'and':
    case 'or':
    case 'choseSomething':
    case 'atLeast':
    case 'greater':
    case 'less':
    case 'atMost':
    case 'equal':
      return 1;
  }
}
