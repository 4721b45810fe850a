import type { Bracket } from './parameter.ts';
import { Rational, smallerOf } from './rational.ts';

/** The exact tax on `income` under a graduated schedule: each part of it at its own bracket's rate. */
export function taxOnBrackets(income: Rational, brackets: readonly Bracket[]): Rational {
  let tax = Rational.zero;
  for (let i = 0; i < brackets.length; i += 1) {
    const { from, rate } = brackets[i]!;
    if (!income.isAbove(from)) break;
    const next = brackets[i + 1];
    const top = next === undefined ? income : smallerOf(income, next.from);
    tax = tax.plus(top.minus(from).times(rate));
  }
  return tax;
}
