import { divideRounded, type Rounding } from '@gristmill/protocol';
import type { Assessment, AssessmentLine } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';

/** Which line of an assessment stands in which box of a form. */
export interface FormMapping {
  /** `Schedule SE (Form 1040)`. */
  form: string;
  boxes: readonly FormBox[];
}

export interface FormBox {
  /** As the form prints it: `12`, `4c`. */
  box: string;
  label: string;
  /** The assessment's line. */
  line: string;
  /** How the form takes money: to the minor unit, or in whole units rounded as its instructions say. */
  money: 'exact' | { wholeUnits: Rounding };
}

export interface FormFigure {
  box: string;
  label: string;
  line: string;
  /** What to write: decimals with all places, whole units without; rates, counts and choices as the line has them. */
  text: string;
  /** Of money the minor units that `text` stands for, as digits. */
  amount: string;
  citation: string;
}

/**
 * The figures of a form, box by box, out of an assessment's lines. Money is rounded for the form alone: the assessment
 * stays exact. Below zero it is rounded like the same amount above it.
 *
 * @throws RemittanceError `FORM_LINE_MISSING` when the assessment lacks a line: a box is never left to a guess.
 */
export function formFigures(assessment: Pick<Assessment, 'currency' | 'lines'>, mapping: FormMapping): FormFigure[] {
  const byName = new Map(assessment.lines.map((line) => [line.variable, line]));
  return mapping.boxes.map(({ box, label, line: name, money }) => {
    const line = byName.get(name);
    if (line === undefined) {
      throw new RemittanceError(
        'FORM_LINE_MISSING',
        `Box ${box} of ${mapping.form} is the line ${name}, which the assessment does not have.`,
        "Name that line among the rule pack's outputs.",
      );
    }
    return { box, label, line: name, citation: line.citation, ...figureOf(line, money, assessment.currency.decimals) };
  });
}

function figureOf(
  { unit, amount }: AssessmentLine,
  money: FormBox['money'],
  decimals: number,
): Pick<FormFigure, 'text' | 'amount'> {
  if (unit !== 'currency') return { text: amount, amount };
  const units = BigInt(amount);
  const magnitude = units < 0n ? -units : units;
  const sign = units < 0n ? -1n : 1n;
  const step = 10n ** BigInt(decimals);
  if (money === 'exact') return { text: minorUnitsText(units, decimals), amount };
  const whole = sign * divideRounded(magnitude, step, money.wholeUnits);
  return { text: `${whole}`, amount: `${whole * step}` };
}

/** `-1234.50`, with all decimals and no grouping. */
export function minorUnitsText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - decimals)}${fraction}`;
}
