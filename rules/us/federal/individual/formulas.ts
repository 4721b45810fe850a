import { alternativeMinimumTaxLines } from './alternative-minimum-tax.ts';
import { childTaxCreditLines } from './child-tax-credit.ts';
import { deductionLines } from './deductions.ts';
import { dependentCareCreditLines } from './dependent-care-credit.ts';
import { earnedIncomeCreditLines } from './earned-income-credit.ts';
import { elderlyCreditLines } from './elderly-credit.ts';
import { incomeLines } from './income.ts';
import { incomeTaxLines } from './income-tax.ts';
import { itemizedDeductionLines } from './itemized-deductions.ts';
import type { Lines } from './line.ts';
import { otherTaxLines } from './other-taxes.ts';
import { paymentLines } from './payments.ts';
import { qualifiedBusinessIncomeLines } from './qualified-business-income.ts';
import { recoveryRebateLines } from './recovery-rebate.ts';
import { scheduleOneALines } from './schedule-1-a.ts';
import { selfEmploymentLines } from './self-employment.ts';

/** Raise it with every change of a formula that can change a result; it is part of the pack's name. */
export const formulaVersion = 3;

export const variables: Lines = {
  ...selfEmploymentLines,
  ...incomeLines,
  ...itemizedDeductionLines,
  ...scheduleOneALines,
  ...deductionLines,
  ...qualifiedBusinessIncomeLines,
  ...incomeTaxLines,
  ...alternativeMinimumTaxLines,
  ...otherTaxLines,
  ...dependentCareCreditLines,
  ...elderlyCreditLines,
  ...childTaxCreditLines,
  ...earnedIncomeCreditLines,
  ...recoveryRebateLines,
  ...paymentLines,
};
