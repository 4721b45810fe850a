/*
 * The codec of the inputs and outputs of JavaScript tasks. The same code runs at both ends: `value-codec-source.ts` is this
 * file as text, for QuickJS. So it imports nothing, uses nothing newer than ES2023, and every change of it changes what
 * JavaScript tasks cost.
 */

/** What the codec needs of the engine it runs in: all that differs between QuickJS and a requestor's own. */
interface ValueCodecNeeds {
  /** Throws what says that the value at `path` is `what`, which cannot travel. */
  readonly refuse: (path: string, what: string) => never;
  readonly toBase64: (bytes: Uint8Array) => string;
  readonly fromBase64: (text: string) => Uint8Array<ArrayBuffer>;
  /** What travels of an error's stack, or null for nothing. */
  readonly stackOf: (stack: unknown) => string | null;
}

/** Values as text and back: the inputs and outputs of JavaScript tasks. */
export interface ValueCodec {
  /**
   * Values as text: the JSON array of them where all are plain JSON, `values-1` (README) where one is more than that.
   * Equal values have equal text. `name` is what errors call the list, as in `inputs[3].when`.
   */
  readonly encode: (values: readonly unknown[], name: string) => string;
  /** The values of a text. @throws TypeError, SyntaxError or RangeError when it is no such text. */
  readonly decode: (text: string) => unknown[];
}

/** A value as JSON holds it. */
type Tree = unknown;

/** An error as a task may have made it: any of its fields may be anything. */
interface ErrorFields {
  name: unknown;
  message: unknown;
  stack?: unknown;
  cause?: unknown;
  errors?: unknown;
}

const FORMAT = 'values-1';
/** Deeper values take the careful road, which knows circles. */
const PLAIN_DEPTH_MAX = 200;
const ERRORS = new Map<string, ErrorConstructor>(
  [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((type) => [type.name, type]),
);
const VIEWS = new Set([
  'DataView',
  'Int8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
]);

/** The codec for one engine; `needs` is all that it takes from there. */
export function createValueCodec(needs: ValueCodecNeeds): ValueCodec {
  return {
    encode(values, name) {
      if (isPlain(values, PLAIN_DEPTH_MAX)) return JSON.stringify(values);
      const { tree, isStructured } = treeOf(values, name, false, needs);
      if (!isStructured) return JSON.stringify(tree);
      return JSON.stringify({ gristmill: FORMAT, items: treeOf(values, name, true, needs).tree });
    },
    decode(text) {
      const document: unknown = JSON.parse(text);
      if (Array.isArray(document)) return document;
      const { gristmill, items } = (document ?? {}) as { gristmill?: unknown; items?: unknown };
      if (gristmill !== FORMAT || !Array.isArray(items)) throw new TypeError('it is not a JSON array of values');
      return items.map((item) => revive(item, needs));
    },
  };
}

function isPlainNumber(value: number): boolean {
  return value === 0 ? 1 / value > 0 : value - value === 0;
}

/**
 * Whether JSON carries the values of a list whole. Most are such; asking makes next to nothing and costs QuickJS less than
 * twice what writing them does.
 */
function isPlain(values: readonly unknown[], depth: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number') {
      // As isPlainNumber says: a call would cost as much as all else here.
      if (value - value === 0 && (value !== 0 || 1 / value > 0)) continue;
      return false;
    }
    const type = typeof value;
    if (type === 'string' || type === 'boolean' || value === null) continue;
    if (type !== 'object' || depth === 0) return false;
    if (Array.isArray(value)) {
      if (isPlain(value, depth - 1)) continue;
      return false;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    if (!isPlain(Object.values(value as object), depth - 1)) return false;
  }
  return true;
}

