import { type FormulaContext, Rational, type Variable } from '@gristmill/tax';

type NumberVariable = Exclude<Variable, { unit: 'choice' }>;

export type Lines = Readonly<Record<string, NumberVariable>>;

/** "A fractional part of a cent shall be disregarded unless it amounts to one-half cent or more." */
export const toTheCent = { step: Rational.of(1n, 100n), rounding: 'halfUp', citation: '26 U.S.C. § 6313' } as const;

interface LineDeclaration extends Pick<NumberVariable, 'label' | 'citation' | 'formula' | 'rounding'> {
  /** Whose line it is; the return's when left out. */
  entity?: 'person';
  compute(c: FormulaContext): Rational;
}

/** A yearly amount of money: what every line of this pack is. */
export function line({ entity, ...declaration }: LineDeclaration): NumberVariable {
  return { ...declaration, entity: entity ?? 'tax-unit', period: 'year', unit: 'currency' };
}
