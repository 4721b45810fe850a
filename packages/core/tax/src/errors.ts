import { type Fault, GristmillError } from '@gristmill/protocol';

/** Every code that `@gristmill/tax` raises of its own. */
export type TaxErrorCode =
  | 'RULE_PACK_MALFORMED'
  | 'PARAMETER_NOT_IN_FORCE'
  | 'FACTS_MALFORMED'
  | 'FACTS_MISSING'
  | 'RULE_CYCLE'
  | 'TAX_DATE_MALFORMED'
  | 'ADJUSTMENT_MISMATCH';

export class TaxError extends GristmillError {
  override readonly name = 'TaxError';

  constructor(code: TaxErrorCode, message: string, hint: string, fault: Fault = 'user') {
    super(code, message, { hint, fault });
  }
}

/** A pack that is wrong in itself: for its author to mend, not for whoever brought the facts. */
export function rulePackMalformed(message: string, hint: string): TaxError {
  return new TaxError('RULE_PACK_MALFORMED', message, hint, 'configuration');
}

/** A formula that looks at something its pack does not have. */
export function undeclared(pack: { id: string }, what: string, name: string): TaxError {
  return rulePackMalformed(
    `A formula of ${pack.id} looks at ${what} "${name}".`,
    `Declare that ${what}, or mend its name.`,
  );
}
