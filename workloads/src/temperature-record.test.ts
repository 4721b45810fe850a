import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGlobalTemperature } from './temperature-record.ts';

describe('readGlobalTemperature', () => {
  it('reads the record that vega-datasets ships', () => {
    const path = fileURLToPath(new URL('../data/global-temp.csv', import.meta.resolve('vega-datasets')));
    const { years, anomalies } = readGlobalTemperature(readFileSync(path, 'utf8'));
    expect([years[0], years.at(-1), years.length]).toEqual([1880, 2023, 144]);
    expect([anomalies[0], anomalies.at(-1)]).toEqual([-0.17, 1.17]);
    // Anomalies are relative to 1951 to 1980, so their mean over those years is zero but for rounding.
    const base = anomalies.slice(years.indexOf(1951), years.indexOf(1981));
    expect(Math.abs(base.reduce((sum, value) => sum + value, 0) / 30)).toBeLessThan(0.005);
  });

  it('takes either line ending', () => {
    expect(readGlobalTemperature('year,temp\r\n2000,0\r\n2001,-0.5\r\n')).toEqual({
      years: [2000, 2001],
      anomalies: [0, -0.5],
    });
  });

  it.each([
    ['', 'Line 1'],
    ['Year,Temp\n2000,0', 'Line 1'],
    ['year,temp', 'no year'],
    ['year,temp\n2000,0\n2002,0', '2001 was to come'],
    ['year,temp\n2000,0\n2000,0', '2001 was to come'],
    ['year,temp\n2000,***', 'Line 2'],
    ['year,temp\n2000,', 'Line 2'],
    ['year,temp\n2000,0,1', 'Line 2'],
    ['year,temp\n2000,1e9', 'Line 2'],
    ['year,temp\n2000,0\n\n2001,0', 'Line 3'],
  ])('refuses %j', (text, why) => {
    expect(() => readGlobalTemperature(text)).toThrowError(
      expect.objectContaining({
        code: 'TEMPERATURE_RECORD_MALFORMED',
        message: expect.stringContaining(why) as string,
      }),
    );
  });
});
