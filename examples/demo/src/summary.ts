import os from 'node:os';
import path from 'node:path';
import { table } from '@gristmill/cli';
import { formatUnits, type PeerId } from '@gristmill/protocol';
import type { JobView } from 'gristmill';
import colors from 'yoctocolors';
import type { DemoResult } from './demo.ts';
import { figure } from './figure.ts';
import { wrapText } from './pack-lines.ts';

/** The demo's one JSON document; amounts are strings of integer minor units. The shape is a door: it only grows. */
export function summaryDocument(result: DemoResult) {
  const { picture, trend, reference, settled, audit, network, players } = result;
  const energyMillijoules = network.jobs.reduce((sum, job) => sum + job.energyMillijoules, 0);
  return {
    ok: audit.checks.every(({ holds }) => holds),
    seconds: round(result.seconds, 1),
    jobs: [
      jobDocument(picture.view, {
        resultPath: picture.path,
        resultSha256: picture.sha256,
        referenceSha256: reference.sha256,
      }),
      jobDocument(trend.view, {
        resultPath: trend.path,
        resultSha256: trend.sha256,
        referenceSha256: trend.referenceSha256,
      }),
    ],
    providers: players.map(({ name, role, key }) => {
      const view = network.providers.find(({ provider }) => provider === key.peerId)!;
      const claim = settled.claims.find(({ payee }) => payee === key.address);
      return {
        id: key.peerId,
        name,
        role,
        accepted: view.accepted,
        rejected: view.rejected,
        earned: view.earnedUnits.toString(),
        claimed: (claim?.units ?? 0n).toString(),
        setAside: (claim?.setAsideUnits ?? 0n).toString(),
        reputation: round(view.reputation, 4),
        slashed: slashedOf(result, key.peerId).toString(),
      };
    }),
    money: {
      asset: network.asset.code,
      ...Object.fromEntries(Object.entries(audit.money).map(([name, units]) => [name, units.toString()])),
    },
    journal: audit.journal,
    energy: {
      joules: round(energyMillijoules / 1000, 3),
      gramsCO2e: round(
        network.jobs.reduce((sum, job) => sum + job.gramsCO2e, 0),
        4,
      ),
    },
    trend: { ...trend.trend, chartPath: trend.chartPath },
    faults: settled.stakes.faults.map(({ evidence, provider, jobId, taskIndex, verdicts, slashedUnits }) => ({
      evidence,
      provider,
      jobId,
      taskIndex,
      jurors: verdicts.map(({ juror }) => juror),
      slashed: slashedUnits.toString(),
    })),
    awards: { prover: settled.stakes.toProver.toString(), requestor: settled.stakes.toRequestor.toString() },
    transactions: {
      claim: settled.claimTransaction,
      remittance: settled.remittance.transactionHash,
      refund: settled.refundTransaction,
    },
    checks: audit.checks,
    parallelEfficiency: round(parallelEfficiency(result), 3),
  };
}

/** What a provider's lies cost its bond. */
function slashedOf({ settled }: DemoResult, peer: PeerId): bigint {
  const ofPeer = settled.stakes.faults.filter(({ provider }) => provider === peer);
  return ofPeer.reduce((sum, { slashedUnits }) => sum + slashedUnits, 0n);
}

function jobDocument(view: JobView, hashes: { resultPath: string; resultSha256: string; referenceSha256: string }) {
  return {
    name: view.name,
    tasks: view.tasks,
    attempts: view.attempts,
    redundancy: round(view.attempts / view.tasks, 3),
    fuelUsed: view.fuelUsed.toString(),
    price: view.spentUnits.toString(),
    ...hashes,
  };
}

/**
 * How busy the tiles kept the machine while the picture was made: the processor time that all executions of them would have
 * cost plain processes, over the time that all cores had. Each tile is executed more than once, which is what checking costs
 * (the redundancy), so that counts as work, refused and lost executions too. Metering, signing, messages, the hub and the
 * end of the job, when there are fewer tiles than cores, are what is missing to 1.
 */
function parallelEfficiency({ picture, reference }: DemoResult): number {
  const usefulSeconds = reference.cpuSeconds * (picture.view.attempts / picture.view.tasks);
  return usefulSeconds / (picture.seconds * os.availableParallelism());
}

const ROW_INDENT = 14;

