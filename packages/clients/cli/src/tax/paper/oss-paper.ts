import type { OneStopShopReturn } from '@gristmill/rules';
import { formatAmount } from '../../quantities.ts';
import type { Paper, PaperRow, PaperSection } from './paper.ts';

type Consumption = OneStopShopReturn['memberStatesOfConsumption'][number];
type Supply = Consumption['suppliesFromIdentification'][number];

/**
 * A one-stop shop return on paper, in the parts of Implementing Regulation (EU) 2020/194, Annex III: general information,
 * for each member state of consumption its supplies and corrections, and the balance that is due to it.
 */
export function ossPaper(vatReturn: OneStopShopReturn): Paper {
  const { reference, scheme, vatNumber, startDate, endDate, currency, exchangeRateDate, totals, dueDate } = vatReturn;
  const general = [
    ['Unique reference number (box 1), without the time stamp', reference],
    ['VAT identification number', vatNumber],
    ['Start and end date of the period (box 2a)', `${startDate} to ${endDate}`],
    ['Currency (box 3)', currency],
    ...(exchangeRateDate === null ? [] : [['Rates of the European Central Bank of', exchangeRateDate]]),
    ['To be paid by', dueDate],
  ];
  return {
    title: `One-stop shop VAT return, ${scheme === 'union' ? 'Union' : 'non-Union'} scheme`,
    about: [reference],
    date: endDate,
    language: 'en',
    size: 'A4',
    sections: [
      {
        heading: 'Part 1: general information',
        kind: 'table',
        columns: [
          { label: '', width: 3, align: 'left' },
          { label: '', width: 2.5, align: 'left' },
        ],
        rows: general.map((cells) => ({ cells })),
      },
      ...vatReturn.memberStatesOfConsumption.map(consumption),
      {
        heading: 'Totals',
        kind: 'table',
        columns: [
          { label: '', width: 3, align: 'left' },
          { label: currency, width: 1, align: 'right' },
        ],
        rows: [
          { cells: ['Taxable amounts', euro(totals.taxableAmount)] },
          { cells: ['VAT', euro(totals.vatAmount)] },
          { cells: ['Corrections of earlier periods', euro(totals.corrections)] },
          { cells: ['Repaid by member states of consumption', euro(totals.repayable)] },
          { cells: ['To be paid', euro(totals.payable)], isTotal: true },
        ],
      },
    ],
  };
}

function consumption(state: Consumption): PaperSection {
  const { country, balance, suppliesFromIdentification, suppliesFromEstablishments, corrections } = state;
  return {
    heading: `Parts 2 and 3: ${country}`,
    kind: 'table',
    columns: [
      { label: 'from', width: 2, align: 'left' },
      { label: 'what', width: 2, align: 'left' },
      { label: 'VAT rate', width: 1.4, align: 'left' },
      { label: 'taxable amount', width: 1.5, align: 'right' },
      { label: 'VAT', width: 1.3, align: 'right' },
    ],
    rows: [
      ...suppliesFromIdentification.map((supply) => supplyRow('state of identification', supply)),
      ...suppliesFromEstablishments.flatMap(({ country: origin, vatNumber, supplies }) =>
        supplies.map((supply) => supplyRow(vatNumber === null ? origin : `${origin}, ${vatNumber}`, supply)),
      ),
      ...corrections.map(({ period, vatAmount }): PaperRow => {
        return { cells: ['', `correction of Q${period.quarter}.${period.year}`, '', '', euro(vatAmount)] };
      }),
      { cells: ['', 'Balance of VAT due', '', '', euro(balance)], isTotal: true },
    ],
  };
}

function supplyRow(from: string, { supplyType, vatRateType, vatRate, taxableAmount, vatAmount }: Supply): PaperRow {
  const rate = `${vatRate}% ${vatRateType.toLowerCase()}`;
  return { cells: [from, supplyType.toLowerCase(), rate, euro(taxableAmount), euro(vatAmount)] };
}

function euro(cents: string): string {
  return formatAmount(BigInt(cents), 2);
}
