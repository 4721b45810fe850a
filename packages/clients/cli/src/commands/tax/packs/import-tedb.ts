import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';
import { explainParameterDiff, parameterDiff, parameterFilesOf, readTedbAnswer, tedbProposal } from '@gristmill/rules';
import { systemClock } from '@gristmill/storage';
import { parseCivilDate } from '@gristmill/tax';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { readText } from '../../../input.ts';
import { createOutput } from '../../../output.ts';
import { servingPack } from '../../../tax/rules/pack-reference.ts';
import type { HomeOption } from './home-option.ts';

const PACK = 'eu/vat';

interface ImportOptions extends HomeOption {
  checked?: string;
  parameters?: string;
}

export function addImportTedb(packs: Command): Command {
  return packs
    .command('import-tedb')
    .argument('<file>', "an answer of the Commission's Taxes in Europe Database as XML; `-` is standard input")
    .summary('what the EU database of VAT rates says, against the rates that serve')
    .description(
      'Reads the answer of VatRetrievalService to retrieveVatRates and compares it with the EU VAT pack that serves: rates ' +
        'that differ become new values from the day of the answer, and what fits no single parameter is listed for you to ' +
        'decide. Nothing is adopted. With --parameters the result is written as parameter files, to be looked up, ' +
        'corrected (the database knows the day it was asked for, and not when the law began) and signed.',
    )
    .option('--parameters <folder>', 'write the proposed parameters here, for `gristmill tax packs sign`')
    .option('--checked <date>', 'the day on which the database was asked (default: today)')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs import-tedb answer.xml
  gristmill tax packs import-tedb answer.xml --parameters ./proposed
  gristmill tax packs sign --pack eu/vat --parameters ./proposed --effective-from 2027-01-01 --feed rules.json`,
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const { home, json = false, checked, parameters: folder }: ImportOptions = command.optsWithGlobals();
      const { pack, rules } = await servingPack(PACK, home);
      const rates = readTedbAnswer(await readText(file));
      const day = parseCivilDate(checked ?? new Date(systemClock.now()).toISOString().slice(0, 10));
      const { parameters, undecided } = tedbProposal(pack.parameters, rates, { checked: day });
      const changes = parameterDiff(pack.parameters, parameters);
      if (folder !== undefined) await writeParameters(folder, parameterFilesOf(parameters));
      createOutput({ json }).result(
        { packId: PACK, rules, rates: rates.length, changes, undecided, parameters: folder ?? null },
        [
          `${rates.length} rates read.`,
          explainParameterDiff(changes),
          ...undecided.map((what) => `to decide: ${what}`),
          ...(folder === undefined ? [] : [`Written to ${folder}.`]),
        ].join('\n'),
      );
    });
}

/** @throws GristmillError `FOLDER_NOT_EMPTY`: what lies there may be somebody's work. */
async function writeParameters(folder: string, files: Record<string, unknown>): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new GristmillError('FOLDER_NOT_EMPTY', `${folder} is not empty.`, { hint: 'Name a new folder.' });
  }
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, `${name}.yaml`), stringify(content, { lineWidth: 120 }));
  }
}
