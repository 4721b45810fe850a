import { type FormBooks, type FormFigures, formFigures } from '@gristmill/remittance';
import { loadRulePack, rulePackIds } from '@gristmill/rules';
import { assess, type FactsInput } from '@gristmill/tax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, loadForm } from './official-form.ts';

const NOBODY = {
  filing_status: 'single',
  primary_age: 40,
  primary_blind: false,
  claimed_as_dependent: false,
  dependents: 0,
  self_employment_income: 0,
  pass_through_income: 0,
  wages: 0,
  social_security_wages: 0,
  medicare_wages: 0,
  taxable_interest: 0,
  tax_exempt_interest: 0,
  ordinary_dividends: 0,
  short_term_capital_gain: 0,
  long_term_capital_gain: 0,
  other_investment_income: 0,
  pension_income: 0,
  social_security_benefits: 0,
  other_income: 0,
  self_employed_deductions: 0,
  other_adjustments: 0,
  itemized_deductions: 0,
  itemized_taxes: 0,
  other_deductions: 0,
  specified_service_trade: false,
  qbi_wages_paid: 0,
  qbi_property_basis: 0,
  pass_through_specified_service_trade: false,
  pass_through_qbi_wages_paid: 0,
  pass_through_qbi_property_basis: 0,
  qbi_loss_carryforward: 0,
  materially_participates: true,
  net_investment_deductions: 0,
  amt_adjustments: 0,
  earned_income_credit_children: 0,
  other_nonrefundable_credits: 0,
  other_refundable_credits: 0,
  withholding: 0,
  estimated_tax_paid: 0,
};

const UK_NOBODY = {
  country: 'england',
  trading_income: 0,
  trading_expenses: 0,
  employment_income: 0,
  pension_income: 0,
  property_income: 0,
  other_income: 0,
  savings_interest: 0,
  dividends: 0,
  tax_deducted_at_source: 0,
  over_state_pension_age: false,
  prior_year_assessed_tax: 0,
  prior_year_tax_deducted: 0,
  class_2_weeks: 52,
};

interface Filled extends FormFigures {
  /** What stands in each box, by what is printed beside it. */
  texts: Record<string, string | null>;
}

async function prepared(packId: string, formName: string) {
  const pack = await loadRulePack(packId);
  const form = await loadForm(pack, formName);
  return (
    year: number,
    stated: FactsInput,
    about: { books?: FormBooks | null; figures?: Record<string, unknown>; person?: string } = {},
  ): Filled => {
    const facts = { ...form.facts, ...stated };
    const assessment = assess(pack, facts, { year });
    const filled = formFigures({ form, pack, assessment, facts, books: null, figures: {}, ...about });
    return { ...filled, texts: Object.fromEntries(filled.boxes.map(({ box, text }) => [box, text])) };
  };
}

const booksOf = (income: bigint, expenses: Record<string, bigint>, refunds = 0n): FormBooks => {
  return { income, refunds, expenses: new Map(Object.entries(expenses)) };
};

describe('official forms', () => {
  it('of every pack name only what the pack has, and say what was compared', async () => {
    const forms = await Promise.all(rulePackIds.map(async (id) => formsOf(await loadRulePack(id))));
    const named = forms.flat().map(({ id }) => id);
    for (const form of ['schedule-c', 'schedule-se', '1040-es', 'sa103s', 'sa103f', 'vat100', 'anlage-euer']) {
      expect(named).toContain(form);
    }
    for (const { editions, money } of forms.flat()) {
      expect(editions.every(({ citations }) => citations.length > 0) && money.citations.length > 0).toBe(true);
    }
    // No number is printed twice on the form of one year.
    for (const { id, editions, boxes } of forms.flat()) {
      for (const year of editions.flatMap(({ from, to }) => [from, to])) {
        const printed = boxes.flatMap((box) => box.printed.findLast(({ from }) => from <= year)?.box ?? []);
        expect([id, year, printed.length]).toEqual([id, year, new Set(printed).size]);
      }
    }
    await expect(loadForm(await loadRulePack('uk/vat'), 'vat101')).rejects.toMatchObject({ code: 'FORM_UNKNOWN' });
  });
});

