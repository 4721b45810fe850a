import path from 'node:path';
import { type Answer, type Case, geometricMean, type Question, reasonOf, type Say, type Skipped } from '../question.ts';
import { instrumentingLarge, instrumentingSpeed } from './instrumenting.ts';
import { javaScriptSpeed } from './javascript.ts';
import { ownKernels, type Program, programsIn } from './program.ts';
import { measureSlowdown, type Slowdown } from './slowdown.ts';
import { startTime } from './start.ts';

/** What do exact fuel, depth and memory cost, against the plain module and against the usual npm package? */
export const sandbox: Question = {
  name: 'sandbox',
  asks: 'What do exact fuel, depth and canonical NaNs cost? Against the plain module and npm wasm-metering.',
  async ask(say, { modules, rounds }) {
    if (modules === null) {
      const programs = await ownKernels(say);
      const { slowdowns, skipped } = await measureAll(programs, rounds, say);
      say('making ready, starting, JavaScript ...');
      const others = [
        await instrumentingLarge(rounds),
        ...(await instrumentingSpeed(programs, rounds)),
        await startTime(rounds),
        ...(await javaScriptSpeed(rounds)),
      ];
      return { results: [...slowdowns.flatMap(casesOf), ...others], skipped, summary: summaryOf(slowdowns) };
    }
    // npm runs scripts in the root of the repository; a relative folder is meant from where the user stands.
    const { programs, skipped } = await programsIn(path.resolve(process.env['INIT_CWD'] ?? '.', modules));
    const measured = await measureAll(programs, rounds, say);
    return {
      results: [...measured.slowdowns.flatMap(casesOf), ...(await instrumentingSpeed(programs, rounds))],
      skipped: [...skipped, ...measured.skipped],
      summary: summaryOf(measured.slowdowns),
    };
  },
};

async function measureAll(
  programs: readonly Program[],
  rounds: number,
  say: Say,
): Promise<{ slowdowns: Slowdown[]; skipped: Skipped[] }> {
  const slowdowns: Slowdown[] = [];
  const skipped: Skipped[] = [];
  for (const [i, program] of programs.entries()) {
    const place = `${i + 1}/${programs.length} ${program.name}`;
    try {
      const slowdown = await measureSlowdown(program, rounds);
      slowdowns.push(slowdown);
      const { plain, optimistic, canonical } = slowdown.seconds;
      say(
        `${place}: ${plain.toFixed(3)} s plain, ${times(optimistic / plain)} optimistic, ${times(canonical / plain)} canonical`,
      );
    } catch (error) {
      const why = reasonOf(error);
      skipped.push({ case: program.name, why });
      say(`${place}: not measured: ${why}`);
    }
  }
  return { slowdowns, skipped };
}

const times = (ratio: number): string => `${ratio.toFixed(2)}x`;

function casesOf(slowdown: Slowdown): Case[] {
  const { name, seconds, wasmMeteringSeconds, wasmMeteringRefusal, bytes, sameOutput } = slowdown;
  const against = (form: 'optimistic' | 'canonical', rivalName: string, rival: number, note: string): Case => ({
    case: `${name}, ${form} NaNs`,
    unit: 's',
    ours: seconds[form],
    rival,
    rivalName,
    ratio: rival / seconds[form],
    note,
  });
  const note = (form: 'optimistic' | 'canonical'): string =>
    [
      `${times(seconds[form] / seconds.plain)} the time, ${times(bytes[form] / bytes.plain)} the bytes`,
      ...(sameOutput ? [] : ['prints something else than plain, as programs do that ask for the time']),
      ...(wasmMeteringRefusal === null ? [] : [`wasm-metering: ${wasmMeteringRefusal}`]),
    ].join('; ');
  const theirs =
    wasmMeteringSeconds === null
      ? []
      : [
          against(
            'optimistic',
            'wasm-metering',
            wasmMeteringSeconds,
            `the rival takes ${times(wasmMeteringSeconds / seconds.plain)} the plain time`,
          ),
        ];
  return [
    against('optimistic', 'plain module', seconds.plain, note('optimistic')),
    against('canonical', 'plain module', seconds.plain, note('canonical')),
    ...theirs,
  ];
}

function summaryOf(slowdowns: readonly Slowdown[]): Answer['summary'] {
  if (slowdowns.length === 0) return { modules: 0 };
  const summary: Answer['summary'] = { modules: slowdowns.length };
  for (const form of ['optimistic', 'canonical'] as const) {
    const slowdownOf = ({ seconds }: Slowdown): number => seconds[form] / seconds.plain;
    const worst = slowdowns.reduce((a, b) => (slowdownOf(b) > slowdownOf(a) ? b : a));
    summary[`${form}SlowdownGeometricMean`] = geometricMean(slowdowns.map(slowdownOf));
    summary[`${form}SlowdownWorst`] = slowdownOf(worst);
    summary[`${form}SlowdownWorstCase`] = worst.name;
    summary[`${form}SizeGrowthGeometricMean`] = geometricMean(slowdowns.map(({ bytes }) => bytes[form] / bytes.plain));
  }
  const rivals = slowdowns.filter(({ wasmMeteringSeconds }) => wasmMeteringSeconds !== null);
  if (rivals.length > 0) {
    summary['wasmMeteringModules'] = rivals.length;
    summary['wasmMeteringSlowdownGeometricMean'] = geometricMean(
      rivals.map(({ wasmMeteringSeconds, seconds }) => wasmMeteringSeconds! / seconds.plain),
    );
    summary['fasterThanWasmMeteringGeometricMean'] = geometricMean(
      rivals.map(({ wasmMeteringSeconds, seconds }) => wasmMeteringSeconds! / seconds.optimistic),
    );
  }
  return summary;
}
