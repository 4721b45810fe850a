import { bounded } from '../evaluate.ts';
import {
  accountKey,
  choiceKey,
  type ChoiceId,
  type Contract,
  type Observation,
  type Party,
  type Token,
  type Value,
} from '../terms.ts';
import { add, addScaled, isKnown, known, scale, subtract, ZERO, type Linear } from './linear.ts';
import { assume, withDefinition, withVariable, type Effort, type Problem, type Range } from './solver.ts';

/** One transaction of a path. Its time is known (`asap` or a deadline), or two variables of the problem. */
export interface Step {
  readonly time:
    | { readonly kind: 'asap' }
    | { readonly kind: 'at'; readonly deadline: bigint }
    | { readonly kind: 'free'; readonly from: Linear; readonly to: Linear };
  readonly input?:
    | {
        readonly kind: 'deposit';
        readonly by: Party;
        readonly into: Party;
        readonly token: Token;
        readonly amount: Linear;
      }
    | { readonly kind: 'choice'; readonly choice: ChoiceId; readonly chosen: Linear }
    | { readonly kind: 'notify' };
}

/** The steps so far, the latest first, so that paths share what they have in common. */
export interface Steps {
  readonly last: Step;
  readonly before: Steps | undefined;
}

/** One way an agreement can go, as far as it has been followed: a state in which amounts are linear expressions. */
export interface Path {
  readonly problem: Problem;
  readonly accounts: ReadonlyMap<string, { readonly party: Party; readonly token: Token; readonly amount: Linear }>;
  readonly choices: ReadonlyMap<string, Linear>;
  readonly boundValues: ReadonlyMap<string, Linear>;
  /** What each party has received less what it has deposited, by account key. */
  readonly net: ReadonlyMap<string, Linear>;
  /** The time interval of the transaction at work. */
  readonly from: Linear;
  readonly to: Linear;
  readonly steps: Steps | undefined;
  /** What the transaction at work would warn of; it counts when the transaction turns out to be possible. */
  readonly pending: readonly { readonly contract: Contract; readonly kind: FindingKind }[];
}

export type FindingKind = 'partialPay' | 'nonPositivePay' | 'nonPositiveDeposit' | 'assertionFailed' | 'shadowing';

/** What all paths of one analysis share. */
export interface Search {
  readonly effort: Effort;
  /** Called when a question could not be answered: what depends on it is not claimed. */
  gaveUp(): void;
}

type With<T> = readonly [Path, T];

/** The path on which `expression >= 0`; none, when it cannot be (or when nobody could tell, which is noted). */
export function assuming(path: Path, expression: Linear, search: Search): Path[] {
  const problem = assume(path.problem, expression, search.effort);
  if (problem === undefined) return [];
  if (problem === 'unknown') {
    search.gaveUp();
    return [];
  }
  return [problem === path.problem ? path : { ...path, problem }];
}

export function withFresh(path: Path, range: Range): With<Linear> {
  const { problem, expression } = withVariable(path.problem, range);
  return [{ ...path, problem }, expression];
}

/** `expression >= 0` on one side, `expression <= -1` on the other: integers leave nothing between. */
export function split(path: Path, expression: Linear, search: Search): { yes: Path[]; no: Path[] } {
  return {
    yes: assuming(path, expression, search),
    no: assuming(path, addScaled(known(-1n), expression, -1n), search),
  };
}

/** What a value is worth, on each of the paths on which it is worth something of its own. */
export function symbolicValue(value: Value, path: Path, search: Search): With<Linear>[] {
  switch (value.kind) {
    case 'availableMoney':
      return [[path, path.accounts.get(accountKey(value.account, value.token))?.amount ?? ZERO]];
    case 'constant':
      return [[path, known(value.constant)]];
    case 'negate':
      return symbolicValue(value.value, path, search).map(([then, worth]) => [then, scale(worth, -1n)]);
    case 'add':
      return operands(value, path, search).map(([then, left, right]) => [then, add(left, right)]);
    case 'subtract':
      return operands(value, path, search).map(([then, left, right]) => [then, subtract(left, right)]);
    case 'multiply':
      return operands(value, path, search).map(([then, left, right]): With<Linear> => {
        if (isKnown(left)) return [then, boundedScale(right, left.constant)];
        if (isKnown(right)) return [then, boundedScale(left, right.constant)];
        const { problem, expression } = withDefinition(then.problem, 'multiply', left, right);
        return [{ ...then, problem }, expression];
      });
    case 'divide':
      return operands(value, path, search).flatMap(([then, left, right]) => quotient(then, left, right, search));
    case 'choiceValue':
      return [[path, path.choices.get(choiceKey(value.choice)) ?? ZERO]];
    case 'timeIntervalStart':
      return [[path, path.from]];
    case 'timeIntervalEnd':
      return [[path, path.to]];
    case 'useValue':
      return [[path, path.boundValues.get(value.name) ?? ZERO]];
    case 'cond': {
      const { yes, no } = symbolicObservation(value.condition, path, search);
      return [
        ...yes.flatMap((then) => symbolicValue(value.onTrue, then, search)),
        ...no.flatMap((then) => symbolicValue(value.onFalse, then, search)),
      ];
    }
  }
}

