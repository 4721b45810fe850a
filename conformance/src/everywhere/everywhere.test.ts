import { expect, it } from 'vitest';
import { buildCorpus } from './corpus/corpus.ts';
import { runEverywhere } from './everywhere.ts';
import { nodeLiftoff, nodeTurbofan } from './node-engines.ts';
import { runEverywhereSuite } from './suite.ts';

const TEST_MS_MAX = 240_000;

it('has modules of many kinds, from several toolchains', { timeout: TEST_MS_MAX }, async () => {
  const { modules, cases } = await buildCorpus();
  const used = new Set(cases.map(({ program }) => (program.kind === 'wasm' ? program.module : 'QuickJS')));
  expect([...used].toSorted()).toEqual([...Object.keys(modules), 'QuickJS'].toSorted());
  const made = Map.groupBy(Object.values(modules), ({ toolchain }) => toolchain);
  expect([...made.keys()].toSorted()).toEqual([
    'AssemblyScript',
    'WABT, from text',
    'clang and libc++, C++',
    'clang and wasi-libc, C',
  ]);
  expect(Object.keys(modules).length).toBeGreaterThanOrEqual(100);
});

it('gives the same outcome and the same bill in every engine', { timeout: TEST_MS_MAX }, async () => {
  const engines: string[] = [];
  const report = await runEverywhere({ also: null, onFile: ({ file }) => engines.push(file) });
  expect(report.failures).toEqual([]);
  expect(engines).toEqual(['node-default', 'node-liftoff', 'node-turbofan', 'chromium']);
  expect(report.files.map(({ passed }) => passed)).toEqual(engines.map(() => report.files[0]!.passed));
  expect(report.files[0]!.passed).toBeGreaterThanOrEqual(130);
});

// Which NaN x64's arithmetic gives depends on how it is compiled; other processors have one for all.
it.runIf(process.arch === 'x64')(
  'sees the bits of NaNs where the sandbox leaves them to the engine',
  { timeout: TEST_MS_MAX },
  async () => {
    const corpus = await buildCorpus();
    const cases = corpus.cases.filter(({ name }) => name.includes('NaN payloads'));
    const report = await runEverywhereSuite({
      corpus: { ...corpus, cases, nan: 'optimistic' },
      engines: [nodeLiftoff, nodeTurbofan],
      onFile: () => {},
    });
    expect(report).toMatchObject({ passed: 2, failed: 2 });
    for (const { file, why } of report.failures) {
      expect(file).toBe('node-turbofan');
      expect(why).toMatch(/^f\d\d NaN payloads: stdoutCid \w+ instead of \w+$/);
    }
  },
);
