import {
  type Contradiction,
  type FactDeclarations,
  type Facts,
  type FormulaContext,
  Rational,
  TaxError,
  type Variable,
} from '@gristmill/tax';
import { MEMBER_STATES } from './member-states.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 1;

/** `outside` is every place where the directive does not apply: other countries and the territories of its art. 6. */
const COUNTRIES = [...MEMBER_STATES, 'outside'] as const;

/** Where the rates of each category are; a member state has its code as key. */
export const RATE_PARAMETERS = {
  standard: 'standard-rate',
  reduced: 'reduced-rate',
  second_reduced: 'second-reduced-rate',
  super_reduced: 'super-reduced-rate',
  parking: 'parking-rate',
} as const;

export type RateCategory = keyof typeof RATE_PARAMETERS;

/** The member states that have each category at some time that this pack covers; all have a standard rate. */
const STATES_WITH: Readonly<Record<Exclude<RateCategory, 'standard'>, string>> = {
  reduced: 'AT BE BG CY CZ DE EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  second_reduced: 'AT BE CY EE EL FI FR HR HU IE IT LT LV MT PL PT RO SE SI SK',
  super_reduced: 'AT CY ES FR IE IT LU',
  parking: 'BE LU MT PT',
};

/** Jungholz and Mittelberg; the Aegean islands; Corsica; the Azores and Madeira (Directive 2006/112/EC, arts. 104 to 105). */
const HAVE_REGIONS_WITH_OWN_RATES: ReadonlySet<string> = new Set(['AT', 'EL', 'FR', 'PT']);

