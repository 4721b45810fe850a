import { job, task, encode, decode, cidOfBytes } from './src/index.ts';
import { z } from 'zod';
const N = 300_000;
const t = { args: ['1'], env: {}, stdin: null, files: {} };
const spec = {
  version: 1,
  name: 'x',
  payer: '0x' + '11'.repeat(20),
  nonce: '1',
  program: { kind: 'javascript', source: cidOfBytes(new Uint8Array(1)) },
  tasks: Array.from({ length: N }, () => t),
  limits: { fuel: 1n, memoryPages: 1, stackDepth: 1, outputBytes: 1, wallClockMs: 1 },
  verification: { policy: 'replicas', quorum: 1, attemptsMax: 1 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 1n,
  budgetUnits: 1n,
  deadlineMs: 1,
  startTimeMs: 0,
};
for (let r = 0; r < 3; r++) {
  const a = process.cpuUsage().user;
  const p = job.safeParse(spec);
  console.log(p.success, ((process.cpuUsage().user - a) / 1000).toFixed(0), 'ms cpu for', N);
}
