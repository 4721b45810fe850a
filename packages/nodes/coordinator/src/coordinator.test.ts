import {
  assignmentCid,
  type Cid,
  cidOfBytes,
  type JobEvent,
  jobView,
  type Lease,
  priceOfFuel,
  type SignedVoucher,
  signReceipt,
  type WorkMessage,
  deviceKeyFromPrivateKey,
  signOwnership,
} from '@gristmill/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { quiesce } from '../test/clock.ts';
import { type Conduct, exited } from '../test/simulated-provider.ts';
import {
  createWorld,
  fuelOf,
  honest,
  liar,
  manyTasks,
  payer,
  referenceOutput,
  sampleJob,
  signed,
  type World,
} from '../test/world.ts';

let world: World;
afterEach(async () => {
  await world.stop();
});

async function resultOf(name: Cid | null): Promise<string> {
  const content = name === null ? null : await world.blobs.get(name);
  return new TextDecoder().decode(content ?? undefined);
}

function reference(tasks: number): string {
  return Array.from({ length: tasks }, (_, i) => new TextDecoder().decode(referenceOutput(i))).join('');
}

function eventsOfType(type: string): unknown[] {
  return world.disk.events.filter((event) => event.type === type).map(({ data }) => data);
}

function promised(vouchers: readonly SignedVoucher[]): bigint {
  return vouchers.reduce((sum, { voucher }) => sum + voucher.cumulative, 0n);
}

const keyOf = (seed: number) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed));

