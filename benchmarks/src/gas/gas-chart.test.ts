import { expect, it } from 'vitest';
import { gasChart, type GasLine, gasPerTask } from './gas-chart.ts';

const labelAt = { along: 0.5, side: 'above', align: 'left' } as const;

it('shares the gas of a claim among its tasks, from one to a million', () => {
  const points = gasPerTask({ name: 'a', claimGas: 60_000, ours: true, labelAt });
  expect(points[0]).toEqual({ tasks: 1, gas: 60_000 });
  expect(points.at(-1)).toEqual({ tasks: 1_000_000, gas: 0.06 });
  expect(points).toContainEqual({ tasks: 1000, gas: 60 });
  const flat = gasPerTask({ name: 'a', taskGas: 7, ours: false, labelAt });
  expect(new Set(flat.map(({ gas }) => gas))).toEqual(new Set([7]));
});

it('draws each line with its name and what one task costs', async () => {
  const lines: GasLine[] = [
    { name: 'a claim', claimGas: 60_000, ours: true, labelAt },
    { name: 'a task of theirs', taskGas: 1_600_000, ours: false, labelAt },
  ];
  const svg = await gasChart(lines, { subtitle: 'as measured' });
  expect(svg).toMatch(/^<svg[^]*<\/svg>$/);
  for (const text of ['a claim: 60,000', 'a task of theirs: 1,600,000', 'as measured', 'paid tasks per claim']) {
    expect(svg).toContain(text);
  }
  expect(svg.match(/aria-roledescription="line mark"/g)).toHaveLength(2);
});
