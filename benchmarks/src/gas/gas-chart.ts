import { parse, View } from 'vega';
import { compile } from 'vega-lite';

/** One line of the chart. */
export interface GasLine {
  readonly name: string;
  /** Gas that is shared by the tasks of a claim. */
  readonly claimGas?: number;
  /** Gas that each task costs however many there are. */
  readonly taskGas?: number;
  readonly ours: boolean;
  /** Where its name stands: how far along it, from 0 to 1, and on which side. */
  readonly labelAt: { readonly along: number; readonly side: 'above' | 'below'; readonly align: 'left' | 'right' };
}

const TASKS_MAX = 1_000_000;
const DECADES = Math.log10(TASKS_MAX);
const POINTS_A_DECADE = 6;

/** What a line comes to for tasks per claim from one to a million, evenly on a logarithmic scale. */
export function gasPerTask({ claimGas = 0, taskGas = 0 }: GasLine): { tasks: number; gas: number }[] {
  return Array.from({ length: DECADES * POINTS_A_DECADE + 1 }, (_, i) => {
    const tasks = Math.round(10 ** (i / POINTS_A_DECADE));
    return { tasks, gas: claimGas / tasks + taskGas };
  });
}

/** Gas per paid task against tasks per claim, both logarithmic, as an SVG. */
export async function gasChart(lines: readonly GasLine[], { subtitle }: { subtitle: string }): Promise<string> {
  const values = lines.flatMap((line) =>
    gasPerTask(line).map((point) => ({ ...point, name: line.name, ours: line.ours })),
  );
  // Each line is named where it is easiest to read, with its gas for one task.
  const labels = lines.map((line) => {
    const points = gasPerTask(line);
    const { tasks, gas } = points[Math.floor(points.length * line.labelAt.along)]!;
    return {
      tasks,
      gas,
      ours: line.ours,
      name: line.name,
      text: `${line.name}: ${amount(points[0]!.gas)}`,
      ...line.labelAt,
    };
  });
  const colour = {
    field: 'name',
    type: 'nominal',
    scale: { domain: lines.map(({ name }) => name), range: coloursOf(lines) },
    legend: null,
  } as const;
  const x = {
    field: 'tasks',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [1, TASKS_MAX], nice: false },
    axis: { title: 'paid tasks per claim', format: ',.2~f', values: decades(0, DECADES), gridOpacity: 0.35 },
  };
  const y = {
    field: 'gas',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [0.01, 10_000_000], nice: false },
    axis: { title: 'gas per paid task', format: ',.2~f', values: decades(-2, 7), gridOpacity: 0.35 },
  };
  const { spec } = compile({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: 'One signature pays for a million tasks',
      subtitle,
      anchor: 'start',
      fontSize: 18,
      subtitleColor: '#666',
      offset: 16,
    },
    width: 760,
    height: 440,
    padding: 20,
    background: '#fffdf8',
    layer: [
      {
        data: { values },
        mark: { type: 'line' },
        encoding: {
          x,
          y,
          color: colour,
          strokeWidth: { condition: { test: 'datum.ours', value: 2.8 }, value: 1.8 },
          strokeDash: { condition: { test: 'datum.ours', value: [1, 0] }, value: [6, 4] },
          detail: { field: 'name' },
        },
      },
      ...labels.map((label) => ({
        data: { values: [label] },
        mark: {
          type: 'text' as const,
          align: label.align,
          dx: label.align === 'left' ? 10 : -10,
          dy: label.side === 'above' ? -9 : 11,
          fontSize: 12,
          fontWeight: 'bold' as const,
        },
        encoding: { x, y, text: { field: 'text' }, color: colour },
      })),
    ],
    config: { view: { stroke: null }, axis: { labelFontSize: 12, titleFontSize: 12 } },
  });
  return new View(parse(spec), { renderer: 'none' }).toSVG();
}

const amount = (gas: number): string => Math.round(gas).toLocaleString('en');

function decades(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
}

/** Warm for us, cold and grey for the others. */
function coloursOf(lines: readonly GasLine[]): string[] {
  const ours = ['#c0392b', '#e08e0b'];
  const others = ['#7f8c8d', '#2c6e9b', '#1b3a57'];
  return lines.map((line) => (line.ours ? ours : others).shift() ?? '#000');
}
