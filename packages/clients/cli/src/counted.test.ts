import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [0, '0 tasks'],
  [1, '1 task'],
  [2, '2 tasks'],
])('%i is said as "%s"', (count, said) => expect(counted(count, 'task')).toBe(said));
