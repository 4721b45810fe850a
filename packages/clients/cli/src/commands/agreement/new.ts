import { contractText, type Template, templateOf, templates } from '@gristmill/agreements';
import { GristmillError, jsonText } from '@gristmill/protocol';
import type { Command } from 'commander';
import { z } from 'zod';
import { collected } from '../../repeatable.ts';
import { templateParameters } from '../../agreement/template-parameters.ts';
import { createOutput } from '../../output.ts';
import { table } from '../../table.ts';
import { readYamlRecord } from '../../yaml-file.ts';

interface NewOptions {
  param: string[];
  params?: string;
  example?: boolean;
  json?: boolean;
}

export function addNew(agreement: Command): void {
  agreement
    .command('new')
    .argument('[template]', 'which kind of agreement; without it, the templates are listed')
    .summary('terms from a template')
    .description(
      'Writes the terms of an agreement, in Marlowe core JSON, from a template and what it needs to know. Amounts are ' +
        'whole minor units; parties are names of roles or addresses (0x…); times are dates (2027-01-31, ' +
        '2027-01-31T12:30Z).',
    )
    .option('--param <name=value>', 'a parameter; lists and objects in JSON (repeatable)', collected, [])
    .option('--params <file>', 'parameters from a file, YAML or JSON; --param wins')
    .option('--example', 'print the parameters of a worked example instead of terms')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement new
  gristmill agreement new split --example > split.json
  gristmill agreement new split --params split.json --param payBy=2027-06-30 > terms.json
  gristmill agreement new escrow --param buyer=ann --param seller=bob --param arbiter=cid --param price=450000 \\
    --param payBy=2027-01-10 --param acceptBy=2027-01-24 --param ruleBy=2027-02-07`,
    )
    .action(async (name: string | undefined, options: NewOptions) => {
      const output = createOutput({ json: options.json ?? false });
      if (name === undefined) {
        const rows = templates.map((each) => [each.name, each.purpose]);
        return output.result(templates.map(described), table(['template', 'what it is for'], rows));
      }
      const template = templateOf(name);
      if (options.example === true) return output.result(template.example, jsonText(template.example, 2));
      const terms = contractText(termsOf(template, await parametersOf(options)), 2);
      output.resultJson(terms, terms);
    });
}

function described({ name, purpose, example, schema }: Template): unknown {
  return { name, purpose, example, schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}

async function parametersOf({ param, params }: NewOptions): Promise<Record<string, unknown>> {
  if (params === undefined) return templateParameters(param);
  const fromFile = await readYamlRecord(params, {
    code: 'TEMPLATE_PARAMETERS_MALFORMED',
    what: 'a list of parameters',
    hint: 'Write one `name: value` a line, or a JSON object.',
  });
  return templateParameters(param, fromFile);
}

/** @throws GristmillError `TEMPLATE_PARAMETERS_MALFORMED`, `TEMPLATE_TOO_LARGE` and the codes of the builder. */
function termsOf(template: Template, parameters: Record<string, unknown>) {
  try {
    return template.build(parameters);
  } catch (error) {
    if (!(error instanceof GristmillError) || error.code !== 'TEMPLATE_PARAMETERS_MALFORMED') throw error;
    throw new GristmillError(error.code, error.message, {
      hint: `See \`gristmill agreement new ${template.name} --example\`. ${error.hint}`,
      cause: error,
    });
  }
}