export const facts = {
  supplier_country: {
    kind: 'choice',
    label:
      'where the supplier has established its business; outside is any place that the VAT directive does not cover',
    options: COUNTRIES,
  },
  customer_country: {
    kind: 'choice',
    label: 'where the customer is established, or as a private person usually lives',
    options: COUNTRIES,
  },
  customer_status: {
    kind: 'choice',
    label:
      'whether the customer acts as a taxable person; in the EU by its valid VAT number (Implementing Regulation (EU) 282/2011, art. 18)',
    options: ['taxable_person', 'non_taxable_person'],
  },
  service: {
    kind: 'choice',
    label:
      'electronic: telecommunications, broadcasting and electronically supplied services (art. 58); article_59: advertising, advice, data processing, licences and the others of art. 59; general: all others without a rule of their own in arts. 46 to 57',
    options: ['electronic', 'article_59', 'general'],
  },
  amount: { kind: 'money', label: 'price of the supply, in hundredths of the currency of the invoice' },
  amount_includes_vat: { kind: 'flag', label: 'whether the price includes the VAT that the supplier charges, if any' },
  rate_category: {
    kind: 'choice',
    label:
      'which rate of the member state the supply falls under; reduced is the higher of two, second_reduced the lower',
    options: ['standard', 'reduced', 'second_reduced', 'super_reduced', 'parking'],
    neededWhen: 'VAT is due in a member state',
  },
  region_with_own_rates: {
    kind: 'flag',
    label:
      'whether the place of supply is in Jungholz or Mittelberg, on Leros, Lesbos, Kos, Samos or Chios, in Corsica, the Azores or Madeira; this pack has no rates for these and refuses',
    neededWhen: 'the place of supply is in AT, EL, FR or PT',
  },
  established_in_one_member_state: {
    kind: 'flag',
    label: 'whether the supplier is established in one member state only',
    neededWhen: 'electronic services cross from a member state to a consumer in another',
  },
  cross_border_sales_this_year: {
    kind: 'money',
    label:
      'electronic services and distance sales of goods to consumers in other member states this calendar year, this supply included, exclusive of VAT, in euro cents',
    neededWhen: 'electronic services cross from a member state to a consumer in another',
  },
  cross_border_sales_last_year: {
    kind: 'money',
    label: 'the same of the whole preceding calendar year, in euro cents',
    neededWhen: 'electronic services cross from a member state to a consumer in another',
  },
  opted_for_customer_country: {
    kind: 'flag',
    label: "whether the supplier chose taxation in its customers' countries (art. 59c(3))",
    neededWhen: 'cross-border sales stay within the threshold of art. 59c',
  },
  one_stop_shop: {
    kind: 'flag',
    label: 'whether the supplier is registered for the one-stop shop (Union or non-Union scheme)',
    neededWhen: 'the supplier owes VAT in a member state where it is not established',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [regionsAreNotCovered, thisSupplyIsAmongTheSales];

function regionsAreNotCovered(given: Facts): string | null {
  if (given.get('region_with_own_rates') !== true) return null;
  return 'region_with_own_rates is true, and the rates of those regions are not in this pack';
}

/** Only where it can be seen: an invoice in another currency, or with VAT in its price, is worth another sum in euro. */
function thisSupplyIsAmongTheSales(given: Facts): string | null {
  if (given.get('cross_border_sales_this_year') !== 0n) return null;
  const crosses =
    given.get('service') === 'electronic' &&
    given.get('customer_status') === 'non_taxable_person' &&
    given.get('supplier_country') !== 'outside' &&
    given.get('customer_country') !== 'outside' &&
    given.get('supplier_country') !== given.get('customer_country');
  if (!crosses || given.get('amount') === 0n) return null;
  return 'cross_border_sales_this_year is 0, but includes this supply';
}

/** Union law leaves rounding to the member states within neutrality and proportionality; none of ours asks for another. */
const toTheMinorUnit = {
  step: Rational.of(1n, 100n),
  rounding: 'halfUp',
  citation: 'CJEU C-484/06 Koninklijke Ahold and C-302/07 J D Wetherspoon: arithmetically, once for each invoice',
} as const;

export const variables = {
  home_taxation: {
    label: 'Whether consumers in other member states are taxed in the country of a small supplier',
    entity: 'transaction',
    period: 'moment',
    unit: 'choice',
    options: ['applies', 'does_not_apply'],
    citation: 'Directive 2006/112/EC, art. 59c',
    formula:
      'applies to electronic services to consumers in another member state, of a supplier established in one member state alone, whose such sales do not exceed 10,000 EUR this year and did not last year, and who has not opted out',
    compute(c) {
      if (!crossesToConsumer(c) || !c.flag('established_in_one_member_state')) return 'does_not_apply';
      const threshold = c.amount('place-of-supply.home-taxation-threshold');
      const exceeded =
        c.money('cross_border_sales_this_year').isAbove(threshold) ||
        c.money('cross_border_sales_last_year').isAbove(threshold);
      return exceeded || c.flag('opted_for_customer_country') ? 'does_not_apply' : 'applies';
    },
  },
  place_of_supply: {
    label: 'Place of supply',
    entity: 'transaction',
    period: 'moment',
    unit: 'choice',
    options: COUNTRIES,
    citation: 'Directive 2006/112/EC, arts. 44, 45, 58, 59 and 59c',
    formula:
      "taxable persons: the customer's country; consumers: the customer's for electronic services unless home taxation applies, and for services of art. 59 when the customer is outside the Union; else the supplier's",
    compute(c) {
      const customer = c.choice('customer_country');
      if (c.choice('customer_status') === 'taxable_person') return customer;
      const service = c.choice('service');
      if (service === 'electronic') {
        return c.decision('home_taxation') === 'applies' ? c.choice('supplier_country') : customer;
      }
      return service === 'article_59' && customer === 'outside' ? customer : c.choice('supplier_country');
    },
  },
  person_liable: {
    label: 'Who owes the VAT',
    entity: 'transaction',
    period: 'moment',
    unit: 'choice',
    options: ['supplier', 'customer', 'nobody'],
    citation: 'Directive 2006/112/EC, arts. 2(1)(c), 193 and 196',
    formula:
      'nobody outside the Union; the customer when it is a taxable person and the supplier is not established in its country; else the supplier',
    compute(c) {
      const place = c.decision('place_of_supply');
      if (place === 'outside') return 'nobody';
      const isAbroad = c.choice('supplier_country') !== place;
      return isAbroad && c.choice('customer_status') === 'taxable_person' ? 'customer' : 'supplier';
    },
  },
  scheme: {
    label: 'How the VAT is declared',
    entity: 'transaction',
    period: 'moment',
    unit: 'choice',
    options: [
      'domestic',
      'reverse_charge',
      'union_one_stop_shop',
      'non_union_one_stop_shop',
      'registration_in_place_of_supply',
      'none',
    ],
    citation: 'Directive 2006/112/EC, arts. 196, 214, 250, 359 and 369b',
    formula:
      "domestic return in the supplier's own country; reverse charge when the customer owes; elsewhere the one-stop shop, or a registration there",
    compute(c) {
      const liable = c.decision('person_liable');
      if (liable === 'nobody') return 'none';
      if (liable === 'customer') return 'reverse_charge';
      const supplier = c.choice('supplier_country');
      if (supplier === c.decision('place_of_supply')) return 'domestic';
      if (!c.flag('one_stop_shop')) return 'registration_in_place_of_supply';
      return supplier === 'outside' ? 'non_union_one_stop_shop' : 'union_one_stop_shop';
    },
  },
  vat_rate: {
    label: 'VAT rate',
    entity: 'transaction',
    period: 'moment',
    unit: 'rate',
    citation: 'Directive 2006/112/EC, arts. 93 and 96 to 98; the law of the place of supply',
    formula: 'the rate of the place of supply for the category on that day; none outside the Union',
    compute(c) {
      const place = c.decision('place_of_supply');
      if (place === 'outside') return Rational.zero;
      // Read for the trace and so that it is asked for: true is refused before any formula runs.
      if (HAVE_REGIONS_WITH_OWN_RATES.has(place)) c.flag('region_with_own_rates');
      const category = c.choice('rate_category') as RateCategory;
      if (category !== 'standard' && !STATES_WITH[category].includes(place)) {
        throw new TaxError(
          'FACTS_MALFORMED',
          `rate_category is ${category}, but ${place} has no such rate.`,
          `These member states have one: ${STATES_WITH[category]}.`,
        );
      }
      return c.rate(`${RATE_PARAMETERS[category]}.${place.toLowerCase()}`);
    },
  },
  vat_due: {
    label: 'VAT due on the supply',
    entity: 'transaction',
    period: 'moment',
    unit: 'currency',
    citation: 'Directive 2006/112/EC, arts. 73, 78 and 226(10)',
    formula: 'price x rate; where the price includes it: price x rate / (1 + rate)',
    rounding: toTheMinorUnit,
    compute(c) {
      const rate = c.variable('vat_rate');
      const share = pricesIncludeVat(c) ? rate.dividedBy(Rational.one.plus(rate)) : rate;
      return c.money('amount').times(share);
    },
  },
  taxable_amount: {
    label: 'Taxable amount',
    entity: 'transaction',
    period: 'moment',
    unit: 'currency',
    citation: 'Directive 2006/112/EC, arts. 73 and 78(a)',
    formula: 'price, less the VAT that it includes',
    compute: (c) => (pricesIncludeVat(c) ? c.money('amount').minus(c.variable('vat_due')) : c.money('amount')),
  },
  vat_reverse_charged: {
    label: 'VAT that the customer declares',
    entity: 'transaction',
    period: 'moment',
    unit: 'currency',
    citation: 'Directive 2006/112/EC, art. 196; the invoice says "Reverse charge" (art. 226(11a))',
    formula: 'VAT due, when the customer owes it',
    compute: (c) => (c.decision('person_liable') === 'customer' ? c.variable('vat_due') : Rational.zero),
  },
  vat_charged: {
    label: 'VAT that the supplier charges and owes',
    entity: 'transaction',
    period: 'moment',
    unit: 'currency',
    citation: 'Directive 2006/112/EC, art. 193',
    formula: 'VAT due, when the supplier owes it',
    compute: (c) => (c.decision('person_liable') === 'supplier' ? c.variable('vat_due') : Rational.zero),
  },
  invoice_total: {
    label: 'What the customer pays',
    entity: 'transaction',
    period: 'moment',
    unit: 'currency',
    citation: 'Directive 2006/112/EC, art. 226(8) and (10)',
    formula: 'taxable amount + VAT that the supplier charges',
    compute: (c) => c.variable('taxable_amount').plus(c.variable('vat_charged')),
  },
} as const satisfies Record<string, Variable>;

function crossesToConsumer(c: FormulaContext): boolean {
  const supplier = c.choice('supplier_country');
  const customer = c.choice('customer_country');
  return (
    c.choice('service') === 'electronic' &&
    c.choice('customer_status') === 'non_taxable_person' &&
    supplier !== 'outside' &&
    customer !== 'outside' &&
    supplier !== customer
  );
}

function pricesIncludeVat(c: FormulaContext): boolean {
  return c.flag('amount_includes_vat') && c.decision('person_liable') === 'supplier';
}
