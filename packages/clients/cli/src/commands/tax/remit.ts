import { type Address, asGristmillError, formatUnits, GristmillError, parseUnits } from '@gristmill/protocol';
import { continuousTiming, type Obligation, obligationsOf, type RemittanceReport } from '@gristmill/remittance';
import { createSettlementClient, LOCAL_CHAIN_ID, type SettlementClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { assess, parseCivilDate, paymentCalendar, type RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import { type Home, openHome } from '../../home.ts';
import { wholeNumber } from '../../input.ts';
import { createOutput, EXIT_FAILED } from '../../output.ts';
import { parseAddress } from '../../payout-plan.ts';
import { formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { type BankFile, bankRail, bankTimingOf, readBankFile } from '../../tax/bank-rail.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { loadPack } from '../../tax/pack-reference.ts';
import { ownVaultRail, payObligations } from '../../tax/pay-obligations.ts';
import { remittancePlan } from '../../tax/remittance-plan.ts';
import { giveGasLocally, settlementOf } from '../../wallet.ts';

interface RemitOptions {
  dryRun?: boolean;
  pack: string;
  year: string;
  facts: string;
  bank?: string;
  taxpayer?: string;
  hub: string;
  home?: string;
  on?: string;
  leadDays: string;
  setAside?: string;
  json?: boolean;
}

/** An assessed year, and the payments it is due in. */
interface Year {
  pack: RulePack;
  year: number;
  leadDays: number;
  bank: BankFile | null;
  obligationsOf: (taxpayer: Address) => Obligation[];
}

export function addRemit(tax: Command): void {
  tax
    .command('remit')
    .summary('pay the authority what falls due, once: from the tax vault, or by files for a bank')
    .description(
      'Assesses a year, divides it into the payments it is due in, and pays those that fall due within the lead time: the ' +
        'most urgent first, each exactly once however often this runs. Without --bank they leave the tax vault of this ' +
        "machine's device.key on chain. With it they are files in `outbox` of the home, for you to carry to the bank, on " +
        'its business days and before its cut-off; its answers are for `gristmill tax reconcile`. What is short is said, ' +
        'and paid by a later run. With --dry-run nothing is paid, and neither a hub nor a chain is asked.',
    )
    .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--year <year>', 'the tax year, by the calendar year in which it begins')
    .requiredOption('--facts <file>', 'what is expected of the year, YAML or JSON; `-` is standard input')
    .option('--bank <file>', 'pay by a bank, described in YAML or JSON as below')
    .option('--taxpayer <address>', 'whose tax it is (default: device.key, else wallet.key, of --home)')
    .option(
      '--home <folder>',
      'where the keys and the record of payments lie (default: $GRISTMILL_HOME or ~/.gristmill)',
    )
    .option('--hub <url>', 'the hub whose chain and contracts to use', DEFAULT_HUB)
    .option('--lead-days <days>', 'vault: pay so many days before the due date', '5')
    .option('--dry-run', 'only say what would be paid')
    .option('--on <date>', 'dry run: the day of the run (default: today)')
    .option('--set-aside <amount>', 'dry run: what there is to pay with, such as 3200.50')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
A bank, by SEPA credit transfer (ISO 20022 pain.001); the same with { sortCode, accountNumber } by faster-payments:
  rail: sepa
  debtor: { name: Ada Lovelace, account: { iban: DE89370400440532013000 } }
  creditor: { name: Finanzamt, account: { iban: DE75512108001245126199 } }
  reference: { text: 181/815/08155 }      # or { creditorReference: RF… }
  cutOff: "14:00"                         # and zone, marginDays: business days to spare
By ACH credit to the US Treasury (NACHA CCD with TXP addenda):
  rail: ach
  originator: { name, companyId, bankName, bankRoutingNumber }
  account, taxpayerId, taxTypeCode, periodEnd

Examples:
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml --on 2026-06-12 --set-aside 3200.50
  gristmill tax remit --pack us/federal --year 2026 --facts expected.yaml         for example from cron, every day
  gristmill tax remit --pack eu/de/income-tax --year 2026 --facts expected.yaml --bank bank.yaml`,
    )
    .action(async (options: RemitOptions) => {
      const pack = await loadPack(options.pack);
      const year = wholeNumber('--year', options.year, 1, 9998);
      const assessment = assess(pack, await readFacts(options.facts, pack.id), { year });
      const calendar = paymentCalendar(pack, year);
      const assessed: Year = {
        pack,
        year,
        leadDays: wholeNumber('--lead-days', options.leadDays, 0, 365),
        bank: options.bank === undefined ? null : await readBankFile(options.bank),
        obligationsOf: (taxpayer) => obligationsOf(assessment, calendar, { taxpayer }),
      };
      await (options.dryRun === true ? plan(assessed, options) : pay(assessed, options));
    });
}

async function plan({ pack, year, leadDays, bank, obligationsOf }: Year, options: RemitOptions): Promise<void> {
  const { title, currency, calendar } = pack;
  const { authority, form } = calendar;
  const on = parseCivilDate(options.on ?? new Date().toISOString().slice(0, 10));
  const available = options.setAside === undefined ? null : parseUnits(options.setAside, currency);
  const taxpayer = await taxpayerOf(options, () => openHome(options.home));
  const timing = bank === null ? continuousTiming({ leadDays }) : bankTimingOf(bank);
  const payments = remittancePlan(obligationsOf(taxpayer), { on, timing, available });
  const sumOf = (key: 'amount' | 'pays' | 'shortfall') => payments.reduce((sum, payment) => sum + payment[key], 0n);
  const totals = { amount: sumOf('amount'), pays: sumOf('pays'), shortfall: sumOf('shortfall') };
  const rail = bank?.rail ?? 'vault';
  const money = (units: bigint) => formatMoney(units, currency);
  createOutput({ json: options.json ?? false }).result(
    {
      dryRun: true,
      pack: pack.cid,
      packId: pack.id,
      year,
      authority,
      form,
      taxpayer,
      rail,
      on,
      currency,
      payments,
      ...totals,
    },
    [
      `${title}, ${year}: ${form} to ${authority} by ${rail}, for ${taxpayer}`,
      table(
        ['instalment', 'due by', 'amount', `on ${on}`],
        payments
          .filter(({ state }) => state !== 'nothing')
          .map(({ instalment, dueDate, amount, state, payFrom, pays, shortfall }) => [
            String(instalment),
            dueDate,
            money(amount),
            state === 'upcoming'
              ? `waits until ${payFrom}`
              : `${state}: pays ${money(pays)}${shortfall === 0n ? '' : `, ${money(shortfall)} short`}`,
          ]),
      ),
      `${money(totals.pays)} of ${money(totals.amount)} would be paid${totals.shortfall === 0n ? '' : `, and ${money(totals.shortfall)} be short`}.`,
    ].join('\n'),
  );
}

async function pay({ pack, year, leadDays, bank, obligationsOf }: Year, options: RemitOptions): Promise<void> {
  if (options.on !== undefined || options.setAside !== undefined) {
    throw new GristmillError('OPTIONS_CONFLICT', '--on and --set-aside only suppose something.', {
      hint: 'Add --dry-run, or leave them out: the clock and the vault say what holds.',
    });
  }
  const home = await openHome(options.home);
  const { authority, form } = pack.calendar;
  const settlement = bank === null ? await ownSettlement(home, options) : null;
  const taxpayer = settlement?.signer ?? (await taxpayerOf(options, () => Promise.resolve(home)));
  const report = await payObligations({
    obligations: obligationsOf(taxpayer),
    journalPath: home.path('remittances.db'),
    clock: systemClock,
    railOf: (journal) =>
      bank === null ? ownVaultRail(settlement!, authority, leadDays) : bankRail(bank, journal, home.path('outbox')),
  });
  const asset = settlement?.deployment.asset ?? pack.currency;
  const failures = report.failures.map(({ obligationId, error }) => {
    return { obligationId, error: asGristmillError(error).toJSON() };
  });
  createOutput({ json: options.json ?? false }).result(
    { dryRun: false, pack: pack.cid, packId: pack.id, year, authority, form, taxpayer, asset, ...report, failures },
    [
      ...linesOf(report, (units) => formatUnits(units, asset)),
      ...failures.map(({ obligationId, error }) => `failed ${obligationId}: ${error.message} ${error.hint}`),
    ].join('\n') || 'Nothing falls due yet.',
  );
  if (failures.length > 0) process.exitCode = EXIT_FAILED;
}

function linesOf(
  { handedOver, shortfalls, awaitingBank, returned, upcoming }: RemittanceReport,
  money: (units: bigint) => string,
): string[] {
  return [
    ...handedOver.map(({ paymentId, units, rail, evidence, overdue }) => {
      return `paid ${money(units)} by ${rail} for ${paymentId}${overdue ? ', too late' : ''}: ${evidence ?? 'by an earlier run'}`;
    }),
    ...awaitingBank.map(({ payments, dueDate, overdue }) => {
      return `with the bank ${payments.join(', ')}, due by ${dueDate}${overdue ? ', which has passed: ask it' : ''}`;
    }),
    ...returned.map(
      ({ paymentId, units, reason }) => `returned ${money(units)} of ${paymentId}: ${reason ?? 'no reason given'}`,
    ),
    ...shortfalls.map(({ obligationId, units, dueDate, cause }) => {
      return `short ${money(units)} for ${obligationId}, due by ${dueDate} (${cause})`;
    }),
    ...upcoming.map(({ obligationId, dueDate, startMs }) => {
      return `later ${obligationId}, due by ${dueDate}: from ${new Date(startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC on`;
    }),
  ];
}

/** The chain as this machine's own key sees it: only it may draw on its vault. */
async function ownSettlement(home: Home, { hub, taxpayer }: RemitOptions): Promise<SettlementClient> {
  const key = await home.existingKey('device');
  if (taxpayer !== undefined && parseAddress('--taxpayer', taxpayer) !== key.address) {
    throw new GristmillError('OPTIONS_CONFLICT', `The vault of ${taxpayer} does not open to ${key.address}.`, {
      hint: 'Name the --home of that taxpayer, or a --bank.',
    });
  }
  const network = settlementOf(await createHubClient(hub).network());
  if (network.deployment.chainId === LOCAL_CHAIN_ID) await giveGasLocally(network, key.address);
  return createSettlementClient({ ...network, key });
}

/** @throws GristmillError `OPTION_MISSING` when neither an option nor a key says whose tax it is. */
async function taxpayerOf({ taxpayer }: RemitOptions, open: () => Promise<Home>): Promise<Address> {
  if (taxpayer !== undefined) return parseAddress('--taxpayer', taxpayer);
  const home = await open();
  const key = (await home.knownKey('device')) ?? (await home.knownKey('wallet'));
  if (key !== null) return key.address;
  throw new GristmillError('OPTION_MISSING', `There is no key in ${home.folder} to tell whose tax it is.`, {
    hint: 'Name --taxpayer, or the --home of the machine that earns.',
  });
}
