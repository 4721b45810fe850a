import { writeFile } from 'node:fs/promises';
import { explainOneStopShopReturn, oneStopShopReturn, type OneStopShopQuarter } from '@gristmill/rules';
import type { Command } from 'commander';
import { checkWritable } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { ossPaper } from '../../tax/oss-paper.ts';
import { loadPack } from '../../tax/pack-reference.ts';
import { paperPdf } from '../../tax/paper.ts';
import { readYamlRecord } from '../../yaml-file.ts';

export function addOssReturn(tax: Command): void {
  tax
    .command('oss-return')
    .argument('<file>', 'the supplies of a quarter, YAML or JSON; `-` is standard input')
    .summary('the VAT return of a quarter for the EU One Stop Shop')
    .description(
      'Adds up the supplies and corrections of a quarter by member state, rate and place, and checks that each belongs in ' +
        'this return and bears the VAT of its rate on its day. Amounts are in minor units, as digits in quotes. The file ' +
        'has scheme, memberStateOfIdentification, vatNumber, period { year, quarter }, supplies, corrections, and ' +
        'exchangeRates where a supply is not in euro (rules/eu/vat/README.md).',
    )
    .option('--pdf <file>', 'the return as PDF/A too')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax oss-return 2026-q3.yaml --pdf 2026-q3.pdf
  gristmill tax oss-return 2026-q3.json --json | jq .totals`,
    )
    .action(async (file: string, options: { pdf?: string; json?: boolean }) => {
      const stated = await readYamlRecord(file, {
        code: 'OSS_RETURN_MALFORMED',
        what: "a quarter's supplies",
        hint: 'Write scheme, memberStateOfIdentification, vatNumber, period, supplies and corrections.',
      });
      // The return reads it with its own schema: here it is whatever the file says.
      const vatReturn = oneStopShopReturn(await loadPack('eu/vat'), stated as unknown as OneStopShopQuarter);
      if (options.pdf !== undefined) {
        await checkWritable(options.pdf);
        await writeFile(options.pdf, await paperPdf(ossPaper(vatReturn)));
      }
      createOutput({ json: options.json ?? false }).result(vatReturn, explainOneStopShopReturn(vatReturn));
    });
}