describe('Schedule SE', () => {
  it('in whole dollars, line by line', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-se');
    const { texts, findings } = fill(2025, {
      ...NOBODY,
      self_employment_income: 95_000_50,
      wages: 20_000_00,
      social_security_wages: 20_000_00,
      medicare_wages: 20_000_00,
    });
    // 95,001 x 0.9235 = 87,733.42; x 12.4% = 10,878.89; x 2.9% = 2,544.26
    expect(texts).toMatchObject({
      '2': '95001',
      '4a': '87733',
      '4c': '87733',
      '7': '176100',
      '8a': '20000',
      '9': '156100',
    });
    expect(texts).toMatchObject({ '10': '10879', '11': '2544', '12': '13423', '13': '6712' });
    expect(findings).toEqual([]);
  });

  it('nothing is due below $400 of net earnings, and a loss is no earnings', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-se');
    expect(fill(2024, { ...NOBODY, self_employment_income: 433_00 }).texts).toMatchObject({ '4a': '400', '4c': '400' });
    expect(fill(2024, { ...NOBODY, self_employment_income: 432_00 }).texts).toMatchObject({
      '4a': '399',
      '4c': '0',
      '12': '0',
    });
    expect(fill(2024, { ...NOBODY, self_employment_income: -5_000_00 }).texts).toMatchObject({
      '3': '-5000',
      '4c': '0',
      '12': '0',
    });
  });

  it('a couple has two', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-se');
    const couple = {
      ...NOBODY,
      filing_status: 'married_joint',
      spouse_age: 40,
      spouse_blind: false,
      self_employment_income: 10_000_00,
      spouse_self_employment_income: 20_000_00,
      spouse_social_security_wages: 0,
      spouse_self_employed_deductions: 0,
    };
    expect(fill(2025, couple).texts['12']).toBe('1413');
    expect(fill(2025, couple, { person: 'spouse' }).texts['12']).toBe('2826');
  });

  it('agrees with the assessment but for its roundings, in every year', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-se');
    fc.assert(
      fc.property(
        fc.integer({ min: 2021, max: 2025 }),
        fc.nat(300_000_00),
        fc.nat(250_000_00),
        (year, profit, wages) => {
          // Just around the minimum a rounded line may be on the other side of it.
          fc.pre(profit < 430_00 || profit > 436_00);
          const facts = { self_employment_income: profit, social_security_wages: wages, medicare_wages: wages };
          expect(fill(year, { ...NOBODY, ...facts }).findings).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Schedule C', () => {
  const kept = booksOf(
    120_000_49n,
    { advertising: 1_200_50n, supplies: 800_20n, network_fees: 150_30n, hosting: 2_400_00n },
    500_00n,
  );
  const stated = { ...NOBODY, self_employment_income: 105_449_49 };
  const figures = { depreciation: 9_000_00, meals: 500_00, principal_business: 'Computing', everything_else: 0 };

  it('out of the books and what only the taxpayer can say', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-c');
    const { texts, findings, boxes } = fill(2024, stated, { books: kept, figures });
    expect(texts).toMatchObject({ A: 'Computing', '1': '120000', '2': '500', '3': '119500', '7': '119500' });
    expect(texts).toMatchObject({ '8': '1201', '13': '9000', '22': '800', '24b': '500', '27b': '2550', '28': '14051' });
    expect(texts).toMatchObject({ '31': '105449', '42': '0', '48': '2550' });
    expect(boxes.find(({ box }) => box === '27b')!.source).toBe('expenses of the books: hosting, network_fees');
    expect(findings).toEqual([]);
  });

  it('says when the books and the facts are not of one mind', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-c');
    const { findings } = fill(2024, { ...stated, self_employment_income: 105_000_00 }, { books: kept, figures });
    expect(findings).toEqual([expect.objectContaining({ kind: 'disagrees' })]);
  });

  it('other expenses stand on line 27a until 2023, on 27b from 2024', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-c');
    const rowOf = (year: number) =>
      fill(year, stated, { books: kept, figures }).boxes.find(({ key }) => key === 'other_expenses')!.box;
    expect([2022, 2023, 2024, 2025].map(rowOf)).toEqual(['27a', '27a', '27b', '27b']);
  });

  it('without books nothing is made up: the profit is that of the facts', async () => {
    const fill = await prepared('us/federal/individual', 'schedule-c');
    expect(fill(2024, stated).texts).toMatchObject({ '1': null, '28': null, '31': '105449' });
  });
});

