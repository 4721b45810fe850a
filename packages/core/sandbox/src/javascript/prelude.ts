/**
 * What a JavaScript task finds around it. Evaluated once, before the snapshot, in QuickJS itself; its value is the
 * object through which the host drives a task. It keeps the built-ins it needs, so a task that changes them changes only
 * its own result.
 */
export const PRELUDE = String.raw`(log => {
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const text = String;

  const describe = error => {
    if (!(error instanceof Error)) return 'Uncaught ' + show(error);
    const heading = error.name + ': ' + error.message;
    const stack = text(error.stack ?? '').split('\n').filter(line => !line.includes('gristmill-prelude')).join('\n');
    return stack.trim() === '' ? heading : heading + '\n' + stack.trimEnd();
  };
  const show = value => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return describe(value);
    try {
      return stringify(value) ?? text(value);
    } catch {
      return text(value);
    }
  };

  const write = (...values) => log(values.map(show).join(' ') + '\n');
  globalThis.console = Object.fromEntries(['log', 'info', 'warn', 'error', 'debug', 'trace'].map(name => [name, write]));

  const run = async (task, stdin, environment) => {
    if (typeof task !== 'function') throw new TypeError('The module has no default export that is a function.');
    let inputs;
    try {
      inputs = parse(stdin);
    } catch (error) {
      throw new SyntaxError('stdin is not JSON: ' + error.message);
    }
    if (!isArray(inputs)) throw new TypeError('stdin is not a JSON array of inputs.');
    const { args, env } = parse(environment);
    const outputs = [];
    for (let index = 0; index < inputs.length; index++) {
      const output = task(inputs[index], { index, args, env });
      outputs[index] = typeof output?.then === 'function' ? await output : output;
    }
    return stringify(outputs);
  };

  return { run, describe };
})`;
