import { expect, it } from 'vitest';
import { answerText } from './answer-text.ts';

it('writes an answer as a table, with what could not be measured below it', () => {
  const text = answerText({
    name: 'mill',
    machine: 'a machine',
    results: [
      { case: 'a', unit: 's', ours: 0.5, rival: 1, rivalName: 'them', ratio: 2, note: 'a note' },
      { case: 'longer', unit: 'MB/s', ours: 12_345_678, rival: 3, rivalName: 'us', ratio: 4.125, note: '' },
    ],
    skipped: [{ case: 'b', why: 'it is broken' }],
    summary: { mean: 1.23456, modules: 1234, worst: 'a' },
  });
  expect(text.split('\n')).toEqual([
    'mill on a machine; a ratio is better for us when larger than 1',
    '',
    'case          ours  rival        unit  ratio  note',
    'a           0.5000  1.000  them  s      2.00  a note',
    'longer  12,345,678  3.000  us    MB/s   4.13',
    '',
    'not measured: b: it is broken',
    'mean: 1.235',
    'modules: 1,234',
    'worst: a',
  ]);
});
