import type { OneStopShopReturn } from './one-stop-shop-return.ts';

type Consumption = OneStopShopReturn['memberStatesOfConsumption'][number];
type Supply = Consumption['suppliesFromIdentification'][number];

/** The return as text: what is paid and by when, and for each member state what it is made of. */
export function explainOneStopShopReturn(vatReturn: OneStopShopReturn): string {
  const { reference, scheme, startDate, endDate, exchangeRateDate, totals, dueDate } = vatReturn;
  const head = [
    `${reference} (${scheme === 'union' ? 'Union' : 'non-Union'} scheme, ${startDate} to ${endDate})`,
    `pay ${euro(totals.payable)} by ${dueDate}`,
    ...(totals.repayable === '0' ? [] : [`${euro(totals.repayable)} are repaid by the member states marked below`]),
    ...(exchangeRateDate === null
      ? []
      : [`converted at the rates of the European Central Bank of ${exchangeRateDate}`]),
  ];
  return [head.join('\n'), ...vatReturn.memberStatesOfConsumption.map(explainConsumption)].join('\n\n');
}

function explainConsumption(state: Consumption): string {
  const { country, balance, suppliesFromIdentification, suppliesFromEstablishments, corrections } = state;
  return [
    `${country}: ${euro(balance)}${balance.startsWith('-') ? ' (repaid)' : ''}`,
    ...suppliesFromIdentification.map(explainSupply),
    ...suppliesFromEstablishments.flatMap((origin) => [
      `  from ${origin.country}${origin.vatNumber === null ? '' : ` (${origin.vatNumber})`}`,
      ...origin.supplies.map((supply) => `  ${explainSupply(supply)}`),
    ]),
    ...corrections.map(
      ({ period, vatAmount }) => `  correction of Q${period.quarter}.${period.year}: ${euro(vatAmount)}`,
    ),
  ].join('\n');
}

function explainSupply({ supplyType, vatRateType, vatRate, taxableAmount, vatAmount }: Supply): string {
  const rate = `${vatRate}% ${vatRateType.toLowerCase()}`;
  return `  ${supplyType.toLowerCase()} at ${rate}: ${euro(vatAmount)} on ${euro(taxableAmount)}`;
}

function euro(cents: string): string {
  const negative = cents.startsWith('-');
  const digits = (negative ? cents.slice(1) : cents).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '-' : ''}${whole}.${digits.slice(-2)} EUR`;
}
