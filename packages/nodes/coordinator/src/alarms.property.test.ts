import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../test/clock.ts';
import { createAlarms } from './alarms.ts';

describe('alarms', () => {
  it('ring once each, in order of time, never early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 60 }), async (delays) => {
        const clock = createManualClock(0);
        const alarms = createAlarms(clock, (error) => {
          throw error;
        });
        const rung: number[] = [];
        for (const delay of delays) {
          alarms.at(delay, () => {
            expect(clock.now()).toBeGreaterThanOrEqual(delay);
            rung.push(delay);
          });
        }
        await clock.advance(2_000);
        alarms.stop();
        expect(rung).toEqual(delays.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('wake for one that comes before what they sleep for, and survive one that throws', async () => {
    const clock = createManualClock(0);
    const errors: unknown[] = [];
    const alarms = createAlarms(clock, (error) => errors.push(error));
    const rung: string[] = [];
    alarms.at(10_000_000, () => rung.push('far'));
    await clock.advance(5);
    alarms.at(7, () => {
      throw new Error('broken');
    });
    alarms.at(8, () => rung.push('near'));
    await clock.advance(5);
    expect(rung).toEqual(['near']);
    expect(errors).toHaveLength(1);
    await clock.advance(10_000_000);
    alarms.stop();
    expect(rung).toEqual(['near', 'far']);
  });
});
