import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cidOfBytes, type PeerId, priceOfFuel, type WorkMessage } from '@gristmill/protocol';
import { createMemoryBonds } from '../test/memory-ports.ts';
import type { Conduct } from '../test/simulated-provider.ts';
import {
  createWorld,
  fuelOf,
  honest,
  liar,
  manyTasks,
  optimistic,
  otherNans,
  otherNansOutput,
  payer,
  referenceOutput,
  sampleJob,
  type World,
} from '../test/world.ts';
import { type CoordinatorEvent, parseEvent } from './events.ts';

interface Scenario {
  seed: number;
  tasks: number;
  quorum: number;
  isOptimistic: boolean;
  /** Providers with the right answer, some of which hang up once after so many leases. */
  honest: {
    otherNans: boolean;
    durationMs: number;
    slots: number;
    inline: boolean;
    vanishes: { leases: number; awayMs: number } | null;
  }[];
  liars: number[];
  /** Of one mind, and always fewer than the quorum. */
  colluders: number;
  /** Never answer before their leases run out. */
  slow: number;
  crashes: { append: number; fate: 'before' | 'after'; downMs: number }[];
}

const scenarios: fc.Arbitrary<Scenario> = fc.integer({ min: 1, max: 3 }).chain((quorum) =>
  fc.record({
    seed: fc.integer(),
    tasks: fc.integer({ min: 1, max: 8 }),
    quorum: fc.constant(quorum),
    isOptimistic: fc.boolean(),
    honest: fc.array(
      fc.record({
        otherNans: fc.boolean(),
        durationMs: fc.integer({ min: 1, max: 3_000 }),
        slots: fc.integer({ min: 1, max: 4 }),
        inline: fc.boolean(),
        vanishes: fc.option(
          fc.record({ leases: fc.integer({ min: 1, max: 6 }), awayMs: fc.integer({ min: 100, max: 20_000 }) }),
        ),
      }),
      { minLength: quorum, maxLength: quorum + 2 },
    ),
    liars: quorum === 1 ? fc.constant([]) : fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    colluders: fc.integer({ min: 0, max: quorum - 1 }),
    slow: fc.integer({ min: 0, max: 1 }),
    crashes: fc.array(
      fc.record({
        append: fc.integer({ min: 1, max: 40 }),
        fate: fc.constantFrom('before' as const, 'after' as const),
        downMs: fc.integer({ min: 1, max: 20_000 }),
      }),
      { maxLength: 4 },
    ),
  }),
);

async function live(
  scenario: Scenario,
): Promise<{ world: World; honestPeers: Set<PeerId>; events: CoordinatorEvent[] }> {
  const bonds = createMemoryBonds([]);
  const world = await createWorld({ seed: scenario.seed, leaseMs: () => 10_000, bonds });
  const { disk, clock } = world;
  let downMs = 0;
  disk.breakAt = (append) => {
    const crash = scenario.crashes.find((one) => one.append === append);
    downMs = crash?.downMs ?? 0;
    return crash?.fate ?? null;
  };
  const restarts: Promise<void>[] = [];
  disk.onBreak = () => {
    world.crashHub();
    restarts.push(clock.sleep(downMs).then(() => world.startHub()));
  };

  const premature: string[] = [];
  const onHeard = (message: WorkMessage): void => {
    if (!isWritten(message, world)) premature.push(JSON.stringify(message, (_, value: unknown) => String(value)));
  };
  const honestPeers = new Set<PeerId>();
  for (const { otherNans: hasOtherNans, durationMs, slots, inline, vanishes } of scenario.honest) {
    const conduct: Conduct = {
      ...(hasOtherNans ? otherNans : honest),
      durationMs: () => durationMs,
      ...(vanishes && { vanishesAfter: vanishes }),
    };
    honestPeers.add(world.addProvider(conduct, { slots, sendsInline: inline, onHeard }).key.peerId);
  }
  for (const [i, every] of scenario.liars.entries()) world.addProvider(liar(`liar ${i}`, every));
  for (let i = 0; i < scenario.colluders; i++) world.addProvider(liar('the gang'));
  for (let i = 0; i < scenario.slow; i++) world.addProvider({ ...honest, durationMs: () => 1_000_000 });

  const wrongMax = scenario.liars.length + scenario.colluders;
  const plain = sampleJob({
    tasks: manyTasks(scenario.tasks),
    verification: { policy: 'replicas', quorum: scenario.quorum, attemptsMax: scenario.quorum + wrongMax },
    budgetUnits: 6_000n,
  });
  const job = scenario.isOptimistic ? optimistic(plain) : plain;
  const submission = submitUntilTaken(world, job);
  expect(
    await clock.advanceUntil(() => world.isHubUp && world.coordinator.jobs()[0]?.state === 'delivered', 3_600_000),
  ).toBe(true);
  await submission;
  await clock.advance(120_000);
  await Promise.all(restarts);
  const events = disk.events.map(parseEvent).filter((event) => event !== null);
  expect(premature).toEqual([]);
  return { world, honestPeers, events };
}

