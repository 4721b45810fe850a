import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { bytesOf, type CamtEntry, type CamtOptions, camtText } from '../test/camt-text.ts';
import { readBankReports } from './bank-report.ts';
import { sameAccount } from './judge-entry.ts';
import { openWorld } from './memory.ts';
import type { Obligation } from './obligation.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { readPaymentStatus } from './payment-status.ts';
import type { Rail } from './rail.ts';
import { continuousTiming } from './rail-timing.ts';
import { answerQuestion, applyPaymentStatus, bankBalance, openQuestions, reconcile } from './reconcile.ts';
import { allPayments, recordHandover, recordIntended } from './remittance-log.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const eur = { code: 'EUR', decimals: 2 };
const account = 'DE89370400440532013000';
const creditorAccount = 'DE75512108001245126199';

function obligationOf(instalment: number, amount: bigint): Obligation {
  return {
    id: `de/finanzamt/est/2026/${instalment}/${taxpayer}`,
    taxpayer,
    authority: 'de/finanzamt',
    form: 'est',
    year: 2026,
    instalment,
    line: 'total',
    amount,
    currency: eur,
    dueDate: parseCivilDate(`2026-0${3 * instalment}-10`),
  };
}

/** Payments of 100, 100 and 250 euros, handed over for 5 March, 5 June and 5 June; not a word from the bank yet. */
async function handedOver() {
  const { journal } = openWorld({ events: [], paid: new Map(), setAside: 0n });
  const rail: Rail = {
    name: 'sepa',
    asset: eur,
    timing: continuousTiming({ leadDays: 1 }),
    largestPayment: null,
    route: { account, creditorAccount, reference: '181/815/08155' },
    availableUnits: async () => null,
    find: async () => null,
    handOver: async () => ({ settled: false, evidence: 'file' }),
  };
  const obligations = [obligationOf(1, 10_000n), obligationOf(2, 10_000n), obligationOf(3, 25_000n)];
  for (const [i, obligation] of obligations.entries()) {
    const executionDate = parseCivilDate(i === 0 ? '2026-03-05' : '2026-06-05');
    const payment = { id: `${obligation.id}/1`, units: obligation.amount, executionDate, announcedAtMs: 0 };
    await recordIntended(journal, obligation, rail, payment);
    const recorded = allPayments(journal).find(({ id }) => id === payment.id)!;
    await recordHandover(journal, recorded, { settled: false, evidence: 'file' });
  }
  const [first, second, third] = obligations.map(({ id }) => `${id}/1`) as [string, string, string];
  const book = (options: CamtOptions) => reconcile({ reports: readBankReports(bytesOf(camtText(options))), journal });
  const states = () => allPayments(journal).map(({ state }) => state);
  return { journal, first, second, third, book, states };
}

const named = (paymentId: string, more: Partial<CamtEntry> = {}): CamtEntry => ({
  amount: '100.00',
  servicerReference: 'B1',
  date: '2026-03-06',
  transactions: [{ endToEndId: paymentIdsOf(paymentId).endToEndId, amount: '100.00' }],
  ...more,
});

