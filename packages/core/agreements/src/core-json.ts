import { TermsError } from './errors.ts';
import { readJson, writeJson, type Json, type JsonObject } from './lossless-json.ts';
import {
  accountKey,
  choiceKey,
  type Action,
  type Bound,
  type Case,
  type ChoiceId,
  type Comparison,
  type Contract,
  type Observation,
  type Party,
  type Payee,
  type State,
  type Token,
  type Value,
} from './terms.ts';
import type {
  Input,
  InputContent,
  Payment,
  TimeInterval,
  Transaction,
  TransactionError,
  TransactionOutput,
  TransactionWarning,
} from './transaction.ts';

/** Terms read from outside have at most this many fields and list items in all. */
const FIELDS_MAX = 500_000;
/** ... and are nested at most this deep, so that no function over terms can exhaust the stack. */
const FIELD_DEPTH_MAX = 2_000;

/**
 * Where in the document a reader is, and what it may still read. A path is a chain and not a string, because almost no
 * path is ever shown.
 */
class Place {
  readonly parent: Place | undefined;
  readonly step: string | number;
  readonly depth: number;
  readonly budget: { fields: number };

  constructor(parent: Place | undefined, step: string | number, budget: { fields: number }) {
    this.parent = parent;
    this.step = step;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.budget = budget;
  }

  at(step: string | number): Place {
    const place = new Place(this, step, this.budget);
    this.budget.fields -= 1;
    if (this.budget.fields < 0) {
      throw new TermsError(
        'TERMS_TOO_LARGE',
        pathOf(place),
        `more than ${FIELDS_MAX} fields.`,
        'Split the agreement, or Merkleise its continuations.',
      );
    }
    if (place.depth > FIELD_DEPTH_MAX) {
      throw new TermsError(
        'TERMS_TOO_DEEP',
        pathOf(place),
        `fields nested more than ${FIELD_DEPTH_MAX} deep.`,
        'Shorten the agreement, or Merkleise its continuations.',
      );
    }
    return place;
  }

  malformed(problem: string, hint = 'Compare with the Marlowe v1 core JSON specification.'): TermsError {
    return new TermsError('TERMS_MALFORMED', pathOf(this), problem, hint);
  }
}

/** `$.when[0].case`, with the middle left out when it is long. */
function pathOf(here: Place): string {
  const steps: string[] = [];
  for (let place = here; place.parent !== undefined; place = place.parent) {
    steps.push(typeof place.step === 'number' ? `[${place.step}]` : `.${place.step}`);
  }
  const hidden = steps.length - 40;
  const shown = hidden <= 0 ? steps : [...steps.slice(0, 20), ` ...${hidden} more... `, ...steps.slice(-20)];
  return `$${shown.toReversed().join('')}`;
}

function described(json: Json): string {
  if (json instanceof Map)
    return `an object with the keys ${[...json.keys()].slice(0, 6).join(', ') || '(none)'}`.slice(0, 160);
  if (Array.isArray(json)) return `a list of ${json.length}`;
  return writeJson(json).slice(0, 60);
}

// ---- reading -------------------------------------------------------------------------------------------------------

type Reader<T> = (json: Json, place: Place) => T;

function text(json: Json, place: Place): string {
  if (typeof json !== 'string') throw place.malformed(`expected a text, found ${described(json)}.`);
  return json;
}

function integer(json: Json, place: Place): bigint {
  if (typeof json !== 'bigint') throw place.malformed(`expected an integer, found ${described(json)}.`);
  return json;
}

function hexadecimal(json: Json, place: Place): string {
  const digits = text(json, place);
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) {
    throw place.malformed(`${described(json)} is not hexadecimal.`, 'Write whole bytes as pairs of 0-9 and a-f.');
  }
  return digits;
}

function list<T>(json: Json, place: Place, item: Reader<T>): T[] {
  if (!Array.isArray(json)) throw place.malformed(`expected a list, found ${described(json)}.`);
  return json.map((each, index) => item(each, place.at(index)));
}

