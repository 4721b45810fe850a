import {
  addDays,
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type Facts,
  type FormulaContext,
  parseCivilDate,
  Rational,
  type Variable,
} from '@gristmill/tax';
import { paymentByPeriod } from '../../src/payment-by-period.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 1;

const ZERO = Rational.zero;

export const facts = {
  period_end: { kind: 'date', label: 'last day of the period of the return, the last of a month' },
  uses_flat_rate_scheme: { kind: 'flag', label: 'whether the Flat Rate Scheme is used (this pack refuses it)' },
  vat_due_sales: {
    kind: 'money',
    mayBeNegative: true,
    label: 'VAT due on sales and other outputs, reverse charges and postponed import VAT included (box 1)',
  },
  vat_due_acquisitions: {
    kind: 'money',
    mayBeNegative: true,
    label: 'VAT due on acquisitions of goods into Northern Ireland from EU member states (box 2)',
  },
  vat_reclaimed: {
    kind: 'money',
    mayBeNegative: true,
    label: 'VAT reclaimed on purchases and other inputs, acquisitions included (box 4)',
  },
  sales_excluding_vat: {
    kind: 'money',
    mayBeNegative: true,
    label: 'value of sales and all other outputs without VAT, with that of box 8 (box 6)',
  },
  purchases_excluding_vat: {
    kind: 'money',
    mayBeNegative: true,
    label: 'value of purchases and all other inputs without VAT, with that of box 9 (box 7)',
  },
  goods_supplied_to_eu_excluding_vat: {
    kind: 'money',
    mayBeNegative: true,
    label: 'value of goods and related costs dispatched from Northern Ireland to EU member states (box 8)',
  },
  acquisitions_from_eu_excluding_vat: {
    kind: 'money',
    mayBeNegative: true,
    label: 'value of goods and related costs acquired in Northern Ireland from EU member states (box 9)',
  },
  is_registered: {
    kind: 'flag',
    label: 'whether the business is registered for VAT on the day whose law is asked for',
    neededWhen: 'turnover is stated, to say whether registration is due',
  },
  taxable_turnover_12_months: {
    kind: 'money',
    label: 'taxable turnover of the last twelve months, at the end of a month',
    neededWhen: 'it is asked whether a business must register',
  },
  expected_turnover_30_days: {
    kind: 'money',
    label: 'taxable turnover expected in the next 30 days alone',
    neededWhen: 'it may exceed the registration threshold by itself',
  },
  expected_turnover_12_months: {
    kind: 'money',
    label: 'taxable turnover expected in the next twelve months',
    neededWhen:
      'a registered business asks whether it may deregister, or one above the threshold whether it may be excepted',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [flatRateScheme, nonStandardPeriod, partsOfTotals];

function flatRateScheme(given: Facts): string | null {
  return given.get('uses_flat_rate_scheme') === true ? 'this pack does not cover the Flat Rate Scheme' : null;
}

function nonStandardPeriod(given: Facts): string | null {
  const end = given.get('period_end');
  if (typeof end !== 'string' || addDays(parseCivilDate(end), 1).endsWith('-01')) return null;
  return `period_end ${end} is not the last day of a month, and non-standard tax periods are not covered`;
}

/** Box 6 includes box 8 and box 7 includes box 9: Notice 700/12, 3.7 and 3.8. Corrections may turn any of them negative. */
function partsOfTotals(given: Facts): string | null {
  const pairs = [
    ['goods_supplied_to_eu_excluding_vat', 'sales_excluding_vat'],
    ['acquisitions_from_eu_excluding_vat', 'purchases_excluding_vat'],
  ] as const;
  for (const [part, whole] of pairs) {
    const [partAmount, wholeAmount] = [given.get(part), given.get(whole)];
    if (typeof partAmount !== 'bigint' || typeof wholeAmount !== 'bigint') continue;
    if (wholeAmount >= 0n && partAmount > wholeAmount) {
      return `${part} of ${partAmount} is a part of ${whole}, which is only ${wholeAmount}`;
    }
  }
  return null;
}

const dueLines = paymentByPeriod('payable_for_period_to', {
  of: 'vat_payable',
  label: 'VAT payable',
  entity: 'tax-unit',
  period: 'quarter',
  citation: 'SI 1995/2518 regs. 25, 40: due one month and seven days after the period',
});

/** The payment lines, one for each month in which a period may end. */
export const dueLineNames: readonly string[] = Object.keys(dueLines);

export const variables: Readonly<Record<string, Variable>> = {
  box_1: pence(1, 'VAT due on sales and other outputs', 'vat_due_sales'),
  box_2: pence(2, 'VAT due on acquisitions into Northern Ireland from EU member states', 'vat_due_acquisitions'),
  box_3: {
    label: 'Box 3: total VAT due',
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VAT Notice 700/12, 3.4; HMRC VAT (MTD) API, totalVatDue',
    formula: 'box 1 + box 2',
    compute: (c) => c.variable('box_1').plus(c.variable('box_2')),
  },
  box_4: pence(4, 'VAT reclaimed on purchases and other inputs', 'vat_reclaimed'),
  box_5: {
    label: 'Box 5: net VAT to pay to HMRC or reclaim',
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VAT Notice 700/12, 3.6; HMRC VAT (MTD) API, netVatDue: the difference, without a sign',
    formula: 'the difference between box 3 and box 4',
    compute(c) {
      const net = netVat(c);
      return net.isBelow(ZERO) ? ZERO.minus(net) : net;
    },
  },
  box_6: wholePounds(6, 'total value of sales, without VAT', 'sales_excluding_vat'),
  box_7: wholePounds(7, 'total value of purchases, without VAT', 'purchases_excluding_vat'),
  box_8: wholePounds(8, 'value of goods supplied to EU member states', 'goods_supplied_to_eu_excluding_vat'),
  box_9: wholePounds(9, 'value of goods acquired from EU member states', 'acquisitions_from_eu_excluding_vat'),
  direction: {
    label: 'Who pays box 5',
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'choice',
    options: ['pay', 'reclaim', 'nothing'],
    citation: 'VATA 1994 s. 25(2), (3)',
    formula: 'pay when box 3 exceeds box 4, reclaim when box 4 exceeds box 3',
    compute(c) {
      const sign = netVat(c).compare(ZERO);
      return sign > 0 ? 'pay' : sign < 0 ? 'reclaim' : 'nothing';
    },
  },
  vat_repayable: {
    label: 'VAT credit that HMRC repays',
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VATA 1994 s. 25(3)',
    formula: 'box 4 - box 3, not below 0',
    compute: (c) => excessOver(c.variable('box_4'), c.variable('box_3')),
  },
  registration: {
    label: 'Whether the business must be registered',
    entity: 'tax-unit',
    period: 'moment',
    unit: 'choice',
    options: ['must-register', 'need-not-register', 'stays-registered', 'may-deregister', 'not-asked'],
    citation: 'VATA 1994 Sch. 1 paras. 1, 4',
    formula:
      'above the threshold over the last twelve months, or in the next 30 days: must register, unless the next twelve ' +
      'months stay within the deregistration threshold; registered and expecting no more than that: may deregister',
    compute: registration,
  },
  vat_payable: {
    label: 'VAT payable for the period',
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VATA 1994 s. 25(2)',
    formula: 'box 3 - box 4, not below 0',
    compute: (c) => excessOver(c.variable('box_3'), c.variable('box_4')),
  },
  ...dueLines,
};

function pence(box: number, label: string, fact: string): Variable {
  return {
    label: `Box ${box}: ${label}`,
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VAT Notice 700/12, section 3 (boxes 1 to 5 in pounds and pence)',
    formula: 'the total of the period, to the penny',
    compute: (c) => c.money(fact),
  };
}

function wholePounds(box: number, label: string, fact: string): Variable {
  return {
    label: `Box ${box}: ${label}`,
    entity: 'tax-unit',
    period: 'quarter',
    unit: 'currency',
    citation: 'VAT Notice 700/12, section 3 (boxes 6 to 9 in whole pounds, pence left out)',
    formula: 'the total of the period without its pence',
    compute: (c) => (c.exact ? c.money(fact) : withoutPence(c.money(fact))),
  };
}

/** Leaves the pence out of an amount of either sign: -12.90 is -12. */
function withoutPence({ numerator, denominator }: Rational): Rational {
  return Rational.of(numerator / denominator);
}

function netVat(c: FormulaContext): Rational {
  return c.variable('box_3').minus(c.variable('box_4'));
}

function registration(c: FormulaContext): string {
  const expects = (fact: 'expected_turnover_12_months' | 'expected_turnover_30_days', limit: string) =>
    c.isStated(fact) && c.money(fact).isAbove(c.amount(limit));
  const staysBelow =
    c.isStated('expected_turnover_12_months') &&
    !expects('expected_turnover_12_months', 'vat-registration.deregistration-threshold');
  if (!c.isStated('taxable_turnover_12_months')) {
    if (!c.isStated('is_registered') || !c.flag('is_registered')) return 'not-asked';
    return staysBelow ? 'may-deregister' : 'stays-registered';
  }
  if (c.flag('is_registered')) return staysBelow ? 'may-deregister' : 'stays-registered';
  const threshold = c.amount('vat-registration.registration-threshold');
  if (expects('expected_turnover_30_days', 'vat-registration.registration-threshold')) return 'must-register';
  return c.money('taxable_turnover_12_months').isAbove(threshold) && !staysBelow
    ? 'must-register'
    : 'need-not-register';
}
