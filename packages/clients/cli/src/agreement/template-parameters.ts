import { GristmillError } from '@gristmill/protocol';

/**
 * Parameters of a template from `name=value` words, which win over those of a file. A value that is a list, an object, a
 * quoted text, a whole number, true or false in JSON is that; everything else (`2027-01-10`, `buyer`) is text as it stands.
 *
 * @throws GristmillError `OPTION_INVALID`
 */
export function templateParameters(
  words: readonly string[],
  fromFile: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const named = words.map((word) => {
    const equals = word.indexOf('=');
    if (equals > 0) return [word.slice(0, equals), valueOf(word.slice(equals + 1))] as const;
    throw new GristmillError('OPTION_INVALID', `--param is "${word}", which names no value.`, {
      hint: 'Write --param name=value, for example --param payBy=2027-01-10.',
    });
  });
  // As own properties: `__proto__` is a name like any other, and no template knows it.
  return Object.fromEntries([...Object.entries(fromFile), ...named]);
}

function valueOf(text: string): unknown {
  if (!/^(?:[[{"]|(?:-?\d+|true|false)$)/.test(text)) return text;
  try {
    const value = JSON.parse(text) as unknown;
    // An amount beyond what a double holds keeps its digits.
    return typeof value === 'number' && !Number.isSafeInteger(value) ? text : value;
  } catch {
    return text;
  }
}
