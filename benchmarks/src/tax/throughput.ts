import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Throughput {
  /** Has every thread assess its households so many times, all at once. */
  run(passes: number): Promise<void>;
  close(): Promise<void>;
}

/** Threads that assess the same households without trace, each for itself, as a service on all cores would. */
export async function startThroughput(threads: number, households: number): Promise<Throughput> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./throughput-thread.ts', import.meta.url), { workerData: households }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    async run(passes) {
      await Promise.all(
        workers.map((worker) => {
          const done = once(worker, 'message');
          worker.postMessage(passes, []);
          return done;
        }),
      );
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
