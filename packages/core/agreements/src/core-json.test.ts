import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractText, parseContract, parseState } from './core-json.ts';
import { parseTransactions } from './run.ts';
import { computeTransaction } from './compute-transaction.ts';
import { TermsError } from './errors.ts';
import { parseAgreement } from './run.ts';
import { emptyState } from './terms.ts';
import { arbitraryContract } from './testing.ts';

const nested = (depth: number) => `${'{"assert":true,"then":'.repeat(depth)}"close"${'}'.repeat(depth)}`;
const state = (accounts: string) => `{"accounts":${accounts},"choices":[],"boundValues":[],"minTime":0}`;
const malformed = (path: string) => expect.objectContaining({ code: 'TERMS_MALFORMED', path });

describe('what is wrong is named with its place', () => {
  test.each([
    ['"open"', '$'],
    ['{"when":[],"timeout":"soon","timeout_continuation":"close"}', '$.timeout'],
    ['{"when":{},"timeout":1,"timeout_continuation":"close"}', '$.when'],
    [
      '{"when":[{"case":{"notify_if":1},"then":"close"}],"timeout":1,"timeout_continuation":"close"}',
      '$.when[0].case.notify_if',
    ],
    ['{"when":[{"case":{"wait":1},"then":"close"}],"timeout":1,"timeout_continuation":"close"}', '$.when[0].case'],
    [
      '{"when":[{"case":{"notify_if":true},"merkleized_then":"xy"}],"timeout":1,"timeout_continuation":"close"}',
      '$.when[0].merkleized_then',
    ],
    ['{"let":"x","be":{"add":1,"and":"one"},"then":"close"}', '$.be.and'],
    ['{"let":"x","be":{"add":1,"and":1,"more":1},"then":"close"}', '$.be'],
    ['{"let":1,"be":1,"then":"close"}', '$.let'],
    ['{"assert":{"value":1,"gt":true},"then":"close"}', '$.assert.gt'],
    ['{"if":true,"then":"close","else":{"if":true,"then":"close"}}', '$.else'],
    [
      '{"from_account":{"name":"x"},"to":{"party":{"role_token":"a"}},"token":{"currency_symbol":"","token_name":""},"pay":1,"then":"close"}',
      '$.from_account',
    ],
  ])('%s', (text, path) => {
    expect(() => parseContract(text)).toThrow(malformed(path));
  });

  test('in states and transactions too', () => {
    const entry = '[[{"role_token":"a"},{"currency_symbol":"","token_name":""}],-1]';
    expect(() => parseState(state(`[${entry}]`))).toThrow(malformed('$.accounts[0]'));
    expect(() => parseState(state(`[${entry},${entry}]`.replaceAll('-1', '1')))).toThrow(
      expect.objectContaining({ code: 'TERMS_DUPLICATE_KEY' }),
    );
    expect(() => parseState('{"accounts":[],"choices":[],"boundValues":[]}')).toThrow(malformed('$'));
    expect(() => parseTransactions('[{"tx_interval":{"from":0},"tx_inputs":[]}]')).toThrow(
      malformed('$[0].tx_interval'),
    );
    expect(() => parseTransactions('[{"tx_interval":{"from":0,"to":1},"tx_inputs":[true]}]')).toThrow(
      malformed('$[0].tx_inputs[0]'),
    );
    expect(() => parseTransactions('{}')).toThrow(malformed('$'));
  });
});

describe('hostile terms', () => {
  test('as deep as allowed they can be read, written and played; deeper they are refused', () => {
    const deep = parseContract(nested(2_000));
    expect(contractText(deep)).toBe(nested(2_000));
    expect(computeTransaction({ interval: { from: 0n, to: 0n }, inputs: [] }, emptyState(0n), deep).kind).toBe(
      'success',
    );
    expect(() => parseContract(nested(2_001))).toThrow(expect.objectContaining({ code: 'TERMS_TOO_DEEP' }));
    const value = `{"let":"x","be":${'{"negate":'.repeat(1_999)}1${'}'.repeat(1_999)},"then":"close"}`;
    const played = computeTransaction(
      { interval: { from: 0n, to: 0n }, inputs: [] },
      emptyState(0n),
      parseContract(value),
    );
    expect(played).toMatchObject({ kind: 'success', state: { boundValues: [{ name: 'x', value: -1n }] } });
  });

  test('too many fields are refused', () => {
    const bounds = `{"for_choice":{"choice_name":"","choice_owner":{"role_token":""}},"choose_between":[${'{"from":0,"to":0},'.repeat(170_000)}{"from":0,"to":0}]}`;
    const text = `{"when":[{"case":${bounds},"then":"close"}],"timeout":1,"timeout_continuation":"close"}`;
    expect(() => parseContract(text)).toThrow(expect.objectContaining({ code: 'TERMS_TOO_LARGE' }));
  });

  test('integers that feed on themselves stop with a code', () => {
    const squares = `${'{"let":"x","be":{"multiply":{"use_value":"x"},"times":{"use_value":"x"}},"then":'.repeat(20)}"close"${'}'.repeat(20)}`;
    const terms = parseContract(`{"let":"x","be":10,"then":${squares}}`);
    expect(() => computeTransaction({ interval: { from: 0n, to: 0n }, inputs: [] }, emptyState(0n), terms)).toThrow(
      expect.objectContaining({ code: 'AGREEMENT_INTEGER_TOO_LARGE' }),
    );
  });

  test('keys that objects inherit are keys like any other', () => {
    expect(() => parseContract('{"__proto__":{"let":"x"},"be":1,"then":"close"}')).toThrow(malformed('$'));
    expect(parseContract('{"let":"__proto__","be":1,"then":"close"}')).toMatchObject({ name: '__proto__' });
  });
});

test('an agreement can come with its state', () => {
  const before = '{"accounts":[],"choices":[],"boundValues":[["x",5]],"minTime":3}';
  expect(parseAgreement(`{"contract":"close","state":${before}}`).state.boundValues).toEqual([
    { name: 'x', value: 5n },
  ]);
  expect(parseAgreement('"close"')).toEqual({ contract: { kind: 'close' }, state: emptyState(0n) });
});

test('damaged terms are read, or refused with a code; nothing else happens', () => {
  const damage = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 4 }),
    text: fc.constantFrom('', '"', '{', '}', ',', '1', 'e', '[', '\\', 'then'),
  });
  fc.assert(
    fc.property(
      arbitraryContract({ depthMax: 2 }),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      (contract, damages) => {
        const whole = contractText(contract);
        const damaged = damages.reduce((text, { at, length, text: instead }) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + instead + text.slice(place + length);
        }, whole);
        try {
          expect(parseContract(contractText(parseContract(damaged)))).toEqual(parseContract(damaged));
        } catch (error) {
          expect(error).toBeInstanceOf(TermsError);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