/** As a requestor would: a hub that dies before it answers is asked again. */
async function submitUntilTaken(world: World, job: ReturnType<typeof sampleJob>): Promise<void> {
  for (;;) {
    if (world.isHubUp) {
      const answered = world.submit(job);
      const gone = new AbortController();
      const isTaken = await Promise.race([
        answered.then(() => true),
        world.clock.sleep(1_000, gone.signal).then(() => false),
      ]);
      gone.abort();
      if (isTaken) return;
    } else {
      await world.clock.sleep(500);
    }
  }
}

function check(
  { world, honestPeers, events }: Awaited<ReturnType<typeof live>>,
  { tasks, quorum, isOptimistic }: Scenario,
): void {
  const [view] = world.coordinator.jobs();
  /** What a quorum of honest devices may come to: where NaNs may have any bits, either kind of device's output. */
  const right = Array.from({ length: tasks }, (_, i) =>
    isOptimistic ? [referenceOutput(i), otherNansOutput(i)] : [referenceOutput(i)],
  );

  expect(world.log.filter((line) => /INVARIANT_BROKEN|INTERNAL/.test(line))).toEqual([]);

  // 6
  expect(view!.state).toBe('delivered');
  const delivered = right.map((outputs, i) =>
    outputs.find((output) => verifiedOutput(events, i) === cidOfBytes(output))!,
  );
  expect(view!.result).toBe(cidOfBytes(Buffer.concat(delivered)));
  expect(events.filter(({ type }) => type === 'job.delivered')).toHaveLength(1);

  // 2 and 4
  const reported = new Map<string, string>();
  const paid = new Map<string, { payee: string; units: bigint }>();
  const owners = new Map<string, { owner: string; payee: string; taskIndex: number }>();
  const paidOwners = new Set<string>();
  const verified = new Set<number>();
  const pay = (attemptId: string, units: bigint): void => {
    const { owner, payee, taskIndex } = owners.get(attemptId)!;
    expect(reported.get(attemptId)).toBe(verifiedOutput(events, taskIndex));
    expect(paid.has(attemptId)).toBe(false);
    expect(paidOwners.has(`${taskIndex} ${owner}`)).toBe(false);
    expect(units).toBe(priceOfFuel(fuelOf(taskIndex), 3n));
    paidOwners.add(`${taskIndex} ${owner}`);
    paid.set(attemptId, { payee, units });
  };
  const promised = new Map<string, bigint>();
  for (const { type, data } of events) {
    if (type === 'attempt.leased' || type === 'attempt.resumed') expect(verified.has(data.taskIndex)).toBe(false);
    if (type === 'attempt.leased') owners.set(data.attemptId, data);
    if (type === 'attempt.reported') reported.set(data.attemptId, data.signed.receipt.result.output);
    if (type === 'attempt.accepted') pay(data.attemptId, data.units);
    if (type === 'task.verified') {
      expect(verified.has(data.taskIndex)).toBe(false);
      verified.add(data.taskIndex);
      expect(data.right.length).toBeGreaterThanOrEqual(quorum);
      for (const { attemptId, units } of data.right) pay(attemptId, units);
    }
    // 8
    if (type === 'attempt.rejected') expect(honestPeers.has(data.provider)).toBe(false);
    // 3
    if (type === 'voucher.issued') {
      const { payee, cumulative } = data.signed.voucher;
      expect(cumulative).toBeGreaterThan(promised.get(payee) ?? 0n);
      promised.set(payee, cumulative);
    }
  }
  expect(verified.size).toBe(tasks);

  // 11
  const contradicted = events.flatMap(({ type, data }) =>
    type === 'attempt.rejected' && reported.has(data.attemptId) ? [data.attemptId] : [],
  );
  const evident = events.flatMap(({ type, data }) => (type === 'fault.evident' ? [data] : []));
  expect(evident.map(({ attemptId }) => attemptId).toSorted()).toEqual(contradicted.toSorted());
  for (const { provider } of evident) expect(honestPeers.has(provider)).toBe(false);

  // 1 and 3
  const spent = [...paid.values()].reduce((sum, { units }) => sum + units, 0n);
  expect(view).toMatchObject({ spentUnits: spent, reservedUnits: 0n });
  expect(spent).toBeLessThanOrEqual(view!.budgetUnits);
  for (const provider of world.providers) {
    const earned = [...paid.values()]
      .filter(({ payee }) => payee === provider.key.address)
      .reduce((sum, { units }) => sum + units, 0n);
    expect(promised.get(provider.key.address) ?? 0n).toBe(earned);
    expect(provider.newestVoucher.get(payer.address)?.voucher.cumulative ?? 0n).toBe(earned);
  }
}

