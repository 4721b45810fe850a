import fc from 'fast-check';
import { parseCivilDate } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { achViolations } from '../test/ach-rules.ts';
import { type AchTaxFile, achTaxFile, US_TREASURY } from './nacha.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { txpSegment } from './txp.ts';

const tax = {
  taxpayerId: '123456789',
  taxTypeCode: '10406',
  periodEnd: parseCivilDate('2026-12-31'),
  amounts: [{ type: '10406', cents: 300_919n }],
};
const paymentId = 'us/irs/1040-ES/2026/1/0x52/1';
const file: AchTaxFile = {
  createdAtMs: Date.parse('2026-04-10T16:05:00Z'),
  originator: {
    name: 'Acme Corp',
    companyId: '1123456789',
    bankName: 'Acme Bank',
    bankRoutingNumber: '123456780',
  },
  effectiveDate: parseCivilDate('2026-04-13'),
  entries: [{ paymentId, creditor: US_TREASURY, tax }],
};

const creditorWith = (accountNumber: string) => ({
  ...US_TREASURY,
  account: { ...US_TREASURY.account, accountNumber },
});

test('an EFTPS payment by ACH credit, to the byte', () => {
  const { shortId } = paymentIdsOf(paymentId);
  // Columns 1 to 94 of each record as NACHA's record format specifications number them.
  const nines = `${'9'.repeat(94)}\n`;
  expect(achTaxFile(file)).toBe(
    [
      `101 12345678011234567892604101605${'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[file.createdAtMs % 36]}094101ACME BANK              ACME CORP              ${shortId.slice(0, 8)}\n`,
      '5220ACME CORP                           1123456789CCDTAXPAYMENT      260413   1123456780000001\n',
      `62206103600023401009         0000300919${shortId}   IRS                     1123456780000001\n`,
      `705${'TXP*123456789*10406*261201*10406*300919\\'.padEnd(80)}00010000001\n`,
      `82200000020006103600${'0'.repeat(12)}0000003009191123456789${' '.repeat(25)}123456780000001\n`,
      `9000001000001000000020006103600000000000000000000300919${' '.repeat(39)}\n`,
      nines.repeat(4),
    ].join(''),
  );
});

/** NACHA's own examples and those of public processors, field for field. */
describe('TXP segment', () => {
  test.each([
    [
      '94105',
      '1996-03-31',
      { '1': 10_000n, '2': 5000n, '3': 15_000n },
      'TXP*123456789*94105*960301*1*10000*2*5000*3*15000\\',
    ],
    ['94105', '2026-09-30', { '94105': 123_456n }, 'TXP*123456789*94105*260901*94105*123456\\'],
    ['09405', '2026-12-31', { '09405': 4200n }, 'TXP*123456789*09405*261201*09405*4200\\'],
  ])('%s for %s', (taxTypeCode, end, amounts, expected) => {
    const parts = Object.entries(amounts).map(([type, cents]) => ({ type, cents }));
    expect(txpSegment({ taxpayerId: '123456789', taxTypeCode, periodEnd: parseCivilDate(end), amounts: parts })).toBe(
      expected,
    );
  });

  test.each([
    { taxpayerId: '12-3456789' },
    { taxTypeCode: '10*06' },
    { amounts: [] },
    { amounts: [{ type: '1', cents: 0n }] },
    { amounts: Array.from({ length: 4 }, () => ({ type: '1', cents: 1n })) },
  ])('refuses %o', (change) => {
    expect(() => txpSegment({ ...tax, ...change })).toThrow(expect.objectContaining({ code: 'PAYMENT_MALFORMED' }));
  });
});

const routing = fc
  .integer({ min: 1_000_000, max: 12_999_999 })
  .map((n) => n.toString().padStart(8, '0'))
  .map((eight) => {
    const sum = [3, 7, 1, 3, 7, 1, 3, 7].reduce((total, weight, i) => total + weight * Number(eight[i]), 0);
    return `${eight}${(10 - (sum % 10)) % 10}`;
  });