describe('a payment is recognised', () => {
  const { paymentInformationId, endToEndId } = paymentIdsOf(`${obligationOf(1, 1n).id}/1`);
  test.each<[string, Partial<CamtEntry>]>([
    ['by its end-to-end id', {}],
    [
      'by the id in the text, broken into lines',
      { transactions: [{ remittance: `EREF+${endToEndId.slice(0, 9)} ${endToEndId.slice(9)} KREF+X` }] },
    ],
    ['by the batch id of an entry without details', { transactions: [], batch: { paymentInformationId, count: 1 } }],
    ['by the text of the entry', { transactions: [], text: `SEPA ${endToEndId}` }],
    ['by the text of an entry of one transaction', { transactions: [{}], text: `SEPA ${endToEndId}` }],
    ['by the batch id of an entry of one transaction', { transactions: [{}], batch: { paymentInformationId } }],
    ['by reference and amount', { transactions: [{ remittance: 'St.Nr. 181 / 815 / 08155' }] }],
    ['by amount, date and creditor', { transactions: [{ creditorAccount }] }],
    [
      'with the charges that the bank took with it',
      { amount: '100.25', charges: '0.25', transactions: [{ endToEndId }] },
    ],
    [
      'in the currency it was ordered in',
      {
        amount: '95.10',
        currency: 'CHF',
        transactions: [{ endToEndId, amount: '95.10', instructed: { amount: '100.00', currency: 'EUR' } }],
      },
    ],
  ])('%s', async (_, change) => {
    const { book, first, states } = await handedOver();
    expect(await book({ entries: [named(first, change)] })).toMatchObject({ settled: [first], questions: [] });
    expect(states()).toEqual(['settled', 'handed-over', 'handed-over']);
  });

  test('in a batch, among other transactions, with and without single amounts', async () => {
    for (const amounts of [
      ['100.00', '250.00'],
      [undefined, undefined],
    ]) {
      const { book, first, third } = await handedOver();
      const transactions = [first, third].map((id, i) => ({
        endToEndId: paymentIdsOf(id).endToEndId,
        ...(amounts[i] === undefined ? {} : { amount: amounts[i] }),
      }));
      const result = await book({ version: '02', entries: [{ amount: '350.00', transactions }] });
      expect(result).toMatchObject({ settled: [first, third], questions: [] });
    }
  });
});

/** Another payment of 100 euros for 5 June. */
async function twins(journal: Parameters<typeof allPayments>[0]) {
  const [, second] = allPayments(journal);
  const obligation = { ...obligationOf(2, 10_000n), id: 'twin' };
  const rail = { name: 'sepa', asset: eur, route: second!.route } as Rail;
  const payment = { id: 'twin/1', units: 10_000n, executionDate: second!.executionDate!, announcedAtMs: 0 };
  await recordIntended(journal, obligation, rail, payment);
  return { second };
}

test('many reports are booked with one reading of the journal', async () => {
  const { journal, first, second, states } = await handedOver();
  let eventsRead = 0;
  const counted: typeof journal = {
    ...journal,
    *read(options) {
      for (const event of journal.read(options)) {
        eventsRead += 1;
        yield event;
      }
    },
  };
  const days = Array.from({ length: 20 }, (_, i): CamtOptions => {
    return { entries: [{ amount: `${i + 1}.00`, servicerReference: `F${i}`, transactions: [{ remittance: 'Fee' }] }] };
  });
  const all = [...days, { entries: [named(first)] }, { entries: [named(second, { servicerReference: 'B2' })] }];
  const reports = all.flatMap((options) => readBankReports(bytesOf(camtText(options))));
  expect(await reconcile({ reports, journal: counted })).toMatchObject({ settled: [first, second] });
  expect(states()).toEqual(['settled', 'settled', 'handed-over']);
  expect(eventsRead).toBeLessThanOrEqual([...journal.read()].length);
});

