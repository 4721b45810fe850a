export * from './assess.ts';
export { taxOnBrackets } from './brackets.ts';
export { type CivilDate, civilDate, parseCivilDate } from './civil-date.ts';
export * from './errors.ts';
export type { InForce, UsedParameter } from './evaluation.ts';
export * from './explain.ts';
export type { Contradiction, FactDeclaration, FactDeclarations, Facts, FactsInput } from './facts.ts';
export * from './marginal.ts';
export { type Bracket, type Citation, type Parameter, parameterAt, type ParameterValue } from './parameter.ts';
export { type DueDate, type PaymentCalendar, paymentCalendar } from './payment-calendar.ts';
export { excessOver, largerOf, Rational, smallerOf } from './rational.ts';
export {
  defineRulePack,
  type FormulaContext,
  type RulePack,
  type RulePackDefinition,
  type Variable,
} from './rule-pack.ts';
