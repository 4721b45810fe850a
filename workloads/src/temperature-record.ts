import { GristmillError } from '@gristmill/protocol';

/** Annual means of one place or the globe, one value a year without gaps. */
export interface TemperatureRecord {
  years: number[];
  /** Degrees Celsius above the base period's mean. */
  anomalies: number[];
}

/**
 * Reads `global-temp.csv` of the npm package `vega-datasets` (3.2.1): the Land-Ocean Temperature Index, annual global
 * means 1880 to 2023 in degrees C, by NASA's Goddard Institute for Space Studies (GISTEMP,
 * https://data.giss.nasa.gov/gistemp/, base period 1951 to 1980; a work of the US government), as the package's own
 * `datapackage.json` states. Strict: the header `year,temp`, then one line a year, in order, without gaps.
 *
 * @throws GristmillError `TEMPERATURE_RECORD_MALFORMED` naming the first bad line.
 */
export function readGlobalTemperature(csvText: string): TemperatureRecord {
  const [header, ...lines] = csvText.replace(/\r?\n$/, '').split(/\r?\n/);
  if (header !== 'year,temp') throw malformed(1, header ?? '', 'the header is not "year,temp"');
  const record: TemperatureRecord = { years: [], anomalies: [] };
  for (const [index, line] of lines.entries()) {
    const match = /^(\d{4}),(-?\d+(?:\.\d+)?)$/.exec(line);
    if (match === null) throw malformed(index + 2, line, 'not a year and a number');
    const year = Number(match[1]);
    const previous = record.years.at(-1);
    if (previous !== undefined && year !== previous + 1) {
      throw malformed(index + 2, line, `${previous + 1} was to come after ${previous}`);
    }
    record.years.push(year);
    record.anomalies.push(Number(match[2]));
  }
  if (record.years.length === 0) throw malformed(2, '', 'there is no year');
  return record;
}

function malformed(line: number, text: string, why: string): GristmillError {
  return new GristmillError('TEMPERATURE_RECORD_MALFORMED', `Line ${line} ("${text.slice(0, 60)}"): ${why}.`, {
    hint: 'Pass the text of vega-datasets/data/global-temp.csv, unchanged.',
  });
}
