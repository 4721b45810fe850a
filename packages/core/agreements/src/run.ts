import { computeTransaction } from './compute-transaction.ts';
import { contractOf, outputJson, parseTransactions, stateOf } from './core-json.ts';
import { readJson, writeJson, type Json } from './lossless-json.ts';
import { emptyState, type Contract, type State } from './terms.ts';
import type { Transaction, TransactionOutput } from './transaction.ts';

/** An agreement where it stands: the terms that remain and the state. */
export interface Agreement {
  readonly contract: Contract;
  readonly state: State;
}

/**
 * Plays transactions one after the other; an output for each. One that fails leaves the agreement as it was.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE`
 */
export function runTransactions(agreement: Agreement, transactions: readonly Transaction[]): TransactionOutput[] {
  let now = agreement;
  return transactions.map((transaction) => {
    const output = computeTransaction(transaction, now.state, now.contract);
    if (output.kind === 'success') now = output;
    return output;
  });
}

/** An agreement from core JSON: a contract (opened at time 0 with nothing in it), or `{ "contract": ..., "state": ... }`. */
export function parseAgreement(text: string): Agreement {
  const json = readJson(text);
  if (json instanceof Map && json.has('contract')) {
    const { contract, state } = Object.fromEntries(json) as { contract: Json; state?: Json };
    return { contract: contractOf(contract), state: state === undefined ? emptyState(0n) : stateOf(state) };
  }
  return { contract: contractOf(json), state: emptyState(0n) };
}

/**
 * `gristmill agreement run`: core JSON in, core JSON out.
 *
 * @param agreementText a contract, or `{ "contract", "state" }`.
 * @param inputsText a list of transactions.
 * @returns a list of transaction outputs, one a transaction.
 * @throws TermsError as `parseContract` does; GristmillError `AGREEMENT_INTEGER_TOO_LARGE`.
 */
export function runCoreJson(agreementText: string, inputsText: string, indent = 0): string {
  return outputsText(runTransactions(parseAgreement(agreementText), parseTransactions(inputsText)), indent);
}

/** The text of a list of transaction outputs in core JSON. */
export function outputsText(outputs: readonly TransactionOutput[], indent = 0): string {
  return writeJson(outputs.map(outputJson), indent);
}
