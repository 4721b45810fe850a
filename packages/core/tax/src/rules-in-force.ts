import type { CivilDate } from './civil-date.ts';
import { undeclared } from './errors.ts';
import type { DeclaredFact, FactsForm } from './facts.ts';
import type { LawMoment } from './law.ts';
import { type Citation, describeParameterValue, parameterAt, type ParameterValue } from './parameter.ts';
import type { RulePack } from './rule-pack.ts';

/** A value that a formula looked at, as the trace has it. */
export interface UsedParameter {
  path: string;
  value: string;
  start: CivilDate;
  published: CivilDate | null;
  checked: CivilDate;
  citations: readonly Citation[];
}

interface RuleValue {
  readonly value: ParameterValue;
  readonly used: UsedParameter;
}

/** What a parameter says at one moment: the same for everyone, or by a choice. */
export type RuleInForce =
  | { readonly by: null; readonly only: RuleValue }
  | { readonly by: DeclaredFact; readonly byChoice: ReadonlyMap<string, RuleValue> };

/** The parameters of a pack at one moment, each looked up by its dates when it is first asked for. */
export class RulesInForce {
  readonly moment: LawMoment;
  private readonly pack: RulePack;
  private readonly form: FactsForm;
  private readonly known = new Map<string, RuleInForce>();

  constructor(pack: RulePack, form: FactsForm, moment: LawMoment) {
    this.pack = pack;
    this.form = form;
    this.moment = moment;
  }

  /** @throws TaxError `PARAMETER_NOT_IN_FORCE`; `RULE_PACK_MALFORMED` where no parameter has this path. */
  rule(path: string): RuleInForce {
    let rule = this.known.get(path);
    if (rule === undefined) this.known.set(path, (rule = this.found(path)));
    return rule;
  }

  private found(path: string): RuleInForce {
    const parameter = this.pack.parameters.get(path);
    if (parameter === undefined) throw undeclared(this.pack, 'parameter', path);
    const { start, published, checked, citations, value } = parameterAt(parameter, this.moment);
    const usedAs = (spelled: string, chosen: ParameterValue): RuleValue => ({
      value: chosen,
      used: { path: spelled, value: describeParameterValue(chosen), start, published, checked, citations },
    });
    if (parameter.by === null) return { by: null, only: usedAs(path, value as ParameterValue) };
    const choices = value as ReadonlyMap<string, ParameterValue>;
    return {
      // defineRulePack has checked that this is a choice fact, and that there is a value for each of its options.
      by: this.form.byName.get(parameter.by)!,
      byChoice: new Map([...choices].map(([choice, chosen]) => [choice, usedAs(`${path}[${choice}]`, chosen)])),
    };
  }
}
