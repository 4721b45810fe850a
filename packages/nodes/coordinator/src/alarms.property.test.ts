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

  it('forget those that are moot, and ring all others', async () => {
    const clock = createManualClock(0);
    const alarms = createAlarms(clock, (error) => {
      throw error;
    });
    const rung: number[] = [];
    let asked = 0;
    for (let i = 0; i < 20_000; i++) {
      const isMoot = (): boolean => {
        asked += 1;
        return i % 100 !== 0;
      };
      alarms.at(1_000 + ((i * 7_919) % 1_000), () => rung.push(i), isMoot);
    }
    // What was forgotten is not asked when its time comes, and looking for it costs each alarm little.
    expect(asked).toBeLessThan(40_000);
    asked = 0;
    await clock.advance(3_000);
    expect(asked).toBeLessThan(2_000);
    alarms.stop();
    expect(rung.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i * 100));
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
