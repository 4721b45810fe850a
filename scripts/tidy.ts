/**
 * The repository checks itself: every import points inward, every file has a home, no package is a junk drawer.
 * The rings are the folders; knip, the linter (circles) and the type checker do the rest.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = process.argv[2] ?? path.dirname(import.meta.dirname);

/** From the inside out. A package may import those before it in its own ring, and all in the rings before. */
const RINGS = [
  ['packages/protocol'],
  [
    'packages/core/ledger',
    'packages/core/sandbox',
    'packages/core/verification',
    'packages/core/agreements',
    'packages/core/tax',
  ],
  ['contracts', 'rules', 'workloads'],
  [
    'packages/nodes/storage',
    'packages/nodes/network',
    'packages/nodes/settlement',
    'packages/nodes/coordinator',
    'packages/nodes/provider',
    'packages/nodes/remittance',
    'packages/nodes/rule-feed',
    'packages/nodes/gateway',
  ],
  ['packages/clients/sdk', 'packages/clients/cli'],
  ['examples/01-first-job', 'examples/demo', 'benchmarks', 'conformance'],
];

const ROOT_FILES = new Set(
  `.gitignore .npmrc .oxfmtrc.json .oxlintrc.json ARCHITECTURE.md CONTRIBUTING.md LICENSE README.md knip.json package-lock.json
   package.json tsconfig.json vitest.config.ts`.split(/\s+/),
);
const HOMES = ['.ci/', 'docs/', 'scripts/', 'specs/', ...RINGS.flat().map((folder) => `${folder}/`)];
const JUNK_DRAWERS = /(^|\/)(utils?|helpers?|common|shared|misc|managers?)(\/|\.ts$)/;

const problems: string[] = [];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)));

for (const file of files) {
  if (!file.includes('/') ? !ROOT_FILES.has(file) : !HOMES.some((home) => file.startsWith(home))) {
    problems.push(`${file}: has no home; put it in a package or name its place in scripts/tidy.ts`);
  }
  if (JUNK_DRAWERS.test(file)) problems.push(`${file}: name it after what it holds`);
}

const order = RINGS.flat();
const placeOf = new Map<string, number>();
for (const [place, folder] of order.entries()) {
  const manifest = path.join(root, folder, 'package.json');
  if (existsSync(manifest)) placeOf.set((JSON.parse(readFileSync(manifest, 'utf8')) as { name: string }).name, place);
}

for (const [place, folder] of order.entries()) {
  if (!existsSync(path.join(root, folder))) continue;
  for (const file of sourcesBelow(folder)) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from|import)[\s(]*'([^']+)'/g)) {
      const name = specifier!.startsWith('@') ? specifier!.split('/').slice(0, 2).join('/') : specifier!.split('/')[0]!;
      const target = placeOf.get(name);
      if (target !== undefined && target >= place) problems.push(`${file}: imports ${name}, which lies further out`);
      if (specifier!.startsWith('.') && !path.join(path.dirname(file), specifier!).startsWith(`${folder}/`)) {
        problems.push(`${file}: reaches out of its package to ${specifier}; use that package's door`);
      }
    }
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`tidy: ${files.length} files have a home; every import points inward.`);

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/(^|\/)(node_modules|dist|build)\//.test(file))
    .map((file) => path.join(folder, file));
}