describe('coordinator', () => {
  it('runs a job to its end: right result, exact bill, everyone paid before it is delivered', async () => {
    world = await createWorld();
    for (let i = 0; i < 3; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob());
    const view = await world.untilEnded(jobId);

    const bill = Array.from({ length: 6 }, (_, i) => priceOfFuel(fuelOf(i), 3n) * 2n).reduce((a, b) => a + b);
    expect(view).toMatchObject({
      state: 'delivered',
      tasksVerified: 6,
      attempts: 12,
      attemptsRejected: 0,
      spentUnits: bill,
      reservedUnits: 0n,
      energyMillijoules: 120,
      gramsCO2e: 6,
    });
    expect(await resultOf(view.result)).toBe(reference(6));
    expect(promised(world.coordinator.vouchers())).toBe(bill);
    expect(world.providers.map(({ newestVoucher }) => newestVoucher.get(payer.address)!.voucher.cumulative)).toEqual(
      world.coordinator.providers().map(({ earnedUnits }) => earnedUnits),
    );
    const types = world.disk.events.map(({ type }) => type);
    expect(types.lastIndexOf('voucher.issued')).toBeLessThan(types.indexOf('job.delivered'));
  });

  it('catches who lies, blames it, pays it nothing, and asks it alone no more', async () => {
    world = await createWorld();
    const bad = world.addProvider(liar('mallory'));
    for (let i = 0; i < 3; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob());
    const view = await world.untilEnded(jobId);

    expect(view.state).toBe('delivered');
    expect(await resultOf(view.result)).toBe(reference(6));
    const [mallory, ...others] = world.coordinator.providers();
    expect(mallory).toMatchObject({ provider: bad.key.peerId, accepted: 0, earnedUnits: 0n });
    expect(mallory!.rejected).toBeGreaterThan(0);
    expect(mallory!.reputation).toBeLessThan(0.1);
    for (const { reputation } of others) expect(reputation).toBeGreaterThan(0.5);
    const verdicts = bad.heard.filter((message) => message.type === 'verdict');
    expect(verdicts).toHaveLength(mallory!.rejected);
    expect(verdicts.every(({ accepted, reason }) => !accepted && reason!.includes('the quorum came to'))).toBe(true);
  });

  it('lets one trusted owner and a distrusted one that is right again outvote a second liar', async () => {
    world = await createWorld();
    const reformed = { ...liar('reformed') };
    for (const conduct of [liar('mallory'), reformed]) world.addProvider(conduct, { slots: 4 });
    const [, gone] = [1, 2].map(() => world.addProvider(honest, { slots: 4 }));
    await world.clock.advance(1);
    const verification = { policy: 'replicas', quorum: 2, attemptsMax: 8 } as const;
    await world.untilEnded(await world.submit(sampleJob({ verification })));
    reformed.answer = (lease) => honest.answer(lease);
    gone!.hangUp({ forGood: true });
    await world.clock.advance(5_000);
    const view = await world.untilEnded(await world.submit(sampleJob({ verification, nonce: '2' })));
    expect(view.state).toBe('delivered');
    expect(await resultOf(view.result)).toBe(reference(6));
  });

  it('fetches outputs that do not travel in the report, and stores them once', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest, { sendsInline: false });
    const view = await world.untilEnded(await world.submit(sampleJob()));
    expect(await resultOf(view.result)).toBe(reference(6));
  });

  it('takes in no more of an output than its receipt says, and rejects who serves more', async () => {
    world = await createWorld();
    const understated: Conduct = {
      ...honest,
      answer(lease) {
        const { output, result } = honest.answer(lease)!;
        return { output, result: { ...result, outputBytes: 1 } };
      },
    };
    const bad = world.addProvider(understated, { sendsInline: false });
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 500 });
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1) })));
    expect(eventsOfType('attempt.rejected')).toMatchObject([
      { provider: bad.key.peerId, reason: expect.stringContaining('could not be had') as string },
    ]);
  });

  it('[9] leases a device no more tasks at a time than its memory holds, however many slots it offers', async () => {
    world = await createWorld();
    const memoryBytes = 40 * 65_536;
    const small = [0, 1].map(() => world.addProvider(honest, { slots: 4, memoryBytes }));
    const jobId = await world.submit(sampleJob());
    await world.clock.advance(50);
    expect(small.map(({ leases }) => leases.length)).toEqual([2, 2]);
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'delivered', attempts: 12 });
  });

  it('gives the tasks of a provider that vanishes to others after the grace, not before', async () => {
    world = await createWorld({ reconnectGraceMs: 3_000 });
    const lost = world.addProvider({ ...honest, durationMs: () => 60_000 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(500);
    lost.hangUp({ forGood: true });
    await world.clock.advance(2_900);
    world.addProvider(honest);
    await world.clock.advance(50);
    expect(world.coordinator.job(jobId)!.state).toBe('running');
    expect(await world.untilEnded(jobId, 1_000)).toMatchObject({ state: 'delivered', attempts: 3 });
    expect(eventsOfType('attempt.lapsed')).toMatchObject([{ provider: lost.key.peerId, cause: 'vanished' }]);
  });

  it('keeps the leases of a provider that comes back in time', async () => {
    world = await createWorld();
    const shaky = world.addProvider({ ...honest, durationMs: () => 5_000 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(500);
    shaky.hangUp({ awayMs: 2_000 });
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('keeps them too when the journal is slow to write the return down', async () => {
    world = await createWorld();
    await world.coordinator.stop();
    const open = world.disk.open.bind(world.disk);
    let isSlow = false;
    world.disk.open = () => {
      const journal = open();
      const append = journal.append.bind(journal);
      journal.append = async (events) => {
        if (isSlow) await world.clock.sleep(4_000);
        return append(events);
      };
      return journal;
    };
    await world.startHub();
    const shaky = world.addProvider({ ...honest, durationMs: () => 50_000 });
    await world.submit(sampleJob());
    await world.clock.advance(10);
    shaky.hangUp({ awayMs: 2_900 });
    await world.clock.advance(2_850);
    isSlow = true;
    world.addProvider(honest, { unitsPerGigafuelMin: 4n });
    await world.clock.advance(20_000);
    expect(eventsOfType('attempt.lapsed')).toEqual([]);
    expect(world.coordinator.providers()[0]).toMatchObject({ connected: true, inFlight: 2 });
  });

  it('takes the report of a lapsed lease when the task is still open, and pays it', async () => {
    world = await createWorld();
    const late = world.addProvider({ ...honest, durationMs: () => 1_000 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(500);
    late.hangUp({ awayMs: 10_000 });
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'delivered', attempts: 2 });
    expect(eventsOfType('attempt.lapsed')).toHaveLength(1);
    expect(world.coordinator.providers()[0]).toMatchObject({ accepted: 1, lapsed: 1, earnedUnits: 3n });
  });

  it.each([
    { who: 'a right', conduct: honest, verdict: { accepted: 1, rejected: 0, earnedUnits: 3n } },
    { who: 'a wrong', conduct: liar('mallory'), verdict: { accepted: 0, rejected: 1, earnedUnits: 0n } },
  ])('judges $who result that comes after its task was verified', async ({ conduct, verdict }) => {
    world = await createWorld({ reconnectGraceMs: 1_000 });
    // Ann is away when her lease lapses and Cid gets her task; then she comes back with her result before Cid has his.
    const ann = world.addProvider({ ...honest, durationMs: () => 500 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(200);
    ann.hangUp({ awayMs: 4_000 });
    await world.clock.advance(1_500);
    const cid = world.addProvider({ ...conduct, durationMs: () => 30_000 }, { slots: 1 });
    const view = await world.untilEnded(jobId, 10_000);
    expect(view).toMatchObject({ state: 'delivered', attempts: 3, spentUnits: 6n, reservedUnits: 300n });
    await world.clock.advance(60_000);
    expect(world.coordinator.providers()[2]).toMatchObject({ provider: cid.key.peerId, ...verdict });
    expect(world.coordinator.job(jobId)!.reservedUnits).toBe(0n);
    expect(promised(world.coordinator.vouchers())).toBe(6n + verdict.earnedUnits);
  });

  it('pays nothing for a lapsed lease whose task others finished', async () => {
    world = await createWorld({ leaseMs: () => 1_000 });
    const slow = world.addProvider({ ...honest, durationMs: () => 100_000 }, { slots: 1 });
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 500 });
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(30) }));
    await world.clock.advance(5_000);
    const [lease] = slow.leases;
    if (lease === undefined) throw new Error('the slow provider was not asked');
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'running' });
    expect(eventsOfType('task.verified')).toContainEqual(expect.objectContaining({ taskIndex: lease.taskIndex }));
    const output = referenceOutput(lease.taskIndex);
    const { attemptId, taskIndex } = lease;
    const result = exited(output, fuelOf(taskIndex));
    const receipt = { attemptId, jobId, taskIndex, result, durationMs: 1, energyMillijoules: 1, gramsCO2e: 0 };
    slow.say({ type: 'report', signed: signReceipt(slow.key, receipt), output });
    await world.clock.advance(10);
    expect(slow.acknowledged).toContain(attemptId);
    expect(slow.heard).toContainEqual(
      expect.objectContaining({ type: 'verdict', attemptId, accepted: false, reason: 'the lease ran out' }),
    );
    expect(world.coordinator.providers()[0]).toMatchObject({ accepted: 0, rejected: 0, earnedUnits: 0n });
  });

  it('leases anew at once what a provider has forgotten', async () => {
    world = await createWorld();
    const before = world.addProvider({ ...honest, durationMs: () => 50_000 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(1_000);
    before.hangUp({ forGood: true });
    world.addProvider(honest, { key: before.key });
    await world.untilEnded(jobId, 500);
    expect(eventsOfType('attempt.lapsed')).toMatchObject([{ provider: before.key.peerId, cause: 'forgotten' }]);
    expect(world.coordinator.providers()[0]!.lapsed).toBe(1);
  });

  it('lets leases run out at providers that are too slow, and does not ask those again', async () => {
    world = await createWorld({ leaseMs: () => 4_000 });
    const slow = world.addProvider({ ...honest, durationMs: () => 100_000 }, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(3_900);
    world.addProvider(honest);
    expect((await world.untilEnded(jobId, 10_000)).state).toBe('delivered');
    expect(slow.heard).toContainEqual({ type: 'revoke', attemptIds: [slow.leases[0]!.attemptId] });
    expect(slow.leases).toHaveLength(1);
  });

  it('takes a declined task elsewhere, and asks again after a minute, no sooner', async () => {
    world = await createWorld();
    const conduct: Conduct = { ...honest, declines: 'DEVICE_FULL' };
    const full = world.addProvider(conduct, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(3) }));
    await world.clock.advance(59_000);
    expect(full.leases.map(({ taskIndex }) => taskIndex).toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    delete conduct.declines;
    full.hangUp();
    await world.clock.advance(500);
    expect(full.leases).toHaveLength(3);
    expect(await world.untilEnded(jobId, 5_000)).toMatchObject({ state: 'delivered' });
    expect(world.coordinator.providers()[0]).toMatchObject({ accepted: 3, lapsed: 3 });
  });

  it('[13] lets a device that declines everything spin through no job', async () => {
    world = await createWorld();
    const conduct: Conduct = { ...honest, declines: 'DEVICE_FULL' };
    const full = world.addProvider(conduct, { slots: 4 });
    await world.submit(sampleJob({ tasks: manyTasks(200) }));
    await world.clock.advance(59_000);
    expect(full.leases).toHaveLength(32);
    full.hangUp();
    await world.clock.advance(60_000);
    expect(full.leases).toHaveLength(64);
    // Mended, it goes on with what it has not declined, and later with the rest.
    delete conduct.declines;
    await world.clock.advance(60_000);
    expect(full.acknowledged.size).toBe(32);
  });

  it('asks a device that declines a task again after one minute, then two, then four', async () => {
    world = await createWorld();
    const full = world.addProvider({ ...honest, declines: 'DEVICE_FULL' }, { slots: 1 });
    await world.submit(sampleJob({ tasks: manyTasks(1) }));
    const asked: number[] = [];
    for (let minute = 0; minute < 16; minute++) {
      await world.clock.advance(100);
      if (full.leases.length > asked.length) asked.push(minute);
      await world.clock.advance(59_900);
    }
    expect(asked).toEqual([0, 1, 3, 7, 15]);
  });

  it('holds it against nobody that a program is too slow to compile', async () => {
    world = await createWorld();
    world.addProvider({ ...honest, declines: 'PROGRAM_PREPARATION_EXCEEDED' }, { slots: 1 });
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 1_000 });
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1) })));
    expect(view.state).toBe('delivered');
    expect(eventsOfType('attempt.lapsed')).toMatchObject([
      { cause: 'revoked', reason: expect.stringMatching(/^PROGRAM_PREPARATION_EXCEEDED: /) as string },
    ]);
    expect(world.coordinator.providers()[0]).toMatchObject({ lapsed: 0 });
  });

  it('fails a job whose program nobody can compile in time, once a quorum of owners has said so', async () => {
    world = await createWorld();
    const slow: Conduct = { ...honest, declines: 'PROGRAM_PREPARATION_EXCEEDED' };
    world.addProvider(slow, { slots: 1 });
    const jobId = await world.submit(sampleJob());
    await world.clock.advance(5_000);
    expect(world.coordinator.job(jobId)!.state).toBe('running');
    world.addProvider(slow, { slots: 1 });
    const view = await world.untilEnded(jobId, 60_000);
    expect(view).toMatchObject({
      state: 'failed',
      error: { code: 'PROGRAM_TOO_SLOW' },
      spentUnits: 0n,
      reservedUnits: 0n,
    });
    expect(world.coordinator.providers().map(({ lapsed }) => lapsed)).toEqual([0, 0]);
  });

  it('fails no job for devices that are too slow for its program while others are at work on it', async () => {
    world = await createWorld();
    const slow: Conduct = { ...honest, declines: 'PROGRAM_PREPARATION_EXCEEDED' };
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 20_000 }, { slots: 1 });
    await world.clock.advance(10);
    const jobId = await world.submit(sampleJob());
    await world.clock.advance(1_000);
    for (let i = 0; i < 3; i++) world.addProvider(slow, { slots: 1 });
    await world.clock.advance(10_000);
    expect(world.coordinator.job(jobId)!.state).toBe('running');
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'delivered' });
  });

  it('holds it against nobody to give leases back because the device is told to stop', async () => {
    world = await createWorld();
    const leaving = world.addProvider({ ...honest, durationMs: () => 50_000 }, { slots: 1 });
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(10);
    const [lease] = leaving.leases;
    leaving.say({ type: 'decline', attemptId: lease!.attemptId, code: 'PROVIDER_STOPPING', message: 'bye' });
    expect(await world.untilEnded(jobId, 1_000)).toMatchObject({ state: 'delivered' });
    expect(world.coordinator.providers()[0]).toMatchObject({ lapsed: 0 });
    expect(eventsOfType('attempt.lapsed')).toMatchObject([{ cause: 'revoked' }]);
  });

  it('asks a provider that forgets its leases for each task twice, and holds that against it', async () => {
    world = await createWorld();
    const device = world.addProvider({ ...honest, durationMs: () => 50_000 }, { slots: 4 });
    const { key } = device;
    await world.submit(sampleJob({ tasks: manyTasks(2) }));
    await world.clock.advance(10);
    device.hangUp({ forGood: true });
    for (let i = 0; i < 10; i++) {
      const again = world.addProvider({ ...honest, durationMs: () => 50_000 }, { key, slots: 4 });
      await world.clock.advance(10);
      again.hangUp({ forGood: true });
      await world.clock.advance(10);
    }
    expect(eventsOfType('attempt.leased')).toHaveLength(4);
    expect(world.coordinator.providers()[0]).toMatchObject({ lapsed: 4 });
  });

  it('asks a provider that vanishes at work on a task for it three times', async () => {
    world = await createWorld({ reconnectGraceMs: 1_000 });
    const shy = world.addProvider({ ...honest, durationMs: () => 500_000 }, { slots: 1 });
    await world.submit(sampleJob({ tasks: manyTasks(1) }));
    for (let i = 0; i < 6; i++) {
      await world.clock.advance(10);
      shy.hangUp({ forGood: true });
      await world.clock.advance(2_000);
      world.addProvider({ ...honest, answer: () => null, durationMs: () => 500_000 }, { key: shy.key, slots: 1 });
      await world.clock.advance(10);
      world.providers.at(-1)!.hangUp({ forGood: true });
      await world.clock.advance(2_000);
    }
    expect(eventsOfType('attempt.leased')).toHaveLength(3);
  });

  it('never gives two replicas to one owner', async () => {
    world = await createWorld();
    const first = world.addProvider(honest);
    world.addProvider(honest, { key: keyOf(78), ownership: signOwnership(first.key, keyOf(78).peerId, 1e15) });
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(2) }));
    await world.clock.advance(5_000);
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'running', attempts: 2, tasksVerified: 0 });
    world.addProvider(honest);
    expect((await world.untilEnded(jobId)).state).toBe('delivered');
  });

  it('[13] gives no device two votes, by whichever owners it comes', async () => {
    world = await createWorld();
    const key = keyOf(78);
    const ownership = signOwnership(keyOf(79), key.peerId, 1e15);
    const mallory = liar('mallory');
    const before = world.addProvider({ ...honest, durationMs: () => 500_000 }, { key, ownership, slots: 1 });
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(10);
    before.hangUp({ forGood: true });
    await world.clock.advance(5_000);
    const again = world.addProvider(mallory, { key, slots: 1 });
    await world.clock.advance(200);
    expect(eventsOfType('attempt.leased')).toHaveLength(2);
    expect(eventsOfType('attempt.reported')).toHaveLength(1);

    // What it was leased for its first owner and never did, it now claims to have done.
    const [lease] = before.leases;
    const { attemptId, taskIndex } = lease!;
    const { result, output } = mallory.answer(lease!)!;
    const ran = { attemptId, jobId, taskIndex, assignment: assignmentCid(lease!), result };
    const receipt = { ...ran, durationMs: 1, energyMillijoules: 1, gramsCO2e: 0 };
    again.say({ type: 'report', signed: signReceipt(key, receipt), output });
    await world.clock.advance(200);
    expect(world.coordinator.job(jobId)!.tasksVerified).toBe(0);
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    expect(await resultOf((await world.untilEnded(jobId)).result)).toBe(reference(1));
  });

  it('refuses a device that brings the word of an owner about another', async () => {
    world = await createWorld();
    const owner = world.addProvider(honest);
    const impostor = world.addProvider(honest, {
      key: keyOf(77),
      ownership: signOwnership(owner.key, owner.key.peerId, 1e15),
    });
    await world.clock.advance(1_000);
    expect(impostor.heard.map(({ type }) => type)).not.toContain('welcome');
    expect(world.coordinator.providers().map(({ provider }) => provider)).toEqual([owner.key.peerId]);
  });

  it('asks only providers that suit the job', async () => {
    world = await createWorld();
    world.addProvider(honest, { unitsPerGigafuelMin: 4n });
    const jobId = await world.submit(sampleJob({ verification: { policy: 'replicas', quorum: 1, attemptsMax: 1 } }));
    await world.clock.advance(1_000);
    expect(world.coordinator.job(jobId)!.attempts).toBe(0);
    world.addProvider(honest, { unitsPerGigafuelMin: 3n });
    expect((await world.untilEnded(jobId)).state).toBe('delivered');
  });

  it('shares providers between jobs in turns', async () => {
    world = await createWorld();
    const single = { policy: 'replicas', quorum: 1, attemptsMax: 1 } as const;
    const long = await world.submit(sampleJob({ tasks: manyTasks(40), verification: single }));
    const short = await world.submit(sampleJob({ tasks: manyTasks(5), verification: single, nonce: '2' }));
    world.addProvider(honest, { slots: 1 });
    await world.untilEnded(short);
    expect(world.coordinator.job(long)!.tasksVerified).toBeLessThanOrEqual(6);
    await world.untilEnded(long);
  });
});