/** The object `json`, when its keys are exactly `keys`; undefined when they are another constructor's. */
function withKeys(json: Json, ...keys: string[]): JsonObject | undefined {
  return json instanceof Map && json.size === keys.length && keys.every((key) => json.has(key)) ? json : undefined;
}

function object(json: Json, place: Place, what: string, ...keys: string[]): JsonObject {
  const fields = withKeys(json, ...keys);
  if (fields === undefined) throw place.malformed(`${what} has the keys ${keys.join(', ')}; found ${described(json)}.`);
  return fields;
}

function unknown(what: string, json: Json, place: Place): TermsError {
  return place.malformed(
    `${described(json)} is no ${what} of Marlowe v1.`,
    'Check the names of the keys: each constructor has exactly its own, none more and none less.',
  );
}

function field<T>(fields: JsonObject, key: string, place: Place, reader: Reader<T>): T {
  return reader(fields.get(key)!, place.at(key));
}

function party(json: Json, place: Place): Party {
  const address = withKeys(json, 'address');
  if (address) return { kind: 'address', address: field(address, 'address', place, text) };
  const role = withKeys(json, 'role_token');
  if (role) return { kind: 'role', role: field(role, 'role_token', place, text) };
  throw unknown('party', json, place);
}

function token(json: Json, place: Place): Token {
  const fields = object(json, place, 'a token', 'currency_symbol', 'token_name');
  return {
    currencySymbol: field(fields, 'currency_symbol', place, text),
    tokenName: field(fields, 'token_name', place, text),
  };
}

function payee(json: Json, place: Place): Payee {
  const account = withKeys(json, 'account');
  if (account) return { kind: 'account', account: field(account, 'account', place, party) };
  const outside = withKeys(json, 'party');
  if (outside) return { kind: 'party', party: field(outside, 'party', place, party) };
  throw unknown('payee', json, place);
}

function choiceId(json: Json, place: Place): ChoiceId {
  const fields = object(json, place, 'a choice id', 'choice_name', 'choice_owner');
  return { name: field(fields, 'choice_name', place, text), owner: field(fields, 'choice_owner', place, party) };
}

function bound(json: Json, place: Place): Bound {
  const fields = object(json, place, 'a bound', 'from', 'to');
  return { from: field(fields, 'from', place, integer), to: field(fields, 'to', place, integer) };
}

const ARITHMETIC = [
  ['add', 'add', 'and'],
  ['subtract', 'value', 'minus'],
  ['multiply', 'multiply', 'times'],
  ['divide', 'divide', 'by'],
] as const;

function value(json: Json, place: Place): Value {
  if (typeof json === 'bigint') return { kind: 'constant', constant: json };
  if (json === 'time_interval_start') return { kind: 'timeIntervalStart' };
  if (json === 'time_interval_end') return { kind: 'timeIntervalEnd' };
  if (json instanceof Map) {
    const money = withKeys(json, 'in_account', 'amount_of_token');
    if (money) {
      return {
        kind: 'availableMoney',
        account: field(money, 'in_account', place, party),
        token: field(money, 'amount_of_token', place, token),
      };
    }
    if (withKeys(json, 'negate')) return { kind: 'negate', value: field(json, 'negate', place, value) };
    for (const [kind, left, right] of ARITHMETIC) {
      if (withKeys(json, left, right)) {
        return { kind, left: field(json, left, place, value), right: field(json, right, place, value) };
      }
    }
    if (withKeys(json, 'value_of_choice')) {
      return { kind: 'choiceValue', choice: field(json, 'value_of_choice', place, choiceId) };
    }
    if (withKeys(json, 'use_value')) return { kind: 'useValue', name: field(json, 'use_value', place, text) };
    if (withKeys(json, 'if', 'then', 'else')) {
      return {
        kind: 'cond',
        condition: field(json, 'if', place, observation),
        onTrue: field(json, 'then', place, value),
        onFalse: field(json, 'else', place, value),
      };
    }
  }
  throw unknown('value', json, place);
}

const COMPARISONS: readonly (readonly [Comparison, string])[] = [
  ['atLeast', 'ge_than'],
  ['greater', 'gt'],
  ['less', 'lt'],
  ['atMost', 'le_than'],
  ['equal', 'equal_to'],
];

