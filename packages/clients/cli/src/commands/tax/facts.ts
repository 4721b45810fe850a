import { factsJsonSchema } from '@gristmill/tax';
import { jsonText } from '@gristmill/protocol';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { createOutput } from '../../output.ts';
import { table } from '../../table.ts';
import { FACT_COLUMNS, factRows, LINE_COLUMNS, lineRows } from '../../tax/reference/facts-reference.ts';
import { factsTemplate } from '../../tax/facts/facts-template.ts';
import { rulesText, servingPack } from '../../tax/rules/pack-reference.ts';

interface FactsOptions {
  template?: boolean;
  schema?: boolean;
  home?: string;
  json?: boolean;
}

export function addFacts(tax: Command): void {
  tax
    .command('facts')
    .argument('<pack>', 'an id of `gristmill tax packs`, or the beginning of one')
    .summary('the facts that a rule pack may be told, and the lines it gives')
    .description(
      'Lists every fact of a rule pack with its kind, when it is needed and what it means, and every line that an ' +
        'assessment can have. The same tables of all packs are in docs/reference/tax-facts.md.',
    )
    .option('--home <folder>', 'where adopted packs lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--template', 'print a file of facts to fill in')
    .option('--schema', 'print the JSON Schema of the facts, to convert or check them elsewhere')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax facts us/federal
  gristmill tax facts us/federal --template > facts.yaml
  gristmill tax facts uk/income-tax --schema > facts.schema.json`,
    )
    .action(async (reference: string, options: FactsOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const { pack, rules } = await servingPack(reference, options.home);
      if (options.template === true) {
        const template = factsTemplate(pack);
        return output.result({ pack: pack.id, cid: pack.cid, template }, template.trimEnd());
      }
      const { id, cid, title, currency, facts, variables, outputs, total } = pack;
      const schema = factsJsonSchema(pack);
      if (options.schema === true) return output.result(schema, jsonText(schema, 2));
      const lines = Object.entries(variables).map(([name, { label, entity, period, unit, citation, formula }]) => {
        return { name, label, entity, period, unit, formula, citation };
      });
      output.result(
        { pack: id, cid, rules, title, currency, facts, lines, outputs, total },
        [
          `${colors.bold(id)} ${title}; money in minor units of ${currency.code}`,
          rulesText(rules),
          '',
          table(FACT_COLUMNS, factRows(pack)),
          '',
          table(LINE_COLUMNS, lineRows(pack)),
        ].join('\n'),
      );
    });
}
