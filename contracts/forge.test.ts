import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
// The native program itself: npm's launcher ends with 0 whatever Forge ends with.
const program = `@foundry-rs/forge-${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}/bin/forge`;
const forgePackage = createRequire(import.meta.url).resolve('@foundry-rs/forge/package.json');
const forgePath = createRequire(forgePackage).resolve(process.platform === 'win32' ? `${program}.exe` : program);

/** Runs Forge on this folder. `solc.mjs` is started by it, so this very Node comes first on its path. */
async function forge(
  profile: 'default' | 'gas',
  ...args: string[]
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    FOUNDRY_PROFILE: profile,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
  };
  return await new Promise((resolve, reject) => {
    execFile(
      forgePath,
      args,
      { cwd: folder, env, maxBuffer: 64 * 1024 * 1024, timeout: 900_000 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error);
        else resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

interface SuiteResult {
  test_results: Record<
    string,
    {
      status: 'Success' | 'Failure' | 'Skipped';
      reason: string | null;
      gas_snapshots: Record<string, Record<string, string>>;
    }
  >;
}

const run = await forge('default', 'test', '--json');
const gasRun = await forge('gas', 'test', '--json');
const suites = { ...suitesOf(run.stdout), ...suitesOf(gasRun.stdout) };

function suitesOf(stdout: string): Record<string, SuiteResult> {
  return stdout.startsWith('{') ? (JSON.parse(stdout) as Record<string, SuiteResult>) : {};
}

test('forge runs every suite there is', () => {
  const files = readdirSync(new URL('test/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.t.sol') && path !== 'Base.t.sol')
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
  const ran = Object.keys(suites).map((name) => name.slice(0, name.indexOf(':')));
  const output = [run, gasRun].map(({ stderr, stdout }) => stderr + stdout.slice(0, 5000)).join('\n');
  expect(ran.toSorted(), output).toEqual(files.toSorted());
  expect([run.exitCode, gasRun.exitCode], output).toEqual([0, 0]);
});

test.each(Object.entries(suites))('%s', (_name, { test_results: results }) => {
  expect(Object.keys(results)).not.toEqual([]);
  const failures = Object.entries(results).filter(([, { status }]) => status !== 'Success');
  expect(failures.map(([name, { reason }]) => `${name}: ${reason}`)).toEqual([]);
});

test('gas is what the snapshots say (`FOUNDRY_PROFILE=gas forge test` writes them anew)', () => {
  const measured: Record<string, Record<string, string>> = {};
  for (const { test_results: results } of Object.values(suites)) {
    for (const { gas_snapshots: groups } of Object.values(results)) {
      for (const [group, figures] of Object.entries(groups)) measured[group] = { ...measured[group], ...figures };
    }
  }
  const folder = new URL('snapshots/', import.meta.url);
  const snapshots = readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
  ]);
  expect(measured).toEqual(Object.fromEntries(snapshots));
});

/** Of each hundred; the invariants' random walks are left out, so that it does not hang on their luck. */
const COVERED_LEAST = 99;

test(
  `at least ${COVERED_LEAST} % of the lines and branches of src are carried out by tests`,
  { timeout: 900_000 },
  async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'gristmill-coverage-'));
    const report = join(scratch, 'lcov.info');
    const openZeppelin = dirname(createRequire(import.meta.url).resolve('@openzeppelin/contracts/package.json'));
    const sources = ['--no-match-coverage', 'node_modules|test/', '-R', `@openzeppelin/contracts/=${openZeppelin}/`];
    const written = ['--no-match-path', 'test/{invariant,gas}/**', '--report', 'lcov', '--report-file', report];
    const { exitCode, stderr } = await forge('default', 'coverage', ...sources, ...written);
    expect(exitCode, stderr).toBe(0);
    const lines = readFileSync(report, 'utf8').split('\n');
    rmSync(scratch, { recursive: true });

    const covered = { lines: [0, 0], branches: [0, 0] };
    const missed: string[] = [];
    let file = '';
    for (const line of lines) {
      if (line.startsWith('SF:')) file = line.slice(3);
      // DA:line,count and BRDA:line,block,branch,count
      const [, kind, number, count] = /^(DA|BRDA):(\d+),(?:\d+,\d+,)?(\d+|-)/.exec(line) ?? [];
      if (kind === undefined) continue;
      const tally = kind === 'DA' ? covered.lines : covered.branches;
      tally[1]! += 1;
      if (count === '0' || count === '-') missed.push(`${file}:${number}`);
      else tally[0]! += 1;
    }
    for (const [what, [hit, found]] of Object.entries(covered)) {
      expect(found, what).toBeGreaterThan(100);
      expect((100 * hit!) / found!, `${what}; not covered: ${missed.join(', ')}`).toBeGreaterThanOrEqual(COVERED_LEAST);
    }
  },
);

test('the Solidity is formatted', async () => {
  expect(await forge('default', 'fmt', '--check')).toMatchObject({ exitCode: 0 });
});
