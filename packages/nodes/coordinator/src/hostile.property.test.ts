import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  assignmentCid,
  cidOfBytes,
  type JobId,
  type Lease,
  nanFormOf,
  type PeerId,
  type Receipt,
  type Report,
  signReceipt,
  type WorkMessage,
} from '@gristmill/protocol';
import { createMemoryBonds } from '../test/memory-ports.ts';
import { exited, type SimulatedProvider } from '../test/simulated-provider.ts';
import {
  createWorld,
  fuelOf,
  honest,
  manyTasks,
  optimistic,
  payer,
  referenceOutput,
  sampleJob,
  type World,
} from '../test/world.ts';
import { parseEvent } from './events.ts';

/** What a hostile device does at a moment; `pick` chooses among what it could do it with. */
const mischief = fc.record({
  kind: fc.constantFrom(
    'lie',
    'truth',
    'wrong-job',
    'wrong-task',
    'foreign-attempt',
    'unknown-attempt',
    'forged',
    'other-bytes',
    'wrong-length',
    'too-long',
    'unnamed',
    'other-form',
    'greedy',
    'boastful',
    'replay',
    'decline',
    'foreign-decline',
    'ready',
    'hello-again',
    'hang-up',
  ),
  pick: fc.nat(1_000),
});
type Mischief = { kind: string; pick: number };

/** How long before the next step: leases run out after two seconds, and devices may be away for half a second. */
const waitMs = fc.integer({ min: 0, max: 1_200 });

const scenarios = fc.record({
  seed: fc.integer(),
  jobs: fc.array(
    fc.record({
      tasks: fc.integer({ min: 1, max: 5 }),
      quorum: fc.integer({ min: 2, max: 3 }),
      isOptimistic: fc.boolean(),
      budgetUnits: fc.bigInt({ min: 900n, max: 8_000n }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  honest: fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 3, maxLength: 4 }),
  hostile: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.record({ waitMs, by: fc.nat(10), mischief }) },
      { weight: 1, arbitrary: fc.record({ waitMs, cancels: fc.nat(10) }) },
      { weight: 1, arbitrary: fc.record({ waitMs, fundedUnits: fc.bigInt({ min: 0n, max: 20_000n }) }) },
      { weight: 1, arbitrary: fc.record({ waitMs, crashes: fc.constantFrom('before' as const, 'after' as const) }) },
    ),
    { maxLength: 50 },
  ),
});

function mischiefOf(
  self: SimulatedProvider,
  name: string,
  others: readonly Lease[],
  { kind, pick }: Mischief,
): WorkMessage[] {
  const own = self.leases[self.leases.length - 1 - (pick % Math.max(1, Math.min(self.leases.length, 6)))];
  const foreign = others[pick % Math.max(1, others.length)];
  if (own === undefined) return [];
  const report = (changes: Partial<Receipt>, output: Uint8Array | null, lease = own): Report => {
    const { attemptId, jobId, taskIndex } = lease;
    const result = exited(output ?? new Uint8Array(), fuelOf(taskIndex));
    const nan = nanFormOf(lease.program);
    const receipt = { attemptId, jobId, taskIndex, assignment: assignmentCid(lease), result, nan, ...changes } as const;
    const signed = signReceipt(self.key, { durationMs: 1, energyMillijoules: 1, gramsCO2e: 0, ...receipt });
    return { type: 'report', signed, output };
  };
  const lie = new TextEncoder().encode(`${name} says ${pick}`);
  const truth = referenceOutput(own.taskIndex);
  const fuel = fuelOf(own.taskIndex);
  switch (kind) {
    case 'lie':
      return [report({}, lie)];
    case 'truth':
      return [report({}, truth)];
    case 'wrong-job':
      return [report({ jobId: cidOfBytes(lie) }, truth)];
    case 'wrong-task':
      return [report({ taskIndex: own.taskIndex + 1 }, truth)];
    case 'foreign-attempt':
      return foreign === undefined ? [] : [report({}, lie, foreign)];
    case 'unknown-attempt':
      return [report({ attemptId: `nobody's ${pick}` }, truth)];
    case 'forged':
      return [{ ...report({}, truth), signed: { ...report({}, truth).signed, signature: `0x${'11'.repeat(65)}` } }];
    case 'other-bytes':
      return [{ ...report({}, truth), output: lie }];
    case 'wrong-length':
      return [report({ result: { ...exited(truth, fuel), outputBytes: pick } }, truth)];
    case 'too-long':
      return [report({ result: { ...exited(lie, fuel), outputBytes: 1_001 + pick } }, null)];
    case 'unnamed':
      return [report({ assignment: undefined }, truth)];
    case 'other-form':
      return [report({ nan: nanFormOf(own.program) === 'optimistic' ? 'canonical' : 'optimistic' }, truth)];
    case 'greedy':
      return [report({ result: exited(lie, 2n ** 63n - 1n) }, lie)];
    case 'boastful':
      return [report({ energyMillijoules: Number.MAX_SAFE_INTEGER, gramsCO2e: Number.MAX_VALUE }, lie)];
    case 'replay':
      return [report({}, truth), report({}, lie), report({}, truth)];
    case 'decline':
      return [decline(own.attemptId), { type: 'ready', slots: 1 + pick }];
    case 'foreign-decline':
      return foreign === undefined ? [] : [decline(foreign.attemptId)];
    case 'ready':
      return [{ type: 'ready', slots: 1 + pick }];
    case 'hello-again':
      return [{ type: 'received', attemptIds: [own.attemptId] }];
    default:
      return [];
  }
}

