import { type Job, type Lease, nanFormOf } from '@gristmill/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { type Conduct } from '../test/simulated-provider.ts';
import {
  createWorld,
  honest,
  liar,
  manyTasks,
  optimistic,
  otherNans,
  referenceOutput,
  sampleJob,
  type World,
} from '../test/world.ts';

let world: World;
afterEach(async () => {
  await world.stop();
});

const oneTask = (changes: Partial<Job> = {}): Job => optimistic(sampleJob({ tasks: manyTasks(1), ...changes }));
const formsOf = (leases: readonly Lease[]) => leases.map(({ program }) => nanFormOf(program));

/** Forms of the leases that began a task after the first canonical one, as the journal has them. */
function formsBegunLater(): string[] {
  const leased = world.disk.events.filter(({ type }) => type === 'attempt.leased');
  const leases = leased.map(({ data }) => data as { taskIndex: number; nan: string });
  const turn = leases.findIndex(({ nan }) => nan === 'canonical');
  return leases.flatMap(({ taskIndex, nan }, i) =>
    i > turn && leases.findIndex((lease) => lease.taskIndex === taskIndex) === i ? [nan] : [],
  );
}

async function resultText(job: Job): Promise<{ text: string; spentUnits: bigint; attemptsRejected: number }> {
  const view = await world.untilEnded(await world.submit(job));
  expect(view).toMatchObject({ state: 'delivered', reservedUnits: 0n });
  const content = await world.blobs.get(view.result!);
  return { ...view, text: new TextDecoder().decode(content ?? undefined) };
}

function reference(tasks: number): string {
  return Array.from({ length: tasks }, (_, i) => new TextDecoder().decode(referenceOutput(i))).join('');
}

/** Accepted and rejected attempts of each provider, in the order in which they came. */
const tallies = () => world.coordinator.providers().map(({ accepted, rejected }) => ({ accepted, rejected }));

describe('the form of NaNs', () => {
  it('is what the job asks for, in lease, receipt and journal, while nobody differs', async () => {
    world = await createWorld();
    const devices = [world.addProvider(honest), world.addProvider(honest)];
    expect((await resultText(optimistic(sampleJob()))).text).toBe(reference(6));
    for (const { leases } of devices) expect(formsOf(leases)).toEqual(Array(6).fill('optimistic'));
    const leased = world.disk.events.filter(({ type }) => type === 'attempt.leased');
    expect(leased.map(({ data }) => (data as { nan: string }).nan)).toEqual(Array(12).fill('optimistic'));
  });

  it('[8] becomes canonical where two honest devices differ, and nobody is blamed', async () => {
    world = await createWorld();
    const devices = [world.addProvider(honest), world.addProvider(otherNans)];
    const { text, spentUnits, attemptsRejected } = await resultText(oneTask());
    expect(text).toBe(reference(1));
    expect(devices.map(({ leases }) => formsOf(leases))).toEqual([
      ['optimistic', 'canonical'],
      ['optimistic', 'canonical'],
    ]);
    // Each owner is paid once, though both worked twice.
    expect(spentUnits).toBe(6n);
    expect(attemptsRejected).toBe(0);
    expect(tallies()).toEqual([
      { accepted: 1, rejected: 0 },
      { accepted: 1, rejected: 0 },
    ]);
    const excused = devices
      .flatMap(({ heard }) => heard)
      .filter((message) => message.type === 'verdict' && !message.accepted);
    expect(excused).toHaveLength(2);
  });

  it('[8] pays an optimistic report that the canonical form bears out, and blames a lie only in that form', async () => {
    world = await createWorld();
    const first = world.addProvider(honest, { slots: 1 });
    const mallory = world.addProvider(liar('mallory'), { slots: 1 });
    await world.clock.advance(50);
    const jobId = await world.submit(oneTask());
    await world.clock.advance(120);
    first.hangUp({ forGood: true });
    world.addProvider(honest);
    world.addProvider(honest);
    const view = await world.untilEnded(jobId);
    expect(view).toMatchObject({ state: 'delivered', reservedUnits: 0n });
    expect(formsOf(mallory.leases)).toEqual(['optimistic', 'canonical']);
    const [paid, blamed, ...deciding] = tallies();
    expect(paid).toEqual({ accepted: 1, rejected: 0 });
    expect(blamed).toEqual({ accepted: 0, rejected: 1 });
    expect(deciding.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThanOrEqual(1);
  });

  it('stays canonical for the tasks that begin after the first disagreement', async () => {
    world = await createWorld();
    for (const conduct of [honest, otherNans]) world.addProvider(conduct, { slots: 1 });
    expect((await resultText(optimistic(sampleJob()))).text).toBe(reference(6));
    expect(formsBegunLater()).toEqual(expect.arrayContaining(['canonical']));
    expect(formsBegunLater()).not.toContain('optimistic');
    expect(tallies().every(({ rejected }) => rejected === 0)).toBe(true);
  });

  it('[8] excuses an optimistic report that differs from what was agreed before it came', async () => {
    world = await createWorld({ reconnectGraceMs: 1_000 });
    // Ann is away when her lease lapses and Cid gets her task; then she comes back with her result before Cid has his.
    const ann = world.addProvider({ ...honest, durationMs: () => 500 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(oneTask());
    await world.clock.advance(200);
    ann.hangUp({ awayMs: 4_000 });
    await world.clock.advance(1_500);
    const cid = world.addProvider({ ...otherNans, durationMs: () => 30_000 }, { slots: 1 });
    expect(await world.untilEnded(jobId, 10_000)).toMatchObject({ state: 'delivered', attempts: 3 });
    await world.clock.advance(60_000);
    expect(world.coordinator.providers()[2]).toMatchObject({ provider: cid.key.peerId, accepted: 0, rejected: 0 });
    expect(world.coordinator.job(jobId)!.reservedUnits).toBe(0n);
  });

  it('is that of the lease: a receipt for the other form is rejected', async () => {
    world = await createWorld();
    const careless: Conduct = { ...honest, nan: () => 'optimistic' };
    world.addProvider(careless);
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    expect((await resultText(sampleJob({ tasks: manyTasks(1) }))).text).toBe(reference(1));
    expect(tallies()[0]).toEqual({ accepted: 0, rejected: 1 });
  });

  it('[7] is canonical throughout in a journal from before it was named', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 1_000 });
    const jobId = await world.submit(sampleJob());
    await world.clock.advanceUntil(() => world.coordinator.job(jobId)!.tasksVerified >= 2, 60_000);
    world.crashHub();
    for (const event of world.disk.events) {
      if (event.type !== 'attempt.leased') continue;
      const { nan, ...earlier } = event.data as { nan: string };
      expect(nan).toBe('canonical');
      event.data = earlier;
    }
    await world.startHub();
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'delivered', attempts: 12, attemptsRejected: 0 });
  });

  it('[7] is in the journal: the fold after a crash goes on in the form that was decided', async () => {
    world = await createWorld();
    for (const conduct of [honest, otherNans]) world.addProvider(conduct, { slots: 1 });
    const jobId = await world.submit(optimistic(sampleJob()));
    const isContested = (): boolean => world.providers.some(({ leases }) => formsOf(leases).includes('canonical'));
    expect(await world.clock.advanceUntil(isContested, 60_000)).toBe(true);
    world.crashHub();
    await world.clock.advance(1_000);
    await world.startHub();
    await world.untilEnded(jobId);
    expect(formsBegunLater()).toEqual(expect.arrayContaining(['canonical']));
    expect(formsBegunLater()).not.toContain('optimistic');
    expect(tallies().every(({ rejected }) => rejected === 0)).toBe(true);
  });
});
