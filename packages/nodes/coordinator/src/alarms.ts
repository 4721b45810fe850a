import type { Clock } from '@gristmill/protocol';

export interface Alarms {
  /**
   * Calls `ring` once, at `atMs` or as soon after it as the clock says; unless `isMoot` by then, for good: then it may be
   * forgotten any time before. So what is long settled does not stay in memory until its time.
   */
  at(atMs: number, ring: () => void, isMoot?: () => boolean): void;
  /** Rings nothing any more. */
  stop(): void;
}

/** Longest single sleep: far below the 2^31 ms at which a system timer would wrap and fire at once. */
const SLEEP_MS_MAX = 3_600_000;

/** Alarms below which it is not worth looking for moot ones. */
const SWEEP_FROM = 1_024;

/** Many deadlines over one clock with one sleeper: a binary heap of what rings next. */
export function createAlarms(clock: Clock, onError: (error: unknown) => void): Alarms {
  let heap: Alarm[] = [];
  let sweepAt = SWEEP_FROM;
  let rouse = new AbortController();
  let sleepingUntilMs = Number.POSITIVE_INFINITY;
  let isStopped = false;

  async function run(): Promise<void> {
    while (!isStopped) {
      ringDue();
      const waitMs = Math.min(Math.max((heap[0]?.atMs ?? Number.POSITIVE_INFINITY) - clock.now(), 1), SLEEP_MS_MAX);
      sleepingUntilMs = clock.now() + waitMs;
      rouse = new AbortController();
      await clock.sleep(waitMs, rouse.signal);
    }
  }

  function ringDue(): void {
    while (!isStopped && heap[0] !== undefined && heap[0].atMs <= clock.now()) {
      const { ring, isMoot } = pop(heap);
      try {
        if (!isMoot()) ring();
      } catch (error) {
        onError(error);
      }
    }
  }

  /** Each alarm pays for the sweep of about one other. */
  function sweep(): void {
    // A list in order of time is a heap.
    heap = heap.filter(({ isMoot }) => !isMoot()).toSorted((a, b) => a.atMs - b.atMs);
    sweepAt = Math.max(SWEEP_FROM, 2 * heap.length);
  }

  run().catch(onError);
  return {
    at(atMs, ring, isMoot = () => false) {
      if (heap.length >= sweepAt) sweep();
      push(heap, { atMs, ring, isMoot });
      if (atMs < sleepingUntilMs) rouse.abort();
    },
    stop() {
      isStopped = true;
      heap = [];
      rouse.abort();
    },
  };
}

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
  readonly isMoot: () => boolean;
}

function push(heap: Alarm[], alarm: Alarm): void {
  let i = heap.push(alarm) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]!.atMs <= alarm.atMs) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = alarm;
}

/** The earliest alarm of a heap that is not empty. */
function pop(heap: Alarm[]): Alarm {
  const first = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.atMs < heap[child]!.atMs) child += 1;
    if (heap[child]!.atMs >= last.atMs) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return first;
}
