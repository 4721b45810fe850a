import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { explain } from '@gristmill/agreements';
import type { Command } from 'commander';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { tokenText } from '../../agreement/words.ts';
import { checkWritable, wholeNumber } from '../../input.ts';
import { createOutput } from '../../output.ts';

interface ExplainOptions {
  svg?: string;
  title?: string;
  decimals?: string;
  json?: boolean;
}

const DECIMALS_MAX = 30;

export function addExplain(agreement: Command): void {
  agreement
    .command('explain')
    .argument('<file>', 'an agreement in Marlowe core JSON')
    .summary('the terms in plain English, and as a picture')
    .description('Says in plain English (Markdown) what an agreement does. It follows from the terms alone.')
    .option('--svg <file>', 'write a diagram of the steps there')
    .option('--title <text>', 'what the agreement is called')
    .option('--decimals <count>', 'how many digits of an amount stand behind the point (default: 0)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement explain terms.json
  gristmill agreement explain terms.json --decimals 2 --title 'Sale of a press' --svg press.svg`,
    )
    .action(async (file: string, options: ExplainOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const decimals = wholeNumber('--decimals', options.decimals ?? '0', 0, DECIMALS_MAX);
      const { text, svg } = explain((await readAgreement(file)).contract, {
        assetOf: (token) => ({ code: tokenText(token), decimals }),
        ...(options.title !== undefined && { title: options.title }),
      });
      if (options.svg !== undefined) {
        await checkWritable(options.svg);
        await writeFile(options.svg, svg);
      }
      const svgPath = options.svg === undefined ? {} : { svgPath: path.resolve(options.svg) };
      output.result({ text, svg, ...svgPath }, text.trimEnd());
    });
}
