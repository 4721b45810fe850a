import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { createJavaScriptEngine, type JavaScriptEngine } from '@gristmill/sandbox';
import { type Case, medianSeconds } from '../question.ts';
import { engine } from './engine.ts';

/** A small item's work: a short string, a short loop, an object. */
const FUNCTION = `x => {
  let h = x | 0;
  for (const c of 'item ' + x) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0;
  return { x, h };
}`;
const CASES = [
  { items: 1, tasks: 200, what: 'JavaScript, tasks of 1 item' },
  { items: 10_000, tasks: 1, what: 'JavaScript, one task of 10,000 items' },
];
const LIMITS = { fuel: 1n << 50n, memoryPages: 4096, stackDepth: 500, outputBytes: 1 << 26, wallClockMs: 0 };

/** What is used of npm `quickjs-wasi`. */
interface QuickjsWasi {
  QuickJS: { create(options: { wasm: object }): Promise<QuickjsVm> };
}
interface QuickjsVm {
  readonly global: object;
  newString(text: string): { dispose(): void };
  setProp(target: object, name: string, value: object): void;
  evalCode(code: string): { toString(): string; dispose(): void };
  dispose(): void;
}

/** Items a second through the sandbox's JavaScript, against the same QuickJS unmetered, and Node's own `vm`. */
export async function javaScriptSpeed(rounds: number): Promise<Case[]> {
  const wasm = new Uint8Array(await readFile(resolveQuickjs('quickjs-wasi/quickjs.wasm')));
  const { QuickJS } = (await import(pathToFileURL(resolveQuickjs('quickjs-wasi')).href)) as QuickjsWasi;
  const compiled = await engine.compile(wasm);
  const metered = await createJavaScriptEngine(wasm);

  const results: Case[] = [];
  for (const { items, tasks, what } of CASES) {
    const input = JSON.stringify(Array.from({ length: items }, (_, i) => i));
    const expected = vm.runInNewContext(SCRIPT, { input }) as string;
    const check = (output: string): void => {
      if (output !== expected) throw new Error(`${what}: ${output.slice(0, 100)} instead of ${expected.slice(0, 100)}`);
    };
    const repeat = (task: () => Promise<string> | string) => async () => {
      for (let i = 0; i < tasks; i += 1) check(await task());
    };
    const seconds = await medianSeconds(
      {
        ours: repeat(() => inSandbox(metered, input)),
        quickjs: repeat(() => inPlainQuickjs(QuickJS, compiled, input)),
        vm: repeat(() => vm.runInNewContext(SCRIPT, { input }) as string),
      },
      { rounds },
    );
    const perSecond = (side: keyof typeof seconds) => (items * tasks) / seconds[side];
    for (const [side, rivalName] of [
      ['quickjs', 'quickjs-wasi, not metered'],
      ['vm', "Node's vm, a context a task"],
    ] as const) {
      results.push({
        case: what,
        unit: 'items/s',
        ours: perSecond('ours'),
        rival: perSecond(side),
        rivalName,
        ratio: perSecond('ours') / perSecond(side),
        note: side === 'vm' ? 'a compiler to machine code, and no isolation' : 'a fresh instance a task, as ours',
      });
    }
  }
  return results;
}

/** Where a part of npm `quickjs-wasi` lies: of the one that the sandbox was made for, its own dependency. */
const resolveQuickjs = createRequire(createRequire(import.meta.url).resolve('@gristmill/sandbox')).resolve;

const SCRIPT = `JSON.stringify(JSON.parse(input).map(${FUNCTION}))`;

async function inSandbox(engine: JavaScriptEngine, input: string): Promise<string> {
  const task = {
    args: [],
    env: {},
    stdin: new TextEncoder().encode(input),
    files: new Map(),
    seed: new Uint8Array(32),
    startTime: 0,
  };
  const { status, stdout, stderr } = await engine.execute(`export default ${FUNCTION}`, task, LIMITS);
  if (status !== 'exited') throw new Error(`the task ended as ${status}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

async function inPlainQuickjs(QuickJS: QuickjsWasi['QuickJS'], wasm: object, input: string): Promise<string> {
  const instance = await QuickJS.create({ wasm });
  try {
    const text = instance.newString(input);
    instance.setProp(instance.global, 'input', text);
    text.dispose();
    const result = instance.evalCode(SCRIPT);
    const output = result.toString();
    result.dispose();
    return output;
  } finally {
    instance.dispose();
  }
}