/** The same for a person. */
export function summaryText(result: DemoResult): string {
  const { picture, trend, settled, audit, network, players } = result;
  const { asset } = network;
  const money = (units: bigint) => formatUnits(units, asset);
  const document = summaryDocument(result);
  const dim = colors.dim;
  const row = (label: string, text: string) =>
    `  ${dim(label.padEnd(12))}${wrapText(text, process.stdout.columns ?? Infinity, ROW_INDENT)}`;
  const job = ({ view, seconds }: { view: JobView; seconds: number }) =>
    `${view.tasks} tasks, ${view.attempts} attempts (redundancy ${(view.attempts / view.tasks).toFixed(2)}), ` +
    `${gigafuel(view.fuelUsed)} fuel, ${money(view.spentUnits)}, ${seconds.toFixed(1)} s`;
  return [
    '',
    colors.bold(
      document.ok
        ? 'The mill turned, and all of it is true.'
        : colors.red('Something is not true: see the audit above.'),
    ),
    '',
    row('picture', path.relative(process.cwd(), picture.path)),
    row('', job(picture)),
    row('trend', path.relative(process.cwd(), trend.chartPath)),
    row('', job(trend)),
    row(
      '',
      `${trend.trend.estimate.toFixed(3)} °C a decade (95%: ${trend.trend.low.toFixed(3)} to ${trend.trend.high.toFixed(3)})`,
    ),
    '',
    table(
      ['  provider', 'role', 'right', 'wrong', 'reputation', 'energy', 'CO2e'],
      players.map(({ name, role, key }) => {
        const view = network.providers.find(({ provider }) => provider === key.peerId)!;
        return [
          `  ${name}`,
          role,
          String(view.accepted),
          view.rejected > 0 ? colors.red(String(view.rejected)) : '0',
          view.reputation.toFixed(3),
          `${(view.energyMillijoules / 1000).toFixed(0)} J`,
          `${(view.gramsCO2e * 1000).toFixed(1)} mg`,
        ];
      }),
    ),
    '',
    table(
      [`  in ${asset.code}`, 'earned', 'set aside', 'to the wallet', 'slashed'],
      players.map(({ name, key }) => {
        const view = network.providers.find(({ provider }) => provider === key.peerId)!;
        const claim = settled.claims.find(({ payee }) => payee === key.address);
        const slashed = slashedOf(result, key.peerId);
        return [
          `  ${name}`,
          figure(view.earnedUnits, asset),
          figure(claim?.setAsideUnits ?? 0n, asset),
          figure(claim?.walletUnits ?? 0n, asset),
          slashed > 0n ? colors.red(figure(slashed, asset)) : figure(0n, asset),
        ];
      }),
    ),
    '',
    row(
      'money',
      `${money(audit.money.deposited)} deposited = ${money(audit.money.paid)} paid + ${money(audit.money.setAside)} set aside + ${money(audit.money.refunded)} refunded`,
    ),
    row(
      'stakes',
      `${money(audit.money.bonded)} at stake = ${money(audit.money.returned)} back to the honest + ${money(settled.stakes.toProver)} to the hub that proved the lies + ${money(settled.stakes.toRequestor)} to the requestor`,
    ),
    row(
      'tax',
      `${money(settled.remittance.units)} remitted for ${settled.remittance.period}, on ${settled.remittance.paidOn}, due ${settled.remittance.dueDate}`,
    ),
    row('journal', `${audit.journal.events} events, root ${audit.journal.root.slice(0, 16)}…, anchored on chain`),
    row(
      'energy',
      `${document.energy.joules.toFixed(0)} J, ${(document.energy.gramsCO2e * 1000).toFixed(1)} mg CO2e (modelled from CPU time and the grid of the United States)`,
    ),
    row('chain', `claim ${dim(settled.claimTransaction)}`),
    row('', `tax   ${dim(settled.remittance.transactionHash)}`),
    row('', `back  ${dim(settled.refundTransaction)}`),
    row(
      'time',
      `${document.seconds.toFixed(0)} s in all; parallel efficiency of the picture ${(document.parallelEfficiency * 100).toFixed(0)} % of ${os.availableParallelism()} cores, every execution of a tile counted`,
    ),
  ].join('\n');
}

function gigafuel(fuel: bigint): string {
  return `${(Number(fuel) / 1e9).toFixed(1)} G`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
