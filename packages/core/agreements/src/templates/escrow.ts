import { z } from 'zod';
import { account, choice, close, deposit, pay, when } from '../builder.ts';
import { amountOf, instantParameter, partyParameter, template, tokenParameter, unitsParameter } from './template.ts';

/** A sale that neither side has to trust the other for. A silent buyer accepts; a silent arbiter refunds. */
export const escrow = template({
  name: 'escrow',
  purpose: 'A buyer pays in; the seller is paid when the buyer accepts, and an arbiter decides if the buyer objects.',
  schema: z.strictObject({
    buyer: partyParameter,
    seller: partyParameter,
    arbiter: partyParameter,
    token: tokenParameter,
    price: unitsParameter,
    payBy: instantParameter,
    acceptBy: instantParameter,
    ruleBy: instantParameter,
  }),
  example: {
    buyer: 'buyer',
    seller: 'seller',
    arbiter: 'arbiter',
    price: '450000',
    payBy: '2027-01-10',
    acceptBy: '2027-01-24',
    ruleBy: '2027-02-07',
  },
  terms({ buyer, seller, arbiter, token, price, payBy, acceptBy, ruleBy }) {
    const held = account(buyer);
    const verdict = choice('verdict', buyer);
    const ruling = choice('ruling for the seller', arbiter);
    const paySeller = pay(amountOf(price, token)).from(held).to(seller).then(close);
    const dispute = when(ruling.is(1n)).then(paySeller).or(ruling.is(0n)).then(close).until(ruleBy, close);
    return when(deposit(amountOf(price, token)).by(buyer).into(held))
      .then(when(verdict.is(1n)).then(paySeller).or(verdict.is(0n)).then(dispute).until(acceptBy, paySeller))
      .until(payBy, close);
  },
});
