import { VALUE_CODEC_SOURCE } from './value-codec-source.ts';

/** The name of the prelude in stack traces, from which its frames are left out. */
export const PRELUDE_NAME = 'gristmill-prelude';

/**
 * What a JavaScript task finds around it. Evaluated once, before the snapshot, in QuickJS itself; its value is the
 * object through which the host drives a task. What a task does to the built-ins changes only its own result.
 */
export const PRELUDE = String.raw`(log => {
  ${VALUE_CODEC_SOURCE}

  const text = String;
  const { parse, stringify } = JSON;
  const CAUSES_MAX = 8;
  const REPORT_CHARACTERS_MAX = 8000;

  const stackOf = stack => {
    const frames = text(stack ?? '').split('\n').filter(line => line.trim() !== '' && !line.includes('${PRELUDE_NAME}'));
    return frames.length === 0 ? null : frames.join('\n');
  };
  const describe = (error, causes = CAUSES_MAX) => {
    if (!(error instanceof Error)) return 'Uncaught ' + show(error);
    const stack = stackOf(error.stack);
    const own = error.name + ': ' + error.message + (stack === null ? '' : '\n' + stack);
    const inner = Array.isArray(error.errors) ? [...error.errors] : [];
    if ('cause' in error) inner.push(error.cause);
    if (causes === 0) return own;
    return [own, ...inner.slice(0, causes).map(cause => 'caused by ' + describe(cause, causes - 1))].join('\n');
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

  // QuickJS counts from its own start, which was before the snapshot; a task counts from its own.
  const { now, timeOrigin } = performance;
  globalThis.performance = { now: () => now() + timeOrigin };

  // The input that is being worked on.
  let position = null;
  const { encode, decode } = createValueCodec({
    refuse: (path, what) => {
      position = Number(/\d+/.exec(path)[0]);
      throw new TypeError(path + ' is ' + what + ', which no output can hold.');
    },
    toBase64: bytes => bytes.toBase64(),
    fromBase64: base64 => Uint8Array.fromBase64(base64),
    stackOf,
  });

  const run = async (task, stdin, environment) => {
    if (typeof task !== 'function') throw new TypeError('The module has no default export that is a function.');
    let inputs;
    try {
      inputs = decode(stdin);
    } catch (error) {
      throw new SyntaxError('stdin is not a JSON array of inputs: ' + error.message);
    }
    const { args, env } = parse(environment);
    const outputs = [];
    for (let index = 0; index < inputs.length; index++) {
      position = index;
      const output = task(inputs[index], { index, args, env });
      outputs[index] = typeof output === 'object' && typeof output?.then === 'function' ? await output : output;
    }
    position = null;
    return encode(outputs, 'outputs');
  };

  const UNSETTLED = {
    module: 'The module waits for something that never comes.',
    output: 'The output is a promise that never settles.',
  };
  // What the log and the standard output of a failed task say.
  const failure = (how, thrown) => {
    const error = how === 'thrown' || how === 'rejected' ? thrown : new TypeError(UNSETTLED[how]);
    const log = (how === 'rejected' ? 'A promise was rejected and nobody handled it.\n' : '') + describe(error);
    const isError = error instanceof Error;
    const cut = value => text(value).slice(0, REPORT_CHARACTERS_MAX);
    const report = stringify({
      gristmill: 'failure-1',
      index: how === 'rejected' ? null : position,
      name: isError ? cut(error.name) : null,
      message: isError ? cut(error.message) : cut(show(error)),
      description: cut(log),
    });
    return { log: log + '\n', report };
  };

  return { run, failure };
})`;
