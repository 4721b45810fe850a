import { GristmillError } from '@gristmill/protocol';

/** Anything JSON can carry: what goes into and comes out of a JavaScript task. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A function as the text of a module that a device can run: the function itself first, so that line numbers in its
 * errors are the requestor's own, then the constants it uses.
 *
 * The function must be self-contained: it sees its input, the declared constants and ES2023, nothing of the caller's
 * scope.
 *
 * @throws GristmillError `FUNCTION_NOT_PORTABLE` for native and bound functions, methods, classes and generators;
 *   `CONSTANT_NAME_INVALID` for a constant that is not an identifier, `CONSTANT_NOT_JSON` for one that JSON cannot carry.
 */
export function javascriptSource(fn: (...inputs: never[]) => unknown, constants: Record<string, unknown> = {}): string {
  const text = fn.toString();
  if (!isFunctionExpression(fn, text)) {
    const name = fn.name || '(anonymous)';
    throw new GristmillError('FUNCTION_NOT_PORTABLE', `The function ${name} cannot be sent as text.`, {
      hint: 'Pass an arrow function or a function declaration; native and bound functions, methods, classes and generators cannot be sent.',
    });
  }
  const declarations = Object.entries(constants).map(
    ([name, value]) => `const ${identifier(name)} = ${literal(name, value)};`,
  );
  return `export default ${text};\n${declarations.join('\n')}\n`;
}

/** Whether `text` says, by itself, what `fn` does: a function expression that gives one value for one input. */
function isFunctionExpression(fn: object, text: string): boolean {
  // The engine's own word for the kind tells `async(x) => x` from a method that is called async.
  const kind = Object.prototype.toString.call(fn);
  if (kind !== '[object Function]' && kind !== '[object AsyncFunction]') return false;
  if (/\{\s*\[native code\]\s*\}$/.test(text)) return false;
  const expression = kind === '[object AsyncFunction]' ? text.replace(/^async\s*/, '') : text;
  return /^(function\b|\(|[\p{ID_Start}$_][\p{ID_Continue}$]*\s*=>)/u.test(expression);
}

function identifier(name: string): string {
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return name;
  throw new GristmillError('CONSTANT_NAME_INVALID', `"${name}" cannot be the name of a constant.`, {
    hint: 'Use a plain identifier such as `years`.',
  });
}

function literal(name: string, value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // A BigInt or a circle: refused below like everything that has no JSON.
  }
  throw new GristmillError('CONSTANT_NOT_JSON', `The constant ${name} has no JSON.`, {
    hint: 'Use numbers, strings, booleans, null, and arrays and plain objects of them.',
  });
}