function observation(json: Json, place: Place): Observation {
  if (typeof json === 'boolean') return { kind: json ? 'true' : 'false' };
  if (json instanceof Map) {
    if (withKeys(json, 'both', 'and')) {
      return {
        kind: 'and',
        left: field(json, 'both', place, observation),
        right: field(json, 'and', place, observation),
      };
    }
    if (withKeys(json, 'either', 'or')) {
      return {
        kind: 'or',
        left: field(json, 'either', place, observation),
        right: field(json, 'or', place, observation),
      };
    }
    if (withKeys(json, 'not')) return { kind: 'not', observation: field(json, 'not', place, observation) };
    if (withKeys(json, 'chose_something_for')) {
      return { kind: 'choseSomething', choice: field(json, 'chose_something_for', place, choiceId) };
    }
    for (const [kind, key] of COMPARISONS) {
      if (withKeys(json, 'value', key)) {
        return { kind, left: field(json, 'value', place, value), right: field(json, key, place, value) };
      }
    }
  }
  throw unknown('observation', json, place);
}

function action(json: Json, place: Place): Action {
  const deposit = withKeys(json, 'into_account', 'party', 'of_token', 'deposits');
  if (deposit) {
    return {
      kind: 'deposit',
      into: field(deposit, 'into_account', place, party),
      by: field(deposit, 'party', place, party),
      token: field(deposit, 'of_token', place, token),
      amount: field(deposit, 'deposits', place, value),
    };
  }
  const choice = withKeys(json, 'for_choice', 'choose_between');
  if (choice) {
    return {
      kind: 'choice',
      choice: field(choice, 'for_choice', place, choiceId),
      bounds: field(choice, 'choose_between', place, (bounds, there) => list(bounds, there, bound)),
    };
  }
  const notify = withKeys(json, 'notify_if');
  if (notify) return { kind: 'notify', condition: field(notify, 'notify_if', place, observation) };
  throw unknown('action', json, place);
}

function caseOf(json: Json, place: Place): Case {
  const whole = withKeys(json, 'case', 'then');
  if (whole) {
    return {
      kind: 'case',
      action: field(whole, 'case', place, action),
      continuation: field(whole, 'then', place, contract),
    };
  }
  const hashed = withKeys(json, 'case', 'merkleized_then');
  if (hashed) {
    return {
      kind: 'merkleised',
      action: field(hashed, 'case', place, action),
      continuationHash: field(hashed, 'merkleized_then', place, hexadecimal).toLowerCase(),
    };
  }
  throw unknown('case', json, place);
}

function contract(json: Json, place: Place): Contract {
  if (json === 'close') return { kind: 'close' };
  if (json instanceof Map) {
    if (withKeys(json, 'from_account', 'to', 'token', 'pay', 'then')) {
      return {
        kind: 'pay',
        from: field(json, 'from_account', place, party),
        to: field(json, 'to', place, payee),
        token: field(json, 'token', place, token),
        amount: field(json, 'pay', place, value),
        continuation: field(json, 'then', place, contract),
      };
    }
    if (withKeys(json, 'if', 'then', 'else')) {
      return {
        kind: 'if',
        condition: field(json, 'if', place, observation),
        onTrue: field(json, 'then', place, contract),
        onFalse: field(json, 'else', place, contract),
      };
    }
    if (withKeys(json, 'when', 'timeout', 'timeout_continuation')) {
      const casesPlace = place.at('when');
      const cases = json.get('when')!;
      if (!Array.isArray(cases)) throw casesPlace.malformed(`expected a list of cases, found ${described(cases)}.`);
      return {
        kind: 'when',
        cases: cases.map((each, index) => caseOf(each, casesPlace.at(index))),
        timeout: field(json, 'timeout', place, integer),
        onTimeout: field(json, 'timeout_continuation', place, contract),
      };
    }
    if (withKeys(json, 'let', 'be', 'then')) {
      return {
        kind: 'let',
        name: field(json, 'let', place, text),
        value: field(json, 'be', place, value),
        continuation: field(json, 'then', place, contract),
      };
    }
    if (withKeys(json, 'assert', 'then')) {
      return {
        kind: 'assert',
        condition: field(json, 'assert', place, observation),
        continuation: field(json, 'then', place, contract),
      };
    }
  }
  throw unknown('contract', json, place);
}

