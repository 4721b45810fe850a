import { reasonOf, type Say, type Skipped } from '../question.ts';
import type { Ground } from './chain.ts';
import { measurePoco, POCO, type TaskGas } from './iexec.ts';
import type { Pin } from '../rival-package.ts';
import { FLOW, LOCKUP, measureSablierFlow, measureSablierLockup, type StreamGas } from './sablier.ts';
import { measureSuperfluid, SUPERFLUID } from './superfluid.ts';

/** What the rivals cost on our chain with our token. */
export interface RivalGas {
  readonly streams: readonly { readonly name: string; readonly gas: StreamGas }[];
  /** Of one task, by the number of workers; null where it could not be measured. */
  readonly task: TaskGas | null;
}

/** Measures each rival that can be fetched; a rival that cannot is named with the reason, and stops no other. */
export async function measureRivals(
  ground: Ground,
  workerCounts: readonly number[],
  say: Say,
): Promise<{ gas: RivalGas; skipped: Skipped[] }> {
  const skipped: Skipped[] = [
    {
      case: '0xSplits v2',
      why: 'its npm packages hold ABIs and addresses, and no bytecode; its figures are cited',
    },
    { case: 'Golem', why: 'its payment contract is on no npm package; its figures are cited' },
  ];
  const attempt = async <Gas>(
    pin: Pin,
    measure: () => Promise<Gas>,
    instead = '',
  ): Promise<{ name: string; gas: Gas } | null> => {
    const name = `${pin.name} ${pin.version}`;
    say(`${name} ...`);
    try {
      return { name, gas: await measure() };
    } catch (error) {
      const why = reasonOf(error);
      say(`${name}: not measured: ${why}`);
      skipped.push({ case: name, why: why + instead });
      return null;
    }
  };
  const streams = [
    await attempt(FLOW, async () => await measureSablierFlow(ground)),
    await attempt(LOCKUP, async () => await measureSablierLockup(ground)),
    await attempt(SUPERFLUID, async () => await measureSuperfluid(ground)),
  ];
  const task = await attempt(
    POCO,
    async () => await measurePoco(ground, workerCounts),
    '; its published figures are cited',
  );
  return {
    gas: { streams: streams.filter((stream) => stream !== null), task: task?.gas ?? null },
    skipped,
  };
}
