import { partyJson, tokenJson, transactionsJson, contractJson } from '../core-json.ts';
import type { Json, JsonObject } from '../lossless-json.ts';
import { writeJson } from '../lossless-json.ts';
import type { Analysis, CounterExample, Outcome } from './analyse.ts';

/**
 * An analysis as one JSON document, with parties, tokens and transactions in core JSON, so that each example can be
 * given to a runner as it stands.
 */
export function analysisText(analysis: Analysis, indent = 0): string {
  return writeJson(
    object({
      complete: analysis.complete,
      gaveUp: analysis.gaveUp ?? null,
      endsBy: analysis.endsBy,
      payments: analysis.payments.map(({ path, pay, verdict, counterExample }) =>
        object({
          path,
          verdict,
          pay: contractJson({ ...pay, continuation: { kind: 'close' } }),
          counterExample: counterExample === undefined ? null : counterExampleJson(counterExample),
        }),
      ),
      warnings: analysis.warnings.map(counterExampleJson),
      outcomes: analysis.outcomes.map(({ party, token, worst, best }) =>
        object({
          party: partyJson(party),
          token: tokenJson(token),
          worst: outcomeJson(worst),
          best: outcomeJson(best),
        }),
      ),
      unreachable: [...analysis.unreachable],
      decisions: analysis.decisions.map(({ path, party, until }) => object({ path, party: partyJson(party), until })),
    }),
    indent,
  );
}

function object(fields: Record<string, Json>): JsonObject {
  return new Map(Object.entries(fields));
}

function counterExampleJson({ kind, path, transactions }: CounterExample): Json {
  return object({ kind, path, transactions: transactionsJson(transactions) });
}

function outcomeJson({ amount, transactions }: Outcome): Json {
  return object({ amount, transactions: transactionsJson(transactions) });
}