function pair<K, V>(json: Json, place: Place, key: Reader<K>, item: Reader<V>): [K, V] {
  if (!Array.isArray(json) || json.length !== 2) throw place.malformed(`expected a pair, found ${described(json)}.`);
  return [key(json[0]!, place.at(0)), item(json[1]!, place.at(1))];
}

function state(json: Json, place: Place): State {
  const fields = object(json, place, 'a state', 'accounts', 'choices', 'boundValues', 'minTime');
  const read: State = {
    accounts: field(fields, 'accounts', place, (entries, there) =>
      list(entries, there, (entry, entryPlace) => {
        const [[owner, ofToken], amount] = pair(
          entry,
          entryPlace,
          (key, keyPlace) => pair(key, keyPlace, party, token),
          integer,
        );
        if (amount < 0n) {
          throw entryPlace.malformed(
            `an account that holds ${amount}.`,
            'An account holds nothing or something, never less.',
          );
        }
        return { party: owner, token: ofToken, amount };
      }),
    ),
    choices: field(fields, 'choices', place, (entries, there) =>
      list(entries, there, (entry, entryPlace) => {
        const [choice, chosen] = pair(entry, entryPlace, choiceId, integer);
        return { choice, chosen };
      }),
    ),
    boundValues: field(fields, 'boundValues', place, (entries, there) =>
      list(entries, there, (entry, entryPlace) => {
        const [name, bound] = pair(entry, entryPlace, text, integer);
        return { name, value: bound };
      }),
    ),
    minTime: field(fields, 'minTime', place, integer),
  };
  for (const [what, keys] of [
    ['accounts', read.accounts.map((entry) => accountKey(entry.party, entry.token))],
    ['choices', read.choices.map((entry) => choiceKey(entry.choice))],
    ['boundValues', read.boundValues.map((entry) => entry.name)],
  ] as const) {
    if (new Set(keys).size < keys.length) {
      throw new TermsError(
        'TERMS_DUPLICATE_KEY',
        `${pathOf(place)}.${what}`,
        'one key comes twice.',
        'Keep one entry a key: readers would not agree which one counts.',
      );
    }
  }
  return read;
}

function inputContent(json: Json, place: Place): InputContent {
  if (json === 'input_notify') return { kind: 'notify' };
  const choice = withKeys(json, 'for_choice_id', 'input_that_chooses_num');
  if (choice) {
    return {
      kind: 'choice',
      choice: field(choice, 'for_choice_id', place, choiceId),
      chosen: field(choice, 'input_that_chooses_num', place, integer),
    };
  }
  const deposit = withKeys(json, 'into_account', 'input_from_party', 'of_token', 'that_deposits');
  if (deposit) {
    return {
      kind: 'deposit',
      into: field(deposit, 'into_account', place, party),
      by: field(deposit, 'input_from_party', place, party),
      token: field(deposit, 'of_token', place, token),
      amount: field(deposit, 'that_deposits', place, integer),
    };
  }
  throw unknown('input', json, place);
}

function input(json: Json, place: Place): Input {
  if (!(json instanceof Map) || !json.has('merkleized_continuation')) return inputContent(json, place);
  if (!json.has('continuation_hash')) throw place.malformed('a Merkleised input without its continuation_hash.');
  const rest = new Map([...json].filter(([key]) => key !== 'merkleized_continuation' && key !== 'continuation_hash'));
  return {
    ...inputContent(rest.size === 0 ? 'input_notify' : rest, place),
    merkleised: {
      continuationHash: field(json, 'continuation_hash', place, hexadecimal).toLowerCase(),
      continuation: field(json, 'merkleized_continuation', place, contract),
    },
  };
}

