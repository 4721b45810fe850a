import { createJuror, createSitting, type Desk } from '@gristmill/coordinator';
import { type Clock, GristmillError } from '@gristmill/protocol';
import { createProcessExecutor, repeatAssignment } from '@gristmill/provider';
import { createStakeClient, type Deployment, LOCAL_CHAIN_ID, localJurors } from '@gristmill/settlement';
import path from 'node:path';
import { openVerdictBook } from './verdict-book.ts';

/** How often it looks for a fault; each look costs nothing but a list in memory. */
const LOOK_MS = 1_000;

/** @throws GristmillError `JURY_NOT_LOCAL` where money is no play money. */
export function expectLocal({ chainId }: Pick<Deployment, 'chainId'>): void {
  if (chainId === LOCAL_CHAIN_ID) return;
  const message = `--local-jury judges with keys that everyone knows, and chain ${chainId} is no local one.`;
  throw new GristmillError('JURY_NOT_LOCAL', message, {
    hint: 'Leave it out; the jurors of this network run `gristmill jury serve`, each on a machine of their own.',
    fault: 'configuration',
  });
}

/**
 * A local network's three jurors in the hub's own process, each with its own key, its own run of the task and its own
 * book. Their keys are known to everyone, so they are good for play money only.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`
 */
export async function startLocalJury({
  desk,
  rpcUrl,
  deployment,
  folder,
  clock,
  log,
}: {
  desk: Desk;
  rpcUrl: string;
  deployment: Deployment;
  /** Where their books lie. */
  folder: string;
  clock: Clock;
  log: (line: string) => void;
}): Promise<{ stop(): Promise<void> }> {
  // One after the other, so that they take little from the providers of the same machine.
  const executor = await createProcessExecutor({ workers: 1, log });
  const fetch: Desk['fetch'] = (name) => desk.fetch(name);
  const jurors = await Promise.all(
    localJurors().map(async ({ address, privateKey }) =>
      createJuror({
        bonds: await createStakeClient({ rpcUrl, key: privateKey, deployment }),
        repeat: (assignment) => repeatAssignment(assignment, { executor, fetch }),
        fetch,
        book: openVerdictBook(path.join(folder, address)),
      }),
    ),
  );
  const sitting = createSitting({ desk, jurors, log });
  const stopping = new AbortController();

  async function sit(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sitting.judgeOpen();
      await clock.sleep(LOOK_MS, stopping.signal);
    }
  }

  const sitUntilStopped = sit().catch((error: unknown) => log(`The local jury has risen: ${String(error)}`));
  return {
    async stop() {
      stopping.abort();
      // What is being run is cut short; its juror has then not judged.
      await executor.close();
      await sitUntilStopped;
    },
  };
}
