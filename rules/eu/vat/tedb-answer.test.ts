import { parseCivilDate } from '@gristmill/tax';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';
import { readTedbAnswer } from './tedb-answer.ts';
import { tedbProposal } from './tedb-proposal.ts';

/** The form of an answer, as the service writes it. */
function answered(...results: string[]): string {
  return `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/">
    <env:Header/>
    <env:Body>
        <ns0:retrieveVatRatesRespMsg xmlns="urn:ec.europa.eu:taxud:tedb:services:v1:IVatRetrievalService:types"
                                     xmlns:ns0="urn:ec.europa.eu:taxud:tedb:services:v1:IVatRetrievalService">
            <additionalInformation/>
            ${results.join('\n')}
        </ns0:retrieveVatRatesRespMsg>
    </env:Body>
</env:Envelope>`;
}

function rate(memberState: string, type: string, value: string, on: string, more = ''): string {
  const standard = type === 'DEFAULT';
  return `<vatRateResults>
    <memberState>${memberState}</memberState>
    <type>${standard ? 'STANDARD' : 'REDUCED'}</type>
    <rate><type>${type}</type>${value === '' ? '' : `<value>${value}</value>`}</rate>
    <situationOn>${on}+01:00</situationOn>
    ${more}
  </vatRateResults>`;
}

const CODES = `<cnCodes><code><value>0106 41 00</value><description>Bees &amp; others</description></code></cnCodes>
  <category><identifier>FOODSTUFFS</identifier><description>Foodstuffs</description></category>
  <comment>See https://example.org/?a=1&amp;b=2</comment>`;

const AUSTRIA = answered(
  rate('AT', 'REDUCED_RATE', '10.0', '2024-01-01', CODES),
  rate('AT', 'REDUCED_RATE', '13.0', '2024-01-01'),
  rate('AT', 'REDUCED_RATE', '19.0', '2024-01-01', '<category><identifier>REGION</identifier></category>'),
  rate('AT', 'DEFAULT', '20.0', '2024-01-01'),
  rate('AT', 'EXEMPTED', '0.0', '2024-01-01'),
  rate('XI', 'DEFAULT', '20.0', '2024-01-01'),
);

const pack = await loadRulePack('eu/vat');
const checked = parseCivilDate('2026-11-23');

test('reads the rates, their days and what they are for', () => {
  const rates = readTedbAnswer(AUSTRIA).map((each) => ({ ...each, rate: each.rate.toString() }));
  const situationOn = '2024-01-01';
  expect(rates).toEqual([
    { memberState: 'AT', kind: 'reduced', rate: '0.1', situationOn, category: 'FOODSTUFFS' },
    { memberState: 'AT', kind: 'reduced', rate: '0.13', situationOn, category: null },
    { memberState: 'AT', kind: 'reduced', rate: '0.19', situationOn, category: 'REGION' },
    { memberState: 'AT', kind: 'standard', rate: '0.2', situationOn, category: null },
  ]);
});

test('an answer that agrees proposes nothing', () => {
  expect(tedbProposal(pack.parameters, readTedbAnswer(AUSTRIA), { checked })).toEqual({
    parameters: pack.parameters,
    undecided: [],
  });
});

// INVARIANTS.md, 6.
test('a new rate is proposed from its day, and nothing before it changes', () => {
  const news = answered(
    rate('EL', 'DEFAULT', '23.0', '2027-01-01'),
    rate('AT', 'REDUCED_RATE', '11.0', '2027-01-01'),
    rate('AT', 'REDUCED_RATE', '13.0', '2027-01-01'),
  );
  const { parameters, undecided } = tedbProposal(pack.parameters, readTedbAnswer(news), { checked });
  expect(undecided).toEqual([]);
  for (const [path, parameter] of parameters) {
    const before = pack.parameters.get(path)!;
    const added = parameter.values.filter((value) => !before.values.includes(value));
    const expected = { 'standard-rate.el': '0.23', 'second-reduced-rate.at': '0.11' }[path];
    if (expected === undefined) expect(parameter).toBe(before);
    else {
      expect(added).toMatchObject([{ start: '2027-01-01', published: checked, checked }]);
      expect(added.map(({ value }) => 'kind' in value && value.kind === 'rate' && value.rate.toString())).toEqual([
        expected,
      ]);
    }
  }
});

