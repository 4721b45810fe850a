import { describe, expect, it } from 'vitest';
import { freeNames } from './free-names.ts';

const none = new Set<string>();

describe('names that nothing declares', () => {
  it.each([
    ['(x) => table[x] + k', ['table', 'k']],
    ['(x) => { helper(x); return { short, [computed]: 1, ...rest }; }', ['helper', 'short', 'computed', 'rest']],
    ['async function f(x) { return await fetch(`${base}/${x}`); }', ['fetch', 'base']],
    ['(x = fallback) => x instanceof Mill', ['fallback', 'Mill']],
    ['($, größe) => $ + größe + $π', ['$π']],
    ['(x) => new (class extends Base { #p = x; m() { return this.#p } })()', ['Base']],
  ])('%s', async (text, names) => {
    expect((await freeNames([text], none)).toSorted()).toEqual(names.toSorted());
  });

  it.each([
    '(x) => x.table.k',
    '({ a, b: { c = a }, ...d }, [e]) => ({ table: a, c, d, e, "k": 1 })',
    '(x) => { label: for (const k of [1]) { try { continue label } catch (error) { error } } }',
    'function fact(n) { return n < 2 ? 1 : n * fact(n - 1) }',
    '(x) => { const inner = function () { return arguments.length + later() }; function later() { return 1 } return inner() }',
    '(x) => "a name in text" + /names in \\w+ expressions/.source + `and ${x} there` /* nor here */',
    '(x) => [Math.max(x, NaN), new Map(), performance.now(), undefined].length',
    '(x) => typeof window === "undefined" ? x : window.name',
    '(x) => { globalThis.made = 1; return made }',
    '(x) => eval("var y = 1; y") + y',
    '(type, as, of, from, async, get, set) => type + as + of + from + async + get + set',
  ])('none in %s', async (text) => {
    expect(await freeNames([text], none)).toEqual([]);
  });

  it('none among the constants, and each function counts', async () => {
    expect(await freeNames(['(x) => helper(x)', '(x) => x * k + j'], new Set(['helper', 'k']))).toEqual(['j']);
  });
});