test('invariant 9: a bank that checks what NACHA prescribes finds nothing in it', () => {
  const parties = fc.record({
    routingNumber: routing,
    accountNumber: fc.stringMatching(/^[A-Z0-9]{1,17}$/),
    kind: fc.constantFrom('checking' as const, 'savings' as const),
    name: fc.stringMatching(/^[A-Za-z][A-Za-z .&]{0,40}[a-z]$/),
    cents: fc.array(fc.bigInt(1n, 3_333_333_333n), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(parties, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 0, max: 3_000_000_000 }),
      (given, seconds) => {
        const entries = given.map(({ name, cents, ...account }, i) => ({
          paymentId: `p/${i}`,
          creditor: { name, account },
          tax: { ...tax, amounts: cents.map((each, part) => ({ type: `${part + 1}`, cents: each })) },
        }));
        expect(achViolations(achTaxFile({ ...file, entries, createdAtMs: seconds * 1000 }))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('the rules of that bank notice a change of any digit that counts', () => {
  const text = achTaxFile(file);
  expect(achViolations(text)).toEqual([]);
  // The amount, the receiving bank, the trace number, the hash, the sum, the block count, the size of a record.
  for (const at of [95 * 2 + 35, 95 * 2 + 5, 95 * 2 + 90, 95 * 4 + 15, 95 * 4 + 40, 95 * 5 + 12]) {
    const other = text[at] === '7' ? '8' : '7';
    expect(achViolations(text.slice(0, at) + other + text.slice(at + 1)), `column ${at % 95}`).not.toEqual([]);
  }
  expect(achViolations(text.replace('IRS', 'IRS '))).not.toEqual([]);
  expect(achViolations(text.replace('*300919', '*300918'))).not.toEqual([]);
});

test('invariant 9: whatever is paid, records are whole and the controls are the sums of the entries', () => {
  const some = fc.array(fc.tuple(routing, fc.bigInt(1n, 9_999_999_999n)), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(some, (payments) => {
      const entries = payments.map(([routingNumber, cents], i) => ({
        paymentId: `${i}`,
        creditor: { name: 'State', account: { routingNumber, accountNumber: '1', kind: 'savings' as const } },
        tax: { ...tax, amounts: [{ type: 'T', cents }] },
      }));
      const records = achTaxFile({ ...file, entries }).split('\n');
      expect(records.pop()).toBe('');
      expect(records.length % 10).toBe(0);
      for (const record of records) expect(record).toHaveLength(94);

      const details = records.filter((record) => record.startsWith('6'));
      const addenda = records.filter((record) => record.startsWith('7'));
      const hash = details
        .reduce((sum, record) => sum + BigInt(record.slice(3, 11)), 0n)
        .toString()
        .slice(-10);
      const credits = details.reduce((sum, record) => sum + BigInt(record.slice(29, 39)), 0n);
      const batch = records.find((record) => record.startsWith('8'))!;
      const control = records.find((record) => record.startsWith('9'))!;
      expect(details.map((record) => record.slice(79))).toEqual(
        addenda.map((record, i) => `12345678${record.slice(-7)}`.replace(/.{7}$/, String(i + 1).padStart(7, '0'))),
      );
      expect([batch.slice(4, 10), control.slice(13, 21)].map(Number)).toEqual([2 * entries.length, 2 * entries.length]);
      for (const text of [batch.slice(10, 20), control.slice(21, 31)]) expect(text).toBe(hash.padStart(10, '0'));
      for (const text of [batch.slice(32, 44), control.slice(43, 55)]) expect(BigInt(text)).toBe(credits);
      expect(Number(control.slice(7, 13)) * 10).toBe(records.length);
    }),
    { numRuns: 50 },
  );
});

test('refuses a wrong routing number, nothing, and a name that cannot be written', () => {
  const refusal = expect.objectContaining({ code: 'PAYMENT_MALFORMED' });
  for (const wrong of [
    { ...file, entries: [] },
    { ...file, originator: { ...file.originator, bankRoutingNumber: '123456789' } },
    { ...file, originator: { ...file.originator, name: '株式会社' } },
    // An id or account number is never cut or spelled differently.
    { ...file, originator: { ...file.originator, companyId: '12345678901' } },
    { ...file, entries: [{ paymentId, tax, creditor: creditorWith('123456789012345678') }] },
    { ...file, entries: [{ paymentId, tax, creditor: creditorWith('1234_5') }] },
  ]) {
    expect(() => achTaxFile(wrong)).toThrow(refusal);
  }
});
