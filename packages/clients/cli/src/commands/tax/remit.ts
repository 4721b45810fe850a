import { type Address, formatUnits, GristmillError, parseUnits } from '@gristmill/protocol';
import { type Obligation, obligationsOf } from '@gristmill/remittance';
import { createSettlementClient, LOCAL_CHAIN_ID } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { assess, parseCivilDate, paymentCalendar, type RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import { openHome } from '../../home.ts';
import { wholeNumber } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { parseAddress } from '../../payout-plan.ts';
import { formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { loadPack } from '../../tax/pack-reference.ts';
import { remitFromVault } from '../../tax/remit-from-vault.ts';
import { remittancePlan } from '../../tax/remittance-plan.ts';
import { giveGasLocally, settlementOf } from '../../wallet.ts';

interface RemitOptions {
  dryRun?: boolean;
  pack: string;
  year: string;
  facts: string;
  taxpayer?: string;
  hub: string;
  home?: string;
  on?: string;
  leadDays: string;
  setAside?: string;
  json?: boolean;
}

/** The assessed year and whose payments it is due in. */
interface Year {
  pack: RulePack;
  year: number;
  leadDays: number;
  obligationsOf: (taxpayer: Address) => Obligation[];
}

export function addRemit(tax: Command): void {
  tax
    .command('remit')
    .summary('pay the authority what falls due, once, from what is set aside')
    .description(
      'Assesses a year, divides it into the payments it is due in, and pays those that fall due within the lead time out ' +
        "of the tax vault of this machine's device.key on chain: the most urgent first, each exactly once however often " +
        'this runs. What is short is said, and paid by a later run. With --dry-run nothing is paid, and neither a hub nor ' +
        'a chain is asked.',
    )
    .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--year <year>', 'the tax year, by the calendar year in which it begins')
    .requiredOption('--facts <file>', 'what is expected of the year, YAML or JSON; `-` is standard input')
    .option('--lead-days <days>', 'pay so many days before the due date', '5')
    .option(
      '--home <folder>',
      'where the keys and the record of payments lie (default: $GRISTMILL_HOME or ~/.gristmill)',
    )
    .option('--hub <url>', 'the hub whose chain and contracts to use', DEFAULT_HUB)
    .option('--dry-run', 'only say what would be paid')
    .option('--on <date>', 'dry run: the day of the run (default: today)')
    .option('--set-aside <amount>', 'dry run: what is set aside, such as 3200.50; no more than that is paid')
    .option('--taxpayer <address>', 'dry run: whose tax it is (default: device.key, else wallet.key, of --home)')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml --on 2026-06-12 --set-aside 3200.50
  gristmill tax remit --pack us/federal --year 2026 --facts expected.yaml         for example from cron, every day`,
    )
    .action(async (options: RemitOptions) => {
      const pack = await loadPack(options.pack);
      const year = wholeNumber('--year', options.year, 1, 9998);
      const leadDays = wholeNumber('--lead-days', options.leadDays, 0, 365);
      const assessment = assess(pack, await readFacts(options.facts, pack.id), { year });
      const calendar = paymentCalendar(pack, year);
      const assessed: Year = {
        pack,
        year,
        leadDays,
        obligationsOf: (taxpayer) => obligationsOf(assessment, calendar, { taxpayer }),
      };
      await (options.dryRun === true ? plan(assessed, options) : pay(assessed, options));
    });
}

async function plan({ pack, year, leadDays, obligationsOf }: Year, options: RemitOptions): Promise<void> {
  const { title, currency, calendar } = pack;
  const { authority, form } = calendar;
  const on = parseCivilDate(options.on ?? new Date().toISOString().slice(0, 10));
  const available = options.setAside === undefined ? null : parseUnits(options.setAside, currency);
  const taxpayer = await taxpayerOf(options);
  const payments = remittancePlan(obligationsOf(taxpayer), { on, leadDays, available });
  const sumOf = (key: 'amount' | 'pays' | 'shortfall') => payments.reduce((sum, payment) => sum + payment[key], 0n);
  const totals = { amount: sumOf('amount'), pays: sumOf('pays'), shortfall: sumOf('shortfall') };
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
      on,
      leadDays,
      currency,
      payments,
      ...totals,
    },
    [
      `${title}, ${year}: ${form} to ${authority}, for ${taxpayer}`,
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

async function pay({ pack, year, leadDays, obligationsOf }: Year, options: RemitOptions): Promise<void> {
  const { on, setAside, taxpayer: named } = options;
  if (on !== undefined || setAside !== undefined || named !== undefined) {
    throw new GristmillError('OPTIONS_CONFLICT', '--on, --set-aside and --taxpayer only suppose something.', {
      hint: 'Add --dry-run, or leave them out: the vault and the clock say what holds.',
    });
  }
  const home = await openHome(options.home);
  const key = await home.existingKey('device');
  const network = settlementOf(await createHubClient(options.hub).network());
  if (network.deployment.chainId === LOCAL_CHAIN_ID) await giveGasLocally(network, key.address);
  const settlement = await createSettlementClient({ ...network, key });
  const taxpayer = settlement.signer;
  const { remitted, shortfalls } = await remitFromVault({
    settlement,
    obligations: obligationsOf(taxpayer),
    journalPath: home.path('remittances.db'),
    clock: systemClock,
    leadDays,
  });
  const { authority, form } = pack.calendar;
  const { asset } = network.deployment;
  createOutput({ json: options.json ?? false }).result(
    { dryRun: false, pack: pack.cid, packId: pack.id, year, authority, form, taxpayer, asset, remitted, shortfalls },
    [
      ...remitted.map(
        ({ paymentId, units, transactionHash, overdue }) =>
          `paid ${formatUnits(units, asset)} for ${paymentId}${overdue ? ', which was overdue' : ''}: ${transactionHash ?? 'by an earlier run'}`,
      ),
      ...shortfalls.map(({ obligationId, units, dueDate }) => {
        return `short ${formatUnits(units, asset)} for ${obligationId}, due by ${dueDate}`;
      }),
      ...(remitted.length + shortfalls.length === 0 ? ['Nothing falls due yet.'] : []),
    ].join('\n'),
  );
}

/** @throws GristmillError `OPTION_MISSING` when neither an option nor a key says whose tax it is. */
async function taxpayerOf({ taxpayer, home: folder }: RemitOptions): Promise<Address> {
  if (taxpayer !== undefined) return parseAddress('--taxpayer', taxpayer);
  const home = await openHome(folder);
  const key = (await home.knownKey('device')) ?? (await home.knownKey('wallet'));
  if (key !== null) return key.address;
  throw new GristmillError('OPTION_MISSING', `There is no key in ${home.folder} to tell whose tax it is.`, {
    hint: 'Name --taxpayer, or the --home of the machine that earns.',
  });
}
