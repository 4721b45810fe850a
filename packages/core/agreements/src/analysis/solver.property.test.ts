import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, known, scale, valueIn, type Linear } from './linear.ts';
import { assume, extreme, NO_PROBLEM, withDefinition, withVariable, type Problem } from './solver.ts';

const coefficient = fc.bigInt({ min: -3n, max: 3n });
/** Coefficients of three variables and of what is defined by them, and a constant. */
const linear = fc.tuple(coefficient, coefficient, coefficient, coefficient, fc.bigInt({ min: -12n, max: 12n }));
const bounds = fc.tuple(fc.bigInt({ min: -4n, max: 0n }), fc.bigInt({ min: 0n, max: 4n }));

function divided(one: bigint, other: bigint): bigint {
  return other === 0n ? 0n : one / other;
}

/** Every point of a small problem, by trying them all. */
function points(problem: Problem, definition: (point: readonly bigint[]) => bigint): bigint[][] {
  let found: bigint[][] = [[]];
  for (const { low, high } of problem.ranges.slice(0, 3)) {
    found = found.flatMap((point) =>
      Array.from({ length: Number(high - low) + 1 }, (_, offset) => [...point, low + BigInt(offset)]),
    );
  }
  return found.map((point) => [...point, definition(point)]);
}

test('the solver finds a point exactly when there is one, and the extremes, as trying every point does (invariant 8)', () => {
  fc.assert(
    fc.property(
      fc.tuple(bounds, bounds, bounds),
      fc.constantFrom('multiply' as const, 'divide' as const),
      fc.array(linear, { maxLength: 5 }),
      linear,
      (ranges, kind, constraints, goal) => {
        let problem = NO_PROBLEM;
        const variables: Linear[] = [];
        for (const [low, high] of ranges) {
          const next = withVariable(problem, { low, high });
          problem = next.problem;
          variables.push(next.expression);
        }
        const defined = withDefinition(problem, kind, variables[0]!, variables[1]!);
        problem = defined.problem;
        variables.push(defined.expression);
        const expressionOf = (parts: readonly bigint[]): Linear =>
          variables.reduce((sum, each, index) => add(sum, scale(each, parts[index]!)), known(parts[4]!));

        let left = points(problem, ([one, other]) => (kind === 'multiply' ? one! * other! : divided(one!, other!)));
        const effort = { left: 100_000 };
        for (const parts of constraints) {
          const expression = expressionOf(parts);
          left = left.filter((point) => valueIn(point, expression) >= 0n);
          const next = assume(problem, expression, effort);
          if (next === 'unknown') return;
          expect(next === undefined).toBe(left.length === 0);
          if (next === undefined) return;
          problem = next;
          expect(left).toContainEqual(problem.model);
        }
        const expression = expressionOf(goal);
        const values = left.map((point) => valueIn(point, expression));
        for (const which of ['least', 'greatest'] as const) {
          const { value, model, exact } = extreme(problem, expression, which, effort);
          expect(valueIn(model, expression)).toBe(value);
          if (!exact) continue;
          expect(values.some((each) => (which === 'least' ? each < value : each > value))).toBe(false);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('contradictions over huge ranges are seen without searching them', () => {
  const range = { low: 0n, high: 10n ** 30n };
  const first = withVariable(NO_PROBLEM, range);
  const second = withVariable(first.problem, range);
  const [x, y] = [first.expression, second.expression];
  const effort = { left: 1_000 };
  // x < y and y < x
  const less = assume(second.problem, add(add(y, scale(x, -1n)), known(-1n)), effort);
  expect(less).toBeTypeOf('object');
  expect(assume(less as Problem, add(add(x, scale(y, -1n)), known(-1n)), effort)).toBeUndefined();
  // 2x = 2y + 1 has no integers
  const odd = add(add(scale(x, 2n), scale(y, -2n)), known(-1n));
  const half = assume(second.problem, odd, effort);
  expect(assume(half as Problem, scale(odd, -1n), effort)).toBeUndefined();
  expect(effort.left).toBe(1_000);
});
