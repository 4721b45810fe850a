import { describe, expect, it } from 'vitest';
import { functionModule } from './javascript-source.ts';

const sourceOf = (...args: Parameters<typeof functionModule>) => functionModule(...args).source;

type Compiled = (input: unknown) => unknown;

/** The default export of a module's text, as a device evaluates it: with none of this file's scope. */
async function load(source: string): Promise<Compiled> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { default: Compiled };
  return module.default;
}

/** A function as it comes out of JavaScript that was written otherwise than this repository formats it. */
async function written(text: string): Promise<Compiled> {
  return load(`export default (${text})`);
}

function declared(n: number) {
  return n + 1;
}

describe('a function is sent as it stands', () => {
  it.each([
    ['an arrow', (n: number) => n + 1],
    ['an arrow without parentheses', written('n => n + 1')],
    ['an arrow of a destructured input', written('({ valueOf: of }) => of.call(1) + 1')],
    ['a name that is not ASCII', written('größe => größe + 1')],
    ['a declaration', declared],
    ['an expression without a name', written('function(n) { return n + 1; }')],
    ['a function that speaks of [native code]', written("n => ('function () { [native code] }', n + 1)")],
  ])('%s', async (_, fn) => {
    expect((await load(sourceOf(await fn)))(1)).toBe(2);
  });

  it.each([
    ['an async arrow', async (n: number) => n + 1],
    ['an async arrow as minifiers write it', written('async(n)=>n+1')],
    ['an async arrow without parentheses', written('async n => n + 1')],
    ['an async function', written('async function (n) { return n + 1; }')],
  ])('%s', async (_, fn) => {
    const sent = (await load(sourceOf(await fn)))(1);
    expect(sent).toBeInstanceOf(Promise);
    expect(await sent).toBe(2);
  });

  it('begins on line 1, so that its errors name its own lines', async () => {
    const fn = await written("(n) => {\n  if (n === 0) return 0;\n  throw new Error('no');\n}");
    const source = sourceOf(fn, { unused: [1, 2, 3] });
    expect(source.split('\n')[0]).toBe('export default (n) => {');
    const sent = await load(source);
    expect(() => sent(1)).toThrow(
      expect.objectContaining({ stack: expect.stringMatching(/:3:\d+\)?$/m) as string }) as Error,
    );
  });

  it('says nothing of TypeScript: types are gone before a function has text', () => {
    expect(sourceOf((n: number): number => n satisfies number)).not.toContain('number');
  });
});

describe('constants', () => {
  it('are what the function sees under their names', async () => {
    const constants = { list: [1, 2], text: 'a\n"b"\u2028`${c}`', nothing: null, $π: { deep: true } };
    const fn = await written('(n) => [n, list, text, nothing, $π]');
    expect((await load(sourceOf(fn, constants)))(7)).toEqual([7, ...Object.values(constants)]);
  });

  it.each(['two words', '1st', 'a-b', '', 'x = 1; const y'])('are not called "%s"', (name) => {
    expect(() => sourceOf((n: number) => n, { [name]: 1 })).toThrow(
      expect.objectContaining({ code: 'CONSTANT_NAME_INVALID' }) as Error,
    );
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = [circle];
  it.each([
    ['a symbol', Symbol('s'), 'constants.value is a symbol, which cannot be sent.'],
    ['a function inside', [{ f: () => 1 }], 'constants.value[0].f is a function, which cannot be sent.'],
    ['a circle', circle, 'constants.value.self[0] is a circle: it contains itself, which cannot be sent.'],
  ])('are not %s', (_, value, message) => {
    expect(() => sourceOf((n: number) => n, { value })).toThrow(
      expect.objectContaining({ code: 'VALUE_UNSUPPORTED', message }) as Error,
    );
  });

  it('may be functions, which the same rules hold for', async () => {
    const constants = {
      step: 2,
      twice: await written('(n) => n * step'),
      thrice: await written('function named(n) { return twice(n) + n }'),
    };
    const fn = await written('(n) => thrice(n)');
    const { source, functions } = functionModule(fn, constants);
    expect((await load(source))(5)).toBe(15);
    expect(functions).toHaveLength(3);
    expect(() => sourceOf(fn, { twice: Math.sqrt })).toThrow(
      expect.objectContaining({
        code: 'FUNCTION_NOT_PORTABLE',
        message: 'The function twice cannot be sent as text.',
      }) as Error,
    );
  });

  it('have the name-keeping call of esbuild among them where it is used', async () => {
    const fn = await written('(n) => { const inner = __name(() => n + 1, "inner"); return inner(); }');
    expect((await load(sourceOf(fn)))(1)).toBe(2);
  });
});

describe('what has no text of its own is refused', () => {
  it.each([
    ['a native function', Math.sqrt],
    ['a bound function', written('function (n) { return n === this; }.bind(1)')],
    ['a method', written('{ grind(n) { return n; } }.grind')],
    ['an async method', written('{ async grind(n) { return n; } }.grind')],
    ['a method that is called async', written('{ async(n) { return n; } }.async')],
    ['an async method that is called async', written('{ async async(n) { return n; } }.async')],
    ['a method whose name is quoted', written("{ 'x'(n) { return n; } }.x")],
    ['a method whose name is computed', written("{ ['x'](n) { return n; } }.x")],
    ['a getter', written("Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x').get")],
    ['a class', written('class Mill { grind() {} }')],
    ['a generator', written('function* (n) { yield n; }')],
    ['an async generator', written('async function* (n) { yield n; }')],
  ])('%s', async (_, given) => {
    const fn = await given;
    expect(() => sourceOf(fn)).toThrow(
      expect.objectContaining({
        code: 'FUNCTION_NOT_PORTABLE',
        message: `The function ${fn.name || '(anonymous)'} cannot be sent as text.`,
      }) as Error,
    );
  });
});
