import type { CivilDate } from '@gristmill/tax';
import type { RecordedPayment } from './remittance-log.ts';

/** All that decides what happens next with an obligation. Amounts in minor units of the rail's asset. */
export interface Situation {
  obligationId: string;
  owed: bigint;
  payments: readonly RecordedPayment[];
  nowMs: number;
  startMs: number;
  executionDate: CivilDate;
  /** What can be paid with now; null where nobody knows. */
  available: bigint | null;
  largestPayment: bigint | null;
}

/** Why something that is due is not paid. */
export type ShortfallCause =
  | 'nothing-set-aside'
  | 'too-little-set-aside'
  | 'announced-payment-not-covered'
  | 'returned-by-bank';

/** So many returned payments show that it is the route that is wrong: a person mends it before more are sent. */
const RETURNS_MAX = 3;

export type Step =
  | { step: 'nothing-owed' }
  | { step: 'wait-for-bank' }
  | { step: 'wait-until'; startMs: number }
  /** Announced, and nobody knows whether it left: ask the rail, and only then hand it over. */
  | { step: 'resume'; payment: RecordedPayment }
  | { step: 'pay'; paymentId: string; units: bigint; executionDate: CivilDate }
  | { step: 'short'; units: bigint; cause: ShortfallCause };

/**
 * What to do next with one obligation. Pure: the same situation gives the same step, so that a run that starts over
 * after a crash decides as the one before it did. What was returned counts as not paid; a payment that waits for the
 * bank counts as paid until the bank says otherwise.
 */
export function nextStep(situation: Situation): Step {
  const { obligationId, owed, payments, nowMs, startMs, executionDate, available, largestPayment } = situation;
  const open = payments.find(({ state }) => state === 'intended');
  if (open !== undefined) return { step: 'resume', payment: open };
  const underWay = sumOf(payments.filter(({ state }) => state === 'handed-over'));
  const outstanding = owed - underWay - sumOf(payments.filter(({ state }) => state === 'settled'));
  if (outstanding <= 0n) return { step: underWay > 0n ? 'wait-for-bank' : 'nothing-owed' };
  if (nowMs < startMs) return { step: 'wait-until', startMs };
  if (payments.filter(({ state, mended }) => state === 'returned' && !mended).length >= RETURNS_MAX) {
    return { step: 'short', units: outstanding, cause: 'returned-by-bank' };
  }
  if (available !== null && available <= 0n) {
    const cause = outstanding < owed ? 'too-little-set-aside' : 'nothing-set-aside';
    return { step: 'short', units: outstanding, cause };
  }
  const units = [outstanding, available, largestPayment].reduce<bigint>(
    (least, limit) => (limit !== null && limit < least ? limit : least),
    outstanding,
  );
  return { step: 'pay', paymentId: `${obligationId}/${payments.length + 1}`, units, executionDate };
}

export function sumOf(payments: readonly Pick<RecordedPayment, 'units'>[]): bigint {
  return payments.reduce((sum, { units }) => sum + units, 0n);
}
