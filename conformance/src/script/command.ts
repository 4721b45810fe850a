import { GristmillError } from '@gristmill/protocol';
import { type Expression, headOf, type List, readExpressions, textOf } from './s-expression.ts';

/** The bytes of a module, or the text they are made of. */
export type ModuleSource =
  | { readonly form: 'binary'; readonly bytes: Uint8Array }
  | { readonly form: 'text'; readonly text: string; readonly atoms: ReadonlySet<string> }
  /** Text given as a string, by which scripts test readers of text. */
  | { readonly form: 'quote'; readonly text: string; readonly atoms: ReadonlySet<string> };

export interface Action {
  readonly kind: 'invoke' | 'get';
  /** The instance's own name in the script; `null` stands for the latest one. */
  readonly instance: string | null;
  readonly field: string;
  readonly arguments: readonly Expression[];
}

/** One step of a test script. */
export type Command = { readonly line: number } & (
  | { readonly kind: 'module' | 'definition'; readonly name: string | null; readonly source: ModuleSource }
  | { readonly kind: 'instance'; readonly name: string | null; readonly definition: string | null }
  | { readonly kind: 'register'; readonly as: string; readonly instance: string | null }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'return'; readonly action: Action; readonly results: readonly Expression[] }
  | { readonly kind: 'trap' | 'exhaustion'; readonly action: Action; readonly message: string }
  | { readonly kind: 'exception'; readonly action: Action }
  | {
      readonly kind: 'malformed' | 'invalid' | 'unlinkable' | 'uninstantiable';
      readonly source: ModuleSource;
      readonly message: string;
    }
  /** A command of a proposal that the profile does not have, named. */
  | { readonly kind: 'foreign'; readonly feature: string }
);

/** Commands that belong to proposals outside the profile. */
const FOREIGN: Readonly<Record<string, string>> = {
  thread: 'threads',
  wait: 'threads',
  assert_suspension: 'stack switching',
  assert_malformed_custom: 'text annotations',
  assert_invalid_custom: 'text annotations',
};

/** Reads a test script (`.wast`). @throws GristmillError `SCRIPT_MALFORMED` */
export function readScript(source: string): Command[] {
  const expressions = readExpressions(source);
  if (expressions.length > 0 && expressions.every((expression) => FIELDS.has(headOf(expression) ?? ''))) {
    // A script may be the fields of one module, without the module around them.
    return [{ kind: 'module', line: expressions[0]!.line, name: null, source: textSource(expressions) }];
  }
  return expressions.map(readCommand);
}

const FIELDS = new Set('type rec import func table memory global export start elem data tag'.split(' '));

function readCommand(expression: Expression): Command {
  const head = headOf(expression) ?? '';
  const [, ...rest] = (expression as List).items ?? [];
  const { line } = expression;
  const foreign = FOREIGN[head];
  if (foreign !== undefined) return { kind: 'foreign', line, feature: foreign };
  switch (head) {
    case 'module':
      return readModule(expression as List);
    case 'register':
      return { kind: 'register', line, as: string(rest[0], line), instance: name(rest[1]) };
    case 'invoke':
    case 'get':
      return { kind: 'action', line, action: readAction(expression) };
    case 'assert_return':
      return { kind: 'return', line, action: readAction(rest[0]), results: rest.slice(1) };
    case 'assert_exception':
      return { kind: 'exception', line, action: readAction(rest[0]) };
    case 'assert_trap':
      if (headOf(rest[0]) === 'module') {
        return { kind: 'uninstantiable', line, source: moduleSource(rest[0] as List), message: string(rest[1], line) };
      }
      return { kind: 'trap', line, action: readAction(rest[0]), message: string(rest[1], line) };
    case 'assert_exhaustion':
      return { kind: 'exhaustion', line, action: readAction(rest[0]), message: string(rest[1], line) };
    case 'assert_malformed':
    case 'assert_invalid':
    case 'assert_unlinkable':
    case 'assert_uninstantiable':
      return {
        kind: head.slice('assert_'.length) as 'malformed' | 'invalid' | 'unlinkable' | 'uninstantiable',
        line,
        source: moduleSource(rest[0] as List),
        message: string(rest[1], line),
      };
    default:
      throw malformed(line, `an unknown command "${head}"`);
  }
}

function readModule(list: List): Command {
  const { line } = list;
  const [, ...rest] = list.items;
  const word = rest[0]?.kind === 'atom' ? rest[0].text : '';
  if (word === 'instance') {
    return { kind: 'instance', line, name: name(rest[1]), definition: name(rest[2]) };
  }
  const kind = word === 'definition' ? 'definition' : 'module';
  return { kind, line, name: name(rest[kind === 'definition' ? 1 : 0]), source: moduleSource(list) };
}

/** `(module definition? $name? ...)`. */
function moduleSource(list: List): ModuleSource {
  let at = 1;
  const word = (): string => {
    const item = list.items[at];
    return item?.kind === 'atom' ? item.text : '';
  };
  if (word() === 'definition') at += 1;
  if (word().startsWith('$')) at += 1;
  const form = word();
  if (form === 'binary' || form === 'quote') {
    const strings = list.items.slice(at + 1).map((item) => (item.kind === 'text' ? item.bytes : new Uint8Array(0)));
    if (form === 'binary') return { form, bytes: Uint8Array.from(Buffer.concat(strings)) };
    const text = strings.map((bytes) => new TextDecoder().decode(bytes)).join(' ');
    return { form, text: `(module ${text})`, atoms: new Set(text.split(/[\s()"]+/)) };
  }
  return textSource(list.items.slice(at));
}

/** A module of fields. */
function textSource(fields: readonly Expression[]): ModuleSource {
  const atoms = new Set<string>();
  const open = [...fields];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'atom') atoms.add(next.text);
    if (next.kind === 'list') for (const item of next.items) open.push(item);
  }
  return { form: 'text', text: `(module ${fields.map(textOf).join('\n')})`, atoms };
}

function readAction(expression: Expression | undefined): Action {
  const kind = headOf(expression);
  if (expression?.kind !== 'list' || (kind !== 'invoke' && kind !== 'get')) {
    throw malformed(expression?.line ?? 0, 'something that is no action');
  }
  const instance = name(expression.items[1]);
  const [field, ...rest] = expression.items.slice(instance === null ? 1 : 2);
  return { kind, instance, field: string(field, expression.line), arguments: rest };
}

function name(expression: Expression | undefined): string | null {
  return expression?.kind === 'atom' && expression.text.startsWith('$') ? expression.text : null;
}

function string(expression: Expression | undefined, line: number): string {
  if (expression?.kind !== 'text') throw malformed(line, 'no string where one must be');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(expression.bytes);
}

function malformed(line: number, what: string): GristmillError {
  return new GristmillError('SCRIPT_MALFORMED', `At line ${line} stands ${what}.`, {
    hint: 'Check that the file is a .wast script; a new command of the suite is added in src/script/command.ts.',
  });
}
