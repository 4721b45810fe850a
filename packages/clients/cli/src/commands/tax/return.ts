import { writeFile } from 'node:fs/promises';
import { earningsOf, type Period, wholeYear } from '@gristmill/ledger';
import { GristmillError } from '@gristmill/protocol';
import { type FormBooks, formFigures, type FormFigures, vatBoxesOf, vatReturnJson } from '@gristmill/remittance';
import { systemClock } from '@gristmill/storage';
import { type Assessment, assess, type FactsInput, paymentCalendar, type RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { openHome } from '../../home.ts';
import { checkWritable } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { formatMoney } from '../../quantities.ts';
import { collected } from '../../repeatable.ts';
import { table } from '../../table.ts';
import { readExchangeRates } from '../../tax/books/exchange-rates-file.ts';
import { readFacts } from '../../tax/facts/facts-file.ts';
import { figureText, formPaper } from '../../tax/paper/form-paper.ts';
import { addLawOptions, inForceOf, type LawOptions } from '../../tax/rules/in-force.ts';
import { linesPaper } from '../../tax/paper/lines-paper.ts';
import { formsOf, loadForm } from '../../tax/facts/official-form.ts';
import { loadPack } from '../../tax/rules/pack-reference.ts';
import { type Paper, paperPdf } from '../../tax/paper/paper.ts';
import { booksOf } from '../../tax/books/taxpayer-journal.ts';
import { readYamlRecord } from '../../yaml-file.ts';

interface ReturnOptions extends LawOptions {
  pack: string;
  facts: string;
  all?: boolean;
  form?: string;
  person?: string;
  figures?: string;
  books?: boolean;
  home?: string;
  rates: string[];
  pdf?: string;
  hmrc?: string;
  periodKey?: string;
  declare?: boolean;
  json?: boolean;
}

export function addReturn(tax: Command): void {
  addLawOptions(
    tax
      .command('return')
      .summary("the figures of a return: a pack's lines, or an official form box by box")
      .description(
        'Assesses the facts and prints the lines that the return asks for, in its order, each with the law or form that ' +
          'says so. With --form it is an official form of that year, box by box, rounded as the form rounds, and checked ' +
          'against the assessment; what nobody said is left for you to fill in. File it with the authority yourself: ' +
          'nothing is sent.',
      )
      .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
      .requiredOption(
        '--facts <file>',
        'what is known, YAML or JSON (see `gristmill tax facts`); `-` is standard input',
      ),
  )
    .option('--all', 'every line that was computed, not only those that the return asks for')
    .option('--form <form>', 'an official form, such as schedule-se; without it those of the pack are named')
    .option('--person <person>', 'whose form it is, where a couple has two: taxpayer or spouse')
    .option(
      '--figures <file>',
      'what the form asks beyond the facts, YAML or JSON: boxes by their keys, in minor units',
    )
    .option('--books', 'take income and expenses from the books in --home, expenses by category')
    .option('--home <folder>', 'where the books lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option(
      '--rates <file>',
      "books in other currencies: CSV of exchange rates, or the European Central Bank's table; repeatable",
      collected,
      [],
    )
    .option('--pdf <file>', 'the same as PDF/A')
    .option('--hmrc <file>', "UK VAT: the body of a return as HMRC's VAT (MTD) API takes it, checked by its rules")
    .option('--period-key <key>', "UK VAT: the period's key, from HMRC's list of obligations")
    .option('--declare', 'UK VAT: you declare that the return is true and complete; HMRC takes no other')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax return --pack uk/vat --year 2026 --facts quarter.yaml
  gristmill tax return --pack us/federal --year 2025 --facts facts.yaml --form schedule-se --pdf schedule-se.pdf
  gristmill tax return --pack us/federal --year 2025 --facts facts.yaml --form schedule-c --books --figures c.yaml
  gristmill tax return --pack uk/vat --year 2026 --facts quarter.yaml --hmrc return.json --period-key 18A1 --declare

Figures for a form (all else that you state is 0):
  depreciation: 120000
  principal_business: Computing
  everything_else: 0`,
    )
    .action(async (options: ReturnOptions) => {
      const pack = await loadPack(options.pack);
      const facts = await readFacts(options.facts, pack.id);
      if (options.form !== undefined) return formReturn(pack, facts, options.form, options);
      if (options.rates.length > 0) throw onlyWithForm('--rates');
      for (const option of ['person', 'figures', 'books'] as const) {
        if (options[option] !== undefined) throw onlyWithForm(`--${option}`);
      }
      return linesReturn(pack, facts, options);
    });
}

async function formReturn(pack: RulePack, facts: FactsInput, name: string, options: ReturnOptions): Promise<void> {
  const form = await loadForm(pack, name);
  const stated = { ...form.facts, ...facts };
  const assessment = assess(pack, stated, inForceOf(pack, options));
  const result = formFigures({
    form,
    pack,
    assessment,
    facts: stated,
    books: options.books === true ? await yearOfBooks(pack, assessment.year, options) : null,
    figures: options.figures === undefined ? {} : await readFigures(options.figures),
    person: options.person,
  });
  const period = wholeYear(result.year, pack.taxYearStart);
  await writePaper(options, () => formPaper(result, period));
  const hmrc = await hmrcReturn(pack, assessment, options);
  createOutput({ json: options.json ?? false }).result({ ...result, ...hmrc }, textOf(result, period));
}

async function writePaper({ pdf }: ReturnOptions, paper: () => Paper): Promise<void> {
  if (pdf === undefined) return;
  await checkWritable(pdf);
  await writeFile(pdf, await paperPdf(paper()));
}

function textOf({ title, person, boxes, findings }: FormFigures, { label }: Period): string {
  return [
    `${title}, ${label} (${person})`,
    table(
      ['box', 'figure', 'what it is', 'from'],
      boxes.map((figure) => [figure.box, figureText(figure), figure.label, shortened(figure.source)]),
    ),
    ...findings.map(({ message }) => `! ${message}`),
  ].join('\n');
}

/** Sums of many boxes are in the papers and the JSON; lines on a terminal are short. */
function shortened(text: string): string {
  return text.length <= SOURCE_LENGTH_MAX ? text : `${text.slice(0, SOURCE_LENGTH_MAX - 1)}…`;
}

const SOURCE_LENGTH_MAX = 60;

/** A tax year of the books in the currency of the tax. */
async function yearOfBooks(pack: RulePack, year: number, { home, rates }: ReturnOptions): Promise<FormBooks> {
  const books = await booksOf(await openHome(home), systemClock);
  const table = await readExchangeRates(rates);
  return earningsOf(books, wholeYear(year, pack.taxYearStart), { asset: pack.currency, rates: table });
}

function readFigures(file: string): Promise<Record<string, unknown>> {
  return readYamlRecord(file, {
    code: 'FORM_FIGURES_MALFORMED',
    what: 'a list of figures',
    hint: 'Write one `box: amount` a line, amounts in minor units; `--json` shows the keys of the boxes.',
    intAsBigInt: true,
  });
}

async function linesReturn(pack: RulePack, facts: FactsInput, options: ReturnOptions): Promise<void> {
  const assessment = assess(pack, facts, inForceOf(pack, options));
  const { lines, total, currency, title, year, asOf, knownAt, packId, pack: cid } = assessment;
  const { authority, form } = pack.calendar;
  const asked = [...pack.outputs.filter((name) => name !== pack.total), pack.total];
  const shown = options.all === true ? lines : asked.map((name) => lines.find(({ variable }) => variable === name)!);
  const boxes = shown.map(({ variable, label, unit, amount, citation }) => {
    return { box: variable, label, unit, amount, citation };
  });
  await writePaper(options, () => linesPaper(assessment, shown, wholeYear(year, pack.taxYearStart)));
  const forms = (await formsOf(pack)).map(({ id, title: printed }) => ({ form: id, title: printed }));
  const hmrc = await hmrcReturn(pack, assessment, options);
  // Where a year has a due date for each period, people need not read the eleven that are nothing.
  const dues = new Set(paymentCalendar(pack, year).dueDates.map(({ of }) => of));
  createOutput({ json: options.json ?? false }).result(
    { pack: cid, packId, title, authority, form, year, asOf, knownAt, currency, boxes, total, forms, ...hmrc },
    [
      `${title}, ${year}: ${form} to ${authority}`,
      table(
        ['box', 'amount', 'what it is'],
        boxes
          .filter(({ box, amount }) => box === pack.total || amount !== '0' || !dues.has(box))
          .map(({ box, label, unit, amount }) => [
            box,
            unit === 'currency' ? formatMoney(BigInt(amount), currency) : amount,
            label,
          ]),
      ),
      ...(forms.length === 0 ? [] : [`On paper: ${forms.map((each) => `--form ${each.form}`).join(', ')}`]),
    ].join('\n'),
  );
}

/**
 * The return in HMRC's own shape, written where it was asked for.
 *
 * @throws RemittanceError `VAT_RETURN_INVALID` with all that HMRC would object to.
 */
async function hmrcReturn(
  pack: RulePack,
  assessment: Assessment,
  { hmrc, periodKey, declare }: ReturnOptions,
): Promise<{ hmrc?: { file: string; body: string } }> {
  if (hmrc === undefined) return {};
  if (pack.id !== 'uk/vat' || periodKey === undefined) {
    throw new GristmillError('OPTIONS_CONFLICT', `--hmrc writes a UK VAT return of a period; ${pack.id} was given.`, {
      hint: 'Add --pack uk/vat and the --period-key that HMRC lists for the period.',
    });
  }
  const body = vatReturnJson({ periodKey, boxes: vatBoxesOf(assessment), finalised: declare === true });
  await checkWritable(hmrc);
  await writeFile(hmrc, `${body}\n`);
  // As text: its amounts are decimals, exact to the penny.
  return { hmrc: { file: hmrc, body } };
}

function onlyWithForm(option: string): GristmillError {
  return new GristmillError('OPTIONS_CONFLICT', `${option} is about an official form.`, {
    hint: `Add --form, or leave ${option} out.`,
  });
}
