import { type Parameter, parseCivilDate, Rational } from '@gristmill/tax';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRulePack, rulePackIds } from './load.ts';
import { explainPackDiff, explainParameterDiff, packDiff, parameterDiff } from './pack-diff.ts';

const pack = await loadRulePack('eu/vat');
const path = 'standard-rate.ro';
const romania = pack.parameters.get(path)!;
const newest = romania.values.at(-1)!;

function withRomania(values: Parameter['values']): ReadonlyMap<string, Parameter> {
  return new Map(pack.parameters).set(path, { ...romania, values });
}

const rate = (percent: bigint) => ({ kind: 'rate' as const, rate: Rational.of(percent, 100n) });

test('a pack that says the same has no difference', async () => {
  for (const id of rulePackIds) {
    const [one, two] = await Promise.all([loadRulePack(id), loadRulePack(id)]);
    expect(packDiff(one, two).parameters).toEqual([]);
  }
  expect(explainPackDiff(packDiff(pack, pack))).toBe(`${pack.cid} is the same pack.\n\nNo parameter changes.`);
});

test('an added value stands beside what the old set says of that day', () => {
  const added = { ...newest, start: parseCivilDate('2027-01-01'), value: rate(22n) };
  const changes = parameterDiff(pack.parameters, withRomania([...romania.values, added]));
  expect(changes).toMatchObject([
    { path, change: 'added', choice: null, start: '2027-01-01', until: null, before: '21%', after: '22%' },
  ]);
  expect(changes[0]!.citations).toBe(newest.citations);
});

test('a removed value stands beside what is said of that day without it', () => {
  expect(parameterDiff(pack.parameters, withRomania(romania.values.slice(0, -1)))).toMatchObject([
    { path, change: 'removed', start: '2025-08-01', before: '21%', after: '19%' },
  ]);
});

test('a value that is rewritten, one that lapses, and one that was only checked again are told apart', () => {
  const others = romania.values.slice(0, -1);
  const change = (value: Parameter['values'][number]) =>
    parameterDiff(pack.parameters, withRomania([...others, value]));
  expect(change({ ...newest, value: rate(20n) })).toMatchObject([{ change: 'rewritten', before: '21%', after: '20%' }]);
  expect(change({ ...newest, value: { kind: 'quantity', quantity: Rational.of(21n, 100n) } })).toMatchObject([
    { change: 'rewritten' },
  ]);
  expect(change({ ...newest, until: parseCivilDate('2027-12-31') })).toMatchObject([
    { change: 'redated', until: '2027-12-31', before: '21%', after: '21%' },
  ]);
  expect(change({ ...newest, checked: parseCivilDate('2026-12-01') })).toMatchObject([
    { change: 'recited', checked: '2026-12-01' },
  ]);
  expect(change({ ...newest, citations: [] })).toMatchObject([{ change: 'recited' }]);
});

test('a correction of the same start is an addition, not a rewriting', () => {
  const corrected = { ...newest, published: parseCivilDate('2025-09-01'), value: rate(20n) };
  expect(parameterDiff(pack.parameters, withRomania([...romania.values, corrected]))).toMatchObject([
    { change: 'added', start: '2025-08-01', published: '2025-09-01', before: '21%', after: '20%' },
  ]);
});

test('values by choice are compared choice by choice', () => {
  const [one, two] = [6n, 7n].map((single) => {
    const choices = { single: rate(single), joint: rate(5n) };
    return only({ ...romania, by: 'status' }, new Map(Object.entries(choices)));
  });
  expect(parameterDiff(one!, two!)).toMatchObject([
    { change: 'rewritten', choice: 'single', before: '6%', after: '7%' },
  ]);
});

test('holidays that keep their names but move are a difference', () => {
  const [one, two] = [1, 2].map((day) =>
    only(romania, { kind: 'holidays', holidays: [{ name: 'A', month: 1, day, observed: 'same-day' }] }),
  );
  expect(parameterDiff(one!, two!)).toMatchObject([
    {
      change: 'rewritten',
      before: 'A (month 1 day 1 observed same-day)',
      after: 'A (month 1 day 2 observed same-day)',
    },
  ]);
});

function only(parameter: Parameter, value: Parameter['values'][number]['value']): ReadonlyMap<string, Parameter> {
  return new Map([[parameter.path, { ...parameter, values: [{ ...newest, value }] }]]);
}

test('the text shows what to question first, with its dates and sources', () => {
  const added = { ...newest, start: parseCivilDate('2027-01-01'), value: rate(22n) };
  const renewed = withRomania([{ ...romania.values[0]!, value: rate(18n) }, ...romania.values.slice(1), added]);
  expect(explainParameterDiff(parameterDiff(pack.parameters, renewed))).toBe(`\
Rewritten: these change what was assessed before (1)
  standard-rate.ro: 19% -> 18%
    Romania, standard rate; from 2017-01-01, checked 2026-11-23
${sources(romania.values[0]!)}

Added (1)
  standard-rate.ro: 21% -> 22%
    Romania, standard rate; from 2027-01-01, published 2025-07-25, checked 2026-11-23
${sources(newest)}`);
});

function sources({ citations }: Parameter['values'][number]): string {
  return citations.map(({ title, url }) => `    ${title} <${url}>`).join('\n');
}

test('what one set adds the other lacks: the difference turned round swaps old and new', () => {
  const dates = fc.constantFrom('2026-01-01', '2026-07-01', '2027-01-01').map(parseCivilDate);
  const chain = fc
    .uniqueArray(fc.record({ start: dates, percent: fc.bigInt({ min: 15n, max: 30n }) }), {
      selector: ({ start }) => start,
    })
    .map((entries) =>
      entries
        .toSorted((a, b) => (a.start < b.start ? -1 : 1))
        .map(({ start, percent }) => ({ ...newest, start, value: rate(percent) })),
    );
  const turned = { added: 'removed', removed: 'added', rewritten: 'rewritten', redated: 'redated', recited: 'recited' };
  fc.assert(
    fc.property(chain, chain, (one, two) => {
      const [left, right] = [withRomania([...romania.values, ...one]), withRomania([...romania.values, ...two])];
      const there = parameterDiff(left, right);
      const back = parameterDiff(right, left);
      expect(back.map(({ start, change, before, after }) => [start, change, before, after])).toEqual(
        there.map(({ start, change, before, after }) => [start, turned[change], after, before]),
      );
      expect(there.length === 0).toBe(JSON.stringify(one.map(asText)) === JSON.stringify(two.map(asText)));
    }),
  );
});

function asText({ start, value }: { start: string; value: { rate: Rational } }): string {
  return `${start} ${value.rate.toString()}`;
}