function boundedScale(linear: Linear, factor: bigint): Linear {
  const scaled = scale(linear, factor);
  bounded(scaled.constant);
  for (const coefficient of scaled.terms.values()) bounded(coefficient);
  return scaled;
}

function operands(
  { left, right }: { left: Value; right: Value },
  path: Path,
  search: Search,
): (readonly [Path, Linear, Linear])[] {
  return symbolicValue(left, path, search).flatMap(([then, one]) =>
    symbolicValue(right, then, search).map(([last, other]) => [last, one, other] as const),
  );
}

function quotient(path: Path, numerator: Linear, denominator: Linear, search: Search): With<Linear>[] {
  if (isKnown(denominator)) {
    const divisor = denominator.constant;
    if (divisor === 0n) return [[path, ZERO]];
    if (isKnown(numerator)) return [[path, known(numerator.constant / divisor)]];
    const size = divisor < 0n ? -divisor : divisor;
    if (size === 1n) return [[path, scale(numerator, divisor)]];
    // Cut towards zero, so each sign of the numerator has its own linear form: |q|·d <= |n| <= |q|·d + d - 1.
    const { yes, no } = split(path, numerator, search);
    return [...yes.map((then) => [then, 1n] as const), ...no.map((then) => [then, -1n] as const)].flatMap(
      ([then, sign]) => {
        const dividend = scale(numerator, sign);
        const { problem, expression } = withDefinition(then.problem, 'divide', dividend, known(size));
        const rest = addScaled(dividend, expression, -size);
        return assuming({ ...then, problem }, rest, search)
          .flatMap((last) => assuming(last, addScaled(known(size - 1n), rest, -1n), search))
          .map((last): With<Linear> => [last, scale(expression, divisor < 0n ? -sign : sign)]);
      },
    );
  }
  const { problem, expression } = withDefinition(path.problem, 'divide', numerator, denominator);
  return [[{ ...path, problem }, expression]];
}

/** The paths on which an observation holds, and those on which it does not. */
export function symbolicObservation(observation: Observation, path: Path, search: Search): { yes: Path[]; no: Path[] } {
  switch (observation.kind) {
    case 'true':
      return { yes: [path], no: [] };
    case 'false':
      return { yes: [], no: [path] };
    case 'and': {
      const left = symbolicObservation(observation.left, path, search);
      const right = left.yes.map((then) => symbolicObservation(observation.right, then, search));
      return { yes: right.flatMap(({ yes }) => yes), no: [...left.no, ...right.flatMap(({ no }) => no)] };
    }
    case 'or': {
      const left = symbolicObservation(observation.left, path, search);
      const right = left.no.map((then) => symbolicObservation(observation.right, then, search));
      return { yes: [...left.yes, ...right.flatMap(({ yes }) => yes)], no: right.flatMap(({ no }) => no) };
    }
    case 'not': {
      const { yes, no } = symbolicObservation(observation.observation, path, search);
      return { yes: no, no: yes };
    }
    case 'choseSomething':
      return path.choices.has(choiceKey(observation.choice)) ? { yes: [path], no: [] } : { yes: [], no: [path] };
    case 'atLeast':
      return compare(observation, path, search, (left, right) => subtract(left, right));
    case 'greater':
      return compare(observation, path, search, (left, right) => subtract(subtract(left, right), known(1n)));
    case 'atMost':
      return compare(observation, path, search, (left, right) => subtract(right, left));
    case 'less':
      return compare(observation, path, search, (left, right) => subtract(subtract(right, left), known(1n)));
    case 'equal': {
      const parts = operands(observation, path, search).map(([then, left, right]) =>
        splitEqual(then, subtract(left, right), search),
      );
      return { yes: parts.flatMap(({ yes }) => yes), no: parts.flatMap(({ no }) => no) };
    }
  }
}

function compare(
  sides: { left: Value; right: Value },
  path: Path,
  search: Search,
  difference: (left: Linear, right: Linear) => Linear,
): { yes: Path[]; no: Path[] } {
  const parts = operands(sides, path, search).map(([then, left, right]) =>
    split(then, difference(left, right), search),
  );
  return { yes: parts.flatMap(({ yes }) => yes), no: parts.flatMap(({ no }) => no) };
}

/** The paths on which `expression` is 0, and those on which it is not. */
export function splitEqual(path: Path, expression: Linear, search: Search): { yes: Path[]; no: Path[] } {
  const { yes: notBelow, no: below } = split(path, expression, search);
  const parts = notBelow.map((then) => split(then, scale(expression, -1n), search));
  return { yes: parts.flatMap(({ yes }) => yes), no: [...below, ...parts.flatMap(({ no }) => no)] };
}
