import { asGristmillError, cidOf, cidOfBytes } from '@gristmill/protocol';
import {
  createJavaScriptEngine,
  execute,
  instrument,
  type InstrumentedModule,
  InvalidModule,
  type JavaScriptEngine,
  type Limits,
  type Outcome,
  type TaskInput,
} from '@gristmill/sandbox';
import type { Case, CaseResult, Corpus } from './case.ts';

/** Runs every case in this engine, one after the other. It uses nothing but the sandbox, so it runs in browsers too. */
export async function runCorpus({ quickjs, modules, cases, nan }: Corpus): Promise<CaseResult[]> {
  const javascript = await createJavaScriptEngine(quickjs);
  const instrumented = new Map<string, InstrumentedModule>();
  const moduleNamed = (name: string): InstrumentedModule => {
    const known = instrumented.get(name) ?? instrument(modules[name]!.wasm, { nan: nan ?? 'canonical' });
    instrumented.set(name, known);
    return known;
  };
  const results: CaseResult[] = [];
  for (const one of cases) results.push(await resultOf(one, javascript, moduleNamed));
  return results;
}

async function resultOf(
  { name, program, ...input }: Case,
  javascript: JavaScriptEngine,
  moduleNamed: (name: string) => InstrumentedModule,
): Promise<CaseResult> {
  const task: TaskInput = { ...input.task, files: new Map(Object.entries(input.task.files)) };
  const limits: Limits = { ...input.limits, fuel: BigInt(input.limits.fuel) };
  try {
    const outcome =
      program.kind === 'wasm'
        ? await execute(moduleNamed(program.module), task, limits)
        : await javascript.execute(program.source, task, limits);
    return described(name, outcome);
  } catch (thrown) {
    const { code, message } = asGristmillError(thrown);
    return {
      name,
      status: thrown instanceof InvalidModule ? 'refused' : 'error',
      exitCode: null,
      trap: `${code}: ${message}`,
      fuelUsed: '0',
      stdoutCid: '',
      stderrCid: '',
      filesCid: '',
      peakMemoryBytes: 0,
    };
  }
}

function described(name: string, outcome: Outcome): CaseResult {
  const files = Object.fromEntries([...outcome.files].map(([path, content]) => [path, cidOfBytes(content)]));
  return {
    name,
    status: outcome.status,
    exitCode: outcome.exitCode,
    trap: outcome.trap ?? null,
    fuelUsed: String(outcome.fuelUsed),
    stdoutCid: cidOfBytes(outcome.stdout),
    stderrCid: cidOfBytes(outcome.stderr),
    filesCid: cidOf(files),
    peakMemoryBytes: outcome.peakMemoryBytes,
  };
}
