import { z } from 'zod';
import { RuleFeedError } from './errors.ts';
import type { SignedRulePack } from './signed-pack.ts';

const SCHEMA = 'gristmill/rule-feed/1';
const PACKS_MAX = 64;

/** Packs are read one by one later on, so that a bad one does not hide a good one. */
const feedDocument = z.strictObject({ schema: z.literal(SCHEMA), packs: z.array(z.unknown()).max(PACKS_MAX) });

/** A feed as a publisher puts it on any static web server. */
export function ruleFeedText(packs: readonly SignedRulePack[]): string {
  return `${JSON.stringify({ schema: SCHEMA, packs }, null, 2)}\n`;
}

/**
 * The packs of a feed, none of them looked at yet.
 *
 * @throws RuleFeedError `RULE_FEED_MALFORMED`
 */
export function parseRuleFeed(text: string): unknown[] {
  try {
    return feedDocument.parse(JSON.parse(text)).packs;
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new RuleFeedError(
      'RULE_FEED_MALFORMED',
      `The feed is not a ${SCHEMA} document: ${why}`,
      'Check that the URL is that of a rule feed, and tell its publisher.',
      'peer',
      cause,
    );
  }
}
