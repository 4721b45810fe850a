import {
  addScaled,
  ceilingDivide,
  floorDivide,
  isKnown,
  isSame,
  scale,
  valueIn,
  variable,
  type Linear,
} from './linear.ts';

/** Integers from `low` to `high`, both included. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** `result` is the product, or the quotient cut towards zero (0 when divided by 0), of two expressions. */
interface Definition {
  readonly kind: 'multiply' | 'divide';
  readonly result: number;
  readonly left: Linear;
  readonly right: Linear;
}

/** What is known on one path: a range for each variable, expressions that are at least 0, and one point that fits. */
export interface Problem {
  readonly ranges: readonly Range[];
  readonly constraints: readonly Linear[];
  readonly definitions: readonly Definition[];
  readonly model: readonly bigint[];
}

export const NO_PROBLEM: Problem = { ranges: [], constraints: [], definitions: [], model: [] };

/** What searching may still cost; once spent, questions are answered `unknown`. */
export interface Effort {
  left: number;
}

const SEARCH_NODES_MAX = 400;
const PROPAGATION_ROUNDS_MAX = 60;
const ELIMINATION_CONSTRAINTS_MAX = 300;

/** One more variable; the point that fits takes its lowest value. `range` must not be empty. */
export function withVariable(problem: Problem, range: Range): { problem: Problem; expression: Linear } {
  return {
    problem: { ...problem, ranges: [...problem.ranges, range], model: [...problem.model, range.low] },
    expression: variable(problem.ranges.length),
  };
}

/** A variable that is defined by others: the one that is so defined already, or one more. */
export function withDefinition(
  problem: Problem,
  kind: Definition['kind'],
  left: Linear,
  right: Linear,
): { problem: Problem; expression: Linear } {
  const same = problem.definitions.find(
    (other) => other.kind === kind && isSame(other.left, left) && isSame(other.right, right),
  );
  if (same !== undefined) return { problem, expression: variable(same.result) };
  const operation = { kind, result: problem.ranges.length, left, right };
  return {
    problem: {
      ...problem,
      ranges: [...problem.ranges, resultRange(operation, problem.ranges)],
      definitions: [...problem.definitions, operation],
      model: [...problem.model, resultIn(operation, problem.model)],
    },
    expression: variable(operation.result),
  };
}

/** The problem with `expression >= 0` as well; undefined when no point fits, `unknown` when the search gave up. */
export function assume(problem: Problem, expression: Linear, effort: Effort): Problem | undefined | 'unknown' {
  const { low, high } = rangeOf(expression, problem.ranges);
  if (low >= 0n) return problem;
  if (high < 0n) return undefined;
  const narrowed = { ...problem, ...(narrowedBy(expression, problem.ranges) ?? withConstraint(problem, expression)) };
  if (valueIn(problem.model, expression) >= 0n) return narrowed;
  const model = solve(narrowed, effort);
  if (model === 'none') return undefined;
  return model === 'unknown' ? 'unknown' : { ...narrowed, model };
}

function withConstraint({ constraints }: Problem, expression: Linear): Pick<Problem, 'constraints'> {
  return { constraints: [...constraints, tightened(expression)] };
}

/** A constraint on one variable alone is a narrower range. */
function narrowedBy(expression: Linear, ranges: readonly Range[]): Pick<Problem, 'ranges'> | undefined {
  const [term, ...others] = expression.terms;
  if (term === undefined || others.length > 0) return undefined;
  const [index, coefficient] = term;
  const { low, high } = ranges[index]!;
  const range =
    coefficient > 0n
      ? { low: largest(low, ceilingDivide(-expression.constant, coefficient)), high }
      : { low, high: smallest(high, floorDivide(-expression.constant, coefficient)) };
  return { ranges: ranges.with(index, range) };
}

