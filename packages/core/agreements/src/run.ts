import { computeTransaction } from './compute-transaction.ts';
import { inputsOf, outputJson } from './core-json.ts';
import { readJson, writeJson } from './lossless-json.ts';
import { agreementOf, transactionsOf, type Agreement } from './published-json.ts';
import type { Input, Transaction, TransactionOutput } from './transaction.ts';

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

/**
 * An agreement from core JSON: a contract (opened at time 0 with nothing in it), or `{ "contract": ..., "state": ... }`,
 * also as Marlowe's command line and runtime wrap it.
 *
 * @throws TermsError as `parseContract` does
 */
export function parseAgreement(text: string): Agreement {
  return agreementOf(readJson(text));
}

/**
 * Transactions from the text of a list of them in core JSON, also beside their outputs and as a runtime has them.
 *
 * @throws TermsError as `parseContract` does
 */
export function parseTransactions(text: string): Transaction[] {
  return transactionsOf(readJson(text));
}

/**
 * The inputs of one transaction from core JSON: a list of them, or what has one under `inputs`.
 *
 * @throws TermsError as `parseContract` does
 */
export function parseInputs(text: string): Input[] {
  const json = readJson(text);
  const within = json instanceof Map ? json.get('inputs') : undefined;
  return within === undefined ? inputsOf(json) : inputsOf(within, ['inputs']);
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
