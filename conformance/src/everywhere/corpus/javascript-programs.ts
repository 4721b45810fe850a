import type { Setting } from './case-of.ts';

/** A task in JavaScript: the source of its module and its inputs. */
interface JavaScriptProgram extends Setting {
  readonly source: string;
  readonly inputs: readonly unknown[];
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

export const javaScriptPrograms: Readonly<Record<string, JavaScriptProgram>> = {
  numbers: {
    source: `export default n => [n / 7, (n * 1e21).toString(), (0.1 * n).toFixed(3), n.toString(36), (n / 3).toPrecision(17),
      BigInt(n) ** 40n + '', n << 29, n >>> 1, -n % 4, Number('0x' + n), parseFloat(n + 'e-5'), Object.is(-0, 0 * -n)];`,
    inputs: range(40),
  },
  'mathematical functions': {
    source: `const names = Object.getOwnPropertyNames(Math).filter(name => typeof Math[name] === 'function' && name !== 'random').sort();
      export default x => names.map(name => { try { return [name, String(Math[name](x, 2.5))]; } catch (e) { return String(e); } });`,
    inputs: [0, 0.1, -0.5, 1, 1.5, -2.25, 3.25, 1e-9, 709.5, 1e15, -1e300],
  },
  'NaN bits through typed arrays': {
    source: `export default x => { const f = new Float64Array([x / 0 - x / 0, Math.sqrt(-1 - x), -NaN, 0 * Infinity, Infinity % x]);
      const g = Float32Array.from(f); return [...new Uint8Array(f.buffer), ...new Uint8Array(g.buffer)]; }`,
    inputs: [1, 2],
  },
  strings: {
    source: `export default s => [s.toUpperCase(), s.normalize('NFD').length, [...s].reverse().join('|'), s.split('').sort().join(''),
      s.padStart(30, 'ab'), encodeURIComponent(s), s.localeCompare('m'), s.at(-1), s.codePointAt(0), s.replaceAll('a', '<$&>')];`,
    inputs: ['banana', 'Ärger über Größe', 'ﬁnal', '日本語 テキスト', '👩‍👩‍👧‍👦 family', 'ǅungla', 'İstanbul'],
  },
  'regular expressions': {
    source: `export default s => [s.match(/(?<y>\\d{4})-(?<m>\\d\\d)/)?.groups, s.replace(/(\\w+) (\\w+)/g, '$2 $1'),
      [...s.matchAll(/\\b\\p{L}/gu)].map(m => m.index), /(a+)+b/.test(s), s.split(/(?<=[,;])\\s*/), /^(?!.*x).*$/s.test(s)];`,
    inputs: ['on 2026-01-31 it was', 'aaaaaaaaaaaaaaaac', 'one, two; three', 'Ünïcode wörds', 'x\ny'],
  },
  JSON: {
    source: `export default v => JSON.stringify(JSON.parse(JSON.stringify({ v, nested: [[v], { v }], d: 1e300 * 1e10, u: undefined }),
      (key, value) => typeof value === 'number' ? value / 3 : value), null, 1);`,
    inputs: [null, 1.1, 'quote " and \u2028', [1, [2, [3]]], { b: 1, a: { z: [true, false] } }],
  },
  sorting: {
    source: `export default n => { let s = n; const a = Array.from({ length: 2000 }, () => (s = s * 48271 % 2147483647));
      const b = a.map(x => ({ x, k: x % 10 })).sort((p, q) => p.k - q.k).map(o => o.x);
      return [a.toSorted((p, q) => p - q).slice(0, 20), a.toSorted().slice(0, 20), b.slice(0, 20)]; }`,
    inputs: [1, 12345],
  },
  'seeded randomness and the virtual clock': {
    source: `export default async () => [Math.random(), Math.random(), Date.now(), new Date().toISOString(), new Date(0).getTimezoneOffset(),
      String(new Date(2026, 2, 29, 2, 30)), Date.parse('2026-01-01'), typeof performance === 'undefined' ? null : performance.now()];`,
    inputs: [1, 2, 3],
  },
  'asynchronous functions and generators': {
    source: `const order = []; async function* count(n) { for (let i = 0; i < n; i++) { await null; order.push(i); yield i; } }
      export default async n => { let sum = 0; for await (const i of count(n)) sum += i;
        const all = await Promise.allSettled([count(2).next(), Promise.reject(new Error('no')), n]);
        return [sum, order.length, all.map(a => a.status)]; };`,
    inputs: [1, 10, 100],
  },
  'maps, sets, classes, proxies': {
    source: `class Bag { #items = new Map(); add(k) { this.#items.set(k, (this.#items.get(k) ?? 0) + 1); return this; }
        *[Symbol.iterator]() { yield* this.#items; } static of(...k) { return k.reduce((b, x) => b.add(x), new Bag()); } }
      export default s => [[...Bag.of(...s)], [...new Set(s)], Reflect.ownKeys(new Proxy({ [s]: 1, 2: 0, 1: 0 }, {})), structured({ s })];
      function structured(o) { return Object.entries({ ...o, ...Object.fromEntries([['k', 1]]) }).flat(); }`,
    inputs: ['mississippi', ''],
  },
  'the console': {
    source: `export default x => { console.log('item', x, { x }, [x], null, undefined); console.error(new Error('shown')); return x; }`,
    inputs: [1, 'two'],
  },
  'an error with its lines': {
    source: `function inner(x) {\n  return x.missing.field;\n}\nexport default x =>\n  inner(x);`,
    inputs: [{ missing: { field: 1 } }, {}],
  },
  'a syntax error': { source: 'export default x => {\n  return x +;\n}', inputs: [1] },
  'recursion without end': {
    source:
      'const f = n => 1 + f(n + 1);\nexport default n => { try { return f(n); } catch (e) { return String(e); } }',
    inputs: [1],
    expected: 'limit',
  },
  'out of fuel in JavaScript': {
    source: 'export default () => { let s = ""; for (let i = 0; ; i++) { s += i; if (s.length > 99) s = ""; } }',
    inputs: [1],
    limits: { fuel: 20_000_000 },
    expected: 'out-of-fuel',
  },
  'a memory bomb in JavaScript': {
    source: 'export default () => { const a = []; for (;;) a.push(new Uint8Array(100000).fill(a.length)); }',
    inputs: [1],
    limits: { memoryPages: 64 },
  },
};
