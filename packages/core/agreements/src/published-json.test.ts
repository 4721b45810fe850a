import { describe, expect, it } from 'vitest';
import { contractText, stateText } from './core-json.ts';
import { parseAgreement, parseTransactions, runCoreJson } from './run.ts';

const waiting = '{"when":[],"timeout":1700000000000,"timeout_continuation":"close"}';
const state = '{"accounts":[],"choices":[],"boundValues":[["x",1]],"minTime":5}';
const choice =
  '{"for_choice_id":{"choice_name":"c","choice_owner":{"role_token":"r"}},"input_that_chooses_num":12345678901234567890}';
const core = `{"tx_interval":{"from":1678288099894,"to":1678288099993},"tx_inputs":[${choice},"input_notify"]}`;
const runtime = `{"invalidBefore":"2023-03-08T15:08:19.894Z","invalidHereafter":"2023-03-08T15:08:19.994000000Z","inputs":[${choice},"input_notify"],"tags":{}}`;

describe('an agreement', () => {
  it.each([
    ['bare', waiting, '{"accounts":[],"choices":[],"boundValues":[],"minTime":0}'],
    ['with its state', `{"contract":${waiting},"state":${state}}`, state],
    ["of a runtime's request", `{"version":"v1","roles":null,"contract":${waiting}}`, undefined],
    [
      "of a runtime's answer",
      `{"links":{},"resource":{"initialContract":"close","initialState":${state},"currentContract":${waiting},"state":${state}}}`,
      state,
    ],
    ['of the command line', `{"era":"babbage","tx":{"contract":${waiting},"state":${state},"range":null}}`, state],
    ["of the test driver's request", `{"request":"playtrace","coreContract":${waiting},"initialTime":7}`, undefined],
    ['of an execution path', `{"contract":${waiting},"state":${state},"transactions":[]}`, state],
  ])('is found %s', (_where, text, expected) => {
    const found = parseAgreement(text);
    expect(JSON.parse(contractText(found.contract))).toEqual(JSON.parse(waiting));
    if (expected !== undefined) expect(JSON.parse(stateText(found.state))).toEqual(JSON.parse(expected));
  });

  it('opens when the test driver says', () => {
    expect(parseAgreement('{"coreContract":"close","initialTime":7}').state.minTime).toBe(7n);
  });
});

describe('transactions', () => {
  const expected = parseTransactions(`[${core}]`);

  it.each([
    ['one alone', core],
    ['a list as a runtime has them', `[${runtime}]`],
    ["a runtime's answer", `{"links":{},"resource":${runtime}}`],
    ["a runtime's answers", `{"results":[{"resource":${runtime}}]}`],
    ['beside their outputs', `[{"input":${core},"output":{"transaction_error":"TEUselessTransaction"}}]`],
    ['of an execution path', `{"contract":"close","transactions":[{"input":${core}}]}`],
    ["of the test driver's request", `{"request":"playtrace","transactionInputs":[${core}],"coreContract":"close"}`],
    ["of the test driver's other request", `{"transactionInput":${core},"coreContract":"close"}`],
    [
      'with times as numbers',
      `{"invalidBefore":1678288099894,"invalidHereafter":1678288099994,"inputs":[${choice},"input_notify"]}`,
    ],
  ])('are found: %s', (_where, text) => {
    expect(parseTransactions(text)).toEqual(expected);
  });

  it('keep every digit', () => {
    expect(expected[0]!.inputs[0]).toMatchObject({ chosen: 12_345_678_901_234_567_890n });
  });

  it.each([
    ['5', '$'],
    ['[5]', '$[0]'],
    ['{"transactions":[{"input":{"tx_interval":5,"tx_inputs":[]}}]}', '$.transactions[0].input.tx_interval'],
    ['[{"invalidBefore":"2023-03-08","invalidHereafter":9,"inputs":[]}]', '$[0].invalidBefore'],
    ['[{"invalidBefore":"2023-03-08T15:08:19+01:00","invalidHereafter":9}]', '$[0].invalidBefore'],
    ['[{"invalidBefore":1,"invalidHereafter":9,"inputs":[true]}]', '$[0].inputs[0]'],
    ['[{"invalidBefore":1,"inputs":[]}]', '$[0]'],
  ])('are refused where they are malformed: %s', (text, path) => {
    expect(() => parseTransactions(text)).toThrow(expect.objectContaining({ code: 'TERMS_MALFORMED', path }));
  });

  it('play as they are', () => {
    expect(JSON.parse(runCoreJson(waiting, `[${runtime}]`))).toEqual([{ transaction_error: 'TEApplyNoMatchError' }]);
  });
});
