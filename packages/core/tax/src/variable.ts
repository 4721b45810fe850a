import type { Rounding } from '@gristmill/protocol';
import type { CivilDate } from './civil-date.ts';
import type { Bracket } from './parameter.ts';
import type { Rational } from './rational.ts';

/**
 * What a formula may look at. Everything it reads becomes part of the trace. Money is in whole currency units.
 * Reading a fact, line or parameter of another kind than it was declared with raises `RULE_PACK_MALFORMED`.
 */
export interface FormulaContext {
  /** True when the slope of the law is wanted: formulas then leave out tables that stand in for a schedule. */
  readonly exact: boolean;
  /** An earlier line that is a number. */
  variable(name: string): Rational;
  /** An earlier line that is a choice. */
  decision(name: string): string;
  money(fact: string): Rational;
  count(fact: string): bigint;
  choice(fact: string): string;
  flag(fact: string): boolean;
  date(fact: string): CivilDate;
  /** Whether a fact that need not be stated was; reading it then asks nothing of whoever left it out. */
  isStated(fact: string): boolean;
  amount(parameterPath: string): Rational;
  rate(parameterPath: string): Rational;
  quantity(parameterPath: string): Rational;
  brackets(parameterPath: string): readonly Bracket[];
}

/** A rounding that law or form puts on a line, with where it says so. */
interface NamedRounding {
  step: Rational;
  rounding: Rounding;
  citation: string;
}

interface VariableBase {
  label: string;
  /** Whose it is: one person's, the return's (a couple files one), or a single supply's. */
  entity: 'person' | 'tax-unit' | 'transaction';
  period: 'year' | 'quarter' | 'month' | 'moment';
  citation: string;
  /** The formula in words, for people who read the trace. */
  formula: string;
}

/** A line that is a number: money in currency units, a rate, or a count of something. */
export interface NumberVariable extends VariableBase {
  unit: 'currency' | 'rate' | 'count';
  rounding?: NamedRounding;
  compute(context: FormulaContext): Rational;
}

/** A line that is a decision of the law: which country taxes, who is liable, which scheme applies. */
interface ChoiceVariable extends VariableBase {
  unit: 'choice';
  options: readonly [string, ...string[]];
  compute(context: FormulaContext): string;
}

/** One line of an assessment, as a formula gives it. */
export type Variable = NumberVariable | ChoiceVariable;
