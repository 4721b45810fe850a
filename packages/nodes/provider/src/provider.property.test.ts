import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execution } from '../test/counting-executor.ts';
import type { HubEnd } from '../test/memory-network.ts';
import { greet, lease, setUp } from '../test/provider-set-up.ts';

const SLOTS = 3;

/** Everything is in memory, so one turn of the event loop settles all that was set off. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('lease' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('lease again', 'finish', 'fail', 'acknowledge', 'revoke'),
      which: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const) }) },
);

test('[1] [4] Whatever happens, attempts run once, reports arrive, and credit equals the slots that are free.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
      const { hub, provider, runs } = await setUp({ slots: SLOTS });
      let end: HubEnd;
      let credit = 0;
      /** Attempts whose result the coordinator still wants. */
      const wanted = new Set<string>();
      const reported = new Set<string>();
      const ended = new Set<number>();
      let leases = 0;

      async function connect(): Promise<void> {
        const greeted = await greet(hub);
        end = greeted.end;
        credit = greeted.hello.slots;
        await settle();
      }
      async function listen(): Promise<void> {
        await settle();
        for (const message of end.arrived()) {
          if (message.type === 'ready') credit += message.slots;
          else if (message.type === 'report') reported.add(message.signed.receipt.attemptId);
          else if (message.type === 'decline') wanted.delete(message.attemptId);
        }
      }
      function sendLease(attemptId: string): void {
        credit -= 1;
        end.send(lease(attemptId));
      }
      async function finish(index: number, isFine: boolean): Promise<void> {
        const run = runs[index];
        if (run === undefined || ended.has(index)) return;
        ended.add(index);
        if (isFine) run.end.resolve(execution(Uint8Array.of(index)));
        else run.end.reject(new Error('the device failed'));
        await settle();
      }

      await connect();
      for (const step of actions) {
        const attemptId = `attempt-${'which' in step ? step.which % Math.max(1, leases) : leases}`;
        if (step.do === 'lease' && credit > 0) {
          leases += 1;
          wanted.add(attemptId);
          sendLease(attemptId);
        } else if (step.do === 'lease again' && credit > 0 && wanted.has(attemptId)) {
          sendLease(attemptId);
        } else if (step.do === 'finish' || step.do === 'fail') {
          await finish(step.which % Math.max(1, runs.length), step.do === 'finish');
        } else if (step.do === 'acknowledge' && reported.has(attemptId)) {
          wanted.delete(attemptId);
          end!.send({ type: 'received', attemptIds: [attemptId] });
        } else if (step.do === 'revoke') {
          wanted.delete(attemptId);
          end!.send({ type: 'revoke', attemptIds: [attemptId] });
        } else if (step.do === 'reconnect') {
          await listen();
          await end!.close();
          await end!.ended;
          reported.clear();
          await connect();
        }
        await listen();
        const busy = runs.length - ended.size;
        expect(busy).toBeLessThanOrEqual(SLOTS);
        expect(credit).toBe(SLOTS - busy);
      }
      for (let index = 0; index < runs.length; index++) await finish(index, true);
      await listen();
      expect([...wanted].filter((attemptId) => !reported.has(attemptId))).toEqual([]);
      // Distinct attempts have distinct runs: none was computed twice.
      expect(runs.length).toBeLessThanOrEqual(leases);
      await provider.stop();
    }),
    { numRuns: 200 },
  );
});
