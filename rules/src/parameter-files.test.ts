import { assess, defineRulePack, parseCivilDate, Rational } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { tedbProposal } from '../eu/vat/tedb-proposal.ts';
import { loadRulePack } from './load.ts';
import { explainPackDiff, packDiff } from './pack-diff.ts';
import { PACKS } from './packs.ts';
import { parameterFilesOf } from './parameter-files.ts';
import { parseParameterText } from './parameter-text.ts';

test.each(PACKS.map((definition) => [definition.id, definition] as const))(
  'the parameters of %s are the same after they are written and read',
  async (id, definition) => {
    const pack = await loadRulePack(id);
    const files = Object.entries(parameterFilesOf(pack.parameters)).map(([file, document]) => {
      const text = stringify(document);
      return [file, parseParameterText(`${file}.yaml`, text)] as const;
    });
    const again = defineRulePack({ ...definition, parameterFiles: Object.fromEntries(files) });
    expect(again.parameters).toEqual(pack.parameters);
  },
);

test('an answer of the database becomes a pack that can be read about, adopted, and assessed with', async () => {
  const pack = await loadRulePack('eu/vat');
  const checked = parseCivilDate('2026-12-15');
  const situationOn = parseCivilDate('2027-01-01');
  const news = {
    memberState: 'EL',
    kind: 'standard',
    rate: Rational.of(23n, 100n),
    situationOn,
    category: null,
  } as const;
  const { parameters } = tedbProposal(pack.parameters, [news], { checked });
  const definition = PACKS.find(({ id }) => id === 'eu/vat')!;
  const renewed = defineRulePack({ ...definition, parameterFiles: parameterFilesOf(parameters) });

  const changes = packDiff(pack, renewed);
  expect(changes.parameters).toHaveLength(1);
  expect(explainPackDiff(changes)).toContain('standard-rate.el: 24% -> 23%');

  const greek = {
    supplier_country: 'EL',
    customer_country: 'EL',
    customer_status: 'non_taxable_person',
    service: 'general',
    amount: 10_000n,
    amount_includes_vat: false,
    rate_category: 'standard',
    region_with_own_rates: false,
  };
  expect(assess(renewed, greek, { asOf: '2027-01-01' }).total).toBe('2300');
  expect(assess(renewed, greek, { asOf: '2026-12-31' }).total).toBe('2400');
  // What was known before the answer came is what it was.
  expect(assess(renewed, greek, { asOf: '2027-01-01', knownAt: '2026-12-14' }).total).toBe('2400');
});
