import { GristmillError } from '@gristmill/protocol';
import { constantSource } from './constant-source.ts';

/** A function as the text of a module that a device can run. */
export interface FunctionModule {
  source: string;
  /** The texts of the function and of those among its constants: all that refers to anything. */
  functions: string[];
}

/** What stands before the function on its first line. */
export const FUNCTION_PREFIX = 'export default ';

/**
 * A function as a module: the function itself first, so that line numbers in its errors are the requestor's own, then the
 * constants it uses, which may be functions in their turn.
 *
 * @throws GristmillError `FUNCTION_NOT_PORTABLE` for native and bound functions, methods, classes and generators;
 *   `CONSTANT_NAME_INVALID` for a constant that is not an identifier, `VALUE_UNSUPPORTED` for one that cannot be sent.
 */
export function functionModule(
  fn: (...inputs: never[]) => unknown,
  constants: Readonly<Record<string, unknown>> = {},
): FunctionModule {
  const functions = [functionText(fn, fn.name || '(anonymous)')];
  const declarations = Object.entries(constants).map(([name, value]) => {
    if (typeof value !== 'function')
      return `const ${identifier(name)} = ${constantSource(`constants.${name}`, value)};`;
    const text = functionText(value as () => unknown, name);
    functions.push(text);
    return `const ${identifier(name)} = ${text};`;
  });
  // esbuild, and tsx with it, wraps functions in calls of this to keep their names.
  if (functions.some((text) => text.includes('__name('))) declarations.push('const __name = (fn) => fn;');
  return { source: `${FUNCTION_PREFIX}${functions[0]};\n${declarations.join('\n')}\n`, functions };
}

function functionText(fn: (...inputs: never[]) => unknown, name: string): string {
  const text = fn.toString();
  if (isFunctionExpression(fn, text)) return text;
  throw new GristmillError('FUNCTION_NOT_PORTABLE', `The function ${name} cannot be sent as text.`, {
    hint: 'Pass an arrow function or a function declaration; native and bound functions, methods, classes and generators cannot be sent.',
  });
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