function verifiedOutput(events: readonly CoordinatorEvent[], taskIndex: number): string | undefined {
  return events.flatMap(({ type, data }) =>
    type === 'task.verified' && data.taskIndex === taskIndex ? [data.output] : [],
  )[0];
}

/** Invariant 5: whether the journal already holds what a provider is told. */
function isWritten(message: WorkMessage, { disk }: World): boolean {
  const has = (attemptId: string, ...types: string[]): boolean =>
    disk.events.some(
      ({ type, data }) => types.includes(type) && (data as { attemptId?: string }).attemptId === attemptId,
    );
  if (message.type === 'lease') return has(message.attemptId, 'attempt.leased');
  if (message.type === 'received') {
    // What came too late to count is let go of too, once its lapse is on record.
    return message.attemptIds.every((id) => has(id, 'attempt.reported', 'attempt.rejected', 'attempt.lapsed'));
  }
  if (message.type === 'verdict' && message.accepted) {
    return disk.events.some(
      ({ type, data }) =>
        (type === 'task.verified' &&
          (data as { right: { attemptId: string }[] }).right.some(
            ({ attemptId }) => attemptId === message.attemptId,
          )) ||
        (type === 'attempt.accepted' && has(message.attemptId, 'attempt.accepted')),
    );
  }
  if (message.type === 'payment') {
    const { payee, cumulative } = message.voucher.voucher;
    return disk.events
      .map(parseEvent)
      .some(
        (event) =>
          event?.type === 'voucher.issued' &&
          event.data.signed.voucher.payee === payee &&
          event.data.signed.voucher.cumulative === cumulative,
      );
  }
  return true;
}

describe('coordinator', () => {
  it('invariants 1 to 8 and 11: liars, vanishers and crashes change nothing but the time it takes', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const lived = await live(scenario);
        const { world } = lived;
        try {
          check(lived, scenario);
          // 7
          world.disk.breakAt = () => null;
          const seen = () => {
            const { coordinator } = world;
            return { jobs: coordinator.jobs(), vouchers: coordinator.vouchers(), faults: coordinator.faults() };
          };
          const before = seen();
          const reputations = world.coordinator.providers().map(({ reputation }) => reputation);
          await world.coordinator.stop();
          await world.startHub();
          expect(seen()).toEqual(before);
          expect(world.coordinator.providers().map(({ reputation }) => reputation)).toEqual(reputations);
        } finally {
          await world.stop();
        }
      }),
      { numRuns: Number(process.env['GRISTMILL_RUNS'] ?? 20), endOnFailure: true },
    );
  });
});
