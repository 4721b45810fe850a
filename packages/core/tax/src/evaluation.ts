import type { CivilDate } from './civil-date.ts';
import { rulePackMalformed, TaxError, undeclared } from './errors.ts';
import type { DeclaredFact, FactDeclaration, FactValue, StatedFacts } from './facts.ts';
import type { Bracket, ParameterValue } from './parameter.ts';
import type { PreparedLine, PreparedPack } from './prepared-pack.ts';
import { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';
import type { RulesInForce, UsedParameter } from './rules-in-force.ts';
import type { FormulaContext } from './variable.ts';

/** A number, or what a choice line decided. */
export type LineValue = Rational | string;

/** What one line came to, and all that its formula looked at, in the order it looked. */
export interface TracedLine extends Trace {
  readonly line: PreparedLine;
  readonly value: LineValue;
}

interface Trace {
  readonly facts: Map<string, FactValue>;
  readonly lines: Map<PreparedLine, LineValue>;
  readonly parameters: Map<string, UsedParameter>;
}

interface EvaluationOptions {
  /** Leave out every rounding, so that the result is the liability as the law's own schedule draws it. */
  exact?: boolean;
  /** Hears of each line when it is done, after all that it rests on. Without it nothing is traced. */
  onLine?: ((line: TracedLine) => void) | null;
}

/** What a pack comes to on some facts. */
export interface Evaluated {
  /** The lines that were needed, each after all that it rests on; but the total is last. */
  readonly lines: readonly PreparedLine[];
  /** By the slots of the lines. */
  readonly values: readonly (LineValue | undefined)[];
  readonly total: Rational;
}

/**
 * Evaluates a pack's outputs and its total, and, lazily, only what they rest on.
 *
 * @throws TaxError `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `RULE_CYCLE`, `RULE_PACK_MALFORMED`
 */
export function evaluate(
  prepared: PreparedPack,
  rules: RulesInForce,
  facts: StatedFacts,
  { exact = false, onLine = null }: EvaluationOptions = {},
): Evaluated {
  return new Evaluation(prepared, rules, facts, exact, onLine).run();
}

/** Stands for the value of a line whose formula runs just now. */
const UNDER_WAY = Symbol('under way');

/** One run of a pack's formulas. A class, so that a bulk assessment makes one object a household and no functions. */
class Evaluation implements FormulaContext {
  readonly exact: boolean;
  private readonly prepared: PreparedPack;
  private readonly rules: RulesInForce;
  private readonly facts: StatedFacts;
  private readonly onLine: ((line: TracedLine) => void) | null;
  private readonly values: (LineValue | typeof UNDER_WAY | undefined)[];
  private readonly done: PreparedLine[] = [];
  private readonly underWay: PreparedLine[] = [];
  /** Of the formula that runs just now; null where nobody wants to know. */
  private trace: Trace | null = null;

  constructor(
    prepared: PreparedPack,
    rules: RulesInForce,
    facts: StatedFacts,
    exact: boolean,
    onLine: ((line: TracedLine) => void) | null,
  ) {
    this.exact = exact;
    this.prepared = prepared;
    this.rules = rules;
    this.facts = facts;
    this.onLine = onLine;
    this.values = prepared.unset.slice();
  }

  run(): Evaluated {
    const { outputs } = this.prepared;
    for (const output of outputs) this.valueOf(output);
    const total = outputs.at(-1)!;
    // The last line is the total, whatever looked at it before.
    const lines = this.done.at(-1) === total ? this.done : [...this.done.filter((line) => line !== total), total];
    // All that were begun are done.
    return { lines, values: this.values as LineValue[], total: this.values[total.slot] as Rational };
  }

  variable(name: string): Rational {
    const value = this.lineNamed(name);
    if (typeof value === 'string') throw readAs(this.prepared.pack, 'line', name, 'a number', 'a choice');
    return value;
  }

  decision(name: string): string {
    const value = this.lineNamed(name);
    if (typeof value !== 'string') throw readAs(this.prepared.pack, 'line', name, 'a choice', 'a number');
    return value;
  }

  money(name: string): Rational {
    const amount = this.fact(name, 'money') as number | bigint;
    return Rational.parts(amount, this.prepared.minorUnits);
  }

  count(name: string): bigint {
    return BigInt(this.fact(name, 'count'));
  }

  choice(name: string): string {
    return this.fact(name, 'choice') as string;
  }

  flag(name: string): boolean {
    return this.fact(name, 'flag') as boolean;
  }

  date(name: string): CivilDate {
    return this.fact(name, 'date') as CivilDate;
  }

  isStated(name: string): boolean {
    return this.facts.isStated(this.declared(name));
  }

  amount(path: string): Rational {
    return this.parameter(path, 'amount').amount;
  }

  rate(path: string): Rational {
    return this.parameter(path, 'rate').rate;
  }

  quantity(path: string): Rational {
    return this.parameter(path, 'quantity').quantity;
  }

  brackets(path: string): readonly Bracket[] {
    return this.parameter(path, 'brackets').brackets;
  }

  private lineNamed(name: string): LineValue {
    const line = this.prepared.lineNamed.get(name);
    if (line === undefined) throw undeclared(this.prepared.pack, 'variable', name);
    return this.valueOf(line);
  }

  private valueOf(line: PreparedLine): LineValue {
    const value = this.values[line.slot] ?? this.computed(line);
    if (value === UNDER_WAY) throw ruleCycle(this.prepared.pack, [...this.underWay, line]);
    this.trace?.lines.set(line, value);
    return value;
  }

  private computed(line: PreparedLine): LineValue {
    this.values[line.slot] = UNDER_WAY;
    const asking = this.trace;
    const own: Trace | null =
      this.onLine === null ? null : { facts: new Map(), lines: new Map(), parameters: new Map() };
    this.trace = own;
    this.underWay.push(line);
    const value = this.formulaValue(line);
    this.underWay.pop();
    this.trace = asking;
    this.values[line.slot] = value;
    this.done.push(line);
    if (own !== null) this.onLine!({ line, value, ...own });
    return value;
  }

  private formulaValue({ name, variable }: PreparedLine): LineValue {
    if (variable.unit !== 'choice') {
      const value = variable.compute(this);
      const { rounding } = variable;
      return this.exact || rounding === undefined ? value : value.roundedTo(rounding.step, rounding.rounding);
    }
    const decided = variable.compute(this);
    if (!variable.options.includes(decided)) {
      throw rulePackMalformed(
        `In ${this.prepared.pack.id}, ${name} comes to "${decided}".`,
        `Its options are ${variable.options.join(', ')}.`,
      );
    }
    return decided;
  }

  private fact(name: string, kind: FactDeclaration['kind']): number | FactValue {
    const fact = this.declared(name);
    const { declaration } = fact;
    if (declaration.kind !== kind) throw readAs(this.prepared.pack, 'fact', name, kind, declaration.kind);
    return this.stated(fact);
  }

  private declared(name: string): DeclaredFact {
    const fact = this.prepared.form.byName.get(name);
    if (fact === undefined) throw undeclared(this.prepared.pack, 'fact', name);
    return fact;
  }

  private stated(fact: DeclaredFact): number | FactValue {
    const value = this.facts.stated(fact);
    this.trace?.facts.set(fact.name, typeof value === 'number' ? BigInt(value) : value);
    return value;
  }

  private parameter<Kind extends ParameterValue['kind']>(path: string, kind: Kind) {
    const rule = this.rules.rule(path);
    const { value, used } = rule.by === null ? rule.only : rule.byChoice.get(this.stated(rule.by) as string)!;
    if (value.kind !== kind) throw readAs(this.prepared.pack, 'parameter', path, kind, value.kind);
    this.trace?.parameters.set(used.path, used);
    return value as Extract<ParameterValue, { kind: Kind }>;
  }
}

function ruleCycle({ id }: RulePack, path: readonly PreparedLine[]): TaxError {
  const names = path.map(({ name }) => name);
  return new TaxError(
    'RULE_CYCLE',
    `In ${id}, ${names.slice(names.indexOf(names.at(-1)!)).join(' needs ')}.`,
    'Break the circle: one of these formulas must not look at the next.',
    'configuration',
  );
}

function readAs(pack: RulePack, what: string, name: string, wanted: string, actual: string): TaxError {
  return rulePackMalformed(`A formula of ${pack.id} reads ${what} ${name} as ${wanted}.`, `It is ${actual}.`);
}
