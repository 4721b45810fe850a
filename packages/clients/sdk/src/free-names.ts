import { GristmillError } from '@gristmill/protocol';
import { JAVASCRIPT_GLOBALS } from '@gristmill/sandbox';
import { loadAmaro } from './strip-types.ts';

/** Words that no import can be called. */
const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally
   for function if implements import in instanceof interface let new null package private protected public return static
   super switch this throw true try typeof var void while with yield`.split(/\s+/),
);
/** What could give a name a meaning that no reading of the text can know. */
const DYNAMIC = /\b(?:globalThis|eval|Function)\b/;
/** Names that people reach for, and that no task has. */
const HOST = new Set(
  `Buffer URL TextDecoder TextEncoder WebAssembly __dirname __filename clearTimeout crypto document exports fetch localStorage
   module navigator process require setImmediate setInterval setTimeout structuredClone window`.split(/\s+/),
);

/**
 * Names that a function refers to and that nothing declares: neither itself, nor the constants, nor the sandbox. It names
 * none that a task might find after all, so it leaves out those asked for with `typeof`, and texts that could make names.
 *
 * A compiler that drops unused imports knows them: each word of the text is imported, and what is still imported
 * afterwards is used. Where that compiler is not at hand (it is Node's), it finds none, and the task's own
 * ReferenceError says so later.
 */
export async function freeNames(functions: readonly string[], declared: ReadonlySet<string>): Promise<string[]> {
  const text = functions.map((fn) => `(${fn});`).join('\n');
  if (!isNode() || DYNAMIC.test(text)) return [];
  const words = new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu));
  const candidates = [...words].filter(
    (word) => !RESERVED.has(word) && !JAVASCRIPT_GLOBALS.has(word) && !declared.has(word) && !isGuarded(word, text),
  );
  if (candidates.length === 0) return [];
  const imports = `import { ${candidates.map((word) => `x as ${word}`).join(', ')} } from 'x';`;
  const { transformSync } = await loadAmaro();
  try {
    const { code } = transformSync(`${imports}\n${text}`, {
      mode: 'transform',
      module: true,
      transform: { verbatimModuleSyntax: false },
    });
    const [, used = ''] = /^import \{(.*?)\} from/s.exec(code) ?? [];
    return [...used.matchAll(/x as (\S+?)(?:,|\s|$)/g)].map(([, name]) => name!);
  } catch {
    // Not a text this compiler knows: QuickJS will say what it thinks of it.
    return [];
  }
}

const isNode = (): boolean => typeof process === 'object' && typeof process.versions?.node === 'string';

function isGuarded(word: string, text: string): boolean {
  return (
    text.includes('typeof') && new RegExp(`typeof\\s*\\(?\\s*${word.replaceAll('$', '\\$')}(?![\\w$])`, 'u').test(text)
  );
}

/** @throws GristmillError `FUNCTION_NOT_PORTABLE` naming what the function refers to and no device would find. */
export async function checkSelfContained(
  name: string,
  functions: readonly string[],
  declared: ReadonlySet<string>,
): Promise<void> {
  const free = await freeNames(functions, declared);
  if (free.length === 0) return;
  throw new GristmillError(
    'FUNCTION_NOT_PORTABLE',
    `The function ${name} refers to ${free.join(', ')}, which it does not have on another device.`,
    { hint: hintFor(free) },
  );
}

/** What to do about names that a task does not have. */
export function hintFor(names: readonly string[]): string {
  const ours = names.filter((name) => !HOST.has(name));
  if (ours.length > 0) return `Send them along: map(inputs, fn, { constants: { ${ours.join(', ')} } }).`;
  return 'A task has its input, its constants and ES2023; nothing of Node.js, of browsers, or of the network.';
}
