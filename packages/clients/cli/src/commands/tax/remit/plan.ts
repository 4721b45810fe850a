import { existsSync } from 'node:fs';
import { address, type Journal, parseUnits } from '@gristmill/protocol';
import { type Obligation, overpaymentsOf, paidTowards } from '@gristmill/remittance';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import { parseCivilDate } from '@gristmill/tax';
import { type Home, openHome } from '../../../home.ts';
import { createOutput } from '../../../output.ts';
import { formatMoney } from '../../../quantities.ts';
import { table } from '../../../table.ts';
import { railObstacle } from '../../../tax/remit/pay-obligations.ts';
import { rulesText } from '../../../tax/rules/pack-reference.ts';
import { type PlannedRemittance, remittancePlan } from '../../../tax/remit/remittance-plan.ts';
import { TAXPAYER_JOURNAL } from '../../../tax/books/taxpayer-journal.ts';
import { knownTaxpayer, type RemitOptions, type Year } from './year.ts';

/** In whose name a plan is made where nobody is known: for nobody anything was paid. */
const NOBODY = address.parse(`0x${'0'.repeat(40)}`);

/** Says what a run would pay, and why: from the record of payments, without a hub, a chain or a bank. */
export async function planRemittance(
  { pack, rules, year, bank, timing, obligationsOf }: Year,
  options: RemitOptions,
): Promise<void> {
  const { title, currency, calendar } = pack;
  const { authority, form } = calendar;
  const on = parseCivilDate(options.on ?? new Date(systemClock.now()).toISOString().slice(0, 10));
  const available = options.setAside === undefined ? null : parseUnits(options.setAside, currency);
  const home = await openHome(options.home);
  const taxpayer = await knownTaxpayer(options, home);
  const obligations = obligationsOf(taxpayer ?? NOBODY);
  const { paid, credits, left } = await paidSoFar(home, obligations);
  const payments = remittancePlan(obligations, { on, timing, available, paid, credits });
  const sumOf = (key: 'amount' | 'paid' | 'pays' | 'shortfall') =>
    payments.reduce((sum, payment) => sum + payment[key], 0n);
  const totals = {
    amount: sumOf('amount'),
    paid: sumOf('paid'),
    pays: sumOf('pays'),
    shortfall: sumOf('shortfall'),
    overpaid: left,
  };
  const next = payments.find(({ state }) => state === 'upcoming') ?? null;
  const money = (units: bigint) => formatMoney(units, currency);
  const rail = bank?.rail ?? 'vault';
  const obstacle = railObstacle(rail, currency);
  createOutput({ json: options.json ?? false }).result(
    {
      dryRun: true,
      pack: pack.cid,
      packId: pack.id,
      rules,
      year,
      authority,
      form,
      taxpayer,
      rail,
      obstacle: obstacle?.toJSON() ?? null,
      on,
      currency,
      payments,
      next: next === null ? null : { id: next.id, dueDate: next.dueDate, payFrom: next.payFrom },
      ...totals,
    },
    [
      `${title}, ${year}: ${form} to ${authority} by ${rail}, for ${taxpayer ?? 'whoever earns it: this home has no key yet'}`,
      rulesText(rules),
      table(
        ['instalment', 'due by', 'of', 'amount', `on ${on}`],
        payments
          .filter(({ state }) => state !== 'nothing')
          .map((payment) => [
            String(payment.instalment),
            payment.dueDate,
            payment.line,
            money(payment.amount),
            stateText(payment, money),
          ]),
      ),
      `${money(totals.pays)} of ${money(totals.amount)} would be paid${totals.paid === 0n ? '' : `; ${money(totals.paid)} was paid before`}${totals.shortfall === 0n ? '' : `, and ${money(totals.shortfall)} be short`}.`,
      ...(next === null
        ? []
        : [
            `Next: ${money(next.amount - next.paid - next.credited)} by ${next.dueDate}, paid from ${next.payFrom} on.`,
          ]),
      ...(obstacle === null ? [] : [`But not so: ${obstacle.message} ${obstacle.hint}`]),
      ...left.map(({ line, amount }) => `${money(amount)} too much was paid of ${line}: its return brings it back.`),
    ].join('\n'),
  );
}

function stateText(
  { state, payFrom, pays, paid, credited, shortfall }: PlannedRemittance,
  money: (units: bigint) => string,
): string {
  const before = [
    ...(paid === 0n ? [] : [`${money(paid)} paid`]),
    ...(credited === 0n ? [] : [`${money(credited)} covered by what was paid too much before`]),
  ];
  const now =
    state === 'upcoming'
      ? [`waits until ${payFrom}`]
      : state === 'overdue' || state === 'due'
        ? [`${state}: pays ${money(pays)}`, ...(shortfall === 0n ? [] : [`${money(shortfall)} short`])]
        : [];
  return [...before, ...now].join(', ');
}

async function paidSoFar(home: Home, obligations: readonly Obligation[]) {
  const journal = await recordOf(home);
  try {
    const paid = new Map(
      obligations.map((obligation) => [obligation.id, journal === null ? 0n : paidTowards(journal, obligation)]),
    );
    return { paid, ...overpaymentsOf(obligations, ({ id }) => paid.get(id)!) };
  } finally {
    await journal?.close();
  }
}

/** Also while a run is writing to it; null where nothing was ever paid. */
async function recordOf(home: Home): Promise<Journal | null> {
  const path = home.path(TAXPAYER_JOURNAL);
  return existsSync(path) ? await openSqliteJournal({ path, clock: systemClock, readOnly: true }) : null;
}
