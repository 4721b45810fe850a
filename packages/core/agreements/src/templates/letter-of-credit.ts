import { z } from 'zod';
import { account, choice, close, deposit, pay, when } from '../builder.ts';
import { amountOf, instantParameter, partyParameter, template, tokenParameter, unitsParameter } from './template.ts';

/**
 * A documentary credit, as UCP 600 has it: the bank honours a complying presentation (article 15); it refuses a
 * discrepant one in time or may no longer say that it does not comply (article 16 d and f); the applicant may waive
 * discrepancies (article 16 b).
 */
export const letterOfCredit = template({
  name: 'letter-of-credit',
  purpose: 'A bank pays an exporter against documents, from its own money, and the importer has covered it beforehand.',
  schema: z.strictObject({
    applicant: partyParameter,
    beneficiary: partyParameter,
    bank: partyParameter,
    token: tokenParameter,
    amount: unitsParameter,
    fee: unitsParameter,
    coverBy: instantParameter,
    issueBy: instantParameter,
    presentBy: instantParameter,
    examineBy: instantParameter,
    waiveBy: instantParameter,
  }),
  example: {
    applicant: 'importer',
    beneficiary: 'exporter',
    bank: 'issuing bank',
    amount: '25000000',
    fee: '125000',
    coverBy: '2027-02-01',
    issueBy: '2027-02-08',
    presentBy: '2027-04-30',
    examineBy: '2027-05-07',
    waiveBy: '2027-05-14',
  },
  terms({ applicant, beneficiary, bank, token, amount, fee, coverBy, issueBy, presentBy, examineBy, waiveBy }) {
    const cover = account(applicant);
    const undertaking = account(bank);
    const earnFee = pay(amountOf(fee, token)).from(cover).to(bank).then(close);
    const honour = pay(amountOf(amount, token))
      .from(undertaking)
      .to(beneficiary)
      .then(pay(amountOf(amount, token)).from(cover).to(bank).then(earnFee));
    const documents = choice('documents presented', beneficiary);
    const compliance = choice('documents comply', bank);
    const waiver = choice('discrepancies waived', applicant);
    const refused = when(waiver.is(1n)).then(honour).until(waiveBy, earnFee);
    const examine = when(compliance.is(1n)).then(honour).or(compliance.is(0n)).then(refused).until(examineBy, honour);
    const presentation = when(documents.is(1n)).then(examine).until(presentBy, earnFee);
    const issue = when(deposit(amountOf(amount, token)).by(bank).into(undertaking))
      .then(presentation)
      .until(issueBy, close);
    return when(
      deposit(amountOf(amount + fee, token))
        .by(applicant)
        .into(cover),
    )
      .then(issue)
      .until(coverBy, close);
  },
});
