import {
  type Input,
  instantText,
  type Party,
  type Payee,
  type Payment,
  type Token,
  type Transaction,
  type TransactionWarning,
} from '@gristmill/agreements';
import { formatCount } from '../quantities.ts';
import { printable } from '../printable.ts';

// Names in an agreement come from strangers: here they become words of one line.

export function partyText(party: Party): string {
  return printable(party.kind === 'role' ? party.role : party.address);
}

/** An address in full. */
const TOKEN_LENGTH_MAX = 42;

export function tokenText({ currencySymbol, tokenName }: Token): string {
  return printable(tokenName || currencySymbol || 'coin', TOKEN_LENGTH_MAX);
}

export function amountText(amount: bigint, token: Token): string {
  return `${formatCount(amount)} ${tokenText(token)}`;
}

function accountText(owner: Party): string {
  return `${partyText(owner)}'s account`;
}

export function payeeText(payee: Payee): string {
  return payee.kind === 'party' ? partyText(payee.party) : accountText(payee.account);
}

export function paymentText({ from, to, token, amount }: Payment): string {
  return `${amountText(amount, token)} from ${accountText(from)} to ${payeeText(to)}`;
}

function inputText(input: Input): string {
  switch (input.kind) {
    case 'deposit':
      return `${partyText(input.by)} deposits ${amountText(input.amount, input.token)} into ${accountText(input.into)}`;
    case 'choice':
      return `${partyText(input.choice.owner)} chooses ${formatCount(input.chosen)} for "${printable(input.choice.name)}"`;
    case 'notify':
      return 'anybody notifies';
  }
}

export function transactionText({ interval: { from, to }, inputs }: Transaction): string {
  const when = from === to ? instantText(from) : `${instantText(from)} to ${instantText(to)}`;
  return `${when}: ${inputs.length === 0 ? 'time passes' : inputs.map(inputText).join('; ')}`;
}

/** What each kind of warning means for who takes part. */
export const WARNINGS: Readonly<Record<TransactionWarning['kind'], string>> = {
  partialPay: 'a payment takes only what is there',
  nonPositivePay: 'a payment of nothing, or less',
  nonPositiveDeposit: 'a deposit of nothing, or less',
  assertionFailed: 'what the terms assert does not hold',
  shadowing: 'a remembered value is replaced by another of the same name',
};

export function warningText(warning: TransactionWarning): string {
  const what = WARNINGS[warning.kind];
  switch (warning.kind) {
    case 'partialPay': {
      const { paid, expected, token, from, to } = warning;
      return `${what}: ${amountText(paid, token)} instead of ${formatCount(expected)} from ${accountText(from)} to ${payeeText(to)}`;
    }
    case 'nonPositivePay':
      return `${what}: ${paymentText(warning)}`;
    case 'nonPositiveDeposit':
      return `${what}: ${amountText(warning.amount, warning.token)} by ${partyText(warning.by)}`;
    case 'shadowing':
      return `${what}: "${printable(warning.name)}"`;
    case 'assertionFailed':
      return what;
  }
}