describe('goes to a person', () => {
  const thirdId = `${obligationOf(3, 1n).id}/1`;
  test.each<[string, Partial<CamtEntry>, string]>([
    ['a line that fits nothing', { transactions: [{ remittance: 'Coffee' }] }, 'fits-nothing'],
    ['another amount', { amount: '99.00', transactions: [{ endToEndId: 'ours' }] }, 'amount-differs'],
    [
      'the right amount with the payer’s id of another',
      { transactions: [{ endToEndId: 'X', remittance: '18181508155' }] },
      'fits-nothing',
    ],
    [
      'two payments that fit alike',
      { amount: '100.00', date: '2026-06-08', transactions: [{ creditorAccount }] },
      'fits-several',
    ],
    ['money that comes in', { direction: 'CRDT', transactions: [{ remittance: '181/815/08155' }] }, 'fits-nothing'],
    [
      'a batch of which one part is unknown',
      { amount: '110.00', transactions: [{ endToEndId: 'ours' }, { endToEndId: 'X' }] },
      'amount-differs',
    ],
    [
      'a batch of which one part is unknown, though ours alone come to its sum',
      { amount: '100.00', transactions: [{ endToEndId: 'ours' }, { endToEndId: 'X' }] },
      'amount-differs',
    ],
    [
      'a batch of ours that comes to another sum',
      { amount: '340.00', transactions: [{ endToEndId: 'ours' }, { endToEndId: paymentIdsOf(thirdId).endToEndId }] },
      'amount-differs',
    ],
    [
      'the right amount and day, but to another creditor',
      { transactions: [{ creditorAccount: 'DE02120300000000202051' }] },
      'fits-nothing',
    ],
  ])('%s', async (_, change, question) => {
    const { book, first, states, journal } = await handedOver();
    const ours = paymentIdsOf(first).endToEndId;
    // For two that fit alike, the third payment is made like the second.
    const transactions = change.transactions?.map((each) =>
      each.endToEndId === 'ours' ? { ...each, endToEndId: ours } : each,
    );
    const entry = named(first, { ...change, ...(transactions === undefined ? {} : { transactions }) });
    if (question === 'fits-several') {
      const { second } = await twins(journal);
      expect(second).toBeDefined();
    }
    const result = await book({ entries: [entry] });
    expect(result.settled).toEqual([]);
    expect(openQuestions(journal)).toMatchObject([{ question, key: expect.any(String) as string }]);
    expect(states()).not.toContain('settled');
    expect((await book({ entries: [entry] })).repeated).toBe(1);
    expect(openQuestions(journal)).toHaveLength(1);
  });
});

test('a line of another account settles nothing, whatever it names', async () => {
  const { book, first, states } = await handedOver();
  const elsewhere = { account: 'DE02120300000000202051', entries: [named(first)] };
  expect(await book(elsewhere)).toMatchObject({ settled: [], questions: [{ question: 'fits-nothing' }] });
  expect(states()).not.toContain('settled');
});

// As banks print them: with and without country, bank and branch, and with zeros in front.
test.each<[boolean, string, string | null]>([
  [true, account, account],
  [true, account, 'DE89 3704 0044 0532 0130 00'],
  [true, account, '0532013000'],
  [true, '55779911', '200000-55779911'],
  [true, '12345', '0000012345'],
  [true, account, null],
  [false, account, creditorAccount],
  [false, account, '2013000'],
  [false, '12345', '9912345'],
])('%s that %s is the account %s', (same, ours, theirs) => {
  expect(sameAccount(ours, theirs)).toBe(same);
});

test('nothing is booked twice: re-sent statements, then the notification, then the statement again', async () => {
  const { book, first, states, journal } = await handedOver();
  const fee: CamtEntry = { amount: '0.10', text: 'fee' };
  expect(await book({ kind: 'notification', id: 'N-1', entries: [named(first)] })).toMatchObject({ settled: [first] });
  const size = () => journal.size;
  const entries = [named(first), fee, fee];
  expect(await book({ entries })).toMatchObject({ settled: [], repeated: 1, questions: [{}, {}] });
  const before = size();
  expect(await book({ entries })).toMatchObject({ settled: [], repeated: 3, questions: [] });
  expect(size()).toBe(before);
  expect(states()[0]).toBe('settled');
});

test('without the bank’s references the two reports confirm one another; two statements do not', async () => {
  const { book, first, journal } = await handedOver();
  const { servicerReference: _, ...line } = named(first);
  await book({ kind: 'notification', id: 'N-1', entries: [{ ...line, text: 'order' }] });
  expect(await book({ id: 'S-1', entries: [line] })).toMatchObject({ settled: [], repeated: 1, questions: [] });
  expect(await book({ id: 'S-2', entries: [{ ...line, date: '2026-03-09' }] })).toMatchObject({
    questions: [{ question: 'debited-again' }],
  });
  expect(await book({ id: 'S-3', entries: [line] })).toMatchObject({
    questions: [{ question: 'perhaps-a-repetition' }],
  });
  expect(openQuestions(journal)).toHaveLength(2);
});

