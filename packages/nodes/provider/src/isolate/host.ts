// The isolate host: a child process under Node's permission model that keeps worker threads and passes messages on.
// It runs no task code itself, so it always answers.
import { Worker } from 'node:worker_threads';
import type { FromHost, FromWorker, ToHost } from './messages.ts';

type Start = Extract<ToHost, { type: 'start' }>;

const workerFile = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('./worker.js', import.meta.url);
const workers = new Map<number, Worker>();
let lastNumber = 0;
let start: Start | null = null;

function send(message: FromHost): void {
  process.send?.(message);
}

function startWorker(settings: Start): void {
  const number = ++lastNumber;
  const worker = new Worker(workerFile, {
    workerData: settings.settings,
    resourceLimits: {
      maxOldGenerationSizeMb: settings.heapMegabytesPerWorker,
      stackSizeMb: settings.stackMegabytesPerWorker,
    },
  });
  workers.set(number, worker);
  let wasReady = false;
  let reason = 'the thread ended by itself';
  worker.on('message', (message: FromWorker) => {
    wasReady = true;
    if (workers.get(number) === worker) send({ type: 'told', worker: number, message });
  });
  worker.on('error', (error: Error) => {
    reason = error.message;
  });
  worker.on('exit', () => {
    // A thread that cannot even start would be started for ever.
    if (!wasReady && workers.has(number)) throw new Error(`A worker thread does not start: ${reason}`);
    send({ type: 'gone', worker: number, message: reason });
    if (workers.delete(number)) startWorker(settings);
  });
}

process.on('message', (message: ToHost) => {
  switch (message.type) {
    case 'start':
      start = message;
      for (let i = 0; i < message.workers; i++) startWorker(message);
      return;
    case 'tell':
      workers.get(message.worker)?.postMessage(message.message);
      return;
    case 'end': {
      const worker = workers.get(message.worker);
      if (worker === undefined || start === null) return;
      workers.delete(message.worker);
      startWorker(start);
      void worker.terminate();
    }
  }
});

// The executor went away, whichever way: nobody waits for what runs here.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole terminal group; the executor's process decides what ends when.
process.on('SIGINT', () => {});
