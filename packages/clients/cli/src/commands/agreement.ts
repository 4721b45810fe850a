import type { Command } from 'commander';
import { addAdvance } from './agreement/advance.ts';
import { addCheck } from './agreement/check.ts';
import { addExplain } from './agreement/explain.ts';
import { addNew } from './agreement/new.ts';
import { addOpen } from './agreement/open.ts';
import { addRun } from './agreement/run.ts';
import { addShow } from './agreement/show.ts';
import { addSign } from './agreement/sign.ts';

export function addAgreement(program: Command): void {
  const agreement = program
    .command('agreement')
    .summary('promises that money keeps: write, check, explain and try them')
    .description(
      'Agreements hold money and let it go when, and only when, their terms say so. Terms are Marlowe core JSON: write ' +
        'them from a template, or bring your own. A file holds a contract, or { "contract", "state" } where one stands; ' +
        '`-` is standard input.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement new                                      the templates
  gristmill agreement new escrow --example > parameters.json   what escrow needs to know, filled in
  gristmill agreement new escrow --params parameters.json > terms.json
  gristmill agreement check terms.json                         before anybody deposits
  gristmill agreement explain terms.json --svg terms.svg
  gristmill agreement open terms.json --role buyer=me --role seller=0x52908400098527886E0F7030069857D2E4169EE7
  gristmill agreement advance last --deposit 450000`,
    );
  for (const add of [addNew, addCheck, addExplain, addRun, addOpen, addSign, addAdvance, addShow]) add(agreement);
}