/** The smallest or largest an expression can be, with a point where it is; `exact` is false when the search gave up. */
export function extreme(
  problem: Problem,
  expression: Linear,
  which: 'least' | 'greatest',
  effort: Effort,
): { value: bigint; model: readonly bigint[]; exact: boolean } {
  const goal = which === 'least' ? scale(expression, -1n) : expression;
  let best = problem.model;
  const signed = (): bigint => (which === 'least' ? -valueIn(best, goal) : valueIn(best, goal));
  if (isKnown(goal)) return { value: signed(), model: best, exact: true };
  const ranges = propagated(problem, [...problem.ranges]);
  let ceiling = ranges === undefined ? valueIn(best, goal) : rangeOf(goal, ranges).high;
  let exact = true;
  // The ceiling is often reached; if not, halve what lies between it and the best point so far.
  for (let aim = ceiling; valueIn(best, goal) < ceiling; aim = (valueIn(best, goal) + ceiling + 1n) / 2n) {
    const target = aim > valueIn(best, goal) ? aim : valueIn(best, goal) + 1n;
    const better = assume(problem, addScaled(goal, { constant: target, terms: new Map() }, -1n), effort);
    if (better === undefined) ceiling = target - 1n;
    else if (better === 'unknown') {
      exact = false;
      ceiling = target - 1n;
    } else best = better.model;
  }
  return { value: signed(), model: best, exact };
}

/** A point that fits every constraint, `none` when there is provably none, or `unknown`. */
function solve(problem: Problem, effort: Effort): readonly bigint[] | 'none' | 'unknown' {
  const ranges = propagated(problem, [...problem.ranges]);
  if (ranges === undefined) return 'none';
  for (const pick of [lowest, highest]) {
    const model = modelFrom(problem, ranges.map(pick));
    if (model) return model;
  }
  if (contradictory(problem, ranges)) return 'none';
  return search(problem, ranges, { nodes: SEARCH_NODES_MAX }, effort);
}

function lowest(range: Range): bigint {
  return range.low;
}

function highest(range: Range): bigint {
  return range.high;
}

/** Depth first: the smallest open range takes its ends first, then each half of what is between. */
function search(
  problem: Problem,
  ranges: Range[],
  budget: { nodes: number },
  effort: Effort,
): readonly bigint[] | 'none' | 'unknown' {
  budget.nodes -= 1;
  effort.left -= 1;
  if (budget.nodes < 0 || effort.left < 0) return 'unknown';
  const defined = new Set(problem.definitions.map(({ result }) => result));
  let open = -1;
  for (const [index, { low, high }] of ranges.entries()) {
    if (low === high || defined.has(index)) continue;
    if (open < 0 || high - low < ranges[open]!.high - ranges[open]!.low) open = index;
  }
  if (open < 0) return modelFrom(problem, ranges.map(lowest)) ?? 'none';
  const { low, high } = ranges[open]!;
  const middle = floorDivide(low + high, 2n);
  const parts = [
    { low, high: low },
    { low: high, high },
    { low: low + 1n, high: middle < high ? middle : high - 1n },
    { low: (middle > low ? middle : low) + 1n, high: high - 1n },
  ];
  let outcome: 'none' | 'unknown' = 'none';
  for (const part of parts) {
    if (part.low > part.high) continue;
    const narrowed = propagated(problem, ranges.with(open, part));
    if (narrowed === undefined) continue;
    const found = search(problem, narrowed, budget, effort);
    if (typeof found !== 'string') return found;
    if (found === 'unknown') outcome = 'unknown';
  }
  return outcome;
}

/** The point with these free variables, if it fits. */
function modelFrom(problem: Problem, point: bigint[]): readonly bigint[] | undefined {
  for (const definition of problem.definitions) {
    const result = resultIn(definition, point);
    const { low, high } = problem.ranges[definition.result]!;
    if (result < low || result > high) return undefined;
    point[definition.result] = result;
  }
  return problem.constraints.every((constraint) => valueIn(point, constraint) >= 0n) ? point : undefined;
}

function resultIn({ kind, left, right }: Definition, model: readonly bigint[]): bigint {
  const one = valueIn(model, left);
  const other = valueIn(model, right);
  if (kind === 'multiply') return one * other;
  return other === 0n ? 0n : one / other;
}

/** The least and the most that an expression could be, each variable on its own. */
export function rangeOf(linear: Linear, ranges: readonly Range[]): Range {
  let low = linear.constant;
  let high = linear.constant;
  for (const [index, coefficient] of linear.terms) {
    const range = ranges[index]!;
    low += coefficient * (coefficient > 0n ? range.low : range.high);
    high += coefficient * (coefficient > 0n ? range.high : range.low);
  }
  return { low, high };
}

