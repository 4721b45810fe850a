import { expect, it } from 'vitest';
import { adjustmentOf } from './adjustment.ts';
import { assess } from './assess.ts';
import { windowTax, windowTaxPack } from './example-pack.ts';
import { defineRulePack } from './rule-pack.ts';

const facts = { dwelling: 'cottage', rent: 120_000n, listed: true };
const before = assess(windowTaxPack, facts, { year: 2026 });

it('a corrected pack changes the lines it touches and says by how much; the past stays', () => {
  const kept = structuredClone(before);
  const after = assess(
    defineRulePack({ ...windowTax, formulaVersion: 2 }),
    { ...facts, listed: false },
    { year: 2026 },
  );
  expect(adjustmentOf(before, after)).toEqual({
    packId: 'xx/window-tax',
    year: 2026,
    before: { pack: windowTaxPack.cid, asOf: '2026-01-01', knownAt: null, total: before.total },
    after: { pack: after.pack, asOf: '2026-01-01', knownAt: null, total: after.total },
    lines: [
      { variable: 'relief', label: 'Relief for listed dwellings', before: '12000', after: '0' },
      { variable: 'tax', label: 'Window tax', before: '10250', after: '11750' },
    ],
    difference: '1500',
  });
  expect(before).toEqual(kept);
  expect(adjustmentOf(before, before)).toMatchObject({ lines: [], difference: '0' });
});

it('refuses to compare different things', () => {
  const other = assess(windowTaxPack, facts, { year: 2025 });
  expect(() => adjustmentOf(before, other)).toThrow(expect.objectContaining({ code: 'ADJUSTMENT_MISMATCH' }));
});
