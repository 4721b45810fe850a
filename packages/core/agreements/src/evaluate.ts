import { GristmillError } from '@gristmill/protocol';
import {
  accountKey,
  choiceKey,
  type ChoiceId,
  type Observation,
  type Party,
  type State,
  type Token,
  type Value,
} from './terms.ts';
import type { TimeInterval } from './transaction.ts';

/** What a value can look at. A name, a choice or an account that is not there counts as 0. */
export interface Surroundings {
  readonly interval: TimeInterval;
  readonly accounts: ReadonlyMap<string, { readonly party: Party; readonly token: Token; readonly amount: bigint }>;
  readonly choices: ReadonlyMap<string, { readonly choice: ChoiceId; readonly chosen: bigint }>;
  readonly boundValues: ReadonlyMap<string, bigint>;
}

/** A state as values look at it, in a transaction with this interval (trimmed to what the state knows of time). */
export function surroundingsOf(state: State, { from, to }: TimeInterval) {
  return {
    interval: { from: from > state.minTime ? from : state.minTime, to },
    accounts: new Map(state.accounts.map((entry) => [accountKey(entry.party, entry.token), entry])),
    choices: new Map(state.choices.map((entry) => [choiceKey(entry.choice), entry])),
    boundValues: new Map(state.boundValues.map(({ name, value }) => [name, value])),
  } satisfies Surroundings;
}

/** Integers are exact up to this size; repeated squaring in hostile terms stops here instead of filling the memory. */
export const INTEGER_BITS_MAX = 4_096;
const INTEGER_LIMIT = 1n << BigInt(INTEGER_BITS_MAX);

/** The integer itself. @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE` */
export function bounded(integer: bigint): bigint {
  if (integer < INTEGER_LIMIT && integer > -INTEGER_LIMIT) return integer;
  throw new GristmillError(
    'AGREEMENT_INTEGER_TOO_LARGE',
    `A value of these terms has more than ${INTEGER_BITS_MAX} bits.`,
    {
      hint: 'No amount of money is that large: look for a multiplication that feeds on itself.',
    },
  );
}

/**
 * What a value is worth, exactly. A quotient is cut towards zero, and a quotient by zero is zero.
 * Source: Marlowe v1, `evalValue`.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE`
 */
export function evaluateValue(value: Value, around: Surroundings): bigint {
  switch (value.kind) {
    case 'availableMoney':
      return around.accounts.get(accountKey(value.account, value.token))?.amount ?? 0n;
    case 'constant':
      return bounded(value.constant);
    case 'negate':
      return -evaluateValue(value.value, around);
    case 'add':
      return bounded(evaluateValue(value.left, around) + evaluateValue(value.right, around));
    case 'subtract':
      return bounded(evaluateValue(value.left, around) - evaluateValue(value.right, around));
    case 'multiply':
      return bounded(evaluateValue(value.left, around) * evaluateValue(value.right, around));
    case 'divide': {
      const numerator = evaluateValue(value.left, around);
      const denominator = evaluateValue(value.right, around);
      return denominator === 0n ? 0n : numerator / denominator;
    }
    case 'choiceValue':
      return around.choices.get(choiceKey(value.choice))?.chosen ?? 0n;
    case 'timeIntervalStart':
      return around.interval.from;
    case 'timeIntervalEnd':
      return around.interval.to;
    case 'useValue':
      return around.boundValues.get(value.name) ?? 0n;
    case 'cond':
      return evaluateValue(evaluateObservation(value.condition, around) ? value.onTrue : value.onFalse, around);
  }
}

/** Whether an observation holds. Source: Marlowe v1, `evalObservation`. @throws as `evaluateValue` does. */
export function evaluateObservation(observation: Observation, around: Surroundings): boolean {
  switch (observation.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'and':
      return evaluateObservation(observation.left, around) && evaluateObservation(observation.right, around);
    case 'or':
      return evaluateObservation(observation.left, around) || evaluateObservation(observation.right, around);
    case 'not':
      return !evaluateObservation(observation.observation, around);
    case 'choseSomething':
      return around.choices.has(choiceKey(observation.choice));
    case 'atLeast':
      return evaluateValue(observation.left, around) >= evaluateValue(observation.right, around);
    case 'greater':
      return evaluateValue(observation.left, around) > evaluateValue(observation.right, around);
    case 'less':
      return evaluateValue(observation.left, around) < evaluateValue(observation.right, around);
    case 'atMost':
      return evaluateValue(observation.left, around) <= evaluateValue(observation.right, around);
    case 'equal':
      return evaluateValue(observation.left, around) === evaluateValue(observation.right, around);
  }
}