test('a returned payment opens its obligation again, whatever the bank calls it', async () => {
  const returned: Partial<CamtEntry>[] = [
    { direction: 'CRDT', servicerReference: 'B2', reversal: true },
    { direction: 'CRDT', servicerReference: 'B2' },
    { direction: 'CRDT', servicerReference: 'B2', transactions: [{ endToEndId: 'ours', returnReason: 'AC04' }] },
  ];
  for (const change of returned) {
    const { book, first, states } = await handedOver();
    const { endToEndId } = paymentIdsOf(first);
    const entry = named(first, change);
    const transactions = entry.transactions!.map((each) => ({ ...each, endToEndId }));
    await book({ id: 'S-1', entries: [named(first)] });
    expect(await book({ id: 'S-2', entries: [{ ...entry, transactions }] })).toMatchObject({ returned: [first] });
    expect(states()[0]).toBe('returned');
    expect(await book({ id: 'S-3', entries: [named(first, { servicerReference: 'B3' })] })).toMatchObject({
      questions: [{ question: 'debited-after-return' }],
    });
    const again = { ...entry, transactions, servicerReference: 'B4' };
    expect(await book({ id: 'S-4', entries: [again] })).toMatchObject({
      questions: [{ question: 'returned-again' }],
    });
  }
});

test('pending lines settle nothing until they are booked', async () => {
  const { book, first } = await handedOver();
  expect(await book({ entries: [named(first, { status: 'PDNG' })] })).toMatchObject({ settled: [], notBooked: 1 });
  expect(await book({ entries: [named(first)] })).toMatchObject({ settled: [first] });
});

test('a person’s answer settles or explains, once, and stays', async () => {
  const { book, first, journal, states } = await handedOver();
  await book({ entries: [named(first, { amount: '99.00', transactions: [{}] }), { amount: '3.00', text: 'Coffee' }] });
  const [short, coffee] = openQuestions(journal);
  await answerQuestion(journal, { key: short!.key, by: 'ann', paymentId: first, note: 'the bank kept a euro' });
  await answerQuestion(journal, { key: coffee!.key, by: 'ann', paymentId: null, note: 'private' });
  expect(states()[0]).toBe('settled');
  expect(openQuestions(journal)).toEqual([]);
  for (const key of [short!.key, 'nothing']) {
    await expect(answerQuestion(journal, { key, by: 'ann', paymentId: first, note: '' })).rejects.toMatchObject({
      code: 'BANK_ENTRY_UNKNOWN',
    });
  }
});

const line = (servicerReference: string, direction: 'CRDT' | 'DBIT'): CamtEntry => {
  return { amount: '99.00', servicerReference, direction, text: servicerReference };
};

test('an answer can settle what is open by a debit, return what is not returned by a credit, and nothing else', async () => {
  const { book, first, second, journal, states } = await handedOver();
  await book({ entries: [line('D1', 'DBIT'), line('D2', 'DBIT'), line('C1', 'CRDT'), line('C2', 'CRDT')] });
  const [debit, secondDebit, credit, secondCredit] = openQuestions(journal).map(({ key }) => key);
  const answer = (key: string | undefined, paymentId: string) =>
    answerQuestion(journal, { key: key!, by: 'ann', paymentId, note: 'seen' });
  const refused = { code: 'BANK_ENTRY_UNKNOWN' };

  await answer(debit, first);
  expect(states()).toEqual(['settled', 'handed-over', 'handed-over']);
  await expect(answer(secondDebit, first)).rejects.toMatchObject(refused);
  await answer(credit, first);
  expect(allPayments(journal)[0]).toMatchObject({ state: 'returned', reason: 'seen' });
  await expect(answer(secondCredit, first)).rejects.toMatchObject(refused);
  await expect(answer(secondDebit, first)).rejects.toMatchObject(refused);
  await expect(answer(secondDebit, 'nobody')).rejects.toMatchObject(refused);
  await answer(secondCredit, second);
  expect(states()).toEqual(['returned', 'returned', 'handed-over']);
  expect(openQuestions(journal).map(({ key }) => key)).toEqual([secondDebit]);
});

