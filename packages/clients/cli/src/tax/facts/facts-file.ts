import { readYamlRecord } from '../../yaml-file.ts';

/**
 * The facts that somebody states for a rule pack, in a file of their own (YAML or JSON; `-` is standard input). What they
 * are is checked by the pack.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `FACTS_MALFORMED`
 */
export function readFacts(file: string, packId: string): Promise<Record<string, unknown>> {
  return readYamlRecord(file, {
    code: 'FACTS_MALFORMED',
    what: 'a list of facts',
    hint: `Write one \`name: value\` a line; \`gristmill tax facts ${packId} --template\` gives a file to fill in.`,
    intAsBigInt: true,
  });
}