/** Lies about every task, and claims all the fuel there is for it. */
const greedy: Conduct = {
  answer(lease) {
    const output = new TextEncoder().encode(`lie ${lease.taskIndex}`);
    return { output, result: exited(output, lease.limits.fuel) };
  },
  durationMs: () => 10,
};

describe('a job that cannot be run', () => {
  it('is refused without a trace when its budget is too small, with the sum it needs', async () => {
    world = await createWorld();
    const job = sampleJob({ budgetUnits: 599n });
    await expect(world.coordinator.submit(signed(job))).rejects.toMatchObject({
      code: 'BUDGET_TOO_SMALL',
      message: expect.stringContaining('may cost 600') as unknown,
    });
    expect(world.disk.events).toEqual([]);
    await world.submit({ ...job, budgetUnits: 600n });
  });

  it('is refused when its content is missing, its signature wrong, or its shape', async () => {
    world = await createWorld();
    const missing = cidOfBytes(new TextEncoder().encode('never uploaded'));
    const tasks = [{ args: [], env: {}, stdin: missing, files: {} }];
    await expect(world.coordinator.submit(signed(sampleJob({ tasks })))).rejects.toMatchObject({
      code: 'JOB_CONTENT_MISSING',
      message: expect.stringContaining(missing) as unknown,
    });
    const stranger = world.addProvider(honest).key;
    await expect(world.coordinator.submit(signed(sampleJob(), stranger))).rejects.toMatchObject({
      code: 'JOB_SIGNATURE_INVALID',
    });
    const endless = { ...sampleJob().limits, wallClockMs: 86_400_001 };
    await expect(world.coordinator.submit(signed(sampleJob({ limits: endless })))).rejects.toMatchObject({
      code: 'JOB_MALFORMED',
      message: expect.stringContaining('wallClockMs') as unknown,
    });
    await expect(world.coordinator.submit({ job: 1 })).rejects.toMatchObject({ code: 'JOB_MALFORMED' });
    expect(world.coordinator.jobs()).toEqual([]);
  });

  it('is refused with TASK_TOO_LARGE when a task would not fit a lease', async () => {
    world = await createWorld();
    const tasks = manyTasks(3);
    tasks[1]!.args = ['x'.repeat(1024 * 1024)];
    await expect(world.coordinator.submit(signed(sampleJob({ tasks })))).rejects.toMatchObject({
      code: 'TASK_TOO_LARGE',
      message: expect.stringMatching(/task 1 take \d{7} bytes/) as unknown,
    });
    tasks[1]!.args = ['x'.repeat(1024 * 1024 - 100)];
    await world.submit(sampleJob({ tasks }));
  });

  it('is refused with PAYMENTS_TOO_LARGE when no voucher could promise all that its payer may come to owe', async () => {
    world = await createWorld({ fundedUnits: 2n ** 80n });
    await world.submit(sampleJob());
    const largest = 2n ** 63n - 1n - sampleJob().budgetUnits;
    await expect(
      world.coordinator.submit(signed(sampleJob({ nonce: '2', budgetUnits: largest + 1n }))),
    ).rejects.toMatchObject({ code: 'PAYMENTS_TOO_LARGE' });
    await world.submit(sampleJob({ nonce: '2', budgetUnits: largest }));
  });

  it('is refused when the escrow does not hold its budget beside what is promised, even at the same moment', async () => {
    world = await createWorld({ fundedUnits: 1_500n });
    const jobs = ['a', 'b'].map((nonce) => signed(sampleJob({ nonce, budgetUnits: 1_000n })));
    const both = await Promise.allSettled(jobs.map((job) => world.coordinator.submit(job)));
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'ESCROW_UNDERFUNDED' } });
    await expect(world.coordinator.submit(jobs[0])).resolves.toBeDefined();
    // What a job did not spend is free again when it has ended.
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    await world.untilEnded(world.coordinator.jobs()[0]!.jobId);
    await expect(world.coordinator.submit(jobs[1])).resolves.toBeDefined();
  });

  it('fails with TASK_FAILED when the quorum agrees that the program fails, and pays for the fuel', async () => {
    world = await createWorld();
    const output = new Uint8Array();
    const trap = {
      ...exited(output, 5_000_000_000n),
      status: 'trapped' as const,
      exitCode: null,
      reason: 'unreachable',
    };
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, answer: () => ({ output, result: trap }) });
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(2) })));
    expect(view.error).toMatchObject({ code: 'TASK_FAILED' });
    expect(view.error!.message).toMatch(/Task \d ended as "trapped": unreachable/);
    await world.clock.advance(1_000);
    expect(world.coordinator.providers().map(({ accepted, rejected }) => [accepted > 0, rejected])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(promised(world.coordinator.vouchers())).toBe(world.coordinator.jobs()[0]!.spentUnits);
  });

  it('fails with TASK_DISPUTED when nobody agrees, and blames nobody', async () => {
    world = await createWorld();
    for (const name of ['a', 'b', 'c']) world.addProvider(liar(name));
    const verification = { policy: 'replicas', quorum: 2, attemptsMax: 3 } as const;
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1), verification })));
    expect(view).toMatchObject({
      state: 'failed',
      error: { code: 'TASK_DISPUTED' },
      spentUnits: 0n,
      reservedUnits: 0n,
    });
    expect(view.attemptsRejected).toBe(0);
  });

  it('is not starved by one liar that begins every task and claims all the fuel there is', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 2_000 }, { slots: 4 });
    world.addProvider(greedy, { slots: 64 });
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(40), budgetUnits: 9_000n })));
    expect(view).toMatchObject({ state: 'delivered', tasksVerified: 40 });
  });

  it('lets a provider of whom nothing is known begin no more than it may hold unjudged', async () => {
    world = await createWorld({ slotsMaxUnproven: 3 });
    world.addProvider(honest, { slots: 2 });
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(10) }));
    await world.clock.advance(5_000);
    expect(world.coordinator.job(jobId)).toMatchObject({ attempts: 3, tasksVerified: 0 });
    // Two newcomers that each began as much as they may still second one another.
    world.addProvider(honest, { slots: 2 });
    expect((await world.untilEnded(jobId)).state).toBe('delivered');
  });

  it('runs its tasks one after the other when its budget covers only one', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest, { slots: 8 });
    const tasks = manyTasks(3);
    // At the fuel limit a task costs 600; the first two cost 6 and 12.
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks, budgetUnits: 618n })));
    expect(view).toMatchObject({ state: 'delivered', spentUnits: 36n });
  });

  it('fails with BUDGET_EXHAUSTED when nothing is out and the next attempt does not fit', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    // Twice 20 runs cost 1,260 units; the limit asks for 300 to be free before each.
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(20), budgetUnits: 600n })));
    expect(view).toMatchObject({ state: 'failed', error: { code: 'BUDGET_EXHAUSTED' } });
    expect(view.spentUnits + view.reservedUnits).toBeLessThanOrEqual(600n);
    expect(world.coordinator.providers().every(({ accepted, earnedUnits }) => accepted > 0 && earnedUnits > 0n)).toBe(
      true,
    );
  });

  it('fails with JOB_DEADLINE_PASSED when time is over, and lets its leases go', async () => {
    world = await createWorld();
    const slow = world.addProvider({ ...honest, durationMs: () => 20_000 });
    const jobId = await world.submit(sampleJob({ deadlineMs: 10_000 }));
    const view = await world.untilEnded(jobId);
    expect(view).toMatchObject({ state: 'failed', error: { code: 'JOB_DEADLINE_PASSED' } });
    expect(slow.heard.some(({ type }) => type === 'revoke')).toBe(true);
    await world.clock.advance(60_000);
    expect(world.coordinator.job(jobId)!.reservedUnits).toBe(0n);
    expect(world.coordinator.providers()[0]!.lapsed).toBe(0);
  });

  it('fails with ESCROW_WITHDRAWN when its deposit is gone, the newest first, and promises no more than is left', async () => {
    let fundedUnits = 4_000n;
    world = await createWorld({ fundedUnits: () => fundedUnits, fundingCheckMs: 10_000 });
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 4_000 }, { slots: 1 });
    const [first, second] = [
      await world.submit(sampleJob({ budgetUnits: 2_000n })),
      await world.submit(sampleJob({ budgetUnits: 2_000n, nonce: '2' })),
    ];
    await world.clock.advance(9_000);
    fundedUnits = 2_100n;
    await world.clock.advance(2_000);
    expect(world.coordinator.job(second)).toMatchObject({ state: 'failed', error: { code: 'ESCROW_WITHDRAWN' } });
    expect(world.coordinator.job(first)!.state).toBe('running');
    fundedUnits = 20n;
    await world.clock.advance(30_000);
    expect(world.coordinator.job(first)).toMatchObject({ state: 'failed', error: { code: 'ESCROW_WITHDRAWN' } });
    const earned = world.coordinator.jobs().reduce((sum, { spentUnits }) => sum + spentUnits, 0n);
    expect(earned).toBeGreaterThan(20n);
    expect(promised(world.coordinator.vouchers())).toBeLessThanOrEqual(20n);
    fundedUnits = 4_000n;
    await world.clock.advance(20_000);
    expect(promised(world.coordinator.vouchers())).toBe(earned);
  });

  it('[10] is leased no further from the moment that its payer is seen to withdraw what it needs', async () => {
    let fundedUnits = 4_000n;
    world = await createWorld({ fundedUnits: () => fundedUnits });
    world.addProvider({ ...honest, durationMs: () => 4_000 }, { slots: 1 });
    const jobId = await world.submit(sampleJob({ budgetUnits: 2_000n }));
    await world.clock.advance(100);
    fundedUnits = 1_999n;
    const before = eventsOfType('attempt.leased').length;
    world.coordinator.depositChanged(payer.address);
    await world.clock.advance(10);
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'failed', error: { code: 'ESCROW_WITHDRAWN' } });
    world.addProvider(honest);
    await world.clock.advance(10_000);
    expect(eventsOfType('attempt.leased')).toHaveLength(before);
  });

  it('[10] counts on no coin that its payer keeps for somebody else', async () => {
    const elsewhere = keyOf(77).address;
    world = await createWorld({ fundedUnits: 2_500n, reservedUnits: new Map([[elsewhere, 1_000n]]) });
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    await expect(world.coordinator.submit(signed(sampleJob({ budgetUnits: 2_000n })))).rejects.toMatchObject({
      code: 'ESCROW_UNDERFUNDED',
    });
    const jobId = await world.submit(sampleJob({ budgetUnits: 1_500n, tasks: manyTasks(2) }));
    expect((await world.untilEnded(jobId)).state).toBe('delivered');
    expect(promised(world.coordinator.vouchers())).toBeLessThanOrEqual(1_500n);
  });

  it('is not delivered when its deposit does not cover what it came to', async () => {
    let fundedUnits = 1_000_000n;
    world = await createWorld({ fundedUnits: () => fundedUnits });
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob());
    fundedUnits = 50n;
    expect(await world.untilEnded(jobId)).toMatchObject({ state: 'failed', error: { code: 'ESCROW_WITHDRAWN' } });
    expect(promised(world.coordinator.vouchers())).toBe(50n);
  });

  it('fails with OUTPUT_LOST when a verified output has not come back by the deadline', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest, { slots: 1 });
    const jobId = await world.submit(sampleJob({ deadlineMs: 60_000 }));
    await world.clock.advanceUntil(() => world.coordinator.job(jobId)!.tasksVerified > 0, 10_000);
    world.blobs.contents.delete(cidOfBytes(referenceOutput(0)));
    await world.clock.advance(50_000);
    expect(world.coordinator.job(jobId)!.state).toBe('aggregating');
    const view = await world.untilEnded(jobId, 15_000);
    expect(view).toMatchObject({ state: 'failed', error: { code: 'OUTPUT_LOST' }, tasksVerified: 6 });
    expect(promised(world.coordinator.vouchers())).toBe(view.spentUnits);
  });

  it('fails with AGGREGATION_IMPOSSIBLE when the outputs are not the tiles it promised', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    const aggregation = { kind: 'image-tiles', width: 4, height: 2, tileWidth: 2, tileHeight: 2 } as const;
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(2), aggregation })));
    expect(view.error).toMatchObject({ code: 'AGGREGATION_IMPOSSIBLE' });
  });

  it('[12] fails with RESULT_TOO_LARGE as soon as its outputs are more than a result may be made of', async () => {
    world = await createWorld({ resultBytesMax: 30 });
    for (let i = 0; i < 2; i++) world.addProvider(honest, { slots: 1 });
    const view = await world.untilEnded(await world.submit(sampleJob()));
    // Each output has nine bytes.
    expect(view).toMatchObject({ state: 'failed', error: { code: 'RESULT_TOO_LARGE' }, tasksVerified: 4 });
    expect(view.error!.message).toContain('36 bytes');
    await world.clock.advance(10_000);
    expect(promised(world.coordinator.vouchers())).toBe(world.coordinator.jobs()[0]!.spentUnits);
  });

  it('is refused with RESULT_TOO_LARGE when its picture is more than a result may be made of', async () => {
    world = await createWorld();
    const aggregation = {
      kind: 'image-tiles',
      width: 8_193,
      height: 8_192,
      tileWidth: 8_193,
      tileHeight: 8_192,
    } as const;
    await expect(
      world.coordinator.submit(signed(sampleJob({ tasks: manyTasks(1), aggregation }))),
    ).rejects.toMatchObject({ code: 'RESULT_TOO_LARGE' });
    await world.submit(sampleJob({ tasks: manyTasks(1), aggregation: { ...aggregation, width: 8_192 } }));
  });

  it('waits for a chain that is away before it puts a result together, and then delivers', async () => {
    let isAway = false;
    world = await createWorld({
      fundedUnits: () => {
        if (isAway) throw new Error('no chain answers');
        return 1_000_000n;
      },
    });
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob());
    isAway = true;
    await world.clock.advance(20_000);
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'aggregating', result: null });
    expect(world.blobs.contents.has(cidOfBytes(new TextEncoder().encode(reference(6))))).toBe(false);
    isAway = false;
    expect(await world.untilEnded(jobId, 20_000)).toMatchObject({ state: 'delivered' });
  });

  it('blames nobody for an output that is gone because the job ended while it was fetched', async () => {
    world = await createWorld();
    const device = world.addProvider(honest, { slots: 1, sendsInline: false });
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advance(10);
    const [lease] = device.leases;
    const output = referenceOutput(0);
    const receipt = {
      attemptId: lease!.attemptId,
      jobId,
      taskIndex: 0,
      assignment: assignmentCid(lease!),
      durationMs: 1,
      energyMillijoules: 1,
      gramsCO2e: 0,
    };
    const get = world.blobs.get.bind(world.blobs);
    world.blobs.get = async (name) => {
      await world.coordinator.cancel(jobId);
      return get(name);
    };
    const result = exited(output, 1n);
    device.say({ type: 'report', signed: signReceipt(device.key, { ...receipt, result }), output: null });
    await world.clock.advance(50);
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'cancelled', reservedUnits: 0n });
    expect(world.coordinator.providers()[0]).toMatchObject({ rejected: 0, lapsed: 0, inFlight: 0 });
    expect(device.acknowledged).toContain(lease!.attemptId);
  });

  it('can be cancelled while it runs, once and for all', async () => {
    world = await createWorld();
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob());
    await world.clock.advance(50);
    await world.coordinator.cancel(jobId);
    await world.coordinator.cancel(jobId);
    expect(world.coordinator.job(jobId)!.state).toBe('cancelled');
    expect(eventsOfType('job.cancelled')).toHaveLength(1);
    await expect(world.coordinator.cancel(cidOfBytes(new Uint8Array()))).rejects.toMatchObject({ code: 'JOB_UNKNOWN' });
  });
});

