import { type Asset, divideRounded, GristmillError, type Rounding } from '@gristmill/protocol';

/** What one whole unit of `from` was worth in `to` on a day, exactly as its source gave it. */
export interface ExchangeRate {
  /** Asset codes. */
  from: string;
  to: string;
  numerator: bigint;
  denominator: bigint;
  /** `2026-03-31`: the day it is of. */
  date: string;
  /** Who says so: `ECB euro reference rates`. */
  source: string;
}

/**
 * Rates by day. The rate of a day without one is that of the last day before it that has one; between two currencies
 * without a rate of their own, the rates over other currencies are multiplied, exactly.
 */
export interface ExchangeRates {
  /** @throws GristmillError `EXCHANGE_RATE_MISSING` when nothing led from one to the other by then. */
  rateOn(from: string, to: string, date: string): ExchangeRate;
}

/**
 * A table of rates. Each serves both directions; its inverse is exact.
 *
 * @throws GristmillError `EXCHANGE_RATE_INVALID` when a rate is not above zero or has no source or day.
 */
export function exchangeRates(rates: readonly ExchangeRate[]): ExchangeRates {
  const byPair = new Map<string, ExchangeRate[]>();
  for (const rate of rates) {
    const { from, to, numerator, denominator, date, source } = rate;
    if (numerator <= 0n || denominator <= 0n || source === '' || !/^\d{4}-\d\d-\d\d$/.test(date)) {
      throw new GristmillError(
        'EXCHANGE_RATE_INVALID',
        `${from} to ${to} at ${numerator}/${denominator} of "${date}" by "${source}" is no rate.`,
        { hint: 'Give a positive fraction, the day it is of (YYYY-MM-DD) and who published it.' },
      );
    }
    const inverse = { from: to, to: from, numerator: denominator, denominator: numerator, date, source };
    for (const each of [rate, inverse]) {
      const pair = `${each.from}/${each.to}`;
      const known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, [each]);
      else known.push(each);
    }
  }
  for (const list of byPair.values()) list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const neighbours = Map.groupBy(byPair.keys(), (pair) => pair.slice(0, pair.indexOf('/')));

  function directRate(from: string, to: string, date: string): ExchangeRate | undefined {
    const list = byPair.get(`${from}/${to}`);
    return list === undefined ? undefined : newestOn(list, date);
  }

  /** Over as few currencies as it takes, and of those the first by name: a coin to its dollar, dollar to euro to pound. */
  function crossedRate(from: string, to: string, date: string): ExchangeRate | undefined {
    const reached = new Map<string, ExchangeRate | null>([[from, null]]);
    for (const [here, soFar] of reached) {
      const legs = (neighbours.get(here) ?? [])
        .map((pair) => directRate(here, pair.slice(here.length + 1), date))
        .filter((leg) => leg !== undefined && !reached.has(leg.to))
        .toSorted((a, b) => (a!.to < b!.to ? -1 : 1));
      for (const leg of legs) reached.set(leg!.to, soFar === null ? leg! : crossed(soFar, leg!));
      const found = reached.get(to);
      if (found != null) return found;
    }
    return undefined;
  }

  return {
    rateOn(from, to, date) {
      if (from === to) return { from, to, numerator: 1n, denominator: 1n, date, source: 'identity' };
      const rate = directRate(from, to, date) ?? crossedRate(from, to, date);
      if (rate !== undefined) return rate;
      throw new GristmillError('EXCHANGE_RATE_MISSING', `No rate of ${from} in ${to} is known for ${date}.`, {
        hint: 'Add a rate of that day, or of one before it, with its source; a coin that is kept at par has a rate of 1.',
      });
    },
  };
}

/** The last of a list by days that is not after `date`: central banks publish decades of them. */
function newestOn(list: readonly ExchangeRate[], date: string): ExchangeRate | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.date <= date) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** One after the other. It is as old as the older of the two. */
function crossed(first: ExchangeRate, second: ExchangeRate): ExchangeRate {
  return {
    from: first.from,
    to: second.to,
    numerator: first.numerator * second.numerator,
    denominator: first.denominator * second.denominator,
    date: first.date < second.date ? first.date : second.date,
    source: first.source.split('; ').includes(second.source) ? first.source : `${first.source}; ${second.source}`,
  };
}

/** Minor units of one asset as minor units of another. Below zero it is the same distance, the other way. */
export function convertUnits(units: bigint, from: Asset, to: Asset, rate: ExchangeRate, rounding: Rounding): bigint {
  const numerator = (units < 0n ? -units : units) * rate.numerator * 10n ** BigInt(to.decimals);
  const value = divideRounded(numerator, rate.denominator * 10n ** BigInt(from.decimals), rounding);
  return units < 0n ? -value : value;
}
