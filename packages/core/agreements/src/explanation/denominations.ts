import { structureOf } from '../analysis/structure.ts';
import { choiceKey, sameToken, type Contract, type Observation, type Token, type Value } from '../terms.ts';

/** Honest terms tell what they count in a round or two; others are shown as they are. */
const ROUNDS_MAX = 8;

/** Which token a value counts, where that can be told. */
export type Denominations = (value: Value) => Token | undefined;

/**
 * Terms do not say what a chosen number or a remembered value counts. What is paid or deposited of a token counts that
 * token, and so does all that is added to it, compared with it or remembered as it. What would count two tokens counts none.
 */
export function denominationsOf(contract: Contract): Denominations {
  const tokens = new Map<string, Token | null>();

  const known = (key: string): Token | undefined => tokens.get(key) ?? undefined;
  const learn = (key: string, token: Token): boolean => {
    const before = tokens.get(key);
    if (before === null || (before !== undefined && sameToken(before, token))) return false;
    tokens.set(key, before === undefined ? token : null);
    return true;
  };

  const tokenOf = (value: Value): Token | undefined => {
    switch (value.kind) {
      case 'availableMoney':
        return value.token;
      case 'choiceValue':
      case 'useValue':
        return known(keyOf(value));
      case 'negate':
        return tokenOf(value.value);
      case 'add':
      case 'subtract':
        return tokenOf(value.left) ?? tokenOf(value.right);
      case 'multiply':
        // So many times an amount is an amount; an amount times an amount is nothing that one could pay.
        if (value.right.kind === 'constant') return tokenOf(value.left);
        return value.left.kind === 'constant' ? tokenOf(value.right) : undefined;
      case 'divide':
        return value.right.kind === 'constant' ? tokenOf(value.left) : undefined;
      case 'cond':
        return tokenOf(value.onTrue) ?? tokenOf(value.onFalse);
      case 'constant':
      case 'timeIntervalStart':
      case 'timeIntervalEnd':
        return undefined;
    }
  };

  /** Takes it that a value counts this token, with all that it is made of; whether that was news. */
  const count = (value: Value, token: Token): boolean => {
    switch (value.kind) {
      case 'choiceValue':
      case 'useValue':
        return learn(keyOf(value), token);
      case 'negate':
        return count(value.value, token);
      case 'add':
      case 'subtract':
        return any(count(value.left, token), count(value.right, token));
      case 'multiply':
        if (value.right.kind === 'constant') return count(value.left, token);
        return value.left.kind === 'constant' && count(value.right, token);
      case 'divide':
        return value.right.kind === 'constant' && count(value.left, token);
      case 'cond':
        return any(observe(value.condition), count(value.onTrue, token), count(value.onFalse, token));
      case 'availableMoney':
      case 'constant':
      case 'timeIntervalStart':
      case 'timeIntervalEnd':
        return false;
    }
  };

  const observe = (observation: Observation): boolean => {
    switch (observation.kind) {
      case 'and':
      case 'or':
        return any(observe(observation.left), observe(observation.right));
      case 'not':
        return observe(observation.observation);
      case 'atLeast':
      case 'greater':
      case 'less':
      case 'atMost':
      case 'equal': {
        const token = tokenOf(observation.left) ?? tokenOf(observation.right);
        return token !== undefined && any(count(observation.left, token), count(observation.right, token));
      }
      case 'true':
      case 'false':
      case 'choseSomething':
        return false;
    }
  };

  const look = (each: Contract): boolean => {
    switch (each.kind) {
      case 'pay':
        return count(each.amount, each.token);
      case 'if':
      case 'assert':
        return observe(each.condition);
      case 'let': {
        const name: Value = { kind: 'useValue', name: each.name };
        const token = known(keyOf(name)) ?? tokenOf(each.value);
        return token !== undefined && any(count(name, token), count(each.value, token));
      }
      case 'when':
        return any(
          ...each.cases.map(({ action }) => {
            if (action.kind === 'deposit') return count(action.amount, action.token);
            return action.kind === 'notify' && observe(action.condition);
          }),
        );
      case 'close':
        return false;
    }
  };

  // What comes early may count what only later terms tell, and the other way round, so they are looked at both ways.
  const contracts = [...structureOf(contract).nodes.keys()];
  const bothWays = [...contracts, ...contracts.toReversed()];
  for (let round = 0; round < ROUNDS_MAX && bothWays.map(look).includes(true); round += 1);
  return tokenOf;
}

function keyOf(value: Extract<Value, { kind: 'choiceValue' | 'useValue' }>): string {
  return value.kind === 'useValue' ? `let ${value.name}` : `choice ${choiceKey(value.choice)}`;
}

function any(...news: readonly boolean[]): boolean {
  return news.includes(true);
}
