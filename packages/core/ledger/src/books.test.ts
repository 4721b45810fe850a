import { describe, expect, it } from 'vitest';
import { createBooks, settlementChart, transfer } from './books.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('books', () => {
  it('tell where a job’s money went, to the last unit', () => {
    const books = createBooks(settlementChart);
    books.post(transfer('GUSD', 'payer:ann', 'escrow:ann', 1_000n));
    books.post({
      asset: 'GUSD',
      postings: [
        { account: 'escrow:ann', side: 'credit', units: 700n },
        { account: 'provider:bob', side: 'debit', units: 600n },
        { account: 'vault:bob', side: 'debit', units: 100n },
      ],
    });
    books.post(transfer('GUSD', 'vault:bob', 'authority:irs', 40n));
    books.post(transfer('GUSD', 'escrow:ann', 'payer:ann', 300n));

    expect(books.balance('escrow:ann', 'GUSD')).toBe(0n);
    expect(books.balance('payer:ann', 'GUSD')).toBe(700n);
    expect(books.balance('vault:bob', 'GUSD')).toBe(60n);
    expect(books.total('provider', 'GUSD')).toBe(600n);
    expect(books.trialBalance('GUSD')).toMatchObject({ debits: 2_040n, credits: 2_040n });
    expect(books.trialBalance('GUSD').accounts.map(({ account }) => account)).toEqual([
      'authority:irs',
      'escrow:ann',
      'payer:ann',
      'provider:bob',
      'vault:bob',
    ]);
    expect(books.trialBalance('EUR')).toEqual({ accounts: [], debits: 0n, credits: 0n });
  });

  it('refuse an entry that does not balance', () => {
    const books = createBooks(settlementChart);
    expect(() =>
      books.post({
        asset: 'GUSD',
        postings: [
          { account: 'escrow:ann', side: 'debit', units: 10n },
          { account: 'payer:ann', side: 'credit', units: 9n },
        ],
      }),
    ).toThrow(refusal('LEDGER_UNBALANCED'));
    expect(() => books.post({ asset: 'GUSD', postings: [] })).toThrow(refusal('LEDGER_UNBALANCED'));
  });

  it('refuse to spend what is not there', () => {
    const books = createBooks(settlementChart);
    books.post(transfer('GUSD', 'payer:ann', 'escrow:ann', 5n));
    expect(() => books.post(transfer('GUSD', 'escrow:ann', 'provider:bob', 6n))).toThrow(refusal('LEDGER_OVERDRAWN'));
    expect(() => books.post(transfer('EUR', 'escrow:ann', 'provider:bob', 1n))).toThrow(refusal('LEDGER_OVERDRAWN'));
    expect(books.trialBalance('EUR').accounts).toEqual([]);
  });

  it('let accounts that are not bounded go below zero', () => {
    const books = createBooks({
      bank: { normalSide: 'debit', bounded: false },
      income: { normalSide: 'credit', bounded: true },
    });
    books.post(transfer('EUR', 'bank:giro', 'bank:savings', 8n));
    expect(books.balance('bank:giro', 'EUR')).toBe(-8n);
  });

  it('refuse nothing, less than nothing, and accounts the chart does not have', () => {
    const books = createBooks(settlementChart);
    for (const units of [0n, -1n]) {
      expect(() => books.post(transfer('GUSD', 'payer:ann', 'escrow:ann', units))).toThrow(
        refusal('LEDGER_POSTING_INVALID'),
      );
    }
    for (const account of ['escrow:', 'escrow', 'toString:x', 'wallet:bob', ':x'] as never[]) {
      expect(() => books.post(transfer('GUSD', 'payer:ann', account, 1n))).toThrow(refusal('LEDGER_ACCOUNT_UNKNOWN'));
    }
  });
});
