import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Threads of one kind, each of which does one job at a time and keeps what it learnt for the next. */
export interface ThreadPool<Job, Message> {
  /** Gives a job to a free thread, or to the next that becomes free. */
  begin(job: Job, message: Message): void;
  /** Tells the thread that does the job. */
  tell(job: Job, message: Message): void;
  /** The thread that did the job is free again. */
  finish(job: Job): void;
  /** Ends the thread that does the job, or takes the job back if none does it yet. `onGone` follows. */
  end(job: Job): void;
  /**
   * Has every thread, those yet to start included, make ready for something, which it answers with `ready`: one at a time,
   * and only while another is free, so that no job ever waits for it.
   */
  warmUp(message: Message): void;
}

export interface ThreadPoolOptions<Job, Answer> {
  file: URL;
  options: WorkerOptions;
  /** Threads to start with, and the most there are at a time; those that are being ended do not count. */
  threadsMin: number;
  threadsMax: number;
  /** How many stand ready beyond those at work. */
  spare: number;
  /** A thread has come up. */
  onReady?: () => void;
  /** A job came to a thread. */
  onBegin?: (job: Job) => void;
  onAnswer: (job: Job, answer: Answer) => void;
  /** The thread that did the job has ended, whichever way. */
  onGone: (job: Job, reason: string) => void;
}

/** A job that waits for its thread is not to share the processor with the start of a spare one. */
const SPARE_DELAY_MS = 100;

interface Thread<Job> {
  worker: Worker;
  state: 'starting' | 'warming' | 'free' | 'busy';
  isWarm: boolean;
  job: Job | null;
}

/** Keeps threads ready beyond those at work: whoever loses its thread leaves one that stands ready for the next job. */
export function createThreadPool<Job, Message, Answer extends { type: string }>({
  file,
  options,
  threadsMin,
  threadsMax,
  spare,
  onReady = () => {},
  onBegin = () => {},
  onAnswer,
  onGone,
}: ThreadPoolOptions<Job, Answer>): ThreadPool<Job, Message> {
  const threads = new Set<Thread<Job>>();
  const waiting: { job: Job; message: Message }[] = [];
  let warmth: Message | null = null;

  function start(): void {
    const worker = new Worker(file, options);
    const thread: Thread<Job> = { worker, state: 'starting', isWarm: false, job: null };
    threads.add(thread);
    let reason = 'the thread ended by itself';
    worker.on('message', (answer: Answer) => {
      if (!threads.has(thread)) return;
      if (thread.job !== null) {
        onAnswer(thread.job, answer);
        return;
      }
      thread.isWarm = thread.state === 'warming';
      if (thread.state === 'starting') {
        onReady();
        fillLater();
      }
      thread.state = 'free';
      dispatch();
    });
    worker.on('error', (error: Error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      const wasKept = threads.delete(thread);
      // A thread that cannot even start would be started for ever.
      if (wasKept && thread.state === 'starting') throw new Error(`A worker thread does not start: ${reason}`);
      if (thread.job !== null) onGone(thread.job, reason);
      fill(spare);
    });
  }

  /** Starts the threads that are missing, so many beyond those that are needed now. */
  function fill(beyond: number): void {
    const unoccupied = [...threads].filter(({ job }) => job === null).length;
    const wanted = Math.max(threadsMin - threads.size, waiting.length + beyond - unoccupied);
    for (let i = 0; i < wanted && threads.size < threadsMax; i++) start();
  }

  function fillLater(): void {
    setTimeout(fill, SPARE_DELAY_MS, spare).unref();
  }

  function freeThreads(): Thread<Job>[] {
    return [...threads].filter(({ state }) => state === 'free');
  }

  function dispatch(): void {
    // Warm ones first: they have run something before, or are ready for anything.
    for (const thread of freeThreads().toSorted((a, b) => Number(b.isWarm) - Number(a.isWarm))) {
      const next = waiting.shift();
      if (next === undefined) break;
      thread.state = 'busy';
      thread.job = next.job;
      thread.worker.postMessage(next.message, []);
      onBegin(next.job);
    }
    warmOne();
  }

  function warmOne(): void {
    if (warmth === null || [...threads].some(({ state }) => state === 'warming')) return;
    const free = freeThreads();
    const cold = free.find(({ isWarm }) => !isWarm);
    if (cold === undefined || free.length < 2) return;
    cold.state = 'warming';
    cold.worker.postMessage(warmth, []);
  }

  function threadOf(job: Job): Thread<Job> | undefined {
    return [...threads].find((thread) => thread.job === job);
  }

  for (let i = 0; i < threadsMin; i++) start();
  return {
    begin(job, message) {
      waiting.push({ job, message });
      dispatch();
      fill(0);
      fillLater();
    },
    tell(job, message) {
      threadOf(job)?.worker.postMessage(message, []);
    },
    finish(job) {
      const thread = threadOf(job);
      if (thread === undefined) return;
      thread.job = null;
      thread.state = 'free';
      dispatch();
    },
    end(job) {
      const position = waiting.findIndex((entry) => entry.job === job);
      if (position !== -1) {
        waiting.splice(position, 1);
        onGone(job, 'it never began');
        return;
      }
      const thread = threadOf(job);
      if (thread === undefined) return;
      threads.delete(thread);
      void thread.worker.terminate();
      fill(spare);
    },
    warmUp(message) {
      warmth = message;
      warmOne();
    },
  };
}