test('what fits no parameter is left to a person', () => {
  const odd = answered(
    rate('AT', 'REDUCED_RATE', '11.0', '2027-01-01'), // which of the two is it?
    rate('DK', 'REDUCED_RATE', '5.0', '2027-01-01'), // Denmark has none
    rate('DE', 'DEFAULT', '19.0', '2027-01-01'),
    rate('DE', 'DEFAULT', '20.0', '2027-01-01'),
  );
  const { parameters, undecided } = tedbProposal(pack.parameters, readTedbAnswer(odd), { checked });
  expect(parameters).toEqual(pack.parameters);
  expect(undecided).toEqual([
    'AT on 2027-01-01: reduced rates are 0.11, where 0.13 and 0.1 were known',
    'DE on 2027-01-01: standard-rate is 0.2 and 0.19',
    'DK on 2027-01-01: reduced-rate.dk is 0.05, and there is no such parameter',
  ]);
});

describe('refuses', () => {
  const standard = rate('AT', 'DEFAULT', '20.0', '2024-01-01');
  test.each([
    ['nothing', ''],
    ['another document', '<html/>'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${answered(standard)}`],
    ['a document type further down', answered(standard, '<!doctype x>')],
    ['entities in a value', answered(rate('AT', 'DEFAULT', '&#50;0.0', '2024-01-01'))],
    ['a tag left open', answered(standard).replace('</env:Body>', '')],
    ['an answer without rates', answered()],
    ['an unknown element', answered(rate('AT', 'DEFAULT', '20.0', '2024-01-01', '<surprise/>'))],
    ['an unknown kind of rate', answered(rate('AT', 'HALF', '20.0', '2024-01-01'))],
    ['an unknown state', answered(rate('GR', 'DEFAULT', '20.0', '2024-01-01'))],
    ['a rate of 200 percent', answered(rate('AT', 'DEFAULT', '200', '2024-01-01'))],
    ['a negative rate', answered(rate('AT', 'DEFAULT', '-20', '2024-01-01'))],
    ['a rate in words', answered(rate('AT', 'DEFAULT', '2e1', '2024-01-01'))],
    ['a rate without a value', answered(rate('AT', 'DEFAULT', '', '2024-01-01'))],
    ['30 February', answered(rate('AT', 'DEFAULT', '20.0', '2024-02-30'))],
    ['two states in one result', answered(standard.replace('<type>', '<memberState>DE</memberState><type>'))],
    ['a reduced standard rate', answered(standard.replace('STANDARD', 'REDUCED'))],
    ['a fault', answered('<Fault/>')],
    ['elements in elements without end', '<a>'.repeat(10_000)],
    [
      'too deep a comment',
      answered(rate('AT', 'DEFAULT', '20.0', '2024-01-01', `${'<a>'.repeat(99)}${'</a>'.repeat(99)}`)),
    ],
    ['another namespace', answered(standard).replaceAll(':tedb:', ':other:')],
    ['names of prototypes', answered(standard, '<__proto__><memberState>AT</memberState></__proto__>')],
  ])('%s', (_what, xml) => {
    expect(() => readTedbAnswer(xml)).toThrow(
      expect.objectContaining({ code: 'TEDB_ANSWER_MALFORMED', fault: 'peer' }),
    );
  });

  test('any other text, with this error and no other', () => {
    fc.assert(
      fc.property(fc.nat({ max: AUSTRIA.length }), fc.string(), fc.nat({ max: 40 }), (at, inserted, removed) => {
        const xml = AUSTRIA.slice(0, at) + inserted + AUSTRIA.slice(at + removed);
        try {
          readTedbAnswer(xml);
        } catch (error) {
          expect(error).toMatchObject({ code: 'TEDB_ANSWER_MALFORMED' });
        }
      }),
      { numRuns: 300 },
    );
  });
});