describe('watch', () => {
  it('shows what happened and what happens, without a gap, and can go on where it left off', async () => {
    world = await createWorld();
    const jobId = await world.submit(sampleJob());
    const seen: JobEvent[] = [];
    const watching = (async () => {
      for await (const event of world.coordinator.watch({ jobId })) seen.push(event);
    })();
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    await world.untilEnded(jobId);
    await watching;
    expect(seen[0]!.type).toBe('submitted');
    expect(seen.at(-1)).toMatchObject({ type: 'delivered' });
    expect(seen.filter(({ type }) => type === 'verified')).toHaveLength(6);

    const again: JobEvent[] = [];
    const from = seen[5]!.sequence;
    for await (const event of world.coordinator.watch({ jobId, from })) again.push(event);
    expect(again).toEqual(seen.slice(5));
    const behind = world.coordinator.watch({ jobId, from: world.disk.events.length });
    expect((await behind[Symbol.asyncIterator]().next()).done).toBe(true);
  });

  it('ends with its signal, with the coordinator, and knows its jobs', async () => {
    world = await createWorld();
    expect(() => world.coordinator.watch({ jobId: cidOfBytes(new Uint8Array()) })).toThrow(/There is no job/);
    const stop = new AbortController();
    const bySignal = world.coordinator.watch({ signal: stop.signal })[Symbol.asyncIterator]().next();
    const byStop = world.coordinator.watch()[Symbol.asyncIterator]().next();
    await quiesce();
    stop.abort();
    expect((await bySignal).done).toBe(true);
    await world.coordinator.stop();
    expect((await byStop).done).toBe(true);
    await expect(world.coordinator.submit(signed(sampleJob()))).rejects.toMatchObject({ code: 'COORDINATOR_STOPPED' });
  });
});

