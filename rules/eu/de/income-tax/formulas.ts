import {
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type FormulaContext,
  Rational,
  smallerOf,
  type Variable,
} from '@gristmill/tax';
import { tariff } from './tariff.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 2;

export const facts = {
  assessment: {
    kind: 'choice',
    label: 'single assessment, or joint assessment of spouses (Splittingverfahren)',
    options: ['single', 'joint'],
  },
  business_income: {
    kind: 'money',
    mayBeNegative: true,
    label: 'profit of the trade or of self-employed work (§§ 15, 18 EStG; Anlage EÜR)',
  },
  other_income: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'all other income (Einkünfte) that the tariff applies to; where only the taxable income is known, that, with the other two at 0',
  },
  deductions: {
    kind: 'money',
    label: 'all that is deducted from income to reach taxable income (§ 2 (3) to (5) EStG), child allowances left out',
  },
  tax_withheld: {
    kind: 'money',
    label: 'wage tax and other withheld income tax that is credited (§ 36 (2) Nr. 2 EStG)',
  },
  solidarity_withheld: { kind: 'money', label: 'solidarity surcharge that was withheld' },
  last_assessed_tax: {
    kind: 'money',
    label: 'income tax of the last assessment after withheld tax was credited; 0 where there was none',
  },
  child_allowances: {
    kind: 'money',
    label: 'allowances for children, all together (§ 32 (6) EStG)',
    neededWhen: 'there are children to allow for',
  },
  child_benefit: {
    kind: 'money',
    label: 'child benefit (Kindergeld) that the parents are entitled to for the year, together with the allowances',
    neededWhen: 'child allowances are stated',
  },
  capital_income: {
    kind: 'money',
    label:
      'capital income before the saver allowance that is assessed at 25% (§ 32d (3), (4) EStG); leave it out where the ' +
      'tax withheld settles it',
    neededWhen: 'capital income is assessed at its own rate',
  },
  tax_reductions: {
    kind: 'money',
    label:
      'reductions of the tax by the tariff, as computed: trade tax (§ 35 EStG), household services (§ 35a), donations to ' +
      'parties (§ 34g)',
    neededWhen: 'such a reduction is claimed',
  },
  solidarity_tax_base: {
    kind: 'money',
    label: 'the income tax that the solidarity surcharge is computed on, where it is already known (§ 3 (1) SolZG)',
    neededWhen: 'it comes from an assessment notice instead of the income stated here',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [
  (given) =>
    (given.get('child_benefit') ?? 0n) !== 0n && (given.get('child_allowances') ?? 0n) === 0n
      ? 'child_benefit is stated without child_allowances'
      : null,
];

const ZERO = Rational.zero;
const TWO = Rational.of(2n);

/** § 32a (1) sentence 6 EStG. Doubled by the splitting it stays whole. */
const toTheEuro = {
  step: Rational.one,
  rounding: 'down',
  citation: '§ 32a Abs. 1 Satz 6 EStG: the tax is rounded down to the next full euro',
} as const;

/** The slope of the law leaves it out; in the taxpayer's favour. */
const withheldToTheEuro = {
  step: Rational.one,
  rounding: 'up',
  citation: '§ 36 Abs. 3 EStG: tax that was withheld is rounded up to the next full euro',
} as const;

const toTheCent = {
  step: Rational.of(1n, 100n),
  rounding: 'down',
  citation: '§ 4 Satz 3 SolZG 1995: fractions of a cent are left out of account',
} as const;

export const variables = {
  taxable_income: {
    label: 'Taxable income (zu versteuerndes Einkommen) without child allowances',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 2 Abs. 3 bis 5 EStG',
    formula: 'business income + other income - deductions, not below 0',
    compute: (c) => excessOver(c.money('business_income').plus(c.money('other_income')), c.money('deductions')),
  },
  taxable_income_with_child_allowances: {
    label: 'Taxable income less child allowances',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 32 Abs. 6 EStG',
    formula: 'taxable income - child allowances, not below 0',
    compute: (c) => excessOver(c.variable('taxable_income'), childAllowances(c)),
  },
  tax_without_child_allowances: {
    label: 'Tax by the tariff, without child allowances',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 32a Abs. 1, 5 EStG',
    formula: 'the tariff on taxable income; of spouses twice that of one half',
    rounding: toTheEuro,
    compute: (c) => tariffOf(c, c.variable('taxable_income')),
  },
  tax_with_child_allowances: {
    label: 'Tax by the tariff, with child allowances',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§§ 31, 32a Abs. 1, 5 EStG',
    formula: 'the tariff on taxable income less child allowances',
    rounding: toTheEuro,
    compute: (c) => tariffOf(c, c.variable('taxable_income_with_child_allowances')),
  },
  child_relief: {
    label: 'What relieves the parents: child benefit or child allowances',
    entity: 'tax-unit',
    period: 'year',
    unit: 'choice',
    options: ['child-benefit', 'child-allowances'],
    citation: '§ 31 Satz 1, 4 EStG',
    formula: 'child allowances when they save more tax than the child benefit is worth',
    compute(c) {
      const saved = c.variable('tax_without_child_allowances').minus(c.variable('tax_with_child_allowances'));
      return saved.isAbove(childBenefit(c)) ? 'child-allowances' : 'child-benefit';
    },
  },
  income_tax: {
    label: 'Income tax to be assessed (festzusetzende Einkommensteuer)',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§§ 2 Abs. 6, 31, 32a, 32d Abs. 3, 34g to 35c EStG',
    formula:
      'tax without child allowances less reductions; or, where the allowances relieve more, tax with them less reductions ' +
      '+ child benefit; and the tax on capital income',
    compute(c) {
      const onCapital = c.variable('tax_on_capital_income');
      return c.decision('child_relief') === 'child-allowances'
        ? reduced(c, c.variable('tax_with_child_allowances')).plus(childBenefit(c)).plus(onCapital)
        : reduced(c, c.variable('tax_without_child_allowances')).plus(onCapital);
    },
  },
  tax_on_capital_income: {
    label: 'Tax on capital income at its own rate (Abgeltungsteuer)',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§§ 20 Abs. 9, 32d Abs. 1, 3, 4 EStG',
    formula: 'capital income above the saver allowance (doubled for spouses) x 25%',
    rounding: { ...toTheCent, citation: '§ 32d EStG has no rounding of its own: fractions of a cent are left out' },
    compute(c) {
      if (!c.isStated('capital_income')) return ZERO;
      const allowance = c.amount('capital.saver-allowance');
      const excess = excessOver(c.money('capital_income'), isJoint(c) ? allowance.times(TWO) : allowance);
      return excess.times(c.rate('capital.rate'));
    },
  },
  solidarity_surcharge: {
    label: 'Solidarity surcharge',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§§ 3 Abs. 2, 3, 4 SolZG 1995',
    formula:
      'tax with child allowances less reductions x 5.5%, at most 11.9% of what it exceeds the free limit by (doubled for ' +
      'spouses); and 5.5% of the tax on capital income, which has no free limit',
    rounding: toTheCent,
    compute: (c) =>
      surchargeOn(
        c,
        c.isStated('solidarity_tax_base')
          ? c.money('solidarity_tax_base')
          : reduced(c, c.variable('tax_with_child_allowances')),
      ).plus(c.variable('tax_on_capital_income').times(c.rate('solidarity.rate'))),
  },
  total_tax: {
    label: 'Income tax and solidarity surcharge',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 25 EStG; § 1 SolZG 1995',
    formula: 'income tax + solidarity surcharge, before withheld tax is credited',
    compute: (c) => c.variable('income_tax').plus(c.variable('solidarity_surcharge')),
  },
  prepayments: {
    label: 'Prepayments of income tax, of the year',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 37 Abs. 1, 3, 5 EStG',
    formula: 'the tax of the last assessment after credits; none below 400 a year or 100 a date',
    compute(c) {
      const last = c.money('last_assessed_tax');
      const each = last.times(Rational.of(1n, 4n));
      const tooSmall =
        last.isBelow(c.amount('prepayments.minimum-a-year')) || each.isBelow(c.amount('prepayments.minimum-a-date'));
      return tooSmall ? ZERO : last;
    },
  },
  solidarity_prepayments: {
    label: 'Prepayments of solidarity surcharge, of the year',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§§ 1 Abs. 2, 3 Abs. 1 Nr. 2, Abs. 3, 4 SolZG 1995; § 51a Abs. 4 EStG',
    formula: 'the surcharge on the prepayments of income tax',
    rounding: toTheCent,
    compute: (c) => surchargeOn(c, c.variable('prepayments')),
  },
  final_payment: {
    label: 'What the assessment asks for, or repays when negative',
    entity: 'tax-unit',
    period: 'year',
    unit: 'currency',
    citation: '§ 36 Abs. 2 to 4 EStG: due one month after the notice is announced',
    formula: 'total tax - withheld tax, in whole euros, - withheld surcharge - prepayments',
    compute: (c) =>
      c
        .variable('total_tax')
        .minus(taxWithheld(c))
        .minus(c.money('solidarity_withheld'))
        .minus(c.variable('prepayments'))
        .minus(c.variable('solidarity_prepayments')),
  },
} as const satisfies Record<string, Variable>;

function childAllowances(c: FormulaContext): Rational {
  return c.isStated('child_allowances') ? c.money('child_allowances') : ZERO;
}

function childBenefit(c: FormulaContext): Rational {
  return c.isStated('child_allowances') ? c.money('child_benefit') : ZERO;
}

/** What reductions leave of the tax by the tariff: not below 0, and without the tax on capital income (§ 35 (1) EStG). */
function reduced(c: FormulaContext, tax: Rational): Rational {
  return c.isStated('tax_reductions') ? excessOver(tax, c.money('tax_reductions')) : tax;
}

function taxWithheld(c: FormulaContext): Rational {
  const withheld = c.money('tax_withheld');
  return c.exact ? withheld : withheld.roundedTo(withheldToTheEuro.step, withheldToTheEuro.rounding);
}

function isJoint(c: FormulaContext): boolean {
  return c.choice('assessment') === 'joint';
}

/** § 32a (5): of spouses assessed jointly, twice the tax on half of what they have together. */
function tariffOf(c: FormulaContext, income: Rational): Rational {
  if (!isJoint(c)) return tariff(c, income);
  const half = tariff(c, income.dividedBy(TWO));
  return (c.exact ? half : half.roundedTo(toTheEuro.step, toTheEuro.rounding)).times(TWO);
}

function surchargeOn(c: FormulaContext, tax: Rational): Rational {
  const limit = c.amount('solidarity.free-limit');
  const excess = excessOver(tax, isJoint(c) ? limit.times(TWO) : limit);
  return smallerOf(tax.times(c.rate('solidarity.rate')), excess.times(c.rate('solidarity.mitigation-rate')));
}
