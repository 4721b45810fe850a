import colors from 'yoctocolors';
import { printable } from '../printable.ts';
import { formatBytes, formatCount } from '../quantities.ts';
import { table } from '../table.ts';
import type { ImportSummary, ModuleInspection, Refusal } from './inspect-module.ts';
import type { ScriptInspection } from './inspect-script.ts';
import type { Extent } from './module-outline.ts';

/** Features that a provider never runs, as they are named in `module-features.ts`. */
const REFUSED_FEATURES = new Set([
  'threads',
  'memory64',
  'multi-memory',
  'relaxed SIMD',
  'garbage collection',
  'typed function references',
  'wide arithmetic',
]);
const NAMES_SHOWN = 40;
const BAR_COLUMNS = 24;
const PAGE_BYTES = 65_536;

/** A module as a person likes to read it. */
export function pictureOfModule(title: string, module: ModuleInspection): string {
  const { imports, exports, features, functions, data, instrumented, sections, producers } = module;
  const refusedFeature = (name: string): boolean => !module.accepted && REFUSED_FEATURES.has(name);
  const facts: [string, string[]][] = [
    ['cid', [module.cid]],
    ['made by', producers.length === 0 ? [] : [printable(producers.join(', '), 100)]],
    ['entry', [module.entry ?? colors.red('none: there is no exported function _start')]],
    ['imports', importLines(imports)],
    ['exports', [clipped(exports.map(({ name, kind }) => `${printable(name)} ${colors.dim(`(${kind})`)}`))]],
    [
      'features',
      features.length === 0
        ? ['none beyond the first version of WebAssembly']
        : features.map(({ name, uses, offset }) => {
            const line = `${name} ${colors.dim(`× ${formatCount(uses)}, first at byte ${hex(offset)}`)}`;
            return refusedFeature(name) ? `${colors.red('✗')} ${line}` : line;
          }),
    ],
    ['memory', module.memories.length === 0 ? ['none'] : module.memories.map(memoryLine)],
    [
      'tables',
      module.tables.map(
        ({ min, max }) => `${formatCount(min)} elements${max === null ? '' : `, at most ${formatCount(max)}`}`,
      ),
    ],
    [
      'functions',
      [
        `${formatCount(functions.count)}, ${formatBytes(functions.codeBytes)} of code`,
        ...functions.largest.map(
          ({ index, name, bytes }) =>
            `${colors.dim(formatBytes(bytes).padStart(9))}  ${name === null ? colors.dim(`function ${index}`) : printable(name)}`,
        ),
      ],
    ],
    ['data', [`${formatBytes(data.bytes)} in ${formatCount(data.segments)} segments`]],
    ['globals', [formatCount(module.globals)]],
    [
      'metered',
      instrumented === null
        ? []
        : [
            `${formatBytes(instrumented.canonicalBytes)} with canonical NaNs, ${growth(instrumented.canonicalBytes, module.bytes)}`,
            `${formatBytes(instrumented.optimisticBytes)} with optimistic NaNs, ${growth(instrumented.optimisticBytes, module.bytes)}`,
            `${formatCount(instrumented.instantiationFuel)} fuel before its first instruction`,
          ],
    ],
  ];
  return [
    `${colors.bold(printable(title))}  WebAssembly module, ${formatBytes(module.bytes)}`,
    verdict(module.refusal, instrumented === null ? '' : `${instrumented.profile}, ${instrumented.fuelSchedule}`),
    '',
    ...factLines(facts),
    '',
    table(
      ['section', 'items', 'bytes', ''],
      sections.map(({ name, items, bytes }) => [
        printable(name),
        items === null ? '' : formatCount(items),
        formatCount(bytes),
        colors.yellow('▇'.repeat(Math.round((bytes / module.bytes) * BAR_COLUMNS))),
      ]),
    ),
  ].join('\n');
}

/** A script as a person likes to read it. */
export function pictureOfScript(title: string, script: ScriptInspection): string {
  return [
    `${colors.bold(printable(title))}  JavaScript module, ${formatBytes(script.bytes)}`,
    verdict(script.refusal, 'QuickJS, fuel-1'),
    '',
    ...factLines([
      ['cid', [script.cid]],
      ['start', [`${formatCount(script.startFuel)} fuel a task before its first input`]],
      ['memory', [`${formatBytes(script.peakMemoryBytes)} at the start`]],
    ]),
  ].join('\n');
}

function verdict(refusal: Refusal | null, how: string): string {
  if (refusal === null) return `${colors.green('✓')} accepted: every provider can run it ${colors.dim(`(${how})`)}`;
  const [first, ...rest] = refusal.message.split('\n').map((line) => printable(line, 400));
  return [
    `${colors.red('✗')} refused: ${first}`,
    ...rest.map((line) => `  ${line}`),
    `  ${colors.dim('hint')} ${refusal.hint}`,
    `  ${colors.dim(`code ${refusal.code}`)}`,
  ].join('\n');
}

function importLines(imports: readonly ImportSummary[]): string[] {
  if (imports.length === 0) return ['none'];
  const offered = Map.groupBy(
    imports.filter(({ refusal }) => refusal === null),
    ({ module }) => module,
  );
  const refused = imports.filter(({ refusal }) => refusal !== null);
  return [
    ...[...offered].map(
      ([module, items]) =>
        `${colors.green('✓')} ${printable(module)} ${colors.dim(`(${items.length})`)} ${clipped(items.map(({ name }) => printable(name)))}`,
    ),
    ...refused
      .slice(0, NAMES_SHOWN)
      .map(
        ({ module, name, kind, type, offset, refusal }) =>
          `${colors.red('✗')} ${printable(module)} ${printable(name)} ${colors.dim(type ?? kind)}: ${refusal} ${colors.dim(`(at byte ${hex(offset)})`)}`,
      ),
    ...(refused.length > NAMES_SHOWN
      ? [`  and ${formatCount(refused.length - NAMES_SHOWN)} more that are refused`]
      : []),
  ];
}

function memoryLine({ min, max, isShared, is64, isImported }: Extent): string {
  const most = max === null ? 'grows as far as the job allows' : `grows to ${pages(max)}`;
  const kinds = [isImported ? 'imported' : '', isShared ? 'shared' : '', is64 ? '64-bit' : ''].filter(Boolean);
  return `${pages(min)} at the start, ${max === min ? 'and stays so' : most}${kinds.length > 0 ? `, ${kinds.join(', ')}` : ''}`;
}

function pages(count: number): string {
  return `${formatBytes(count * PAGE_BYTES)} ${colors.dim(`(${formatCount(count)} pages)`)}`;
}

function growth(bytes: number, original: number): string {
  return `${(bytes / original).toFixed(2)} times the module`;
}

function clipped(items: readonly string[]): string {
  if (items.length === 0) return 'none';
  const shown = items.slice(0, NAMES_SHOWN).join(', ');
  return items.length > NAMES_SHOWN ? `${shown} and ${formatCount(items.length - NAMES_SHOWN)} more` : shown;
}

function factLines(facts: readonly [string, string[]][]): string[] {
  return facts.flatMap(([name, lines]) =>
    lines.map((line, i) => `  ${colors.dim((i === 0 ? name : '').padEnd(10))} ${line}`),
  );
}

function hex(offset: number): string {
  return `0x${offset.toString(16)}`;
}