function interval(json: Json, place: Place): TimeInterval {
  const fields = object(json, place, 'a time interval', 'from', 'to');
  return { from: field(fields, 'from', place, integer), to: field(fields, 'to', place, integer) };
}

function transaction(json: Json, place: Place): Transaction {
  const fields = object(json, place, 'a transaction', 'tx_interval', 'tx_inputs');
  return {
    interval: field(fields, 'tx_interval', place, interval),
    inputs: field(fields, 'tx_inputs', place, (inputs, there) => list(inputs, there, input)),
  };
}

/** Where a part of a document lies in it: keys and indices from the outside in. */
export type Steps = readonly (string | number)[];

function placeAt(steps: Steps): Place {
  const start = new Place(undefined, '', { fields: FIELDS_MAX });
  return steps.reduce<Place>((place, step) => place.at(step), start);
}

function from<T>(reader: Reader<T>): (json: Json, steps?: Steps) => T {
  return (json, steps = []) => reader(json, placeAt(steps));
}

/** What is wrong with the part of a document that lies there. */
export function malformedAt(steps: Steps, problem: string): TermsError {
  return placeAt(steps).malformed(problem);
}

/** A contract from core JSON that was read without loss. @throws TermsError */
export const contractOf = from(contract);
/** A state from core JSON. @throws TermsError */
export const stateOf = from(state);
/** A transaction from core JSON. @throws TermsError */
export const transactionOf = from(transaction);
/** Parts of terms and of what comes of them, each from its core JSON. @throws TermsError */
export const partOf = {
  party: from(party),
  token: from(token),
  payee: from(payee),
  choiceId: from(choiceId),
  bound: from(bound),
  value: from(value),
  observation: from(observation),
  action: from(action),
  input: from(input),
  interval: from(interval),
} as const;
/** Inputs of a transaction from core JSON. @throws TermsError */
export const inputsOf = from((json, place) => list(json, place, input));

/**
 * A contract from the text of its core JSON (Marlowe v1).
 *
 * @throws TermsError `TERMS_MALFORMED`, `TERMS_TOO_LARGE`, `TERMS_TOO_DEEP`, `TERMS_DUPLICATE_KEY`, each with the path.
 */
export function parseContract(text: string): Contract {
  return contractOf(readJson(text));
}

/** A state from the text of its core JSON. @throws TermsError as `parseContract` does. */
export function parseState(text: string): State {
  return stateOf(readJson(text));
}

// ---- writing -------------------------------------------------------------------------------------------------------

function fields(...entries: [string, Json][]): JsonObject {
  return new Map(entries);
}

/** The core JSON of a party, as a lossless value. */
export function partyJson(party: Party): Json {
  return party.kind === 'address' ? fields(['address', party.address]) : fields(['role_token', party.role]);
}

/** The core JSON of a token, as a lossless value. */
export function tokenJson({ currencySymbol, tokenName }: Token): Json {
  return fields(['currency_symbol', currencySymbol], ['token_name', tokenName]);
}

function payeeJson(payee: Payee): Json {
  return payee.kind === 'account'
    ? fields(['account', partyJson(payee.account)])
    : fields(['party', partyJson(payee.party)]);
}

function choiceJson({ name, owner }: ChoiceId): Json {
  return fields(['choice_name', name], ['choice_owner', partyJson(owner)]);
}

function valueJson(value: Value): Json {
  switch (value.kind) {
    case 'availableMoney':
      return fields(['amount_of_token', tokenJson(value.token)], ['in_account', partyJson(value.account)]);
    case 'constant':
      return value.constant;
    case 'negate':
      return fields(['negate', valueJson(value.value)]);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const [, left, right] = ARITHMETIC.find(([kind]) => kind === value.kind)!;
      return fields([left, valueJson(value.left)], [right, valueJson(value.right)]);
    }
    case 'choiceValue':
      return fields(['value_of_choice', choiceJson(value.choice)]);
    case 'timeIntervalStart':
      return 'time_interval_start';
    case 'timeIntervalEnd':
      return 'time_interval_end';
    case 'useValue':
      return fields(['use_value', value.name]);
    case 'cond':
      return fields(
        ['if', observationJson(value.condition)],
        ['then', valueJson(value.onTrue)],
        ['else', valueJson(value.onFalse)],
      );
  }
}

