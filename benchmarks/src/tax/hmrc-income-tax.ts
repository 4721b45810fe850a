import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Pin, rivalPackage } from '../rival-package.ts';

export const HMRC_INCOME_TAX: Pin = {
  name: '@saving-tool/hmrc-income-tax',
  version: '1.2.0',
  integrity: 'sha512-KKqV53BswI1Z/esyKtTHRpHgm5hmZM7/p0xwafTOr4t7fdEuJJ5Nkw0hDnZ2HD8Y0AQUcauGBvknQ79H6/VOHw==',
};

/** Gives the income tax of 2025-26 in pounds on an income in pounds. */
export type IncomeTax = (income: number) => number;

interface Question {
  taxYear: '2025/26';
  taxableAnnualIncome: number;
}

const door = z.object({
  default: z.object({
    calculatePersonalAllowance: z.custom<(question: Question) => number>((value) => typeof value === 'function'),
    calculateIncomeTax: z.custom<(question: Question & { personalAllowance: number }) => { total: number }>(
      (value) => typeof value === 'function',
    ),
  }),
});

/** The rival as its README says to use it: two calls, for the allowance comes first. */
export async function hmrcIncomeTax(): Promise<IncomeTax> {
  const rival = await rivalPackage(HMRC_INCOME_TAX);
  const { calculateIncomeTax, calculatePersonalAllowance } = await rival.unpacked(
    async (folder) => door.parse(await import(pathToFileURL(path.join(folder, 'lib/index.js')).href)).default,
  );
  return (taxableAnnualIncome) => {
    const question: Question = { taxYear: '2025/26', taxableAnnualIncome };
    return calculateIncomeTax({ ...question, personalAllowance: calculatePersonalAllowance(question) }).total;
  };
}
