import { assessLines } from '@gristmill/tax';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('eu/vat');
const country = fc.constantFrom('DE', 'FR', 'SE', 'PT', 'outside');

const supplies = fc
  .record({
    supplier_country: country,
    customer_country: country,
    customer_status: fc.constantFrom('taxable_person', 'non_taxable_person'),
    service: fc.constantFrom('electronic', 'article_59', 'general'),
    amount: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    amount_includes_vat: fc.boolean(),
    rate_category: fc.constant('standard'),
    region_with_own_rates: fc.constant(false),
    established_in_one_member_state: fc.boolean(),
    cross_border_sales_this_year: fc.bigInt({ min: 1n, max: 2_000_000n }),
    cross_border_sales_last_year: fc.bigInt({ min: 0n, max: 2_000_000n }),
    opted_for_customer_country: fc.boolean(),
    one_stop_shop: fc.boolean(),
  })
  .map((facts) => ({ facts, lines: assessLines(pack, facts, { asOf: '2026-11-23' }) }));

type Facts = (typeof supplies extends fc.Arbitrary<infer Drawn> ? Drawn : never)['facts'];

/** The same law again, as the table of cases that the Commission's guides print. */
function expected(facts: Facts): { place: string; liable: string } {
  const { supplier_country: supplier, customer_country: customer, customer_status, service } = facts;
  const consumer = customer_status === 'non_taxable_person';
  const small =
    facts.established_in_one_member_state &&
    !facts.opted_for_customer_country &&
    facts.cross_border_sales_this_year <= 1_000_000n &&
    facts.cross_border_sales_last_year <= 1_000_000n;
  const withinUnion = supplier !== 'outside' && customer !== 'outside' && supplier !== customer;
  const table: [boolean, string][] = [
    [!consumer, customer],
    [service === 'electronic' && withinUnion && small, supplier],
    [service === 'electronic', customer],
    [service === 'article_59' && customer === 'outside', 'outside'],
    [true, supplier],
  ];
  const place = table.find(([applies]) => applies)![1];
  if (place === 'outside') return { place, liable: 'nobody' };
  return { place, liable: !consumer && supplier !== customer ? 'customer' : 'supplier' };
}

// INVARIANTS.md, 1.
test('place and debtor are those of the table, whatever the facts', () => {
  fc.assert(
    fc.property(supplies, ({ facts, lines }) => {
      expect({ place: lines['place_of_supply'], liable: lines['person_liable'] }).toEqual(expected(facts));
    }),
    { numRuns: 500 },
  );
});

// INVARIANTS.md, 2.
test('the parts of an invoice are its total, and a price that includes VAT is what is paid', () => {
  fc.assert(
    fc.property(supplies, ({ facts, lines }) => {
      const [taxable, charged, total] = ['taxable_amount', 'vat_charged', 'invoice_total'].map((name) =>
        BigInt(lines[name]!),
      ) as [bigint, bigint, bigint];
      expect(taxable + charged).toBe(total);
      if (facts.amount_includes_vat) expect(total).toBe(facts.amount);
      else expect(taxable).toBe(facts.amount);
    }),
  );
});

// INVARIANTS.md, 3.
test('VAT is owed by one person at most, and by someone exactly when the place is in the Union', () => {
  fc.assert(
    fc.property(supplies, ({ facts, lines }) => {
      const due = BigInt(lines['vat_due']!);
      expect(BigInt(lines['vat_charged']!) + BigInt(lines['vat_reverse_charged']!)).toBe(due);
      if (lines['place_of_supply'] === 'outside') expect(due).toBe(0n);
      else if (facts.amount >= 100n) expect(due).toBeGreaterThan(0n);
    }),
  );
});

// INVARIANTS.md, 4.
test('a higher price never carries less VAT', () => {
  fc.assert(
    fc.property(supplies, fc.bigInt({ min: 0n, max: 10_000n }), ({ facts, lines }, more) => {
      const higher = assessLines(pack, { ...facts, amount: facts.amount + more }, { asOf: '2026-11-23' });
      expect(BigInt(higher['vat_due']!)).toBeGreaterThanOrEqual(BigInt(lines['vat_due']!));
    }),
  );
});
