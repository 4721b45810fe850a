import { asGristmillError, formatUnits, GristmillError } from '@gristmill/protocol';
import type { RemittanceReport } from '@gristmill/remittance';
import { createSettlementClient, LOCAL_CHAIN_ID, type SettlementClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { createHubClient } from 'gristmill';
import { type Home, openHome } from '../../../home.ts';
import { parseAddress } from '../../../parse-address.ts';
import { formatMoney } from '../../../quantities.ts';
import { bankRail } from '../../../tax/remit/bank-rail.ts';
import { ownVaultRail, payObligations } from '../../../tax/remit/pay-obligations.ts';
import { TAXPAYER_JOURNAL } from '../../../tax/books/taxpayer-journal.ts';
import { giveGasLocally, settlementOf } from '../../../wallet.ts';
import { type RemitOptions, taxpayerOf, type Year } from './year.ts';

/** What a run did: for scripts, for people, and when the scheduler has something to do next. */
export interface RunOutcome {
  document: Record<string, unknown>;
  lines: string[];
  failed: boolean;
  /** The first moment at which another payment starts; null when none is known. */
  nextStartMs: number | null;
}

/** Pays what falls due, each payment once. @throws GristmillError `OPTIONS_CONFLICT`, and as `payObligations`. */
export async function payYear(
  { pack, rules, year, leadDays, bank, obligationsOf }: Year,
  options: RemitOptions,
): Promise<RunOutcome> {
  const home = await openHome(options.home);
  const { authority, form } = pack.calendar;
  const settlement = bank === null ? await ownSettlement(home, options) : null;
  const taxpayer = settlement?.signer ?? (await taxpayerOf(options, home));
  const report = await payObligations({
    obligations: obligationsOf(taxpayer),
    journalPath: home.path(TAXPAYER_JOURNAL),
    clock: systemClock,
    railOf: (journal) =>
      bank === null ? ownVaultRail(settlement!, authority, leadDays) : bankRail(bank, journal, home.path('outbox')),
  });
  const asset = settlement?.deployment.asset ?? pack.currency;
  const failures = report.failures.map(({ obligationId, error }) => {
    return { obligationId, error: asGristmillError(error).toJSON() };
  });
  const starts = report.upcoming.map(({ startMs }) => startMs);
  return {
    document: {
      dryRun: false,
      pack: pack.cid,
      packId: pack.id,
      rules,
      year,
      authority,
      form,
      taxpayer,
      asset,
      ...report,
      failures,
    },
    lines: [
      ...linesOf(report, (units) => formatUnits(units, asset)),
      ...(report.handedOver.some(({ settled }) => !settled)
        ? [`carry the files in ${home.path('outbox')} to the bank, and read its answer by \`gristmill tax reconcile\``]
        : []),
      ...report.credited.map(({ obligationId, amount }) => {
        return `covered ${formatMoney(amount, pack.currency)} of ${obligationId} by what was paid too much before`;
      }),
      ...report.overpaid.map(({ line, amount }) => {
        return `too much ${formatMoney(amount, pack.currency)} of ${line}: its return brings it back`;
      }),
      ...failures.map(({ obligationId, error }) => `failed ${obligationId}: ${error.message} ${error.hint}`),
    ],
    failed: failures.length > 0,
    nextStartMs: starts.length === 0 ? null : Math.min(...starts),
  };
}

function linesOf(
  { handedOver, shortfalls, awaitingBank, returned, upcoming }: RemittanceReport,
  money: (units: bigint) => string,
): string[] {
  return [
    ...handedOver.map(({ paymentId, units, rail, evidence, overdue, settled }) => {
      return `${settled ? 'paid' : 'ordered'} ${money(units)} by ${rail} for ${paymentId}${overdue ? ', too late' : ''}: ${evidence ?? 'by an earlier run'}`;
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
