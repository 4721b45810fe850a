import { loadRulePack, rulePackIds } from '@gristmill/rules';
import { assess } from '@gristmill/tax';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { factsTemplate } from './facts-template.ts';

describe.each(rulePackIds)('the template of %s', (id) => {
  it('holds every fact that is always needed, and no other', async () => {
    const pack = await loadRulePack(id);
    const always = Object.entries(pack.facts).filter(([, { neededWhen }]) => neededWhen === undefined);
    expect(Object.keys(parse(factsTemplate(pack)) as object)).toEqual(always.map(([name]) => name));
  });

  it('names the others for whoever takes the # away', async () => {
    const pack = await loadRulePack(id);
    const all = factsTemplate(pack).replaceAll(/^# (\w+:)$/gm, '$1');
    expect(Object.keys(parse(all) as object).toSorted()).toEqual(Object.keys(pack.facts).toSorted());
  });
});

it('states nothing for its reader but amounts of 0', async () => {
  const pack = await loadRulePack('us/federal/individual');
  const facts = parse(factsTemplate(pack)) as Record<string, unknown>;
  expect(facts).toMatchObject({ wages: 0, filing_status: null, primary_age: null });
  expect(() => assess(pack, facts, { year: 2026 })).toThrowError(/filing_status/);
  const filled = { ...facts, filing_status: 'single', primary_age: 40, primary_blind: false };
  expect(assess(pack, { ...filled, claimed_as_dependent: false, dependents: 0 }, { year: 2026 }).total).toBe('0');
});