function observationJson(observation: Observation): Json {
  switch (observation.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'and':
      return fields(['both', observationJson(observation.left)], ['and', observationJson(observation.right)]);
    case 'or':
      return fields(['either', observationJson(observation.left)], ['or', observationJson(observation.right)]);
    case 'not':
      return fields(['not', observationJson(observation.observation)]);
    case 'choseSomething':
      return fields(['chose_something_for', choiceJson(observation.choice)]);
    case 'atLeast':
    case 'greater':
    case 'less':
    case 'atMost':
    case 'equal': {
      const [, key] = COMPARISONS.find(([kind]) => kind === observation.kind)!;
      return fields(['value', valueJson(observation.left)], [key, valueJson(observation.right)]);
    }
  }
}

function actionJson(action: Action): Json {
  switch (action.kind) {
    case 'deposit':
      return fields(
        ['party', partyJson(action.by)],
        ['deposits', valueJson(action.amount)],
        ['of_token', tokenJson(action.token)],
        ['into_account', partyJson(action.into)],
      );
    case 'choice':
      return fields(
        ['for_choice', choiceJson(action.choice)],
        ['choose_between', action.bounds.map(({ from, to }) => fields(['from', from], ['to', to]))],
      );
    case 'notify':
      return fields(['notify_if', observationJson(action.condition)]);
  }
}

/** The core JSON of a contract, as a lossless value. */
export function contractJson(contract: Contract): Json {
  switch (contract.kind) {
    case 'close':
      return 'close';
    case 'pay':
      return fields(
        ['from_account', partyJson(contract.from)],
        ['to', payeeJson(contract.to)],
        ['token', tokenJson(contract.token)],
        ['pay', valueJson(contract.amount)],
        ['then', contractJson(contract.continuation)],
      );
    case 'if':
      return fields(
        ['if', observationJson(contract.condition)],
        ['then', contractJson(contract.onTrue)],
        ['else', contractJson(contract.onFalse)],
      );
    case 'when':
      return fields(
        [
          'when',
          contract.cases.map((each) =>
            fields(
              ['case', actionJson(each.action)],
              each.kind === 'case'
                ? ['then', contractJson(each.continuation)]
                : ['merkleized_then', each.continuationHash],
            ),
          ),
        ],
        ['timeout', contract.timeout],
        ['timeout_continuation', contractJson(contract.onTimeout)],
      );
    case 'let':
      return fields(
        ['let', contract.name],
        ['be', valueJson(contract.value)],
        ['then', contractJson(contract.continuation)],
      );
    case 'assert':
      return fields(['assert', observationJson(contract.condition)], ['then', contractJson(contract.continuation)]);
  }
}

function stateJson({ accounts, choices, boundValues, minTime }: State): Json {
  return fields(
    ['accounts', accounts.map(({ party, token, amount }): Json => [[partyJson(party), tokenJson(token)], amount])],
    ['choices', choices.map(({ choice, chosen }): Json => [choiceJson(choice), chosen])],
    ['boundValues', boundValues.map(({ name, value }): Json => [name, value])],
    ['minTime', minTime],
  );
}

function inputJson(input: Input): Json {
  const content = inputContentJson(input);
  if (input.merkleised === undefined) return content;
  return new Map([
    ...(content instanceof Map ? content : []),
    ['merkleized_continuation', contractJson(input.merkleised.continuation)],
    ['continuation_hash', input.merkleised.continuationHash],
  ]);
}

function inputContentJson(input: InputContent): Json {
  switch (input.kind) {
    case 'deposit':
      return fields(
        ['input_from_party', partyJson(input.by)],
        ['that_deposits', input.amount],
        ['of_token', tokenJson(input.token)],
        ['into_account', partyJson(input.into)],
      );
    case 'choice':
      return fields(['input_that_chooses_num', input.chosen], ['for_choice_id', choiceJson(input.choice)]);
    case 'notify':
      return 'input_notify';
  }
}

