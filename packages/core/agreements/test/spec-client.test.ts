import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { answer } from './spec-answers.ts';

const ask = (request: unknown): unknown => JSON.parse(answer(JSON.stringify(request)));
const alice = { role_token: 'alice' };
const usd = { currency_symbol: 'f1', token_name: 'USD' };
const state = { accounts: [[[alice, usd], 7]], choices: [], boundValues: [['x', -7]], minTime: 5 };
const waiting = { when: [], timeout: 100, timeout_continuation: 'close' };
const environment = { timeInterval: { from: 1, to: 20 } };
const refund = { payment_from: alice, to: { party: alice }, token: usd, amount: 7 };

describe('what is read is written again as it was', () => {
  it.each([
    ['Core.Bound', { from: 1, to: 2 }],
    ['Core.Value', { add: 1, and: { divide: { use_value: 'x' }, by: { value_of_choice: choiceId() } } }],
    ['Core.Token', usd],
    ['Core.Party', { address: 'anybody' }],
    ['Core.Payee', { account: alice }],
    ['Core.ChoiceId', choiceId()],
    ['Core.Observation', { value: 'time_interval_start', equal_to: 'time_interval_end' }],
    ['Core.Action', { notify_if: true }],
    ['Core.Contract', waiting],
    ['Core.Input', { input_that_chooses_num: 3, for_choice_id: choiceId() }],
    ['Core.Transaction', { tx_interval: { from: 1, to: 2 }, tx_inputs: ['input_notify'] }],
    ['Core.Payment', refund],
    ['Core.State', state],
    ['Core.TransactionWarning', 'assertion_failed'],
    ['Core.TransactionWarning', { value_id: 'x', had_value: 1, is_now_assigned: 2 }],
    ['Core.TransactionWarning', { party: alice, asked_to_deposit: 0, of_token: usd, in_account: alice }],
    ['Core.TransactionWarning', { account: alice, asked_to_pay: 0, of_token: usd, to_payee: { party: alice } }],
    [
      'Core.TransactionWarning',
      { account: alice, asked_to_pay: 9, of_token: usd, to_payee: { party: alice }, but_only_paid: 7 },
    ],
    ['Core.IntervalError', { invalidInterval: { from: 2, to: 1 } }],
    ['Core.IntervalError', { intervalInPastError: { minTime: 9, from: 1, to: 2 } }],
    ['Core.TransactionError', 'TEHashMismatch'],
    ['Core.TransactionError', { error: 'TEIntervalError', context: { invalidInterval: { from: 2, to: 1 } } }],
    ['Core.TransactionOutput', { transaction_error: 'TEUselessTransaction' }],
    ['Core.TransactionOutput', { warnings: ['assertion_failed'], payments: [refund], state, contract: waiting }],
  ])('%s', (typeId, json) => {
    const roundtrip = { request: 'test-roundtrip-serialization', typeId };
    expect(ask({ ...roundtrip, json })).toEqual({ 'request-response': { 'serialization-success': json } });
    expect(ask({ ...roundtrip, json: 'nonsense' })).toMatchObject({
      'request-response': { 'serialization-error': expect.any(String) as string },
    });
  });

  function choiceId() {
    return { choice_name: 'c', choice_owner: alice };
  }
});

describe('what is asked is worked out', () => {
  it.each([
    [{ request: 'eval-value', environment, state, value: 'time_interval_start' }, 1],
    [{ request: 'eval-value', environment, state, value: { divide: { use_value: 'x' }, by: 2 } }, -3],
    [
      {
        request: 'eval-observation',
        environment,
        state,
        observation: { value: { amount_of_token: usd, in_account: alice }, gt: 6 },
      },
      true,
    ],
    [
      {
        request: 'compute-transaction',
        state,
        coreContract: waiting,
        transactionInput: { tx_interval: { from: 100, to: 100 }, tx_inputs: [] },
      },
      { warnings: [], payments: [refund], contract: 'close', state: { ...state, accounts: [], minTime: 100 } },
    ],
    [
      {
        request: 'playtrace',
        initialTime: 0,
        coreContract: waiting,
        transactionInputs: [{ tx_interval: { from: 1, to: 2 }, tx_inputs: [] }],
      },
      { transaction_error: 'TEUselessTransaction' },
    ],
    [{ request: 'generate-random-value', typeId: 'Core.Party', seed: -2 }, { value: { role_token: 'carol' } }],
    [{ request: 'generate-random-value', typeId: 'Core.Value' }, { 'unknown-type': 'Core.Value' }],
    [{ request: 'test-roundtrip-serialization', typeId: 'None', json: 1 }, { 'unknown-type': 'None' }],
  ])('%j', (request, response) => {
    expect(ask(request)).toEqual({ 'request-response': response });
  });

  it('says so when it cannot', () => {
    expect(ask({ request: 'sing' })).toBe('UnknownRequest');
    expect(ask({ request: 'eval-value', value: 1 })).toEqual({ 'invalid-request': 'the request has no environment' });
    expect(JSON.parse(answer('nonsense'))).toMatchObject({ 'invalid-request': expect.any(String) as string });
  });
});

it('answers requests between backticks, one line each, as the driver sends them', () => {
  const requests = ['{"request":\n"sing"}', '{"request":"generate-random-value","typeId":"Core.Token","seed":0}'];
  const { stdout, status } = spawnSync(
    execPath,
    ['--conditions=@gristmill/source', path.join(import.meta.dirname, 'spec-client.ts')],
    { input: requests.map((request) => `\`\`\`\n${request}\n\`\`\`\n`).join(''), encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toEqual([
    '"UnknownRequest"',
    '{"request-response":{"value":{"currency_symbol":"","token_name":""}}}',
  ]);
});