/** Comes to the right output, and claims so much fuel for it. */
function claiming(fuelUsed: bigint): Conduct {
  return {
    ...honest,
    answer: (lease) => ({ ...honest.answer(lease)!, result: exited(referenceOutput(lease.taskIndex), fuelUsed) }),
  };
}

describe('a provider that breaks the protocol', () => {
  it('is refused and blamed for a receipt that somebody else signed, or for somebody else\u2019s work', async () => {
    world = await createWorld();
    const [mallory, other] = [1, 2].map(() => world.addProvider({ ...honest, durationMs: () => 50_000 }, { slots: 1 }));
    await world.submit(sampleJob());
    await world.clock.advance(10);
    mallory!.say(badlySigned(other!.leases[0]!));
    await world.clock.advance(1_000);
    mallory!.say(badlySigned(mallory!.leases[0]!));
    await world.clock.advance(10);
    expect(refusals(mallory!.heard)).toEqual(['ATTEMPT_FOREIGN', 'RECEIPT_SIGNATURE_INVALID']);
    expect(world.coordinator.providers()[0]!.reputation).toBeLessThan(0.1);
    expect(world.coordinator.jobs()[0]).toMatchObject({ state: 'running', attemptsRejected: 0 });
  });

  it('is refused for anything but its own part, and hung up on when it says nothing', async () => {
    world = await createWorld();
    const confused = world.addProvider(honest);
    await world.clock.advance(10);
    confused.say({ type: 'received', attemptIds: [] });
    await world.clock.advance(10);
    expect(refusals(confused.heard)).toEqual(['MESSAGE_UNEXPECTED']);
    // It comes back, and is welcome.
    await world.clock.advance(1_000);
    expect(confused.heard.at(-1)).toMatchObject({ type: 'welcome' });
  });

  it('is blamed for an output that is not what it signed for, and the task goes elsewhere', async () => {
    world = await createWorld();
    const result = exited(referenceOutput(0), fuelOf(0));
    world.addProvider({ ...honest, answer: () => ({ result, output: new Uint8Array(3) }) }, { slots: 1 });
    world.addProvider(honest);
    world.addProvider(honest);
    const view = await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1) })));
    expect(view).toMatchObject({ state: 'delivered', attempts: 3, attemptsRejected: 1 });
  });

  it('is rejected when it claims more fuel than the limit, and no sum of claims makes a job unreadable', async () => {
    world = await createWorld();
    const bad = world.addProvider(claiming(2n ** 63n - 1n), { slots: 1 });
    await world.clock.advance(10);
    const single = { policy: 'replicas', quorum: 1, attemptsMax: 1 } as const;
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(2), verification: single }));
    await world.clock.advance(1_000);
    expect(eventsOfType('attempt.rejected')).toMatchObject([
      { provider: bad.key.peerId, reason: expect.stringContaining('over the limit of 100000000000') as string },
    ]);
    world.addProvider(honest);
    expect((await world.untilEnded(jobId)).fuelUsed).toBe(3_000_000_000n);

    bad.hangUp({ forGood: true });
    world.addProvider(claiming(2n ** 62n));
    const limits = { ...sampleJob().limits, fuel: 2n ** 62n };
    const free = sampleJob({ tasks: manyTasks(6), limits, unitsPerGigafuel: 0n });
    const view = await world.untilEnded(await world.submit({ ...free, verification: single }));
    expect(() => jobView.parse(view)).not.toThrow();
  });

  it('gains nothing by reporting twice', async () => {
    world = await createWorld();
    const twice = world.addProvider(honest, { slots: 1 });
    world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.untilEnded(jobId);
    await world.clock.advance(1_000);
    const [{ signed: first }] = eventsOfType('attempt.reported') as [{ signed: never }];
    const before = world.disk.events.length;
    twice.say({ type: 'report', signed: first, output: referenceOutput(0) });
    await world.clock.advance(1_000);
    expect(world.disk.events.length).toBe(before);
    expect(twice.heard.filter(({ type }) => type === 'verdict')).toHaveLength(2);
  });
});

