import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { TemperatureRecord, TrendSummary } from '@gristmill/workloads';

/** The record, its trend and the trend's 95% band as an SVG. */
export async function trendChart({
  record,
  startYear,
  trend,
  resamples,
}: {
  record: TemperatureRecord;
  startYear: number;
  trend: TrendSummary;
  resamples: number;
}): Promise<string> {
  const band = trendBand(record, startYear, trend);
  const points = record.years.map((year, i) => ({ year, anomaly: record.anomalies[i]! }));
  const { spec } = compile({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: `The world warms by ${trend.estimate.toFixed(2)} °C a decade since ${startYear}`,
      subtitle: [
        `95% interval ${trend.low.toFixed(2)} to ${trend.high.toFixed(2)} °C, moving-block bootstrap, ${resamples.toLocaleString('en')} resamples computed on the network`,
        'NASA GISS Land-Ocean Temperature Index, annual means',
      ],
      anchor: 'start',
      fontSize: 18,
      subtitleColor: '#666',
      offset: 16,
    },
    width: 760,
    height: 380,
    padding: 20,
    background: '#fffdf8',
    layer: [
      {
        data: { values: band },
        mark: { type: 'area', color: '#c0392b', opacity: 0.2 },
        encoding: {
          x: { field: 'year', type: 'quantitative' },
          y: { field: 'low', type: 'quantitative' },
          y2: { field: 'high' },
        },
      },
      {
        data: { values: points },
        mark: { type: 'line', color: '#7f8c8d', strokeWidth: 1, opacity: 0.6 },
        encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'anomaly', type: 'quantitative' } },
      },
      {
        data: { values: points },
        // The outline keeps the pale years in the middle of the scale to be seen.
        mark: { type: 'circle', size: 36, opacity: 0.9, stroke: '#7f8c8d', strokeWidth: 0.6 },
        encoding: {
          x: {
            field: 'year',
            type: 'quantitative',
            scale: { nice: false },
            axis: { format: 'd', title: null, grid: false },
          },
          y: {
            field: 'anomaly',
            type: 'quantitative',
            axis: { title: '°C above the mean of 1951 to 1980', gridOpacity: 0.4 },
          },
          color: {
            field: 'anomaly',
            type: 'quantitative',
            scale: { scheme: 'redyellowblue', reverse: true, domain: [-1.2, 1.2] },
            legend: null,
          },
        },
      },
      {
        data: { values: band },
        mark: { type: 'line', color: '#c0392b', strokeWidth: 2.5 },
        encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'fitted', type: 'quantitative' } },
      },
    ],
    config: { view: { stroke: null }, axis: { labelFontSize: 12, titleFontSize: 12 } },
  });
  return new View(parse(spec), { renderer: 'none' }).toSVG();
}

/** The fitted line, turned about the mean of its years by the ends of the slope's interval. */
function trendBand({ years, anomalies }: TemperatureRecord, startYear: number, { estimate, low, high }: TrendSummary) {
  const since = years.flatMap((year, i) => (year >= startYear ? [{ year, anomaly: anomalies[i]! }] : []));
  const meanYear = since.reduce((sum, { year }) => sum + year, 0) / since.length;
  const mean = since.reduce((sum, { anomaly }) => sum + anomaly, 0) / since.length;
  return since.map(({ year }) => {
    const at = (perDecade: number) => mean + (perDecade * (year - meanYear)) / 10;
    return { year, fitted: at(estimate), low: Math.min(at(low), at(high)), high: Math.max(at(low), at(high)) };
  });
}
