// One worker thread of the isolate host: runs one task at a time and keeps the programs it prepared.
import { parentPort, workerData } from 'node:worker_threads';
import { asGristmillError } from '@gristmill/protocol';
import { lockDown } from './lock-down.ts';
import type { FromWorker, RunTask, ToWorker, WorkerSettings } from './messages.ts';
import { createProgramCache } from './program-cache.ts';

if (parentPort === null) throw new Error('worker.ts runs as a worker thread of the isolate host only');
const port = parentPort;

let contentArrived: PromiseWithResolvers<Uint8Array> | null = null;
const programs = createProgramCache({
  ...(workerData as WorkerSettings),
  fetchContent: () => {
    contentArrived = Promise.withResolvers();
    send({ type: 'program-wanted' });
    return contentArrived.promise;
  },
});

function send(message: FromWorker): void {
  port.postMessage(message);
}

async function run({ kind, program, task, limits }: RunTask): Promise<void> {
  try {
    const runProgram = await programs.get(kind, program);
    send({ type: 'running' });
    const startedAt = performance.now();
    const cpuBefore = process.threadCpuUsage();
    const outcome = await runProgram(task, limits);
    const cpu = process.threadCpuUsage(cpuBefore);
    const durationMs = performance.now() - startedAt;
    // Some kernels count CPU time in ticks of 10 ms; a run between two ticks was busy throughout.
    const cpuMs = (cpu.user + cpu.system) / 1000 || durationMs;
    send({ type: 'done', execution: { ...outcome, cpuMs, durationMs } });
  } catch (thrown) {
    const { code, message, hint, fault } = asGristmillError(thrown);
    send({ type: 'failed', error: { code, message, hint, fault } });
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') void run(message);
  else contentArrived?.resolve(message.content);
});

lockDown();
send({ type: 'ready' });