function badlySigned({ attemptId, jobId, taskIndex }: Lease): WorkMessage {
  const output = referenceOutput(0);
  const result = exited(output, 1n);
  const receipt = { attemptId, jobId, taskIndex, result, durationMs: 1, energyMillijoules: 1, gramsCO2e: 0 };
  return { type: 'report', signed: { receipt, signature: `0x${'11'.repeat(65)}` }, output };
}

function refusals(heard: readonly WorkMessage[]): string[] {
  return heard.flatMap((message) => (message.type === 'refusal' ? [message.code] : []));
}

describe('restart', () => {
  it('goes on after a crash with nothing verified computed again and nothing paid twice', async () => {
    world = await createWorld();
    for (let i = 0; i < 3; i++) world.addProvider(honest);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(20) }));
    await world.clock.advanceUntil(() => world.coordinator.job(jobId)!.tasksVerified >= 7, 60_000);
    world.crashHub();
    await world.clock.advance(5_000);
    await world.startHub();
    expect(world.coordinator.job(jobId)!.tasksVerified).toBeGreaterThanOrEqual(7);
    const view = await world.untilEnded(jobId);
    expect(view).toMatchObject({ state: 'delivered', attempts: 40 });
    expect(await resultOf(view.result)).toBe(reference(20));
    expect(promised(world.coordinator.vouchers())).toBe(view.spentUnits);
  });

  it('holds it against nobody when leases were written but never sent', async () => {
    world = await createWorld();
    let crashes = 0;
    world.disk.breakAt = (_, added) =>
      crashes < 3 && added.some(({ type }) => type === 'attempt.leased') ? 'after' : null;
    world.disk.onBreak = () => {
      crashes += 1;
      world.crashHub();
      void world.clock.sleep(1_000).then(() => world.startHub());
    };
    const single = { policy: 'replicas', quorum: 1, attemptsMax: 1 } as const;
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1), verification: single }));
    world.addProvider(honest);
    const view = await world.untilEnded(jobId, 60_000);
    expect(crashes).toBe(3);
    expect(view).toMatchObject({ state: 'delivered', attempts: 4, spentUnits: 3n });
    expect(world.coordinator.providers()[0]).toMatchObject({ accepted: 1, lapsed: 0 });
  });

  it('folds the journal to the same state that it had', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    world.addProvider(liar('mallory', 2));
    await world.untilEnded(await world.submit(sampleJob()));
    await world.clock.advance(10_000);
    const before = { jobs: world.coordinator.jobs(), vouchers: world.coordinator.vouchers() };
    const reputations = world.coordinator.providers().map(({ reputation }) => reputation);
    await world.coordinator.stop();
    await world.startHub();
    expect({ jobs: world.coordinator.jobs(), vouchers: world.coordinator.vouchers() }).toEqual(before);
    expect(world.coordinator.providers().map(({ reputation }) => reputation)).toEqual(reputations);
  });

  it('refuses a journal whose vouchers are for another chain', async () => {
    world = await createWorld();
    for (let i = 0; i < 2; i++) world.addProvider(honest);
    await world.untilEnded(await world.submit(sampleJob()));
    const [voucher] = world.coordinator.vouchers();
    const issued = world.disk.events.find(({ type }) => type === 'voucher.issued')!;
    issued.data = {
      signed: { ...voucher, voucher: { ...(issued.data as { signed: SignedVoucher }).signed.voucher, chainId: 1 } },
    };
    for (const event of world.disk.events.filter(({ type }) => type === 'voucher.issued')) event.data = issued.data;
    const journalOfOne = world.disk.events.filter((event) => event.type !== 'voucher.issued' || event === issued);
    world.disk.events.splice(0, world.disk.events.length, ...journalOfOne);
    await world.coordinator.stop();
    await expect(world.startHub()).rejects.toMatchObject({ code: 'SETTLEMENT_MISMATCH' });
  });
});
