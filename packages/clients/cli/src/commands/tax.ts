import type { Command } from 'commander';
import { addAssess } from './tax/assess.ts';
import { addBook } from './tax/book.ts';
import { addCalendar } from './tax/calendar.ts';
import { addCheckVatNumber } from './tax/check-vat-number.ts';
import { addFacts } from './tax/facts.ts';
import { addOssReturn } from './tax/oss-return.ts';
import { addPacks } from './tax/packs.ts';
import { addReconcile } from './tax/reconcile.ts';
import { addRemit } from './tax/remit.ts';
import { addReturn } from './tax/return.ts';
import { addSetAside } from './tax/set-aside.ts';
import { addStatement } from './tax/statement.ts';

export function addTax(program: Command): void {
  const tax = program
    .command('tax')
    .summary('what is owed and why, what to set aside, when it is due')
    .description(
      'Tax as a function of facts and dated, cited rules. A rule pack is named by its id or the beginning of it that no ' +
        'other pack shares: us/federal. Facts are in a file of `name: value` lines, YAML or JSON, money in minor units ' +
        '(cents); nothing is guessed: what is missing is named.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs
  gristmill tax facts us/federal
  gristmill tax assess --pack us/federal --year 2026 --facts facts.yaml --explain
  gristmill tax calendar --pack us/federal --year 2026
  gristmill tax check-vat-number DE136695976`,
    );
  const commands = [
    addPacks,
    addFacts,
    addAssess,
    addReturn,
    addSetAside,
    addBook,
    addStatement,
    addCalendar,
    addRemit,
    addReconcile,
  ];
  for (const add of [...commands, addOssReturn, addCheckVatNumber]) add(tax);
}
