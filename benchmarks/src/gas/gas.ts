import { constants } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';
import type { Question } from '../question.ts';
import { startChain } from './chain.ts';
import { CITED } from './cited.ts';
import { gasCases, gasSummary } from './gas-cases.ts';
import { gasChart, type GasLine } from './gas-chart.ts';
import { deployOurs, measureOurs, type OwnGas } from './ours.ts';
import { measureRivals, type RivalGas } from './rivals.ts';

const BATCH_SIZES = [1, 5, 10, 100];
const WORKER_COUNTS = [1, 5];

/** What does a payment cost on chain, against a plain transfer and the protocols that pay streams, splits and tasks? */
export const gas: Question = {
  name: 'gas',
  asks: 'What does a payment cost on chain? Against a plain transfer, Sablier, Superfluid, iExec PoCo.',
  async ask(say, { out }) {
    const chartPath = out === null ? null : await writablePath(out);
    const chain = await startChain();
    try {
      say('our contracts ...');
      const contracts = await deployOurs(chain);
      const ours = await measureOurs(contracts, BATCH_SIZES);
      const rivals = await measureRivals(contracts.ground, WORKER_COUNTS, say);
      const summary = gasSummary(ours);
      if (chartPath !== null) {
        await writeFile(chartPath, await chartOf(ours, rivals.gas));
        summary['chart'] = chartPath;
      }
      return { results: gasCases(ours, rivals.gas), skipped: rivals.skipped, summary };
    } finally {
      await chain.stop();
    }
  },
};

/** npm runs scripts in the root of the repository; a relative path is meant from where the user stands. */
async function writablePath(out: string): Promise<string> {
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', out);
  try {
    await access(path.dirname(file), constants.W_OK);
  } catch (cause) {
    throw new GristmillError('FOLDER_NOT_WRITABLE', `The folder of ${file} cannot be written to.`, {
      hint: 'Make the folder first, or give another path: npm run bench -- gas --out CHART.svg',
      cause,
    });
  }
  return file;
}

async function chartOf(ours: OwnGas, rivals: RivalGas): Promise<string> {
  const statement = Math.max(...ours.claimStatement.keys());
  const task = rivals.task ?? CITED.pocoTask;
  const lines: GasLine[] = [
    {
      name: 'a claim alone',
      claimGas: ours.claim,
      ours: true,
      labelAt: { along: 0.6, side: 'above', align: 'left' },
    },
    {
      name: `a claim in a statement of ${statement} payees`,
      claimGas: ours.claimStatement.get(statement)! / statement,
      ours: true,
      labelAt: { along: 0.6, side: 'below', align: 'right' },
    },
    {
      name: 'a plain ERC-20 transfer for each task',
      taskGas: ours.transfer,
      ours: false,
      labelAt: { along: 0.98, side: 'above', align: 'right' },
    },
    ...[...task].map(([workers, taskGas], i): GasLine => ({
      name: `iExec PoCo, ${workers} ${workers === 1 ? 'worker' : 'workers'} a task`,
      taskGas,
      ours: false,
      labelAt: { along: 0.98, side: i === 0 ? 'below' : 'above', align: 'right' },
    })),
  ];
  const source = rivals.task === null ? 'PoCo as published' : 'all measured on one chain with one token';
  return await gasChart(lines, {
    subtitle: `Gas of whole transactions, payees paid before; ${source}; deposits not counted`,
  });
}
