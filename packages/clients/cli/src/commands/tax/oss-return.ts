import { writeFile } from 'node:fs/promises';
import { explainOneStopShopReturn, oneStopShopReturn, type OneStopShopQuarter } from '@gristmill/rules';
import type { Command } from 'commander';
import { checkWritable } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { ossPaper } from '../../tax/paper/oss-paper.ts';
import { loadPack } from '../../tax/rules/pack-reference.ts';
import { paperPdf } from '../../tax/paper/paper.ts';
import { readYamlRecord } from '../../yaml-file.ts';

export function addOssReturn(tax: Command): void {
  tax
    .command('oss-return')
    .argument('<file>', 'the supplies of a quarter, YAML or JSON; `-` is standard input')
    .summary('the VAT return of a quarter for the EU One Stop Shop')
    .description(
      'Adds up the supplies and corrections of a quarter by member state, rate and place, and checks that each belongs in ' +
        'this return and bears the VAT of its rate on its day. Amounts are in minor units (cents). The file has scheme, ' +
        'memberStateOfIdentification, vatNumber, period, supplies, corrections, and exchangeRates where a supply is not ' +
        'in euro.',
    )
    .option('--pdf <file>', 'the return as PDF/A too')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
A file:
  scheme: union                           # or non-union, with a vatNumber that begins with EU
  memberStateOfIdentification: DE
  vatNumber: DE 111 111 125
  period: { year: 2026, quarter: 3 }
  exchangeRates: { date: 2026-09-30, rates: { PLN: "4.25" } }    # units for one euro, the ECB's of the last day
  supplies:
    - { memberStateOfConsumption: FR, date: 2026-08-15, kind: services, rateCategory: standard, currency: EUR,
        taxableAmount: 10000, vat: 2000 }
    - { memberStateOfConsumption: FR, date: 2026-08-16, kind: goods, rateCategory: standard, currency: PLN,
        taxableAmount: 42500, vat: 8500, suppliedFrom: { country: PL } }
  corrections:                            # of earlier returns, in euro cents
    - { memberStateOfConsumption: AT, period: { year: 2026, quarter: 1 }, vat: -500 }

Examples:
  gristmill tax oss-return 2026-q3.yaml --pdf 2026-q3.pdf
  gristmill tax oss-return 2026-q3.json --json | jq .totals`,
    )
    .action(async (file: string, options: { pdf?: string; json?: boolean }) => {
      const stated = await readYamlRecord(file, {
        code: 'OSS_RETURN_MALFORMED',
        what: "a quarter's supplies",
        hint: '`gristmill tax oss-return --help` shows such a file.',
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
