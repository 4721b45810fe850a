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

/** Work paid part by part from money that lies ready. What is not approved in time goes back. */
export const milestones = template({
  name: 'milestones',
  purpose:
    'A client pays in the whole price; each milestone that the client approves in time is paid to the contractor.',
  schema: z.strictObject({
    client: partyParameter,
    contractor: partyParameter,
    token: tokenParameter,
    payBy: instantParameter,
    milestones: z
      .array(z.strictObject({ name: z.string().min(1).max(64), amount: unitsParameter, approveBy: instantParameter }))
      .min(1)
      .max(60),
  }),
  example: {
    client: 'client',
    contractor: 'contractor',
    payBy: '2027-03-01',
    milestones: [
      { name: 'design', amount: '200000', approveBy: '2027-04-01' },
      { name: 'prototype', amount: '300000', approveBy: '2027-06-01' },
      { name: 'delivery', amount: '500000', approveBy: '2027-09-01' },
    ],
  },
  terms({ client, contractor, token, payBy, milestones }) {
    demandOrder([payBy, ...milestones.map(({ approveBy }) => approveBy)], 'The dates');
    const held = account(client);
    const total = milestones.reduce((sum, { amount }) => sum + amount, 0n);
    const steps = milestones.reduceRight<Contract>(
      (rest, { name, amount, approveBy }) =>
        when(choice(`approve ${name}`, client).is(1n))
          .then(pay(amountOf(amount, token)).from(held).to(contractor).then(rest))
          .until(approveBy, close),
      close,
    );
    return when(deposit(amountOf(total, token)).by(client).into(held))
      .then(steps)
      .until(payBy, close);
  },
});
