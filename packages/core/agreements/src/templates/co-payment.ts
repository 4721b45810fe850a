import { z } from 'zod';
import {
  account,
  atMost,
  choice,
  close,
  constant,
  deposit,
  given,
  minus,
  pay,
  plus,
  remember,
  remembered,
  share,
  units,
  when,
} from '../builder.ts';
import {
  amountOf,
  demand,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/** The patient's part: the co-payment, and a share of what is above it, rounded down. */
export const coPayment = template({
  name: 'co-payment',
  purpose: 'A clinic bills a treatment; the insurer approves; patient and insurer each pay in their part of the bill.',
  schema: z.strictObject({
    clinic: partyParameter,
    patient: partyParameter,
    insurer: partyParameter,
    token: tokenParameter,
    billMax: unitsParameter,
    coPayment: unitsParameter,
    /** Of what is above the co-payment, in parts per million. */
    coInsurance: unitsParameter,
    billBy: instantParameter,
    approveBy: instantParameter,
    patientBy: instantParameter,
    insurerBy: instantParameter,
  }),
  example: {
    clinic: 'clinic',
    patient: 'patient',
    insurer: 'insurer',
    billMax: '500000',
    coPayment: '3000',
    coInsurance: 200_000,
    billBy: '2027-02-01',
    approveBy: '2027-02-15',
    patientBy: '2027-03-01',
    insurerBy: '2027-03-15',
  },
  terms({ clinic, patient, insurer, token, billMax, coPayment, coInsurance, billBy, approveBy, patientBy, insurerBy }) {
    demand(
      coInsurance < 1_000_000n,
      `A co-insurance of ${coInsurance} parts per million leaves no insurance.`,
      'Lower it.',
    );
    demand(coPayment < billMax, `The co-payment of ${coPayment} is all that can be billed.`, 'Raise `billMax`.');
    const held = account(patient);
    const insured = account(insurer);
    const bill = choice('bill', clinic);
    const approval = choice('approve the bill', insurer);
    const billed = units(bill.value, token);
    const fixed = amountOf(coPayment, token);
    const patientPart = units(remembered("patient's part"), token);
    const insurerPart = minus(billed, patientPart);
    const payAll = pay(patientPart).from(held).to(clinic).then(pay(insurerPart).from(insured).to(clinic).then(close));
    const bothPay = remember(
      "patient's part",
      plus(fixed, share(minus(billed, fixed), coInsurance, 1_000_000n)).value,
    ).then(
      when(deposit(patientPart).by(patient).into(held))
        .then(when(deposit(insurerPart).by(insurer).into(insured)).then(payAll).until(insurerBy, close))
        .until(patientBy, close),
    );
    const patientPays = when(deposit(billed).by(patient).into(held))
      .then(pay(billed).from(held).to(clinic).then(close))
      .until(patientBy, close);
    return when(bill.between(1n, billMax))
      .then(
        given(atMost(bill.value, constant(coPayment)))
          .then(patientPays)
          .otherwise(when(approval.is(1n)).then(bothPay).or(approval.is(0n)).then(close).until(approveBy, close)),
      )
      .until(billBy, close);
  },
});
