import { parentPort, workerData } from 'node:worker_threads';
import { loadRulePack } from '@gristmill/rules';
import { assessLines } from '@gristmill/tax';
import { US_LAW, US_PACK, usHouseholds } from './us-household.ts';

const pack = await loadRulePack(US_PACK);
const households = usHouseholds(pack, workerData as number);
const port = parentPort!;

port.on('message', (passes: number) => {
  for (let pass = 0; pass < passes; pass += 1) for (const facts of households) assessLines(pack, facts, US_LAW);
  port.postMessage('done');
});
port.postMessage('ready');
