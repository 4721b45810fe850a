import { type Fault, GristmillError } from '@gristmill/protocol';

/** Every code that `@gristmill/rule-feed` raises of its own. */
export type RuleFeedErrorCode =
  | 'RULE_FEED_URL_INVALID'
  | 'RULE_FEED_UNREACHABLE'
  | 'RULE_FEED_REFUSED'
  | 'RULE_FEED_TOO_LARGE'
  | 'RULE_FEED_MALFORMED'
  | 'RULE_FEED_FOLDER_UNUSABLE'
  | 'RULE_PACK_UNREADABLE'
  | 'RULE_PACK_UNSIGNED'
  | 'RULE_PACK_PUBLISHER_UNTRUSTED'
  | 'RULE_PACK_SIGNATURE_WRONG'
  | 'RULE_PACK_FORMULAS_DIFFER'
  | 'RULE_PACK_INCOMPLETE'
  | 'RULE_PACK_NOT_NEWER'
  | 'RULE_PACK_NOT_REGISTERED'
  | 'RULE_REGISTRY_UNREACHABLE'
  | 'RULE_PACK_NOT_OFFERED'
  | 'RULE_PACK_NOT_KEPT'
  | 'ADOPTION_DAMAGED'
  | 'ADOPTION_MALFORMED'
  | 'SHIPPED_PACK_CHANGED';

export class RuleFeedError extends GristmillError {
  override readonly name = 'RuleFeedError';

  constructor(code: RuleFeedErrorCode, message: string, hint: string, fault: Fault, cause?: unknown) {
    super(code, message, { hint, fault, cause });
  }
}
