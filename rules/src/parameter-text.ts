import { TaxError } from '@gristmill/tax';
import { parseDocument } from 'yaml';

/**
 * YAML as plain data whose scalars all stay text, so that 0.9235 is read as those four digits and never as a double.
 * Duplicate keys are errors.
 *
 * @throws TaxError `RULE_PACK_MALFORMED` with the line that is not YAML.
 */
export function parseParameterText(name: string, text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', strict: true, uniqueKeys: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw notYaml(name, problem.message);
  try {
    return document.toJS();
  } catch (cause) {
    // An alias to nowhere is found only here.
    throw notYaml(name, cause instanceof Error ? cause.message : String(cause));
  }
}

function notYaml(name: string, why: string): TaxError {
  return new TaxError(
    'RULE_PACK_MALFORMED',
    `Parameter file ${name} is not YAML: ${why}`,
    'Mend the file at the line named.',
    'configuration',
  );
}
