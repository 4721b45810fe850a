import type { Command } from 'commander';
import { addAdopt } from './packs/adopt.ts';
import { addDiff } from './packs/diff.ts';
import { addFetch } from './packs/fetch.ts';
import { type HomeOption, withHomeOption } from './packs/home-option.ts';
import { addImportTedb } from './packs/import-tedb.ts';
import { listPacks } from './packs/list.ts';
import { addSign } from './packs/sign.ts';
import { addVerify } from './packs/verify.ts';

export function addPacks(tax: Command): void {
  const packs = tax
    .command('packs')
    .summary('the rule packs that serve, and newer ones from a publisher')
    .description(
      'Rule packs are the parameters of tax law, dated and cited. Gristmill ships them; a publisher whom you trust may ' +
        'offer newer ones. A pack serves only once you have adopted it; what was fetched, and what is wrong with a feed, ' +
        'changes nothing. Without a subcommand, lists the packs that serve.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs
  gristmill tax packs fetch https://rules.example/rules.json --publisher 0x5290…
  gristmill tax packs diff                                   what would change, with sources
  gristmill tax packs diff bafyrei… --effect facts.yaml --year 2026
  gristmill tax packs adopt bafyrei…
  gristmill tax packs --json > packs.json                    to compare with later
  gristmill tax packs verify --known packs.json
  gristmill tax packs sign --pack eu/vat --parameters ./parameters --effective-from 2027-01-01 --feed rules.json`,
    );
  withHomeOption(packs).action((options: HomeOption) => listPacks(options));
  withHomeOption(packs.command('list').summary('the packs that serve, and what was adopted before')).action(
    (_: unknown, command: Command) => listPacks(command.optsWithGlobals()),
  );
  for (const add of [addFetch, addDiff, addAdopt, addVerify, addSign, addImportTedb]) withHomeOption(add(packs));
}
