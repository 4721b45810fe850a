import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCreditorReference, parseIban } from './iban.ts';
import { paymentIdsOf } from './payment-ids.ts';
import { nameText, referenceText } from './payment-text.ts';

const refused = (run: () => unknown) => {
  expect(run).toThrow(expect.objectContaining({ code: 'PAYMENT_MALFORMED' }));
};

test('invariant 13: a name is written in letters that banks take or refused; a reference is never changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 70 }), (text, lengthMax) => {
      try {
        const name = nameText(text, lengthMax);
        expect(name).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]+$/);
        expect(name.length).toBeLessThanOrEqual(lengthMax);
        expect(nameText(name, lengthMax)).toBe(name);
      } catch (error) {
        expect(error).toMatchObject({ code: 'PAYMENT_MALFORMED' });
      }
      try {
        expect(referenceText(text, lengthMax)).toBe(text);
      } catch (error) {
        expect(error).toMatchObject({ code: 'PAYMENT_MALFORMED' });
      }
    }),
  );
});

test.each([
  ['Finanzamt Köln-Süd', 'Finanzamt Koeln-Sued'],
  ['Łódź  &  Ålesund', 'Lodz + Alesund'],
  ['Crédit “Ç”'.replace(/[“”]/g, "'"), "Credit 'C'"],
])('%s is spelled %s', (name, text) => {
  expect(nameText(name, 70)).toBe(text);
});

test('invariant 14: no single wrong digit, and no two changed for one another, pass for an account', () => {
  // Examples of the SWIFT IBAN registry.
  const ibans = ['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606', 'NO9386011117947'];
  fc.assert(
    fc.property(fc.constantFrom(...ibans), fc.nat(30), fc.nat(9), (iban, place, digit) => {
      expect(parseIban(iban)).toBe(iban);
      const at = place % iban.length;
      const changed = iban.slice(0, at) + digit + iban.slice(at + 1);
      if (changed !== iban) refused(() => parseIban(changed));
      const swapped = iban.slice(0, at) + (iban[at + 1] ?? '') + iban[at] + iban.slice(at + 2);
      if (swapped !== iban) refused(() => parseIban(swapped));
    }),
  );
  expect(parseCreditorReference('rf18 5390 0754 7034')).toBe('RF18539007547034');
  refused(() => parseCreditorReference('RF18539007547043'));
});

test('invariant 15: a payment’s names are its own, the same for ever, and fit wherever they are written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (ids) => {
      const names = ids.flatMap((id) => Object.values(paymentIdsOf(id)) as string[]);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Z2-7]{12}$|^GM[EMP][A-Z2-7]{32}$/);
    }),
  );
  // The names of a payment that was made can never be others.
  expect(paymentIdsOf('us/irs/1040-ES/2026/1/0x52/1')).toEqual({
    messageId: 'GMMU227STGDZR5HTXLT4MK7UJ7SBIYZDTOD',
    paymentInformationId: 'GMPU227STGDZR5HTXLT4MK7UJ7SBIYZDTOD',
    endToEndId: 'GMEU227STGDZR5HTXLT4MK7UJ7SBIYZDTOD',
    shortId: 'U227STGDZR5H',
  });
});
