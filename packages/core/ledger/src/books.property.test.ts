import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountOf, type Books, createBooks, type Entry, settlementChart, transfer } from './books.ts';

type Account = AccountOf<typeof settlementChart>;

const kinds = Object.keys(settlementChart) as (keyof typeof settlementChart)[];
const account = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom('ann', 'bob'))
  .map(([kind, holder]): Account => `${kind}:${holder}`);
const asset = fc.constantFrom('GUSD', 'EUR');
const debits = fc.array(fc.tuple(account, fc.bigInt({ min: 1n, max: 100n })), { minLength: 1, maxLength: 3 });

/** Mostly balanced entries of two to four postings, and some that are off by one. */
const entry = fc
  .tuple(asset, debits, account, fc.constantFrom(0n, 0n, 0n, 0n, 1n))
  .map(([asset, debits, credited, error]): Entry<Account> => {
    const units = debits.reduce<bigint>((sum, [, each]) => sum + each, error);
    const debitPostings = debits.map(([account, each]) => ({ account, side: 'debit' as const, units: each }));
    return { asset, postings: [...debitPostings, { account: credited, side: 'credit', units }] };
  });

/** Deposits first, so that a good part of what follows can be paid. */
const deposit = fc
  .tuple(asset, fc.constantFrom('ann', 'bob'))
  .map(([asset, holder]): Entry<Account> => transfer<Account>(asset, `payer:${holder}`, `escrow:${holder}`, 200n));
const entries = fc
  .tuple(fc.array(deposit, { maxLength: 6 }), fc.array(entry, { maxLength: 30 }))
  .map(([deposits, rest]) => deposits.concat(rest));

const show = (books: Books<typeof settlementChart>) => [books.trialBalance('GUSD'), books.trialBalance('EUR')];

/** Posts what the books accept; gives the accepted entries. */
function postAll(books: Books<typeof settlementChart>, list: readonly Entry<Account>[], eachStep = () => {}) {
  return list.filter((each) => {
    const before = show(books);
    try {
      books.post(each);
      return true;
    } catch (error) {
      expect(['LEDGER_UNBALANCED', 'LEDGER_OVERDRAWN']).toContain((error as { code: string }).code);
      // Invariant 8: a refused entry changes nothing.
      expect(show(books)).toEqual(before);
      return false;
    } finally {
      eachStep();
    }
  });
}

describe('books', () => {
  it('invariants 7, 8, 9 and 11: balanced, unchanged by refusals, never overdrawn, conserved', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const books = createBooks(settlementChart);
        postAll(books, list, () => {
          for (const asset of ['GUSD', 'EUR']) {
            const trial = books.trialBalance(asset);
            expect(trial.debits).toBe(trial.credits);
            for (const { balance } of trial.accounts) expect(balance).toBeGreaterThanOrEqual(0n);
            const inside = (['escrow', 'provider', 'vault', 'authority'] as const).map((kind) =>
              books.total(kind, asset),
            );
            expect(books.total('payer', asset)).toBe(inside.reduce((sum, units) => sum + units, 0n));
          }
        });
      }),
    );
  });

  it('invariant 10: balances are a fold over the accepted entries, whatever their order', () => {
    const unbounded = Object.fromEntries(
      Object.entries(settlementChart).map(([kind, rule]) => [kind, { ...rule, bounded: false }]),
    ) as unknown as typeof settlementChart;
    fc.assert(
      fc.property(entries, (list) => {
        const books = createBooks(settlementChart);
        const accepted = postAll(books, list);
        const again = createBooks(settlementChart);
        for (const each of accepted) again.post(each);
        expect(show(again)).toEqual(show(books));
        const reversed = createBooks(unbounded);
        for (const each of accepted.toReversed()) reversed.post(each);
        expect(show(reversed)).toEqual(show(books));
      }),
    );
  });
});
