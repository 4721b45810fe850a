import { checkVatNumber } from '@gristmill/rules';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { createOutput, EXIT_FAILED } from '../../output.ts';
import { printable } from '../../printable.ts';

const REASONS = {
  'unknown-country': 'its first two letters name no country that is known here',
  'wrong-format': 'it is not written as numbers of that country are',
  'wrong-check-digit': 'its check digits do not fit the others',
} as const;

export function addCheckVatNumber(tax: Command): void {
  tax
    .command('check-vat-number')
    .argument('<number...>', 'VAT numbers with their country prefix, separators allowed')
    .summary('format and check digits of VAT numbers')
    .description(
      'Checks format and check digits of VAT numbers: the 27 member states of the EU, XI, GB, NO, CH, and the EU and IM ' +
        'numbers of the One Stop Shop. Whether a number was issued to anybody only VIES and the registers know. Exits ' +
        'with 1 when one of them is wrong.',
    )
    .option('--json', 'print one JSON document, a list in the same order')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax check-vat-number DE136695976
  gristmill tax check-vat-number 'ATU 1358 5627' 'NL 0044.95.445.B01' --json`,
    )
    .action((numbers: string[], options: { json?: boolean }) => {
      const checks = numbers.map((text) => ({ text, ...checkVatNumber(text) }));
      createOutput({ json: options.json ?? false }).result(
        checks,
        checks
          .map((check) => {
            const shown = check.text.trim() === '' ? '(nothing)' : printable(check.text);
            return check.valid
              ? `${colors.green('✓')} ${shown}: ${check.country}${check.number}`
              : `${colors.red('✗')} ${shown}: ${REASONS[check.reason]}`;
          })
          .join('\n'),
      );
      if (checks.some(({ valid }) => !valid)) process.exitCode = EXIT_FAILED;
    });
}
