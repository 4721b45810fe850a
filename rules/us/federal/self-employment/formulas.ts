import {
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type Facts,
  type FormulaContext,
  largerOf,
  Rational,
  smallerOf,
  taxOnBrackets,
  type Variable,
} from '@gristmill/tax';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 1;

export const facts = {
  filing_status: {
    kind: 'choice',
    label: 'how the return is filed',
    options: ['single', 'married_joint', 'married_separate', 'head_of_household', 'surviving_spouse'],
  },
  self_employment_income: { kind: 'money', label: 'net profit of the one trade or business (Schedule C, line 31)' },
  wages: { kind: 'money', label: 'wages on the return (Form W-2, box 1)' },
  social_security_wages: {
    kind: 'money',
    label: "the self-employed person's own social security wages and tips (Form W-2, boxes 3 and 7)",
  },
  medicare_wages: { kind: 'money', label: 'Medicare wages on the return (Form W-2, box 5)' },
  other_income: {
    kind: 'money',
    label: 'other ordinary income that is neither investment income nor from a trade or business',
  },
  specified_service_trade: {
    kind: 'flag',
    label: 'whether the trade is a specified service (26 U.S.C. § 199A(d)(2))',
    neededWhen: 'taxable income is above the § 199A threshold',
  },
  qbi_wages_paid: {
    kind: 'money',
    label: 'W-2 wages that the trade or business paid',
    neededWhen: 'taxable income is above the § 199A threshold',
  },
  qbi_property_basis: {
    kind: 'money',
    label: "unadjusted basis of the trade's qualified property right after acquisition",
    neededWhen: 'taxable income is above the § 199A threshold',
  },
  materially_participates: {
    kind: 'flag',
    label: 'whether the taxpayer materially participates in the trade (26 U.S.C. § 469(h))',
    neededWhen: 'the year has a minimum § 199A deduction and it would exceed the ordinary one',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [socialSecurityWagesAreMedicareWages];

function socialSecurityWagesAreMedicareWages(given: Facts): string | null {
  const social = given.get('social_security_wages');
  const medicare = given.get('medicare_wages');
  if (social === undefined || medicare === undefined || social <= medicare) return null;
  return `social_security_wages of ${social} exceed medicare_wages of ${medicare}, but all social security wages are Medicare wages`;
}

const CENT = Rational.of(1n, 100n);
const ZERO = Rational.zero;

/** "A fractional part of a cent shall be disregarded unless it amounts to one-half cent or more." */
const toTheCent = { step: CENT, rounding: 'halfUp', citation: '26 U.S.C. § 6313' } as const;

export const variables = {
  net_earnings_from_self_employment: {
    label: 'Net earnings from self-employment',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 1402(a)(12), (b)(2); Schedule SE, lines 4a to 4c',
    formula: 'net profit x 0.9235; none when that is below $400',
    compute(c) {
      const netEarnings = c.money('self_employment_income').times(c.rate('self-employment-tax.net-earnings-factor'));
      return netEarnings.isBelow(c.amount('self-employment-tax.net-earnings-minimum')) ? ZERO : netEarnings;
    },
  },
  social_security_part: {
    label: 'Self-employment tax, social security part',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. §§ 1401(a), 1402(b)(1); Schedule SE, line 10',
    formula: 'net earnings, up to what social security wages leave of the wage base, x 12.4%',
    compute(c) {
      const room = excessOver(c.amount('self-employment-tax.wage-base'), c.money('social_security_wages'));
      return smallerOf(c.variable('net_earnings_from_self_employment'), room).times(
        c.rate('self-employment-tax.social-security-rate'),
      );
    },
  },
  medicare_part: {
    label: 'Self-employment tax, Medicare part',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 1401(b)(1); Schedule SE, line 11',
    formula: 'net earnings x 2.9%',
    compute: (c) => c.variable('net_earnings_from_self_employment').times(c.rate('self-employment-tax.medicare-rate')),
  },
  self_employment_tax: {
    label: 'Self-employment tax',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 1401(a), (b)(1); Schedule SE, line 12',
    formula: 'social security part + Medicare part',
    rounding: toTheCent,
    compute: (c) => c.variable('social_security_part').plus(c.variable('medicare_part')),
  },
  self_employment_tax_deduction: {
    label: 'Deduction for one-half of self-employment tax',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 164(f); Schedule SE, line 13',
    formula: '(social security part + Medicare part) x 50%',
    compute: (c) =>
      c
        .variable('social_security_part')
        .plus(c.variable('medicare_part'))
        .times(c.rate('self-employment-tax.deductible-share')),
  },
  adjusted_gross_income: {
    label: 'Adjusted gross income',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 62(a)(1); Form 1040, line 11',
    formula: 'net profit + wages + other income - one-half of self-employment tax',
    compute: (c) =>
      c
        .money('self_employment_income')
        .plus(c.money('wages'))
        .plus(c.money('other_income'))
        .minus(c.variable('self_employment_tax_deduction')),
  },
  taxable_income_before_qbi_deduction: {
    label: 'Taxable income before the qualified business income deduction',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. §§ 63(b), 199A(e)(1); Form 8995, line 11',
    formula: 'adjusted gross income - standard deduction, not below 0',
    compute: (c) => excessOver(c.variable('adjusted_gross_income'), c.amount('income-tax.standard-deduction')),
  },
  qualified_business_income: {
    label: 'Qualified business income',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 199A(c); Treas. Reg. § 1.199A-3(b)(1)(vi)',
    formula: 'net profit - one-half of self-employment tax',
    compute: (c) => c.money('self_employment_income').minus(c.variable('self_employment_tax_deduction')),
  },
  qualified_business_income_component: {
    label: 'Qualified business income component',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 199A(b)(2), (b)(3), (d)(3); Form 8995-A, parts II and III',
    formula:
      'qualified business income x 20%; above the threshold a specified service counts in part, ' +
      'and the excess over the wage and property limit is phased out',
    compute: qualifiedBusinessIncomeComponent,
  },
  qualified_business_income_deduction: {
    label: 'Qualified business income deduction',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 199A(a), (i); Form 8995, lines 15 to 17',
    formula:
      'the smaller of the component and 20% of taxable income before it; ' +
      'at least the minimum for active qualified business income',
    compute: qualifiedBusinessIncomeDeduction,
  },
  taxable_income: {
    label: 'Taxable income',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 63(b); Form 1040, line 15',
    formula: 'taxable income before the qualified business income deduction - that deduction, not below 0',
    compute: (c) =>
      excessOver(c.variable('taxable_income_before_qbi_deduction'), c.variable('qualified_business_income_deduction')),
  },
  income_tax: {
    label: 'Income tax',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. §§ 1(j), 3; Form 1040, line 16',
    formula:
      'below $100,000 of taxable income the Tax Table: the schedule at the middle of the row, half up to the dollar; ' +
      'else the schedule itself',
    rounding: toTheCent,
    compute(c) {
      const taxableIncome = c.variable('taxable_income');
      const brackets = c.brackets('income-tax.brackets');
      // The table stands in for the schedule. Its steps say nothing about what one more dollar owes.
      if (c.exact || !taxableIncome.isBelow(c.amount('income-tax.tax-table-ceiling'))) {
        return taxOnBrackets(taxableIncome, brackets);
      }
      return taxOnBrackets(taxTableRowMiddle(taxableIncome), brackets).roundedTo(Rational.one, 'halfUp');
    },
  },
  additional_medicare_tax_on_wages: {
    label: 'Additional Medicare tax on wages',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 3101(b)(2); Form 8959, part I',
    formula: 'Medicare wages above the threshold x 0.9%',
    compute: (c) =>
      excessOver(c.money('medicare_wages'), c.amount('additional-medicare-tax.threshold')).times(
        c.rate('additional-medicare-tax.rate'),
      ),
  },
  additional_medicare_tax_on_self_employment: {
    label: 'Additional Medicare tax on self-employment income',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '26 U.S.C. § 1401(b)(2); Form 8959, part II',
    formula: 'net earnings above what Medicare wages leave of the threshold x 0.9%',
    compute(c) {
      const room = excessOver(c.amount('additional-medicare-tax.threshold'), c.money('medicare_wages'));
      return excessOver(c.variable('net_earnings_from_self_employment'), room).times(
        c.rate('additional-medicare-tax.rate'),
      );
    },
  },
  additional_medicare_tax: {
    label: 'Additional Medicare tax',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: 'Form 8959, line 18',
    formula: 'on wages + on self-employment income',
    rounding: toTheCent,
    compute: (c) =>
      c.variable('additional_medicare_tax_on_wages').plus(c.variable('additional_medicare_tax_on_self_employment')),
  },
  total_tax: {
    label: 'Total tax',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: 'Form 1040, line 24',
    formula: 'income tax + self-employment tax + additional Medicare tax',
    compute: (c) =>
      c.variable('income_tax').plus(c.variable('self_employment_tax')).plus(c.variable('additional_medicare_tax')),
  },
} as const satisfies Record<string, Variable>;

function qualifiedBusinessIncomeComponent(c: FormulaContext): Rational {
  const income = c.variable('qualified_business_income');
  const rate = c.rate('qualified-business-income.rate');
  const excess = thresholdExcess(c);
  if (!excess.isAbove(ZERO)) return income.times(rate);

  const phasedIn = phasedInShare(c, excess);
  // A specified service counts with its applicable percentage, in income, wages and property alike: § 199A(d)(3).
  const counted = c.flag('specified_service_trade') ? Rational.one.minus(phasedIn) : Rational.one;
  const uncapped = income.times(counted).times(rate);
  const wages = c.money('qbi_wages_paid').times(counted);
  const property = c.money('qbi_property_basis').times(counted);
  const limit = largerOf(
    wages.times(c.rate('qualified-business-income.wage-limit-rate')),
    wages
      .times(c.rate('qualified-business-income.wage-and-property-limit-rate'))
      .plus(property.times(c.rate('qualified-business-income.property-limit-rate'))),
  );
  return uncapped.minus(excessOver(uncapped, limit).times(phasedIn));
}

function qualifiedBusinessIncomeDeduction(c: FormulaContext): Rational {
  const ordinary = smallerOf(
    c.variable('qualified_business_income_component'),
    c.variable('taxable_income_before_qbi_deduction').times(c.rate('qualified-business-income.rate')),
  );
  const minimum = c.amount('qualified-business-income.minimum-deduction');
  if (!minimum.isAbove(ordinary)) return ordinary;
  const excess = thresholdExcess(c);
  const counted =
    excess.isAbove(ZERO) && c.flag('specified_service_trade')
      ? Rational.one.minus(phasedInShare(c, excess))
      : Rational.one;
  const activeIncome = c.variable('qualified_business_income').times(counted);
  if (activeIncome.isBelow(c.amount('qualified-business-income.minimum-income'))) return ordinary;
  return c.flag('materially_participates') ? minimum : ordinary;
}

function thresholdExcess(c: FormulaContext): Rational {
  return excessOver(c.variable('taxable_income_before_qbi_deduction'), c.amount('qualified-business-income.threshold'));
}

/** How far into the phase-in range taxable income reaches, from 0 to 1. */
function phasedInShare(c: FormulaContext, excess: Rational): Rational {
  return smallerOf(excess.dividedBy(c.amount('qualified-business-income.phase-in-range')), Rational.one);
}

/**
 * The middle of the Tax Table row that holds this taxable income: rows of 0 to 5, 5 to 15 and 15 to 25 dollars, then
 * 25 dollars wide to 3,000, then 50 (Instructions for Form 1040; IRS-Public/direct-file, taxCalculations.xml).
 * Amounts stay in cents (26 U.S.C. § 6102(b)): 25,299.60 is in the row that ends at 25,300.
 */
function taxTableRowMiddle(taxableIncome: Rational): Rational {
  const dollars = taxableIncome.toInteger('down');
  const [from, width] = taxTableRow(dollars);
  return Rational.of(2n * from + width, 2n);
}

function taxTableRow(dollars: bigint): [from: bigint, width: bigint] {
  if (dollars < 5n) return [0n, 5n];
  if (dollars < 25n) return [dollars < 15n ? 5n : 15n, 10n];
  const width = dollars < 3000n ? 25n : 50n;
  return [dollars - (dollars % width), width];
}
