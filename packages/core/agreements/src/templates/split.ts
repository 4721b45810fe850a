import { z } from 'zod';
import { account, close, deposit, pay, when } from '../builder.ts';
import type { Contract } from '../terms.ts';
import {
  amountOf,
  demand,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/** Each part is rounded down, and the last payee takes what is left, so the parts add up to the whole. */
export const split = template({
  name: 'split',
  purpose: 'What a payer pays in goes to several payees, each its share.',
  schema: z.strictObject({
    payer: partyParameter,
    token: tokenParameter,
    amount: unitsParameter,
    payBy: instantParameter,
    payees: z
      .array(z.strictObject({ payee: partyParameter, shares: unitsParameter }))
      .min(2)
      .max(100),
  }),
  example: {
    payer: 'label',
    amount: '1000000',
    payBy: '2027-05-01',
    payees: [
      { payee: 'singer', shares: 5 },
      { payee: 'writer', shares: 3 },
      { payee: 'studio', shares: 1 },
    ],
  },
  terms({ payer, token, amount, payBy, payees }) {
    const held = account(payer);
    const shares = payees.reduce((sum, each) => sum + each.shares, 0n);
    const parts = payees.slice(0, -1).map((each) => (amount * each.shares) / shares);
    parts.push(amount - parts.reduce((sum, part) => sum + part, 0n));
    demand(
      parts.every((part) => part > 0n),
      `${amount} is too little for ${payees.length} payees: one would get nothing.`,
      'Split a larger amount, or among fewer.',
    );
    const payments = payees.reduceRight<Contract>(
      (rest, { payee }, index) => pay(amountOf(parts[index]!, token)).from(held).to(payee).then(rest),
      close,
    );
    return when(deposit(amountOf(amount, token)).by(payer).into(held))
      .then(payments)
      .until(payBy, close);
  },
});
