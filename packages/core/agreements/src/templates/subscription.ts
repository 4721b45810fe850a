import { z } from 'zod';
import { account, choice, close, deposit, pay, when } from '../builder.ts';
import type { Contract } from '../terms.ts';
import {
  amountOf,
  demandOrder,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/** Paid in ahead, so the provider never waits; cancelled at any time, so the subscriber never pays on. */
export const subscription = template({
  name: 'subscription',
  purpose: 'A subscriber pays in ahead; each date pays the provider once, until the subscriber cancels.',
  schema: z.strictObject({
    subscriber: partyParameter,
    provider: partyParameter,
    token: tokenParameter,
    price: unitsParameter,
    payBy: instantParameter,
    dates: z.array(instantParameter).min(1).max(400),
  }),
  example: {
    subscriber: 'reader',
    provider: 'newspaper',
    price: '999',
    payBy: '2027-01-01',
    dates: ['2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01', '2027-07-01'],
  },
  terms({ subscriber, provider, token, price, payBy, dates }) {
    demandOrder([payBy, ...dates], 'The dates');
    const held = account(subscriber);
    const cancel = choice('cancel', subscriber).is(1n);
    const periods = dates.reduceRight<Contract>(
      (rest, date) =>
        when(cancel)
          .then(close)
          .until(date, pay(amountOf(price, token)).from(held).to(provider).then(rest)),
      close,
    );
    return when(
      deposit(amountOf(price * BigInt(dates.length), token))
        .by(subscriber)
        .into(held),
    )
      .then(periods)
      .until(payBy, close);
  },
});
