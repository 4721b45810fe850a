import { GristmillError } from '@gristmill/protocol';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { readText } from './input.ts';

const record = z.record(z.string(), z.unknown());

/**
 * A file of `name: value` lines, YAML or JSON; `-` is standard input. Integers are bigints with `intAsBigInt`.
 *
 * @throws GristmillError `FILE_UNREADABLE`, and the `refusal` when it is not such a file.
 */
export async function readYamlRecord(
  file: string,
  { code, what, hint, intAsBigInt = false }: { code: string; what: string; hint: string; intAsBigInt?: boolean },
): Promise<Record<string, unknown>> {
  const text = await readText(file);
  try {
    return record.parse(parseYaml(text, { intAsBigInt }));
  } catch (cause) {
    const where = cause instanceof YAMLParseError ? `: ${cause.message.split('\n')[0]!.replace(/[:.]+$/, '')}` : '';
    throw new GristmillError(code, `${file === '-' ? 'Standard input' : file} is not ${what}${where}.`, {
      hint,
      cause,
    });
  }
}
