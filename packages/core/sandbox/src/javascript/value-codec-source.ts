/** `createValueCodec` as text, for QuickJS; `vitest run -u` makes it anew from `value-codec.ts`. */
export const VALUE_CODEC_SOURCE = String.raw`const FORMAT = 'values-1';
const PLAIN_DEPTH_MAX = 200;
const ERRORS = new Map (
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
function createValueCodec(needs ) {
  return {
    encode(values, name) {
      if (isPlain(values, PLAIN_DEPTH_MAX)) return JSON.stringify(values);
      const { tree, isStructured } = treeOf(values, name, false, needs);
      if (!isStructured) return JSON.stringify(tree);
      return JSON.stringify({ gristmill: FORMAT, items: treeOf(values, name, true, needs).tree });
    },
    decode(text) {
      const document = JSON.parse(text);
      if (Array.isArray(document)) return document;
      const { gristmill, items } = (document ?? {}) ;
      if (gristmill !== FORMAT || !Array.isArray(items)) throw new TypeError('it is not a JSON array of values');
      return items.map((item) => revive(item, needs));
    },
  };
}
function isPlainNumber(value ) {
  return value === 0 ? 1 / value > 0 : value - value === 0;
}
function isPlain(values , depth ) {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number') {
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
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    if (!isPlain(Object.values(value ), depth - 1)) return false;
  }
  return true;
}
function treeOf(
  values ,
  name ,
  isTagging ,
  { refuse, toBase64, stackOf } ,
) {
  const ancestors = new Set ();
  const trail = [];
  let isStructured = false;
  const tree = arrayTree(values);
  return { tree, isStructured };
  function at(step , value ) {
    trail.push(step);
    const tree = walk(value);
    trail.pop();
    return tree;
  }
  function tagged(tag , content ) {
    isStructured = true;
    return { [tag]: content };
  }
  function refused(what ) {
    return refuse(name + trail.map(stepText).join(''), what);
  }
  function walk(value ) {
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
  function nested(value ) {
    if (Array.isArray(value)) return arrayTree(value);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (ArrayBuffer.isView(value)) {
      const base64 = toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      return kind === 'Uint8Array' ? tagged('$bytes', base64) : tagged('$view', [kind, base64]);
    }
    switch (kind) {
      case 'ArrayBuffer':
        return tagged('$buffer', toBase64(new Uint8Array(value )));
      case 'Date': {
        const time = (value ).getTime();
        return tagged('$date', Number.isNaN(time) ? null : time);
      }
      case 'RegExp':
        return tagged('$regexp', [(value ).source, (value ).flags]);
      case 'Map':
        return tagged('$map', Array.from(value , entryTree));
      case 'Set':
        return tagged(
          '$set',
          Array.from(value , (item, i) => at('<item ' + i + '>', item)),
        );
      case 'Error':
      case 'DOMException':
        return tagged('$error', errorTree(value ));
      case 'Number':
      case 'String':
      case 'Boolean':
      case 'BigInt':
        return walk(value.valueOf());
      default: {
        const { toJSON } = value ;
        if (typeof toJSON === 'function') return walk(toJSON.call(value, ''));
        if (kind === 'Object' || kind === 'Arguments') return objectTree(value );
        return refused((/^[AEIOU]/.test(kind) ? 'an ' : 'a ') + kind);
      }
    }
  }
  function arrayTree(value ) {
    const tree = [];
    for (let i = 0; i < value.length; i++) tree.push(at(i, value[i]));
    return tree;
  }
  function entryTree([key, item] , i ) {
    return [at('<key ' + i + '>', key), at('<value ' + i + '>', item)];
  }
  function objectTree(value ) {
    const entries = [];
    for (const key of Object.keys(value)) entries.push([key, at(key, value[key])]);
    const tree = Object.fromEntries(entries);
    return isTagging && entries.length === 1 && entries[0] [0][0] === '$' ? { $object: tree } : tree;
  }
  function errorTree(error ) {
    const tree = { name: String(error.name), message: String(error.message) };
    const stack = stackOf(error.stack);
    if (stack !== null) tree['stack'] = stack;
    if ('cause' in error) tree['cause'] = at('cause', error.cause);
    if (Array.isArray(error.errors)) tree['errors'] = at('errors', error.errors);
    return tree;
  }
}
function stepText(step ) {
  if (typeof step === 'number') return '[' + step + ']';
  if (/^[A-Za-z_$][\w$]*$/.test(step)) return '.' + step;
  return step[0] === '<' ? step : '[' + JSON.stringify(step) + ']';
}
function revive(tree , needs ) {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((item) => revive(item, needs));
  const fields = tree ;
  const keys = Object.keys(fields);
  const [first] = keys;
  if (first !== undefined && keys.length === 1 && first[0] === '$') return reviveTag(first, fields[first], needs);
  return reviveObject(fields, needs);
}
function reviveObject(fields , needs ) {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, revive(fields[key], needs)]));
}
function reviveTag(tag , content , needs ) {
  switch (tag) {
    case '$undefined':
      return undefined;
    case '$number':
      return Number(content);
    case '$bigint':
      return BigInt(content );
    case '$date':
      return new Date(content === null ? Number.NaN : (content ));
    case '$regexp': {
      const [source, flags] = content ;
      return new RegExp(source, flags);
    }
    case '$map':
      return new Map((content ).map(([key, item]) => [revive(key, needs), revive(item, needs)]));
    case '$set':
      return new Set((content ).map((item) => revive(item, needs)));
    case '$bytes':
      return needs.fromBase64(content );
    case '$buffer':
      return needs.fromBase64(content ).buffer;
    case '$view': {
      const [kind, base64] = content ;
      const View = (globalThis )[kind] ;
      if (!VIEWS.has(kind) || View === undefined) throw new TypeError('this engine has no ' + kind);
      return new View(needs.fromBase64(base64).buffer);
    }
    case '$error':
      return reviveError(content , needs);
    case '$object':
      return reviveObject(content , needs);
    default:
      throw new TypeError('the tag ' + tag + ' is unknown');
  }
}
function reviveError(content , needs ) {
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
}`;
