/**
 * Everything that must hold before a change lands, quickest first: format, lint with types, types, dead code,
 * structure, then all tests (unit, property, contract, crash and end-to-end). The last line comes from the test runner.
 *
 * `npm test` runs it all; `npm test -- packages/core/ledger` only the tests below a folder.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const filters = process.argv.slice(2);

const CHECKS: [name: string, command: string, commandArguments: string[]][] = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'tsc', ['-p', '.']],
  ['dead code', 'knip', ['--no-progress']],
  ['structure', 'node', ['--conditions=@gristmill/source', path.join(root, 'scripts/tidy.ts')]],
];

for (const [name, command, commandArguments] of filters.length > 0 ? [] : CHECKS) {
  const startedAt = performance.now();
  const { status } = spawnSync(command, commandArguments, { cwd: root, stdio: 'inherit', env: withBinaries() });
  if (status !== 0) {
    console.error(`\n${name} failed: \`${command} ${commandArguments.join(' ')}\` says why above.`);
    process.exit(1);
  }
  console.log(`${name}: ok (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

const { status } = spawnSync('vitest', ['run', ...filters], { cwd: root, stdio: 'inherit', env: withBinaries() });
process.exit(status ?? 1);

/** The repository's own tools, and its own Node, come first. */
function withBinaries(): NodeJS.ProcessEnv {
  const binaries = [path.join(root, 'node_modules/.bin'), path.dirname(process.execPath)];
  return { ...process.env, PATH: [...binaries, process.env['PATH']].join(path.delimiter) };
}
