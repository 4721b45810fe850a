import { cid } from '@gristmill/protocol';
import { z } from 'zod';
import { civilDate } from './civil-date.ts';

const integerText = z.string().regex(/^-?\d+$/, 'not an integer in digits');

/** A fact or an earlier line that a line was computed from. Money facts are in minor units, exact amounts in units. */
const assessmentInput = z.strictObject({
  kind: z.enum(['fact', 'variable']),
  name: z.string(),
  unit: z.enum(['currency', 'rate', 'count', 'choice', 'flag', 'date']),
  value: z.string(),
});

const usedParameter = z.strictObject({
  path: z.string(),
  value: z.string(),
  start: civilDate,
  published: civilDate.nullable(),
  checked: civilDate,
  citations: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
});

const assessmentLine = z.strictObject({
  variable: z.string(),
  label: z.string(),
  entity: z.enum(['person', 'tax-unit', 'transaction']),
  period: z.enum(['year', 'quarter', 'month', 'moment']),
  unit: z.enum(['currency', 'rate', 'count', 'choice']),
  /**
   * Of money the integer minor units, rounded half up for show where the line is not whole; else the same as `exact`.
   * Later lines use `exact`.
   */
  amount: z.string(),
  /** Money in currency units without any rounding for show; a rate or count in digits or as a fraction; a choice. */
  exact: z.string(),
  formula: z.string(),
  citation: z.string(),
  rounding: z.strictObject({ step: z.string(), rounding: z.string(), citation: z.string() }).nullable(),
  inputs: z.array(assessmentInput),
  parameters: z.array(usedParameter),
});

/** An assessment as data: it can be stored, signed, sent and shown as it is. Version 1 of its schema. */
export const assessment = z.strictObject({
  schema: z.literal('gristmill/assessment/1'),
  /** The rules, by content. */
  pack: cid,
  packId: z.string(),
  title: z.string(),
  /** The calendar year in which the tax year begins. */
  year: z.int(),
  asOf: civilDate,
  /** Null: by all that was known when it was made. */
  knownAt: civilDate.nullable(),
  currency: z.strictObject({ code: z.string(), decimals: z.int().min(0) }),
  /** Each line after all that it rests on; the last one is the total. */
  lines: z.array(assessmentLine).min(1),
  /** Integer minor units; negative when the authority owes. */
  total: integerText,
});

export type Assessment = z.infer<typeof assessment>;
export type AssessmentLine = z.infer<typeof assessmentLine>;