describe('Form 1040-ES', () => {
  it('the worksheet of 2026, with its safe harbour and first instalment', async () => {
    const fill = await prepared('us/federal/individual', '1040-es');
    const facts = {
      ...NOBODY,
      self_employment_income: 95_000_50,
      withholding: 1_500_00,
      prior_year_tax: 12_000_00,
      prior_year_adjusted_gross_income: 160_000_00,
    };
    const { texts, findings } = fill(2026, facts);
    // Half of 13,423.08 off 95,000.50; 16,100 standard deduction; 20% of what is left before it, which is less than of the income.
    expect(texts).toMatchObject({ '1': '88289', '2a': '16100', '2b': '14438', '2c': '0', '2d': '30538', '3': '57751' });
    // Brackets of 2026: 1,240 + 12% of what is above 12,400 up to 50,400 + 22% above.
    expect(texts).toMatchObject({ '4': '7417', '9': '13423', '11c': '20840', '12a': '18756' });
    // 110% of the tax of the year before: its income was above 150,000.
    expect(texts).toMatchObject({ '12b': '13200', '12c': '13200', '13': '1500', '14a': '11700', '15': '2925' });
    expect(findings).toEqual([]);
  });

  it('below $1,000 after withholding no payments are required; without a year before there is no safe harbour', async () => {
    const fill = await prepared('us/federal/individual', '1040-es');
    const { texts } = fill(2025, { ...NOBODY, self_employment_income: 6_000_00 });
    // 848 of self-employment tax, less an earned income credit of 7.65% of 5,576.
    expect(texts).toMatchObject({
      '9': '848',
      '11b': '427',
      '11c': '421',
      '12b': null,
      '12c': '379',
      '14b': '421',
      '15': '0',
    });
  });

  it('agrees with the assessment but for its roundings', async () => {
    const fill = await prepared('us/federal/individual', '1040-es');
    fc.assert(
      fc.property(
        fc.constantFrom(2022, 2024, 2026),
        fc.integer({ min: 20_000_00, max: 180_000_00 }),
        (year, profit) => {
          expect(fill(year, { ...NOBODY, self_employment_income: profit }).findings).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('SA103', () => {
  const kept = booksOf(45_678_90n, { travel: 1_234_01n, office_costs: 600_00n, hosting: 50_50n });
  const facts = { ...UK_NOBODY, trading_income: 45_678_90, trading_expenses: 2_884_51, trading_losses_used: 1_000_00 };
  const rest = { annual_investment_allowance: 1_000_00, everything_else: 0 };

  it('short: income rounded down, expenses up, for the taxpayer', async () => {
    const fill = await prepared('uk/income-tax', 'sa103s');
    const { texts, findings } = fill(2024, facts, { books: kept, figures: rest });
    expect(texts).toMatchObject({
      '9': '45678',
      '12': '1235',
      '18': '600',
      '19': '51',
      '20': '1886',
      '21': '43792',
      '22': '',
    });
    expect(texts).toMatchObject({
      '23': '1000',
      '28': '42792',
      '29': '1000',
      '31': '41792',
      '32': '',
      '36': '',
      '37': '',
    });
    expect(findings).toEqual([]);
  });

  it('full: the same profit', async () => {
    const fill = await prepared('uk/income-tax', 'sa103f');
    const { texts, findings } = fill(2024, facts, { books: kept, figures: rest });
    expect(texts).toMatchObject({
      '15': '45678',
      '20': '1235',
      '31': '1886',
      '47': '43792',
      '57': '1000',
      '64': '42792',
    });
    expect(texts).toMatchObject({ '73': '42792', '74': '1000', '76': '41792' });
    expect(findings).toEqual([]);
  });

  it('the trading allowance in place of expenses', async () => {
    const fill = await prepared('uk/income-tax', 'sa103s');
    const claimed = { ...UK_NOBODY, trading_income: 5_000_50, trading_expenses: 0, claims_trading_allowance: true };
    const { texts, findings } = fill(2024, claimed, { figures: { everything_else: 0 } });
    expect(texts).toMatchObject({ '9': '5000', '10.1': '1000', '28': '4000', '31': '4000', '32': '' });
    expect(findings).toEqual([]);
  });

  it('a loss: what becomes of it only the taxpayer can say', async () => {
    const fill = await prepared('uk/income-tax', 'sa103s');
    const losing = { ...UK_NOBODY, trading_income: 2_000_00, trading_expenses: 5_000_00 };
    const lossy = booksOf(2_000_00n, { travel: 5_000_00n });
    const nothing = [
      'annual_investment_allowance',
      'small_balance_allowance',
      'zero_emission_car_allowance',
      'other_capital_allowances',
      'structures_and_buildings_allowance',
      'freeport_allowance',
      'balancing_charges',
      'goods_for_own_use',
      'cis_deductions',
    ];
    const zeros = Object.fromEntries(nothing.map((key) => [key, 0]));
    const { texts, findings } = fill(2024, losing, { books: lossy, figures: zeros });
    expect(texts).toMatchObject({ '21': '', '22': '3000', '28': '0', '31': '0', '32': '3000', '33': null, '35': null });
    expect(findings).toEqual([expect.objectContaining({ kind: 'to-be-filled-in' })]);
    const said = { everything_else: 0, loss_against_other_income: 1_000_00, loss_carried_back: 0 };
    expect(fill(2024, losing, { books: lossy, figures: said }).texts).toMatchObject({ '33': '1000', '35': '2000' });
  });

  it('the form of a year that is not out yet is told from one that was compared', async () => {
    const fill = await prepared('uk/income-tax', 'sa103s');
    expect(fill(2026, facts).findings).toContainEqual(expect.objectContaining({ kind: 'edition-unchecked' }));
  });
});

describe('VAT100', () => {
  it('the nine boxes of VAT Notice 700/12, to the penny and in whole pounds', async () => {
    const fill = await prepared('uk/vat', 'vat100');
    const { texts, findings } = fill(2026, {
      period_end: '2026-06-30',
      uses_flat_rate_scheme: false,
      vat_due_sales: 2_469_13,
      vat_due_acquisitions: 0,
      vat_reclaimed: 3_012_07,
      sales_excluding_vat: 12_345_67,
      purchases_excluding_vat: 15_060_39,
      goods_supplied_to_eu_excluding_vat: 0,
      acquisitions_from_eu_excluding_vat: 0,
    });
    expect(texts).toEqual({
      '1': '2469.13',
      '2': '0.00',
      '3': '2469.13',
      '4': '3012.07',
      '5': '542.94',
      '6': '12345.00',
      '7': '15060.00',
      '8': '0.00',
      '9': '0.00',
    });
    expect(findings).toEqual([]);
  });
});

describe('Anlage EÜR', () => {
  const german = {
    assessment: 'single',
    business_income: 17_654_33,
    other_income: 0,
    deductions: 0,
    tax_withheld: 0,
    solidarity_withheld: 0,
    last_assessed_tax: 0,
  };
  const kept = booksOf(20_000_00n, { computing: 1_999_99n, telecommunications: 345_67n, porto: 1n });

  it('to the cent, on the row that the taxpayer’s VAT asks for', async () => {
    const fill = await prepared('eu/de/income-tax', 'anlage-euer');
    const figures = { revenue_without_vat: 'books', everything_else: 0 };
    const { texts, findings } = fill(2025, german, { books: kept, figures });
    expect(texts).toMatchObject({ '16': '20000.00', '23': '20000.00', '43': '345.67', '50': '1999.99', '60': '0.01' });
    expect(texts).toMatchObject({ '75': '2345.67', Gewinn: '17654.33' });
    expect(findings).toEqual([]);
  });

  it('which row that is, is not guessed', async () => {
    const fill = await prepared('eu/de/income-tax', 'anlage-euer');
    expect(fill(2025, german, { books: kept }).texts).toMatchObject({ '12': null, '15': null, '16': null, '23': null });
  });

  it('rows moved down by one in 2026', async () => {
    const fill = await prepared('eu/de/income-tax', 'anlage-euer');
    const figures = { revenue_without_vat: 'books', everything_else: 0 };
    const { texts } = fill(2026, german, { books: kept, figures });
    expect(texts).toMatchObject({ '16': '20000.00', '44': '345.67', '51': '1999.99', '61': '0.01', '76': '2345.67' });
  });
});
