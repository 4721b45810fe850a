import { type FormulaContext, Rational } from '@gristmill/tax';

/** The amount of a fact that only those state who have it. */
export function statedOrNothing(c: FormulaContext, fact: string): Rational {
  return c.isStated(fact) ? c.money(fact) : Rational.zero;
}
