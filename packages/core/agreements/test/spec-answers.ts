import { computeTransaction, playTrace } from '../src/compute-transaction.ts';
import {
  contractJson,
  contractOf,
  outputJson,
  partJson,
  partOf,
  partyJson,
  stateOf,
  tokenJson,
  transactionOf,
} from '../src/core-json.ts';
import { evaluateObservation, evaluateValue, surroundingsOf } from '../src/evaluate.ts';
import { readJson, writeJson, type Json, type JsonObject } from '../src/lossless-json.ts';
import type { TransactionError } from '../src/transaction.ts';
import { errorOf, intervalErrorOf, outputOf, paymentOf, warningOf } from './output-json.ts';

/** A type's core JSON, read and written again. */
const ROUNDTRIPS: Readonly<Record<string, (json: Json) => Json>> = {
  'Core.Bound': (json) => partJson.bound(partOf.bound(json)),
  'Core.Value': (json) => partJson.value(partOf.value(json)),
  'Core.Token': (json) => tokenJson(partOf.token(json)),
  'Core.Party': (json) => partyJson(partOf.party(json)),
  'Core.Payee': (json) => partJson.payee(partOf.payee(json)),
  'Core.ChoiceId': (json) => partJson.choiceId(partOf.choiceId(json)),
  'Core.Observation': (json) => partJson.observation(partOf.observation(json)),
  'Core.Action': (json) => partJson.action(partOf.action(json)),
  'Core.Contract': (json) => contractJson(contractOf(json)),
  'Core.Input': (json) => partJson.input(partOf.input(json)),
  'Core.Transaction': (json) => partJson.transaction(transactionOf(json)),
  'Core.Payment': (json) => partJson.payment(paymentOf(json)),
  'Core.State': (json) => partJson.state(stateOf(json)),
  'Core.TransactionWarning': (json) => partJson.warning(warningOf(json)),
  'Core.IntervalError': (json) => contextOf(intervalErrorOf(json)),
  'Core.TransactionError': (json) => partJson.error(errorOf(json)),
  'Core.TransactionOutput': (json) => outputJson(outputOf(json)),
};

function contextOf(error: TransactionError): Json {
  return (partJson.error(error) as JsonObject).get('context')!;
}

/** What a ledger of ours could have for tokens and parties: few enough that they meet. */
const SAMPLES: Readonly<Record<string, readonly Json[]>> = {
  'Core.Token': [
    tokenJson({ currencySymbol: '', tokenName: '' }),
    ...['f1', 'f2'].map((currencySymbol) => tokenJson({ currencySymbol, tokenName: 'USD' })),
  ],
  'Core.Party': [
    ...['alice', 'bob', 'carol'].map((role) => partyJson({ kind: 'role', role })),
    partyJson({ kind: 'address', address: '0x52908400098527886E0F7030069857D2E4169EE7' }),
  ],
};

/** The answer to a request of the driver, as a line of JSON. */
export function answer(text: string): string {
  try {
    const request = readJson(text);
    if (!(request instanceof Map)) return '"UnknownRequest"';
    const response = responseTo(request);
    return response === undefined ? '"UnknownRequest"' : writeJson(new Map([['request-response', response]]));
  } catch (error) {
    return writeJson(new Map([['invalid-request', error instanceof Error ? error.message : String(error)]]));
  }
}

function responseTo(request: JsonObject): Json | undefined {
  const part = (key: string): Json => {
    const found = request.get(key);
    if (found === undefined) throw new Error(`the request has no ${key}`);
    return found;
  };
  const around = () => {
    const environment = part('environment');
    const interval = partOf.interval((environment as JsonObject).get('timeInterval')!);
    // The driver's environment counts as it is: it is not trimmed to what the state knows of time.
    return { ...surroundingsOf(stateOf(part('state')), interval), interval };
  };
  const kind = request.get('request');
  if (typeof kind !== 'string') return undefined;
  switch (kind) {
    case 'test-roundtrip-serialization':
      return roundtrip(part('typeId'), part('json'));
    case 'generate-random-value':
      return sample(part('typeId'), request.get('seed') ?? 0n);
    case 'compute-transaction':
      return outputJson(
        computeTransaction(
          transactionOf(part('transactionInput')),
          stateOf(part('state')),
          contractOf(part('coreContract')),
        ),
      );
    case 'playtrace':
      return outputJson(
        playTrace(
          part('initialTime') as bigint,
          contractOf(part('coreContract')),
          (part('transactionInputs') as Json[]).map((each) => transactionOf(each)),
        ),
      );
    case 'eval-value':
      return evaluateValue(partOf.value(part('value')), around());
    case 'eval-observation':
      return evaluateObservation(partOf.observation(part('observation')), around());
    default:
      return undefined;
  }
}

function roundtrip(typeId: Json, json: Json): Json {
  const known = typeof typeId === 'string' && Object.hasOwn(ROUNDTRIPS, typeId) ? ROUNDTRIPS[typeId] : undefined;
  if (known === undefined) return new Map([['unknown-type', typeId]]);
  try {
    return new Map([['serialization-success', known(json)]]);
  } catch (error) {
    return new Map([['serialization-error', error instanceof Error ? error.message : String(error)]]);
  }
}

function sample(typeId: Json, seed: Json): Json {
  const known = typeof typeId === 'string' && Object.hasOwn(SAMPLES, typeId) ? SAMPLES[typeId] : undefined;
  if (known === undefined || typeof seed !== 'bigint') return new Map([['unknown-type', typeId]]);
  const size = BigInt(known.length);
  return new Map([['value', known[Number(((seed % size) + size) % size)]!]]);
}
