import { partyKey, type Party } from './terms.ts';
import type { Input, Transaction } from './transaction.ts';

/** Whose will an input is: the depositor's or the chooser's. Anybody may notify. */
export function authorityOf(input: Input): Party | undefined {
  switch (input.kind) {
    case 'deposit':
      return input.by;
    case 'choice':
      return input.choice.owner;
    case 'notify':
      return undefined;
  }
}

/**
 * The parties that must have agreed to a transaction, each once. The semantics takes an input as its party's word;
 * whoever takes transactions from outside checks signatures (or, on a chain, senders) for all of these first.
 */
export function authoritiesOf(transaction: Transaction): Party[] {
  const parties = new Map<string, Party>();
  for (const input of transaction.inputs) {
    const party = authorityOf(input);
    if (party !== undefined) parties.set(partyKey(party), party);
  }
  return [...parties.values()];
}
