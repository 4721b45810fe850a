// One task thread of the isolate host: runs one task at a time and keeps the programs it ran.
import { parentPort, workerData } from 'node:worker_threads';
import { asGristmillError } from '@gristmill/protocol';
import type { Outcome } from '@gristmill/sandbox';
import { collectGarbage } from './garbage.ts';
import { lockDown } from './lock-down.ts';
import type { FromWorker, HostSettings, PreparedProgram, RunTask, ToWorker } from './messages.ts';
import { createProgramCache } from './program-cache.ts';
import { errorData } from './refusal.ts';

if (parentPort === null) throw new Error('worker.ts runs as a worker thread of the isolate host only');
const port = parentPort;
const { quickjs, programBytesPerWorker } = workerData as HostSettings;

let programArrived: PromiseWithResolvers<PreparedProgram> | null = null;
const programs = createProgramCache({
  quickjs,
  bytesMax: programBytesPerWorker,
  fetchProgram: (program) => {
    programArrived = Promise.withResolvers();
    send({ type: 'program-wanted', program });
    return programArrived.promise;
  },
});

function send(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

/** Runs a task, and gives how many bytes it may have left behind. */
async function run({ program, task, limits }: RunTask): Promise<number> {
  try {
    const runProgram = await programs.get(program);
    send({ type: 'running' });
    const startedAt = performance.now();
    const cpuBefore = process.threadCpuUsage();
    const outcome = await runProgram(task, limits);
    const cpu = process.threadCpuUsage(cpuBefore);
    const durationMs = performance.now() - startedAt;
    // Some kernels count CPU time in ticks of 10 ms; a run between two ticks was busy throughout.
    const cpuMs = (cpu.user + cpu.system) / 1000 || durationMs;
    const buffers = buffersOf(outcome);
    send({ type: 'done', execution: { ...outcome, cpuMs, durationMs } }, buffers);
    return outcome.peakMemoryBytes;
  } catch (thrown) {
    send({ type: 'failed', error: errorData(asGristmillError(thrown)) });
    return Infinity;
  }
}

/** The memory of the outputs, which moves to the host instead of being copied. */
function buffersOf({ stdout, stderr, files }: Outcome): ArrayBuffer[] {
  const whole = [stdout, stderr, ...files.values()].flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  return [...new Set(whole)];
}

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'program':
      programArrived?.resolve(message.program);
      return;
    case 'warm-up':
      // An engine that does not start is spoken of when a task needs it.
      void programs
        .startJavaScript()
        .catch(() => {})
        .then(() => send({ type: 'ready' }));
      return;
    case 'run':
      void run(message).then((garbageBytes) => {
        collectGarbage(garbageBytes);
        send({ type: 'idle' });
      });
  }
});

lockDown();
send({ type: 'ready' });
