import type { Answer, Case } from './question.ts';

/** An answer as a table for people. */
export function answerText({ name, machine, results, skipped, summary }: Answer): string {
  const rows = [
    ['case', 'ours', 'rival', '', 'unit', 'ratio', 'note'],
    ...results.map(({ case: what, ours, rival, rivalName, unit, ratio, note }) => [
      what,
      amount(ours),
      amount(rival),
      rivalName,
      unit,
      ratio < 0.01 ? ratio.toPrecision(2) : ratio.toFixed(2),
      note,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const numeric = new Set([1, 2, 5]);
  const table = rows.map((row) =>
    row
      .map((cell, column) => (numeric.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  const figures = Object.entries(summary).map(
    ([key, value]) => `${key}: ${typeof value === 'number' ? figure(value) : value}`,
  );
  const gaps = skipped.map(({ case: what, why }) => `not measured: ${what}: ${why}`);
  return [
    `${name} on ${machine}; a ratio is better for us when larger than 1`,
    '',
    ...table,
    '',
    ...gaps,
    ...figures,
  ].join('\n');
}

function amount(value: Case['ours']): string {
  return value >= 1e4 ? Math.round(value).toLocaleString('en') : value.toPrecision(4);
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(3);
}
