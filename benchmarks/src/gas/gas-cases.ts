import type { Answer, Case } from '../question.ts';
import { CITED } from './cited.ts';
import type { OwnGas } from './ours.ts';
import type { RivalGas } from './rivals.ts';

/** What we set out to stay below. */
interface Goal {
  readonly name: string;
  readonly reached: number;
  readonly max: number;
}

const TRANSFER = 'plain ERC-20 transfer';
const SPLITS = '0xSplits v2, push distribute for two';
const MEASURED = 'measured here';
const CITED_NOTE = 'the rival is a cited figure, not measured in this run';

/** The figures side by side. */
export function gasCases(ours: OwnGas, rivals: RivalGas): Case[] {
  const againstTransfer = (what: string, gas: number, note = ''): Case =>
    compare(
      what,
      gas,
      TRANSFER,
      ours.transfer,
      [`${times(gas / ours.transfer)} a transfer`, note].filter(Boolean).join('; '),
    );
  const batches = (what: string, gas: ReadonlyMap<number, number>, note: string): Case[] =>
    [...gas].map(([size, sum]) => againstTransfer(`${what} of ${size}, each`, sum / size, note));
  const perTask = rivals.task ?? CITED.pocoTask;
  return [
    againstTransfer('collect, reserved money', ours.collectReserved, 'the payee sends it'),
    againstTransfer('collect', ours.collect, 'the payee sends it'),
    againstTransfer('claim, reserved money', ours.claimReserved, 'anyone sends it'),
    againstTransfer('claim', ours.claim, 'anyone sends it'),
    ...batches('claimMany', ours.claimMany, 'a signature each'),
    ...batches('claimStatement', ours.claimStatement, 'one signature'),
    ...[...ours.payMany].flatMap(([size, sum]) => {
      const cited = CITED.golemPayment.get(size);
      const what = `payMany of ${size}, each`;
      return cited === undefined
        ? [againstTransfer(what, sum / size)]
        : [compare(what, sum / size, 'Golem, packed batch', cited, CITED_NOTE)];
    }),
    compare(
      'claim that pays two parties by a plan',
      ours.claimSplit,
      `${SPLITS}, of USDC`,
      CITED.splitsDistributeUsdc,
      `${CITED_NOTE}, and leaves out what brings the money there; ours pays a wallet and a tax vault`,
    ),
    compare(
      'the same',
      ours.claimSplit,
      `${SPLITS}, of this token`,
      CITED.splitsDistribute,
      `${CITED_NOTE}, and leaves out what brings the money there`,
    ),
    compare(
      'the same, reserved money',
      ours.claimSplitReserved,
      `${SPLITS}, of this token`,
      CITED.splitsDistribute,
      `${CITED_NOTE}, and leaves out what brings the money there`,
    ),
    compare(
      'the same, from the payer on',
      ours.claimSplit,
      `${SPLITS}, of this token, and a transfer to it`,
      CITED.splitsDistribute + ours.transfer,
      `${CITED_NOTE}, but for the transfer`,
    ),
    ...rivals.streams.flatMap(({ name, gas }) => [
      compare(
        'a new payee, up to the first money it has',
        ours.claimFirst,
        name,
        gas.create + gas.withdrawFirst,
        `${MEASURED}; of it the payer pays ${amount(0)}, the rival's payer ${amount(gas.create)}; our payer's deposit, one for all payees, is not counted`,
      ),
      compare('the next payment to a payee', ours.claim, `${name}, withdrawal`, gas.withdraw, MEASURED),
    ]),
    ...[...perTask].map(([workers, gas]) =>
      compare(
        `one paid task, ${workers} ${workers === 1 ? 'worker' : 'workers'}, each claim for it alone`,
        workers === 1 ? ours.claim : (ours.claimStatement.get(workers) ?? ours.claim * workers),
        `iExec PoCo, ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
        gas,
        rivals.task === null
          ? CITED_NOTE
          : `${MEASURED} (${amount(CITED.pocoTask.get(workers) ?? gas)} is published), in its own escrow; its workers agree on chain, ours off it`,
      ),
    ),
  ];
}

function compare(what: string, gas: number, rivalName: string, rival: number, note: string): Case {
  return { case: what, unit: 'gas', ours: gas, rival, rivalName, ratio: rival / gas, note };
}

/** Whether each goal was met, and the figures that a reader looks for first. */
export function gasSummary(ours: OwnGas): Answer['summary'] {
  const goals: Goal[] = [
    {
      name: 'a claim, by the payee and of reserved money, is at most 1.5 transfers',
      reached: ours.collectReserved,
      max: 1.5 * ours.transfer,
    },
    { name: 'a new payee costs the payer no transaction', reached: ours.payerTransactionsToOpen, max: 0 },
    {
      name: 'a claim that pays two parties is below 0xSplits',
      reached: ours.claimSplit,
      max: CITED.splitsDistributeUsdc - 1,
    },
    ...goalEach('claimMany', ours.claimMany, new Map([[100, 22_000]])),
    ...goalEach('payMany', ours.payMany, CITED.golemPayment),
  ];
  const missed = goals.filter(({ reached, max }) => reached > max);
  return {
    goalsMet: `${goals.length - missed.length} of ${goals.length}`,
    goalsMissed:
      missed.map(({ name, reached, max }) => `${name}: ${amount(reached)} > ${amount(max)}`).join('; ') || 'none',
    plainTransfer: ours.transfer,
    claimPerTransfer: ours.collectReserved / ours.transfer,
    payerTransactionsToOpen: ours.payerTransactionsToOpen,
  };
}

function goalEach(what: string, gas: ReadonlyMap<number, number>, goals: ReadonlyMap<number, number>): Goal[] {
  return [...goals].flatMap(([size, max]) => {
    const sum = gas.get(size);
    return sum === undefined ? [] : [{ name: `${what} of ${size}, each`, reached: sum / size, max }];
  });
}

const times = (ratio: number): string => `${ratio.toFixed(3)} x`;
const amount = (gas: number): string => Math.round(gas).toLocaleString('en');
