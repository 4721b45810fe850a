import { contractOf, partOf, stateOf } from '../src/core-json.ts';
import type { Json, JsonObject } from '../src/lossless-json.ts';
import type {
  Payment,
  TimeInterval,
  TransactionError,
  TransactionOutput,
  TransactionWarning,
} from '../src/transaction.ts';

/** Reads what transactions give, from its core JSON; anything else is an error. */

function fieldsOf(json: Json, ...keys: string[]): JsonObject | undefined {
  return json instanceof Map && json.size === keys.length && keys.every((key) => json.has(key)) ? json : undefined;
}

function integer(json: Json | undefined): bigint {
  if (typeof json === 'bigint') return json;
  throw new Error('expected an integer');
}

function listOf<T>(json: Json | undefined, item: (each: Json) => T): T[] {
  if (Array.isArray(json)) return json.map(item);
  throw new Error('expected a list');
}

export function paymentOf(json: Json): Payment {
  const payment = fieldsOf(json, 'payment_from', 'to', 'token', 'amount');
  if (payment === undefined) throw new Error('no payment');
  return {
    from: partOf.party(payment.get('payment_from')!),
    to: partOf.payee(payment.get('to')!),
    token: partOf.token(payment.get('token')!),
    amount: integer(payment.get('amount')),
  };
}

export function warningOf(json: Json): TransactionWarning {
  if (json === 'assertion_failed') return { kind: 'assertionFailed' };
  const shadowing = fieldsOf(json, 'value_id', 'had_value', 'is_now_assigned');
  if (shadowing) {
    const name = shadowing.get('value_id');
    if (typeof name !== 'string') throw new Error('expected a name');
    return {
      kind: 'shadowing',
      name,
      oldValue: integer(shadowing.get('had_value')),
      newValue: integer(shadowing.get('is_now_assigned')),
    };
  }
  const deposit = fieldsOf(json, 'party', 'asked_to_deposit', 'of_token', 'in_account');
  if (deposit) {
    return {
      kind: 'nonPositiveDeposit',
      by: partOf.party(deposit.get('party')!),
      into: partOf.party(deposit.get('in_account')!),
      token: partOf.token(deposit.get('of_token')!),
      amount: integer(deposit.get('asked_to_deposit')),
    };
  }
  const nothing = fieldsOf(json, 'account', 'asked_to_pay', 'of_token', 'to_payee');
  const pay = nothing ?? fieldsOf(json, 'account', 'asked_to_pay', 'of_token', 'to_payee', 'but_only_paid');
  if (pay === undefined) throw new Error('no warning');
  const ofPay = {
    from: partOf.party(pay.get('account')!),
    to: partOf.payee(pay.get('to_payee')!),
    token: partOf.token(pay.get('of_token')!),
  };
  const asked = integer(pay.get('asked_to_pay'));
  if (nothing) return { kind: 'nonPositivePay', ...ofPay, amount: asked };
  return { kind: 'partialPay', ...ofPay, expected: asked, paid: integer(pay.get('but_only_paid')) };
}

type IntervalError = Extract<TransactionError, { interval: TimeInterval }>;

export function intervalErrorOf(json: Json): IntervalError {
  const invalid = fieldsOf(json, 'invalidInterval');
  if (invalid) return { kind: 'invalidInterval', interval: partOf.interval(invalid.get('invalidInterval')!) };
  const past = fieldsOf(
    fieldsOf(json, 'intervalInPastError')?.get('intervalInPastError') ?? null,
    'minTime',
    'from',
    'to',
  );
  if (past === undefined) throw new Error('no interval error');
  const [from, to] = [integer(past.get('from')), integer(past.get('to'))];
  return { kind: 'intervalInPast', minTime: integer(past.get('minTime')), interval: { from, to } };
}

const ERRORS = new Map<Json, TransactionError>([
  ['TEAmbiguousTimeIntervalError', { kind: 'ambiguousTimeInterval' }],
  ['TEApplyNoMatchError', { kind: 'applyNoMatch' }],
  ['TEUselessTransaction', { kind: 'uselessTransaction' }],
  ['TEHashMismatch', { kind: 'hashMismatch' }],
]);

export function errorOf(json: Json): TransactionError {
  const known = ERRORS.get(json);
  if (known) return known;
  const ofInterval = fieldsOf(json, 'error', 'context');
  if (ofInterval?.get('error') !== 'TEIntervalError') throw new Error('no transaction error');
  return intervalErrorOf(ofInterval.get('context')!);
}

export function outputOf(json: Json): TransactionOutput {
  const failed = fieldsOf(json, 'transaction_error');
  if (failed) return { kind: 'error', error: errorOf(failed.get('transaction_error')!) };
  const done = fieldsOf(json, 'warnings', 'payments', 'state', 'contract');
  if (done === undefined) throw new Error('no transaction output');
  return {
    kind: 'success',
    warnings: listOf(done.get('warnings'), warningOf),
    payments: listOf(done.get('payments'), paymentOf),
    state: stateOf(done.get('state')!),
    contract: contractOf(done.get('contract')!),
  };
}
