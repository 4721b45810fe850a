import { decode, encode, type Journal, type JournalEvent, type NewJournalEvent } from '@gristmill/protocol';
import type { Vault } from './vault.ts';

/** What is on disk and what is on the chain: all that survives when the process does not. */
export interface World {
  events: readonly NewJournalEvent[];
  paid: ReadonlyMap<string, bigint>;
  setAside: bigint;
}

/** Thrown in place of a step, or right after it took effect. */
export class Crash extends Error {}

/**
 * A journal and a vault in memory, for tests. Each effect is preceded and followed by `step`, which may throw a `Crash`:
 * before it nothing happened, after it the effect stays although nobody hears of it.
 */
export function openWorld(world: World, step: (name: string) => void = () => {}) {
  let events: JournalEvent[] = world.events.map(atRest);
  let crash: Crash | null = null;
  const paid = new Map(world.paid);
  let { setAside } = world;

  async function effect<T>(name: string, run: () => T): Promise<T> {
    stepUnlessDead(`before ${name}`);
    const result = run();
    stepUnlessDead(`after ${name}`);
    return result;
  }

  /** Once it has crashed, a process does nothing more. */
  function stepUnlessDead(name: string): void {
    if (crash !== null) throw crash;
    try {
      step(name);
    } catch (error) {
      if (error instanceof Crash) crash = error;
      throw error;
    }
  }

  const journal: Journal = {
    append: (added) =>
      effect('append', () => {
        const written = added.map((event, i) => atRest(event, events.length + i));
        events = [...events, ...written];
        return written;
      }),
    read: ({ from = 0, stream } = {}) =>
      events.filter((event) => event.sequence >= from && (stream === undefined || event.stream === stream)),
    get size() {
      return events.length;
    },
    close: async () => {},
  };

  const vault: Vault = {
    setAsideOf: async () => setAside,
    isRemitted: async (obligationId) => paid.has(obligationId),
    remit: ({ obligationId, units }) =>
      effect('remit', () => {
        if (paid.has(obligationId)) throw new Error(`AlreadyRemitted ${obligationId}`);
        if (units <= 0n || units > setAside) throw new Error(`NotSetAside ${units} of ${setAside}`);
        paid.set(obligationId, units);
        setAside -= units;
        return { transactionHash: `0x${paid.size}` };
      }),
  };

  return { journal, vault, snapshot: (): World => ({ events, paid: new Map(paid), setAside }) };
}

/** An event as it comes back from disk: through its canonical bytes, so that bigints meet what CBOR makes of them. */
function atRest({ stream, type, data }: NewJournalEvent, sequence: number): JournalEvent {
  const nothing = new Uint8Array(32);
  return { stream, type, data: decode(encode(data)), sequence, recordedAtMs: 0, previous: nothing, hash: nothing };
}
