import { z } from 'zod';
import { account, choice, close, constant, deposit, equal, given, pay, units, when } from '../builder.ts';
import type { Value } from '../terms.ts';
import {
  amountOf,
  demand,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/** The inspector may be a person, a harbour's system or a sensor with a key: whoever reports how late the goods came. */
export const deliveryOnProof = template({
  name: 'delivery-on-proof',
  purpose:
    'The seller is paid when an inspector reports delivery; the carrier pays for each hour of delay from a bond.',
  schema: z.strictObject({
    buyer: partyParameter,
    seller: partyParameter,
    carrier: partyParameter,
    inspector: partyParameter,
    token: tokenParameter,
    price: unitsParameter,
    bond: unitsParameter,
    penaltyAnHour: unitsParameter,
    hoursLateMax: unitsParameter,
    bondBy: instantParameter,
    payBy: instantParameter,
    reportBy: instantParameter,
  }),
  example: {
    buyer: 'grocer',
    seller: 'farm',
    carrier: 'carrier',
    inspector: 'cold store',
    price: '800000',
    bond: '100000',
    penaltyAnHour: '2000',
    hoursLateMax: '48',
    bondBy: '2027-06-01',
    payBy: '2027-06-02',
    reportBy: '2027-06-10',
  },
  terms({
    buyer,
    seller,
    carrier,
    inspector,
    token,
    price,
    bond,
    penaltyAnHour,
    hoursLateMax,
    bondBy,
    payBy,
    reportBy,
  }) {
    demand(
      penaltyAnHour * hoursLateMax <= bond,
      `${hoursLateMax} hours at ${penaltyAnHour} are more than the bond of ${bond}.`,
      'Raise the bond, or lower the penalty.',
    );
    const bonded = account(carrier);
    const held = account(buyer);
    const late = choice('hours late', inspector);
    const penalty: Value = { kind: 'multiply', left: late.value, right: constant(penaltyAnHour) };
    const paySeller = pay(amountOf(price, token)).from(held).to(seller).then(close);
    const settle = given(equal(late.value, constant(0n)))
      .then(paySeller)
      .otherwise(pay(units(penalty, token)).from(bonded).to(buyer).then(paySeller));
    const lost = pay(amountOf(bond, token)).from(bonded).to(buyer).then(close);
    const report = when(late.between(0n, hoursLateMax)).then(settle).until(reportBy, lost);
    const purchase = when(deposit(amountOf(price, token)).by(buyer).into(held))
      .then(report)
      .until(payBy, close);
    return when(deposit(amountOf(bond, token)).by(carrier).into(bonded))
      .then(purchase)
      .until(bondBy, close);
  },
});