function decline(attemptId: string): WorkMessage {
  return { type: 'decline', attemptId, code: 'DEVICE_FULL', message: 'not today' };
}

it('invariants 1 to 3, 7, 8 and 13: whatever devices say, nothing breaks, nobody honest is blamed, no coin is lost', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      let fundedUnits = 100_000n;
      const bonds = createMemoryBonds([]);
      const world = await createWorld({
        seed: scenario.seed,
        leaseMs: () => 2_000,
        reconnectGraceMs: 500,
        restartGraceMs: 1_000,
        bonds,
        fundedUnits: () => fundedUnits,
        fundingCheckMs: 5_000,
      });
      try {
        const { clock, disk } = world;
        const honestPeers = new Set<PeerId>();
        for (const durationMs of scenario.honest) {
          honestPeers.add(world.addProvider({ ...honest, durationMs: () => durationMs }).key.peerId);
        }
        const hostile = Array.from({ length: scenario.hostile }, () =>
          world.addProvider({ ...honest, answer: () => null }, { slots: 8 }),
        );
        await clock.advance(10);
        const jobIds: JobId[] = [];
        for (const [i, { tasks, quorum, isOptimistic, budgetUnits }] of scenario.jobs.entries()) {
          const verification = { policy: 'replicas', quorum, attemptsMax: quorum + 4 } as const;
          const plain = sampleJob({
            tasks: manyTasks(tasks),
            verification,
            budgetUnits,
            nonce: `${i}`,
            deadlineMs: 200_000,
          });
          jobIds.push(await world.submit(isOptimistic ? optimistic(plain) : plain));
        }
        for (const step of scenario.steps) {
          await clock.advance(step.waitMs);
          if ('mischief' in step) {
            const self = hostile[step.by % hostile.length]!;
            const others = world.providers.flatMap((other) => (other === self ? [] : other.leases));
            if (step.mischief.kind === 'hang-up') self.hangUp({ awayMs: step.mischief.pick });
            else {
              for (const message of mischiefOf(self, `hostile ${step.by % hostile.length}`, others, step.mischief)) {
                try {
                  self.say(message);
                } catch {
                  // It was hung up on.
                }
              }
            }
          } else if ('cancels' in step) {
            await world.coordinator.cancel(jobIds[step.cancels % jobIds.length]!).catch(() => {});
          } else if ('fundedUnits' in step) {
            fundedUnits = step.fundedUnits;
            world.coordinator.depositChanged(payer.address);
          } else {
            disk.breakAt = () => step.crashes;
            disk.onBreak = () => {
              disk.breakAt = () => null;
              world.crashHub();
            };
            await clock.advanceUntil(() => !world.isHubUp, 1_000);
            disk.breakAt = () => null;
            if (!world.isHubUp) await world.startHub();
          }
        }
        fundedUnits = 100_000n;
        await clock.advance(300_000);
        await checkAll(world, jobIds, honestPeers);
      } finally {
        await world.stop();
      }
    }),
    { numRuns: Number(process.env['GRISTMILL_RUNS'] ?? 10), endOnFailure: true },
  );
});

async function checkAll(world: World, jobIds: readonly JobId[], honestPeers: ReadonlySet<PeerId>): Promise<void> {
  expect(world.log.filter((line) => /INVARIANT_BROKEN|INTERNAL/.test(line))).toEqual([]);
  for (const jobId of jobIds) {
    const view = world.coordinator.job(jobId)!;
    expect(['delivered', 'failed', 'cancelled']).toContain(view.state);
    expect(view.reservedUnits).toBe(0n);
    expect(view.spentUnits <= view.budgetUnits).toBe(true);
  }
  const events = world.disk.events.map(parseEvent).filter((event) => event !== null);
  const leases = new Map<string, { owner: string; provider: string; taskIndex: number; jobId: string }>();
  const paid = new Set<string>();
  const pay = (attemptId: string): void => {
    const { owner, provider, taskIndex, jobId } = leases.get(attemptId)!;
    for (const who of new Set<string>([owner, provider])) {
      expect(paid).not.toContain(`${jobId} ${taskIndex} ${who}`);
      paid.add(`${jobId} ${taskIndex} ${who}`);
    }
  };
  for (const { type, data } of events) {
    if (type === 'attempt.rejected' || type === 'provider.blamed') expect(honestPeers.has(data.provider)).toBe(false);
    if (type === 'attempt.leased') leases.set(data.attemptId, data);
    if (type === 'attempt.accepted') pay(data.attemptId);
    if (type === 'task.verified') for (const { attemptId } of data.right) pay(attemptId);
  }
  const spent = world.coordinator.jobs().reduce((sum, { spentUnits }) => sum + spentUnits, 0n);
  const promised = world.coordinator.vouchers().reduce((sum, { voucher }) => sum + voucher.cumulative, 0n);
  expect(promised).toBe(spent);
  const seen = () => ({
    jobs: world.coordinator.jobs(),
    vouchers: world.coordinator.vouchers(),
    faults: world.coordinator.faults(),
    reputations: world.coordinator
      .providers()
      .map(({ reputation, lapsed, rejected }) => [reputation, lapsed, rejected]),
  });
  const before = seen();
  await world.coordinator.stop();
  await world.startHub();
  expect(seen()).toEqual(before);
}