function transactionJson({ interval, inputs }: Transaction): Json {
  return fields(['tx_interval', intervalJson(interval)], ['tx_inputs', inputs.map(inputJson)]);
}

function intervalJson({ from, to }: TimeInterval): JsonObject {
  return fields(['from', from], ['to', to]);
}

function paymentJson({ from, to, token, amount }: Payment): Json {
  return fields(
    ['payment_from', partyJson(from)],
    ['to', payeeJson(to)],
    ['token', tokenJson(token)],
    ['amount', amount],
  );
}

function warningJson(warning: TransactionWarning): Json {
  switch (warning.kind) {
    case 'nonPositiveDeposit':
      return fields(
        ['party', partyJson(warning.by)],
        ['asked_to_deposit', warning.amount],
        ['of_token', tokenJson(warning.token)],
        ['in_account', partyJson(warning.into)],
      );
    case 'nonPositivePay':
    case 'partialPay':
      return fields(
        ['account', partyJson(warning.from)],
        ['asked_to_pay', warning.kind === 'partialPay' ? warning.expected : warning.amount],
        ['of_token', tokenJson(warning.token)],
        ['to_payee', payeeJson(warning.to)],
        ...(warning.kind === 'partialPay' ? [['but_only_paid', warning.paid] as [string, Json]] : []),
      );
    case 'shadowing':
      return fields(['value_id', warning.name], ['had_value', warning.oldValue], ['is_now_assigned', warning.newValue]);
    case 'assertionFailed':
      return 'assertion_failed';
  }
}

function errorJson(error: TransactionError): Json {
  switch (error.kind) {
    case 'ambiguousTimeInterval':
      return 'TEAmbiguousTimeIntervalError';
    case 'applyNoMatch':
      return 'TEApplyNoMatchError';
    case 'uselessTransaction':
      return 'TEUselessTransaction';
    case 'hashMismatch':
      return 'TEHashMismatch';
    case 'invalidInterval':
      return intervalErrorJson('invalidInterval', intervalJson(error.interval));
    case 'intervalInPast':
      return intervalErrorJson(
        'intervalInPastError',
        new Map([['minTime', error.minTime], ...intervalJson(error.interval)]),
      );
  }
}

function intervalErrorJson(name: string, context: Json): Json {
  return fields(['error', 'TEIntervalError'], ['context', fields([name, context])]);
}

/** The core JSON of parts of terms and of what comes of them, as lossless values. */
export const partJson = {
  payee: payeeJson,
  choiceId: choiceJson,
  bound: intervalJson,
  value: valueJson,
  observation: observationJson,
  action: actionJson,
  state: stateJson,
  input: inputJson,
  transaction: transactionJson,
  payment: paymentJson,
  warning: warningJson,
  error: errorJson,
} as const;

/** The core JSON of a transaction's output, as a lossless value. */
export function outputJson(output: TransactionOutput): Json {
  return output.kind === 'error'
    ? fields(['transaction_error', errorJson(output.error)])
    : fields(
        ['warnings', output.warnings.map(warningJson)],
        ['payments', output.payments.map(paymentJson)],
        ['state', stateJson(output.state)],
        ['contract', contractJson(output.contract)],
      );
}

/** The text of a contract's core JSON. */
export function contractText(contract: Contract, indent = 0): string {
  return writeJson(contractJson(contract), indent);
}

/** The text of a state's core JSON. */
export function stateText(state: State, indent = 0): string {
  return writeJson(stateJson(state), indent);
}

/** The text of a list of inputs in core JSON. */
export function inputsText(inputs: readonly Input[], indent = 0): string {
  return writeJson(inputs.map(inputJson), indent);
}

/** The core JSON of a list of transactions, as a lossless value. */
export function transactionsJson(transactions: readonly Transaction[]): Json {
  return transactions.map(transactionJson);
}

/** The text of a list of transactions in core JSON. */
export function transactionsText(transactions: readonly Transaction[], indent = 0): string {
  return writeJson(transactionsJson(transactions), indent);
}
