import { formatUnits, type JobView, type NetworkView } from 'gristmill';
import { counted } from './counted.ts';

/** What a job took and cost, in a line: `3 tasks, 6 attempts, 1204011 fuel, 0.0012 GUSD`. */
export function billText(view: JobView, asset: NetworkView['asset']): string {
  const { tasks, attempts, fuelUsed, spentUnits } = view;
  return [
    counted(tasks, 'task'),
    counted(attempts, 'attempt'),
    `${fuelUsed} fuel`,
    formatUnits(spentUnits, asset),
  ].join(', ');
}