test('balances follow one another, and the newest is what there is', async () => {
  const { book, journal } = await handedOver();
  const day = (id: string, date: string, opening: string, closing: string, amount: string) =>
    book({ id, date, opening, closing, entries: [{ amount }] });
  expect((await day('S-1', '2026-03-06', '10.00', '9.00', '1.00')).findings).toEqual([]);
  expect((await day('S-2', '2026-03-09', '9.00', '7.50', '1.50')).findings).toEqual([]);
  expect((await day('S-4', '2026-03-11', '7.00', '6.99', '0.01')).findings).toEqual([
    { check: 'continuity', stated: '7.00 EUR', found: '7.50 EUR' },
  ]);
  expect(bankBalance(journal, account, eur)).toBe(699n);
  // Neither one that comes again nor one that comes late is news.
  const { size } = journal;
  await day('S-4', '2026-03-11', '7.00', '6.99', '0.01');
  expect(journal.size).toBe(size);
  expect((await day('S-0', '2026-03-05', '11.00', '10.00', '1.00')).findings).toEqual([]);
  expect(bankBalance(journal, account, eur)).toBe(699n);
  expect(bankBalance(journal, 'other', eur)).toBeNull();
});

const statusReport = (body: string) =>
  readPaymentStatus(bytesOf(`<Document><CstmrPmtStsRpt>${body}</CstmrPmtStsRpt></Document>`));
const transaction = (id: string, code: string, reason: string) =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${code}</TxSts>${reason}</TxInfAndSts>`;

test('pain.002: what is rejected is owed again, what is accepted is not yet paid', async () => {
  const { journal, first, second, third, states } = await handedOver();
  const [one, two] = [first, second].map(paymentIdsOf);
  const statuses = statusReport(
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${paymentIdsOf(third).messageId}</OrgnlMsgId><GrpSts>ACSP</GrpSts></OrgnlGrpInfAndSts>` +
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId>${transaction(one!.endToEndId, 'RJCT', '<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>')}` +
      `${transaction(two!.endToEndId, 'ACSC', '')}</OrgnlPmtInfAndSts>`,
  );
  expect(statuses.map(({ scope, code, rejected, reason }) => [scope, code, rejected, reason])).toEqual([
    ['message', 'ACSP', false, null],
    ['payment', 'RJCT', true, 'AC01'],
    ['payment', 'ACSC', false, null],
  ]);
  expect(await applyPaymentStatus(journal, statuses)).toEqual({ returned: [first], unknown: [] });
  expect(await applyPaymentStatus(journal, statuses)).toEqual({ returned: [], unknown: [] });
  expect(states()).toEqual(['returned', 'handed-over', 'handed-over']);
  expect(allPayments(journal)[0]!.reason).toBe('AC01');
  expect(() => readPaymentStatus(bytesOf('<Document/>'))).toThrow(
    expect.objectContaining({ code: 'BANK_FILE_MALFORMED' }),
  );
});

test('a payment rejected in a message that is accepted is returned, and a rejection of no payment of ours is told', async () => {
  const { journal, first, states } = await handedOver();
  const { messageId, endToEndId } = paymentIdsOf(first);
  const status = { code: 'RJCT', rejected: true, reason: 'AC01' };
  const foreign = { ...status, scope: 'payment' as const, id: 'somebody-else' };
  expect(
    await applyPaymentStatus(journal, [
      { scope: 'message', id: messageId, code: 'ACTC', rejected: false, reason: null },
      { ...status, scope: 'payment', id: endToEndId },
      foreign,
    ]),
  ).toEqual({ returned: [first], unknown: [foreign] });
  expect(states()[0]).toBe('returned');
});
