import type { Bracket } from './parameter.ts';
import { Rational } from './rational.ts';

/** The exact tax on `income` under a graduated schedule: each part of it at its own bracket's rate. */
export function taxOnBrackets(income: Rational, brackets: readonly Bracket[]): Rational {
  let last = brackets.length - 1;
  while (last >= 0 && !income.isAbove(brackets[last]!.from)) last -= 1;
  if (last < 0) return Rational.zero;
  const { from, rate } = brackets[last]!;
  return taxBelow(brackets)[last]!.plus(income.minus(from).times(rate));
}

const known = new WeakMap<readonly Bracket[], readonly Rational[]>();

/** The tax on all brackets below each one: the same for every income, and a schedule serves many. */
function taxBelow(brackets: readonly Bracket[]): readonly Rational[] {
  let taxes = known.get(brackets);
  if (taxes === undefined) {
    let below = Rational.zero;
    taxes = brackets.map(({ from }, i) => {
      const previous = brackets[i - 1];
      if (previous !== undefined) below = below.plus(from.minus(previous.from).times(previous.rate));
      return below;
    });
    known.set(brackets, taxes);
  }
  return taxes;
}
