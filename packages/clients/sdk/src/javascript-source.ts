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
 * @throws GristmillError `FUNCTION_NOT_PORTABLE` for native, bound and method-shorthand functions, whose text is not a
 *   function expression; `CONSTANT_NAME_INVALID` for a constant that is not an identifier.
 */
export function javascriptSource(fn: (...inputs: never[]) => unknown, constants: Record<string, unknown> = {}): string {
  const text = fn.toString();
  if (
    !/^(async\s+)?(function\b|\(|[\p{ID_Start}$_][\p{ID_Continue}$]*\s*=>)/u.test(text) ||
    text.includes('[native code]')
  ) {
    throw new GristmillError(
      'FUNCTION_NOT_PORTABLE',
      `The function ${fn.name || '(anonymous)'} has no source text to send.`,
      {
        hint: 'Pass an arrow function or a function declaration; bound, native and method-shorthand functions have none.',
      },
    );
  }
  const declarations = Object.entries(constants).map(([name, value]) => {
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
      throw new GristmillError('CONSTANT_NAME_INVALID', `"${name}" cannot be the name of a constant.`, {
        hint: 'Use a plain identifier such as `years`.',
      });
    }
    return `const ${name} = ${JSON.stringify(value)};`;
  });
  return `export default ${text};\n${declarations.join('\n')}\n`;
}