/** A range that surely holds the result. */
function resultRange({ kind, left, right }: Definition, ranges: readonly Range[]): Range {
  const one = rangeOf(left, ranges);
  const other = rangeOf(right, ranges);
  if (kind === 'multiply') return hull([other.low, other.high].flatMap((each) => [one.low * each, one.high * each]));
  // A quotient is largest and smallest at the ends of both, on either side of zero; by zero it is zero.
  const divisors = [
    ...(other.low < 0n ? [other.low, smallest(other.high, -1n)] : []),
    ...(other.high > 0n ? [largest(other.low, 1n), other.high] : []),
  ];
  const quotients = divisors.flatMap((divisor) => [one.low / divisor, one.high / divisor]);
  return hull(other.low <= 0n && other.high >= 0n ? [0n, ...quotients] : quotients);
}

function hull([first = 0n, ...others]: readonly bigint[]): Range {
  return { low: smallest(first, ...others), high: largest(first, ...others) };
}

/** Narrows ranges until nothing changes (or long enough); undefined when one becomes empty. Changes `ranges`. */
function propagated({ constraints, definitions }: Problem, ranges: Range[]): Range[] | undefined {
  for (let round = 0, changed = true; changed && round < PROPAGATION_ROUNDS_MAX; round += 1) {
    changed = false;
    for (const constraint of constraints) {
      const { high: slack } = rangeOf(constraint, ranges);
      if (slack < 0n) return undefined;
      for (const [index, coefficient] of constraint.terms) {
        const { low, high } = ranges[index]!;
        const rest = slack - coefficient * (coefficient > 0n ? high : low);
        // coefficient · x + rest >= 0
        if (coefficient > 0n) {
          const bound = ceilingDivide(-rest, coefficient);
          if (bound > low) {
            if (bound > high) return undefined;
            ranges[index] = { low: bound, high };
            changed = true;
          }
        } else {
          const bound = floorDivide(-rest, coefficient);
          if (bound < high) {
            if (bound < low) return undefined;
            ranges[index] = { low, high: bound };
            changed = true;
          }
        }
      }
    }
    for (const definition of definitions) {
      const { low, high } = ranges[definition.result]!;
      const possible = resultRange(definition, ranges);
      const narrowed = { low: largest(low, possible.low), high: smallest(high, possible.high) };
      if (narrowed.low > narrowed.high) return undefined;
      if (narrowed.low > low || narrowed.high < high) {
        ranges[definition.result] = narrowed;
        changed = true;
      }
    }
  }
  return ranges;
}

/** Divides by what all coefficients share and rounds the constant down, which keeps exactly the same integers. */
function tightened(linear: Linear): Linear {
  let shared = 0n;
  for (const coefficient of linear.terms.values()) shared = greatestCommonDivisor(shared, abs(coefficient));
  if (shared <= 1n) return linear;
  return {
    constant: floorDivide(linear.constant, shared),
    terms: new Map(Array.from(linear.terms, ([index, coefficient]) => [index, coefficient / shared])),
  };
}

/** Fourier-Motzkin elimination: whether the linear constraints contradict one another, even between integers. */
function contradictory({ constraints }: Problem, ranges: readonly Range[]): boolean {
  let left = [...constraints];
  const used = new Set(constraints.flatMap(({ terms }) => [...terms.keys()]));
  for (const index of used) {
    const { low, high } = ranges[index]!;
    left.push({ constant: -low, terms: new Map([[index, 1n]]) }, { constant: high, terms: new Map([[index, -1n]]) });
  }
  for (const index of used) {
    const lower = left.filter(({ terms }) => (terms.get(index) ?? 0n) > 0n);
    const upper = left.filter(({ terms }) => (terms.get(index) ?? 0n) < 0n);
    left = left.filter(({ terms }) => !terms.has(index));
    if (left.length + lower.length * upper.length > ELIMINATION_CONSTRAINTS_MAX) return false;
    for (const one of lower) {
      for (const other of upper) {
        const sum = tightened(addScaled(scale(one, -other.terms.get(index)!), other, one.terms.get(index)!));
        if (!isKnown(sum)) left.push(sum);
        else if (sum.constant < 0n) return true;
      }
    }
  }
  return false;
}

function abs(integer: bigint): bigint {
  return integer < 0n ? -integer : integer;
}

function smallest(first: bigint, ...others: bigint[]): bigint {
  return others.reduce((least, each) => (each < least ? each : least), first);
}

function largest(first: bigint, ...others: bigint[]): bigint {
  return others.reduce((most, each) => (each > most ? each : most), first);
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
