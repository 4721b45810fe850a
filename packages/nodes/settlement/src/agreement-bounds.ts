import type { Contract, Observation, State, Value } from '@gristmill/agreements';
import { GristmillError } from '@gristmill/protocol';

/** What is paid in or chosen is at most 2^96, on the chain: 79 billion coins of 18 decimals. */
const ENTRY_BITS_MAX = 96;
/** What is computed is at most 2^254. */
const COMPUTED_BITS_MAX = 254;
const TIME_BITS = 64;

/**
 * The chain computes with 256 bits. So that no agreement can ever fail for its numbers, terms are refused when what
 * follows by time alone could need more, whatever is paid in and chosen; `Agreement.sol` refuses the same ones.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE`
 */
export function checkBounds(terms: Contract, boundValues: State['boundValues']): void {
  const left: [Contract, ReadonlyMap<string, number>][] = [
    [terms, new Map(boundValues.map(({ name, value }) => [name, bitsOfInteger(value)]))],
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [contract, names] = next;
    switch (contract.kind) {
      case 'close':
        break;
      case 'pay':
        bitsOf(contract.amount, names);
        left.push([contract.continuation, names]);
        break;
      case 'if':
        checkOperands(contract.condition, names);
        left.push([contract.onFalse, names], [contract.onTrue, names]);
        break;
      case 'when':
        for (const { action } of contract.cases) {
          if (action.kind === 'deposit') bitsOf(action.amount, names);
          else if (action.kind === 'notify') checkOperands(action.condition, names);
        }
        left.push([contract.onTimeout, names]);
        break;
      case 'let':
        left.push([contract.continuation, new Map(names).set(contract.name, bitsOf(contract.value, names))]);
        break;
      case 'assert':
        checkOperands(contract.condition, names);
        left.push([contract.continuation, names]);
        break;
    }
  }
}

/** The b for which |integer| <= 2^b. */
function bitsOfInteger(integer: bigint): number {
  return integer === 0n ? 0 : (integer > 0n ? integer : -integer - 1n).toString(2).length;
}

function bitsOf(value: Value, names: ReadonlyMap<string, number>): number {
  const bits = bitsUnbounded(value, names);
  if (bits <= COMPUTED_BITS_MAX) return bits;
  throw new GristmillError(
    'AGREEMENT_INTEGER_TOO_LARGE',
    `A value of these terms could need ${bits} bits; the chain has ${COMPUTED_BITS_MAX}.`,
    { hint: 'Multiply fewer amounts with one another, or divide in between.' },
  );
}

function bitsUnbounded(value: Value, names: ReadonlyMap<string, number>): number {
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
      return bitsOf(value.value, names);
    case 'add':
    case 'subtract':
      return Math.max(bitsOf(value.left, names), bitsOf(value.right, names)) + 1;
    case 'multiply':
      return bitsOf(value.left, names) + bitsOf(value.right, names);
    case 'divide':
      bitsOf(value.right, names);
      return bitsOf(value.left, names);
    case 'cond':
      checkOperands(value.condition, names);
      return Math.max(bitsOf(value.onTrue, names), bitsOf(value.onFalse, names));
  }
}

function checkOperands(observation: Observation, names: ReadonlyMap<string, number>): void {
  switch (observation.kind) {
    case 'true':
    case 'false':
    case 'choseSomething':
      return;
    case 'and':
    case 'or':
      checkOperands(observation.left, names);
      checkOperands(observation.right, names);
      return;
    case 'not':
      checkOperands(observation.observation, names);
      return;
    case 'atLeast':
    case 'greater':
    case 'less':
    case 'atMost':
    case 'equal':
      bitsOf(observation.left, names);
      bitsOf(observation.right, names);
  }
}
