import { GristmillError } from '@gristmill/protocol';
import { computeTransaction } from './compute-transaction.ts';
import { evaluateValue, surroundingsOf } from './evaluate.ts';
import { sameChoice, sameParty, sameToken, type Contract, type Party, type State, type Token } from './terms.ts';
import type { Input, Transaction, TransactionError, TransactionOutput, TransactionSuccess } from './transaction.ts';

/**
 * Moves an agreement on, or says precisely why it does not move. The agreement that was passed in is never changed.
 *
 * @throws GristmillError `AGREEMENT_INTERVAL_EMPTY`, `AGREEMENT_INTERVAL_PAST`, `AGREEMENT_INTERVAL_AMBIGUOUS`,
 *   `AGREEMENT_NOTHING_TO_DO`, `AGREEMENT_CLOSED`, `AGREEMENT_INPUT_LATE`, `AGREEMENT_CHOICE_OUT_OF_BOUNDS`,
 *   `AGREEMENT_WRONG_TOKEN`, `AGREEMENT_WRONG_AMOUNT`, `AGREEMENT_WRONG_PARTY`, `AGREEMENT_NOT_YET_TRUE`,
 *   `AGREEMENT_INPUT_FITS_NO_CASE`, `AGREEMENT_CONTINUATION_MISMATCH`, `AGREEMENT_INTEGER_TOO_LARGE`.
 */
export function advance(transaction: Transaction, state: State, contract: Contract): TransactionSuccess {
  const output = computeTransaction(transaction, state, contract);
  if (output.kind === 'success') return output;
  throw diagnosis(output.error, transaction, state, contract);
}

function refused(code: string, message: string, hint: string): GristmillError {
  return new GristmillError(code, message, { hint });
}

function diagnosis(
  error: TransactionError,
  transaction: Transaction,
  state: State,
  contract: Contract,
): GristmillError {
  switch (error.kind) {
    case 'invalidInterval':
      return refused(
        'AGREEMENT_INTERVAL_EMPTY',
        `The time interval ends at ${error.interval.to}, before it starts at ${error.interval.from}.`,
        'State an interval that contains the present.',
      );
    case 'intervalInPast':
      return refused(
        'AGREEMENT_INTERVAL_PAST',
        `The time interval ends at ${error.interval.to}, and the agreement already knows that it is ${error.minTime}.`,
        'State an interval that contains the present.',
      );
    case 'ambiguousTimeInterval':
      return refused(
        'AGREEMENT_INTERVAL_AMBIGUOUS',
        `A deadline lies inside the time interval ${transaction.interval.from} to ${transaction.interval.to}.`,
        'State a shorter interval, wholly before the deadline or wholly at and after it.',
      );
    case 'uselessTransaction':
      return refused(
        'AGREEMENT_NOTHING_TO_DO',
        contract.kind === 'close'
          ? 'The agreement is closed.'
          : 'Nothing happens without an input before the deadline.',
        contract.kind === 'close' ? 'Nothing is left to do.' : 'Send an input, or wait for the deadline.',
      );
    case 'hashMismatch':
      return refused(
        'AGREEMENT_CONTINUATION_MISMATCH',
        'An input does not bring the continuation that its case names.',
        'A Merkleised case needs the continuation with exactly its hash; any other case needs none.',
      );
    case 'applyNoMatch':
      return misfit(transaction, state, contract);
  }
}

/** Finds the first input that fits no case, and in what it is wrong. */
function misfit(transaction: Transaction, state: State, contract: Contract): GristmillError {
  const after = (length: number): TransactionOutput =>
    computeTransaction({ ...transaction, inputs: transaction.inputs.slice(0, length) }, state, contract);
  // The inputs before the first misfit pass and all longer beginnings fail, so halving finds it.
  let [passing, failing] = [0, transaction.inputs.length];
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2);
    if (after(middle).kind === 'success') passing = middle;
    else failing = middle;
  }
  const index = passing;
  const before = after(passing);
  const now = before.kind === 'success' ? before : { state, contract };
  const input = transaction.inputs[index]!;
  const wanted = describeInput(input);
  if (now.contract.kind !== 'when') {
    return refused('AGREEMENT_CLOSED', `${wanted} came when the agreement was closed.`, 'Nothing is left to do.');
  }
  const around = surroundingsOf(now.state, transaction.interval);
  const { from } = around.interval;

  if (contract.kind === 'when' && index === 0 && contract.timeout <= from && fits(input, state, contract)) {
    return refused(
      'AGREEMENT_INPUT_LATE',
      `${wanted} came at ${from}, and was possible before ${contract.timeout}.`,
      'The deadline has passed; look at what the agreement waits for now.',
    );
  }
  for (const { action } of now.contract.cases) {
    if (input.kind === 'choice' && action.kind === 'choice' && sameChoice(input.choice, action.choice)) {
      const bounds = action.bounds.map(({ from, to }) => `${from} to ${to}`).join(' or ') || 'nothing at all';
      return refused(
        'AGREEMENT_CHOICE_OUT_OF_BOUNDS',
        `${wanted}; the choice is ${bounds}.`,
        'Choose within the bounds.',
      );
    }
    if (input.kind === 'notify' && action.kind === 'notify') {
      return refused(
        'AGREEMENT_NOT_YET_TRUE',
        'What the notification waits for does not hold.',
        'Notify when it does.',
      );
    }
    if (input.kind === 'deposit' && action.kind === 'deposit' && sameParty(input.into, action.into)) {
      if (!sameParty(input.by, action.by)) {
        const expected = `${describeParty(action.by)} is expected to deposit into ${describeParty(action.into)}'s account.`;
        return refused('AGREEMENT_WRONG_PARTY', `${wanted}; ${expected}`, 'Let the expected party deposit.');
      }
      if (!sameToken(input.token, action.token)) {
        return refused(
          'AGREEMENT_WRONG_TOKEN',
          `${wanted}; ${describeToken(action.token)} is expected.`,
          'Deposit the token that the terms name.',
        );
      }
      const expected = evaluateValue(action.amount, around);
      return refused('AGREEMENT_WRONG_AMOUNT', `${wanted}; exactly ${expected} is expected.`, `Deposit ${expected}.`);
    }
  }
  return refused(
    'AGREEMENT_INPUT_FITS_NO_CASE',
    `${wanted} is not what the agreement waits for.`,
    'Look at the cases of the terms that remain.',
  );
}

/** Whether the input would have moved these terms on in time. */
function fits(input: Input, state: State, contract: Contract & { kind: 'when' }): boolean {
  const justBefore = contract.timeout - 1n;
  const interval = { from: justBefore, to: justBefore };
  return (
    computeTransaction({ interval, inputs: [input] }, { ...state, minTime: justBefore }, contract).kind === 'success'
  );
}

function describeParty(party: Party): string {
  return party.kind === 'role' ? party.role : party.address;
}

function describeToken({ currencySymbol, tokenName }: Token): string {
  return currencySymbol === '' && tokenName === '' ? 'the native coin' : tokenName || currencySymbol;
}

function describeInput(input: Input): string {
  switch (input.kind) {
    case 'deposit':
      return `A deposit of ${input.amount} of ${describeToken(input.token)} by ${describeParty(input.by)}`;
    case 'choice':
      return `The choice of ${input.chosen} for "${input.choice.name}" by ${describeParty(input.choice.owner)}`;
    case 'notify':
      return 'A notification';
  }
}
