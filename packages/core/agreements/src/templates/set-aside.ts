import { z } from 'zod';
import { account, close, deposit, pay, when } from '../builder.ts';
import {
  amountOf,
  demand,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

const MILLION = 1_000_000n;

/** Withholding: the authority's part is rounded up, so that it is never short. */
export const setAside = template({
  name: 'set-aside',
  purpose: 'Of each payment, the part that belongs to the tax authority is set aside before the payee gets the rest.',
  schema: z.strictObject({
    payer: partyParameter,
    payee: partyParameter,
    vault: partyParameter,
    token: tokenParameter,
    amount: unitsParameter,
    partsPerMillion: unitsParameter,
    payBy: instantParameter,
  }),
  example: {
    payer: 'hub',
    payee: 'provider',
    vault: 'tax vault',
    amount: '1000001',
    partsPerMillion: 220_000,
    payBy: '2027-04-15',
  },
  terms({ payer, payee, vault, token, amount, partsPerMillion, payBy }) {
    const held = account(payer);
    const aside = (amount * partsPerMillion + MILLION - 1n) / MILLION;
    demand(
      aside < amount,
      `Setting aside ${partsPerMillion} parts per million of ${amount} leaves nothing for the payee.`,
      'Set aside less than the whole.',
    );
    return when(deposit(amountOf(amount, token)).by(payer).into(held))
      .then(
        pay(amountOf(aside, token))
          .from(held)
          .to(vault)
          .then(
            pay(amountOf(amount - aside, token))
              .from(held)
              .to(payee)
              .then(close),
          ),
      )
      .until(payBy, close);
  },
});