/** The tree of a list of values; where it `isTagging`, a plain object that looks like a tag is told from one. */
function treeOf(
  values: readonly unknown[],
  name: string,
  isTagging: boolean,
  { refuse, toBase64, stackOf }: ValueCodecNeeds,
): { tree: Tree[]; isStructured: boolean } {
  const ancestors = new Set<object>();
  const trail: (string | number)[] = [];
  let isStructured = false;
  const tree = arrayTree(values);
  return { tree, isStructured };

  function at(step: string | number, value: unknown): Tree {
    trail.push(step);
    const tree = walk(value);
    trail.pop();
    return tree;
  }

  function tagged(tag: string, content: Tree): Tree {
    isStructured = true;
    return { [tag]: content };
  }

  function refused(what: string): never {
    return refuse(name + trail.map(stepText).join(''), what);
  }

  function walk(value: unknown): Tree {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') {
      return isPlainNumber(value) ? value : tagged('$number', value === 0 ? '-0' : String(value));
    }
    if (typeof value === 'undefined') return tagged('$undefined', null);
    if (typeof value === 'bigint') return tagged('$bigint', String(value));
    if (typeof value === 'function') return refused('a function');
    if (typeof value === 'symbol') return refused('a symbol');
    if (ancestors.has(value)) return refused('a circle: it contains itself');
    ancestors.add(value);
    const tree = nested(value);
    ancestors.delete(value);
    return tree;
  }

  function nested(value: object): Tree {
    if (Array.isArray(value)) return arrayTree(value);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (ArrayBuffer.isView(value)) {
      const base64 = toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      return kind === 'Uint8Array' ? tagged('$bytes', base64) : tagged('$view', [kind, base64]);
    }
    switch (kind) {
      case 'ArrayBuffer':
        return tagged('$buffer', toBase64(new Uint8Array(value as ArrayBuffer)));
      case 'Date': {
        const time = (value as { getTime(): number }).getTime();
        return tagged('$date', Number.isNaN(time) ? null : time);
      }
      case 'RegExp':
        return tagged('$regexp', [(value as RegExp).source, (value as RegExp).flags]);
      case 'Map':
        return tagged('$map', Array.from(value as Map<unknown, unknown>, entryTree));
      case 'Set':
        return tagged(
          '$set',
          Array.from(value as Set<unknown>, (item, i) => at('<item ' + i + '>', item)),
        );
      case 'Error':
      case 'DOMException':
        return tagged('$error', errorTree(value as ErrorFields));
      case 'Number':
      case 'String':
      case 'Boolean':
      case 'BigInt':
        return walk(value.valueOf());
      default: {
        const { toJSON } = value as { toJSON?: unknown };
        if (typeof toJSON === 'function') return walk(toJSON.call(value, ''));
        if (kind === 'Object' || kind === 'Arguments') return objectTree(value as Record<string, unknown>);
        return refused((/^[AEIOU]/.test(kind) ? 'an ' : 'a ') + kind);
      }
    }
  }

  // Loops, because each call of a built-in that calls back takes a good part of QuickJS's stack.
  function arrayTree(value: readonly unknown[]): Tree[] {
    const tree: Tree[] = [];
    for (let i = 0; i < value.length; i++) tree.push(at(i, value[i]));
    return tree;
  }

  function entryTree([key, item]: [unknown, unknown], i: number): Tree {
    return [at('<key ' + i + '>', key), at('<value ' + i + '>', item)];
  }

  function objectTree(value: Record<string, unknown>): Tree {
    const entries: [string, Tree][] = [];
    for (const key of Object.keys(value)) entries.push([key, at(key, value[key])]);
    const tree = Object.fromEntries(entries);
    return isTagging && entries.length === 1 && entries[0]![0][0] === '$' ? { $object: tree } : tree;
  }

  function errorTree(error: ErrorFields): Tree {
    const tree: Record<string, Tree> = { name: String(error.name), message: String(error.message) };
    const stack = stackOf(error.stack);
    if (stack !== null) tree['stack'] = stack;
    if ('cause' in error) tree['cause'] = at('cause', error.cause);
    if (Array.isArray(error.errors)) tree['errors'] = at('errors', error.errors);
    return tree;
  }
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return '[' + step + ']';
  if (/^[A-Za-z_$][\w$]*$/.test(step)) return '.' + step;
  return step[0] === '<' ? step : '[' + JSON.stringify(step) + ']';
}

function revive(tree: Tree, needs: ValueCodecNeeds): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((item) => revive(item, needs));
  const fields = tree as Record<string, Tree>;
  const keys = Object.keys(fields);
  const [first] = keys;
  if (first !== undefined && keys.length === 1 && first[0] === '$') return reviveTag(first, fields[first], needs);
  return reviveObject(fields, needs);
}

function reviveObject(fields: Record<string, Tree>, needs: ValueCodecNeeds): unknown {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, revive(fields[key], needs)]));
}

function reviveTag(tag: string, content: Tree, needs: ValueCodecNeeds): unknown {
  switch (tag) {
    case '$undefined':
      return undefined;
    case '$number':
      return Number(content);
    case '$bigint':
      return BigInt(content as string);
    case '$date':
      // oxlint-disable-next-line no-restricted-globals -- a date that was given, not the time it is
      return new Date(content === null ? Number.NaN : (content as number));
    case '$regexp': {
      const [source, flags] = content as [string, string];
      return new RegExp(source, flags);
    }
    case '$map':
      return new Map((content as [Tree, Tree][]).map(([key, item]) => [revive(key, needs), revive(item, needs)]));
    case '$set':
      return new Set((content as Tree[]).map((item) => revive(item, needs)));
    case '$bytes':
      return needs.fromBase64(content as string);
    case '$buffer':
      return needs.fromBase64(content as string).buffer;
    case '$view': {
      const [kind, base64] = content as [string, string];
      const View = (globalThis as Record<string, unknown>)[kind] as (new (buffer: ArrayBuffer) => unknown) | undefined;
      if (!VIEWS.has(kind) || View === undefined) throw new TypeError('this engine has no ' + kind);
      return new View(needs.fromBase64(base64).buffer);
    }
    case '$error':
      return reviveError(content as Record<string, Tree>, needs);
    case '$object':
      return reviveObject(content as Record<string, Tree>, needs);
    default:
      throw new TypeError('the tag ' + tag + ' is unknown');
  }
}

function reviveError(content: Record<string, Tree>, needs: ValueCodecNeeds): Error {
  const name = String(content['name']);
  const message = String(content['message']);
  const options = 'cause' in content ? { cause: revive(content['cause'], needs) } : {};
  const error = Array.isArray(content['errors'])
    ? new AggregateError(
        content['errors'].map((item) => revive(item, needs)),
        message,
        options,
      )
    : new (ERRORS.get(name) ?? Error)(message, options);
  const { stack } = content;
  const shown = { name, stack: typeof stack === 'string' ? stack : name + ': ' + message };
  for (const [key, value] of Object.entries(shown)) {
    Object.defineProperty(error, key, { value, configurable: true, writable: true });
  }
  return error;
}
