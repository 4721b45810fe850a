import { GristmillError } from '@gristmill/protocol';
import { type CivilDate, civilDate, Rational } from '@gristmill/tax';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { MEMBER_STATES, type MemberState } from './member-states.ts';

/** One statement of the Taxes in Europe Database: this state taxes something at this rate on this day. */
export interface TedbRate {
  memberState: MemberState;
  kind: 'standard' | 'reduced' | 'super-reduced' | 'parking';
  /** A fraction: 0.2 of the taxable amount. */
  rate: Rational;
  situationOn: CivilDate;
  /** What is taxed at it, by the database's own identifier (`FOODSTUFFS`); null for the standard rate. */
  category: string | null;
}

/** All 27 states with all their goods fill a few megabytes. */
const ANSWER_LENGTH_MAX = 64 * 1024 * 1024;
const NESTING_MAX = 16;
const NAMESPACE = 'urn:ec.europa.eu:taxud:tedb:services:v1:IVatRetrievalService';

const text = z.string();
const codes = z.union([text, z.looseObject({})]);
const result = z.strictObject({
  // Northern Ireland is told with the member states, and is none.
  memberState: z.enum([...MEMBER_STATES, 'XI']),
  type: z.enum(['STANDARD', 'REDUCED']),
  rate: z.strictObject({
    type: z.enum([
      'DEFAULT',
      'REDUCED_RATE',
      'SUPER_REDUCED_RATE',
      'PARKING_RATE',
      'EXEMPTED',
      'NOT_APPLICABLE',
      'OUT_OF_SCOPE',
    ]),
    value: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,4})?$/, 'not a percentage')
      .optional(),
  }),
  situationOn: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/, 'not a date')
    .transform((day) => day.slice(0, 10))
    .pipe(civilDate),
  cnCodes: codes.optional(),
  cpaCodes: codes.optional(),
  category: z.strictObject({ identifier: text, description: text.optional() }).optional(),
  comment: text.optional(),
});
const answer = z.strictObject({
  Envelope: z.strictObject({
    Header: z.unknown(),
    Body: z.strictObject({
      retrieveVatRatesRespMsg: z.strictObject({
        additionalInformation: z.unknown(),
        vatRateResults: z.array(result).min(1),
      }),
    }),
  }),
});

const KINDS = {
  DEFAULT: 'standard',
  REDUCED_RATE: 'reduced',
  SUPER_REDUCED_RATE: 'super-reduced',
  PARKING_RATE: 'parking',
} as const;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  maxNestedTags: NESTING_MAX,
  // What falls under a rate is a list of customs codes, thousands of them; only the rates are wanted.
  stopNodes: ['..cnCodes', '..cpaCodes'],
  isArray: (name) => name === 'vatRateResults',
});

/**
 * Reads an answer of the Commission's Taxes in Europe Database (SOAP `IVatRetrievalService`, `retrieveVatRatesRespMsg`).
 * What is exempt or out of scope has no rate and is left out. Strict: an unknown element, state or kind of rate is an
 * error, as are document types and entities, anywhere.
 *
 * @throws GristmillError `TEDB_ANSWER_MALFORMED`
 */
export function readTedbAnswer(xml: string): TedbRate[] {
  if (xml.length > ANSWER_LENGTH_MAX) throw malformed(`it is ${xml.length} characters long`);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw malformed('it has a document type or entities of its own');
  if (!xml.includes(NAMESPACE)) throw malformed(`it does not speak ${NAMESPACE}`);
  const parsed = answer.safeParse(parse(xml));
  if (!parsed.success) throw malformed(z.prettifyError(parsed.error));
  const { vatRateResults } = parsed.data.Envelope.Body.retrieveVatRatesRespMsg;
  return vatRateResults.flatMap(({ memberState, type, rate, situationOn, category }) => {
    if (memberState === 'XI' || !isRate(rate.type)) return [];
    const kind = KINDS[rate.type];
    const where = `${memberState} on ${situationOn}`;
    if ((kind === 'standard') !== (type === 'STANDARD')) throw malformed(`${where} has a ${type} ${rate.type}`);
    if (rate.value === undefined) throw malformed(`${where} has a ${rate.type} without a value`);
    return [
      {
        memberState,
        kind,
        rate: Rational.parse(rate.value).dividedBy(Rational.of(100n)),
        situationOn,
        category: category?.identifier ?? null,
      },
    ];
  });
}

function parse(xml: string): unknown {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw malformed(`line ${valid.err.line}: ${valid.err.msg}`);
  try {
    return parser.parse(xml);
  } catch (cause) {
    throw malformed(cause instanceof Error ? cause.message : String(cause));
  }
}

function isRate(type: string): type is keyof typeof KINDS {
  return Object.hasOwn(KINDS, type);
}

function malformed(why: string): GristmillError {
  return new GristmillError('TEDB_ANSWER_MALFORMED', `This is no answer of the Taxes in Europe Database: ${why}`, {
    hint: 'Ask the VatRetrievalService again, and keep the rates you have until it answers.',
    fault: 'peer',
  });
}
