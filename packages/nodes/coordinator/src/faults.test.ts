import {
  addressOfPeer,
  assignmentCid,
  type Cid,
  cidOfBytes,
  decode,
  deviceKeyFromPrivateKey,
  parseEvidence,
  type PeerId,
  signReceipt,
} from '@gristmill/protocol';
import { examineEvidence, expectProven } from '@gristmill/verification';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryBonds, type MemoryBonds } from '../test/memory-ports.ts';
import { exited, type SimulatedProvider } from '../test/simulated-provider.ts';
import {
  createWorld,
  fuelOf,
  honest,
  liar,
  manyTasks,
  optimistic,
  otherNans,
  payer,
  referenceOutput,
  sampleJob,
  type World,
} from '../test/world.ts';
import { parseEvent } from './events.ts';

const jurors = [11, 12, 13].map((seed) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed)));
const BOND = 10_000_000n;

let world: World;
let bonds: MemoryBonds;
afterEach(() => world.stop());

function bond({ key }: SimulatedProvider, units = BOND): void {
  bonds.bonded.set(key.address, units);
}

/** A network with bonds, one liar and two honest devices; `bondLiar` is what the liar has at stake. */
async function caughtLiar({ bondLiar = BOND, tasks = 1 } = {}): Promise<SimulatedProvider> {
  bonds = createMemoryBonds(jurors);
  world = await createWorld({ bonds });
  const bad = world.addProvider(liar('mallory'));
  for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 300 });
  if (bondLiar > 0n) bond(bad, bondLiar);
  await world.clock.advance(10);
  await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(tasks) })));
  return bad;
}

async function evidenceOf(name: Cid) {
  const { evidence } = parseEvidence((await world.blobs.get(name))!);
  const signedJob = decode((await world.blobs.get(evidence.job))!);
  return { evidence, signedJob };
}

async function voteOf(juror: (typeof jurors)[number], name: Cid) {
  const { evidence, signedJob } = await evidenceOf(name);
  const verdict = examineEvidence(evidence, signedJob, { chainId: 31_337, stake: bonds.stake });
  const { signature } = bonds.sign(juror, verdict);
  return { juror: juror.address, signature };
}

describe('what a wrong result costs', () => {
  it('[11] writes evidence that a stranger can check, from nothing but what the evidence names', async () => {
    const bad = await caughtLiar();
    const [fault] = world.coordinator.faults();
    expect(fault).toMatchObject({
      provider: bad.key.peerId,
      taskIndex: 0,
      verdicts: [],
      slashedUnits: 0n,
      isOpen: true,
    });
    const { evidence, signedJob } = await evidenceOf(fault!.evidence);
    const verdict = examineEvidence(evidence, signedJob, { chainId: 31_337, stake: bonds.stake });
    expect(verdict).toMatchObject({
      provider: bad.key.address,
      requestor: payer.address,
      evidence: fault!.evidence,
      // A thousand times the price of one gigafuel at three units.
      units: 3_000n,
    });
    expectProven(evidence, exited(referenceOutput(0), fuelOf(0)));
  });

  it('slashes once a quorum of jurors confirmed, and not before', async () => {
    const bad = await caughtLiar();
    const { evidence } = world.coordinator.faults()[0]!;
    const first = await voteOf(jurors[0]!, evidence);
    await world.coordinator.confirmFault(evidence, first);
    // The same juror again is no second one.
    await world.coordinator.confirmFault(evidence, first);
    expect(bonds.bonded.get(bad.key.address)).toBe(BOND);
    await expect(
      world.coordinator.confirmFault(evidence, { ...first, juror: jurors[1]!.address }),
    ).rejects.toMatchObject({ code: 'VERDICT_SIGNATURE_INVALID' });
    await expect(world.coordinator.confirmFault(cidOfBytes(new Uint8Array()), first)).rejects.toMatchObject({
      code: 'FAULT_UNKNOWN',
    });
    const view = await world.coordinator.confirmFault(evidence, await voteOf(jurors[2]!, evidence));
    expect(bonds.bonded.get(bad.key.address)).toBe(BOND - 3_000n);
    expect(view).toMatchObject({ slashedUnits: 3_000n, isOpen: false });
    expect(world.coordinator.providers()[0]).toMatchObject({ bondUnits: BOND - 3_000n });
    // A late third juror changes nothing.
    await world.coordinator.confirmFault(evidence, await voteOf(jurors[1]!, evidence));
    expect(bonds.bonded.get(bad.key.address)).toBe(BOND - 3_000n);
  });

  it('takes what there is, and the rest from what is bonded later', async () => {
    const bad = await caughtLiar({ bondLiar: 1_000n });
    const { evidence } = world.coordinator.faults()[0]!;
    for (const juror of jurors) await world.coordinator.confirmFault(evidence, await voteOf(juror, evidence));
    expect(world.coordinator.faults()[0]).toMatchObject({ slashedUnits: 1_000n, isOpen: false });
    bond(bad, 10_000n);
    world.coordinator.bondChanged(bad.key.address);
    await world.clock.advance(10);
    expect(world.coordinator.faults()[0]).toMatchObject({ slashedUnits: 3_000n, isOpen: false });
    expect(bonds.bonded.get(bad.key.address)).toBe(8_000n);
  });

  it('[11] goes on after a crash at any write, and slashes once', async () => {
    const bad = await caughtLiar();
    const { evidence } = world.coordinator.faults()[0]!;
    const votes = await Promise.all(jurors.map((juror) => voteOf(juror, evidence)));
    await world.coordinator.confirmFault(evidence, votes[0]!);
    for (const fate of ['before', 'after'] as const) {
      const { breakAt } = world.disk;
      world.disk.breakAt = (_, added) => (added.some(({ type }) => type === 'fault.slashed') ? fate : null);
      world.disk.onBreak = () => world.crashHub();
      void world.coordinator.confirmFault(evidence, votes[1]!);
      await world.clock.advance(100);
      world.disk.breakAt = breakAt;
      if (!world.isHubUp) await world.startHub();
      await world.clock.advance(100);
    }
    expect(world.coordinator.faults()[0]).toMatchObject({ slashedUnits: 3_000n, isOpen: false });
    expect(bonds.bonded.get(bad.key.address)).toBe(BOND - 3_000n);
  });

  it('writes the evidence after a restart when a crash came in between', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds });
    const bad = world.addProvider(liar('mallory'));
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 300 });
    bond(bad);
    world.disk.breakAt = (_, added) => (added.some(({ type }) => type === 'fault.evident') ? 'before' : null);
    world.disk.onBreak = () => {
      world.crashHub();
      world.disk.breakAt = () => null;
    };
    await world.submit(sampleJob({ tasks: manyTasks(1) }));
    await world.clock.advanceUntil(() => !world.isHubUp, 60_000);
    await world.startHub();
    await world.clock.advance(1_000);
    expect(world.coordinator.faults()).toMatchObject([{ provider: bad.key.peerId, isOpen: true }]);
  });

  it('waits for a chain that is away', async () => {
    const bad = await caughtLiar();
    const { evidence } = world.coordinator.faults()[0]!;
    const votes = await Promise.all(jurors.map((juror) => voteOf(juror, evidence)));
    bonds.onAsk = () => {
      throw new Error('no chain answers');
    };
    for (const vote of votes) await world.coordinator.confirmFault(evidence, vote);
    expect(world.coordinator.faults()[0]).toMatchObject({ slashedUnits: 0n, isOpen: true });
    bonds.onAsk = () => {};
    await world.clock.advance(61_000);
    expect(world.coordinator.faults()[0]).toMatchObject({ slashedUnits: 3_000n });
    expect(bonds.bonded.get(bad.key.address)).toBe(BOND - 3_000n);
  });

  it('[11] holds nothing against anybody for NaNs', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds });
    for (const conduct of [otherNans, honest, honest]) bond(world.addProvider(conduct));
    await world.untilEnded(await world.submit(optimistic(sampleJob())));
    expect(world.coordinator.faults()).toEqual([]);
    expect(world.disk.events.filter(({ type }) => type === 'attempt.rejected')).toEqual([]);
  });

  it('takes no result whose receipt does not say what was run', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds });
    const silent = world.addProvider({ ...honest, assignment: () => undefined });
    const other = world.addProvider({ ...honest, assignment: () => cidOfBytes(new Uint8Array(1)) });
    for (let i = 0; i < 2; i++) world.addProvider({ ...honest, durationMs: () => 300 });
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1) })));
    const rejected = world.disk.events.map(parseEvent).filter((event) => event?.type === 'attempt.rejected');
    expect(rejected.map((event) => event.data)).toMatchObject([
      { provider: silent.key.peerId, reason: expect.stringContaining('does not name what it ran') as string },
      { provider: other.key.peerId, reason: expect.stringContaining('it ran bafk') as string },
    ]);
    // It is turned away; there is nothing to slash it by.
    expect(world.coordinator.faults()).toEqual([]);
  });
});

function addGang(size: number): void {
  for (let i = 0; i < size; i++) world.addProvider(liar('the gang'));
}

function rejectedPeers(): PeerId[] {
  return world.disk.events
    .map(parseEvent)
    .flatMap((event) => (event?.type === 'attempt.rejected' ? [event.data.provider] : []));
}

describe('whose word counts', () => {
  it('believes no number of newcomers who put nothing at stake', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds, bondUnitsMin: 1_000n });
    addGang(6);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(3) }));
    await world.clock.advance(60_000);
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'running', tasksVerified: 0 });
    expect(world.coordinator.providers().map(({ trusted }) => trusted)).not.toContain(true);

    const rich = [1, 2].map(() => world.addProvider(honest));
    for (const provider of rich) bond(provider, 1_000n);
    const view = await world.untilEnded(jobId);
    expect(view.state).toBe('delivered');
    expect(new TextDecoder().decode((await world.blobs.get(view.result!)) ?? undefined)).toBe(
      'output 0;output 1;output 2;',
    );
    for (const { key } of rich) expect(rejectedPeers()).not.toContain(key.peerId);
  });

  it('[13] lets no crowd use a task up with reports of leases that it let lapse', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds, bondUnitsMin: 1_000n });
    bond(world.addProvider(honest), 1_000n);
    await world.clock.advance(10);
    const jobId = await world.submit(sampleJob({ tasks: manyTasks(1) }));
    const crowd: SimulatedProvider[] = [];
    for (let i = 0; i < 5; i++) {
      const shy = world.addProvider({ ...honest, durationMs: () => 500_000 }, { slots: 1 });
      await world.clock.advance(200);
      shy.hangUp({ forGood: true });
      await world.clock.advance(4_000);
      crowd.push(shy);
    }
    expect(crowd.map(({ leases }) => leases.length)).toEqual([1, 1, 1, 1, 1]);
    for (const [i, { key, leases }] of crowd.entries()) {
      const back = world.addProvider(honest, { key, unitsPerGigafuelMin: 4n });
      await world.clock.advance(10);
      const { attemptId, taskIndex } = leases[0]!;
      const { result, output } = liar(`newcomer ${i}`).answer(leases[0]!)!;
      const ran = { attemptId, jobId, taskIndex, assignment: assignmentCid(leases[0]!), result };
      const receipt = { ...ran, durationMs: 1, energyMillijoules: 1, gramsCO2e: 0 };
      back.say({ type: 'report', signed: signReceipt(key, receipt), output });
      await world.clock.advance(10);
      expect(back.acknowledged).toContain(attemptId);
    }
    expect(world.coordinator.job(jobId)).toMatchObject({ state: 'running', error: null });
    bond(world.addProvider(honest), 1_000n);
    expect((await world.untilEnded(jobId)).state).toBe('delivered');
  });

  it('counts a bond from the moment it is there, and no more once it leaves', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds, bondUnitsMin: 1_000n });
    const provider = world.addProvider(honest);
    bond(provider, 999n);
    await world.clock.advance(10);
    const view = () => world.coordinator.providers()[0];
    expect(view()).toMatchObject({ bondUnits: 999n, trusted: false });
    bond(provider, 1_000n);
    world.coordinator.bondChanged(addressOfPeer(provider.key.peerId));
    await world.clock.advance(10);
    expect(view()).toMatchObject({ bondUnits: 1_000n, trusted: true });
    bonds.bonded.clear();
    // Nobody told; it is looked at now and then.
    await world.clock.advance(61_000);
    expect(view()).toMatchObject({ bondUnits: 0n, trusted: false });
  });

  it('waits a moment for the chain before it takes a report, and not for ever', async () => {
    bonds = createMemoryBonds(jurors);
    const bondOf = bonds.bondOf.bind(bonds);
    let answerMs = 1_000;
    bonds.bondOf = async (provider) => {
      await world.clock.sleep(answerMs);
      return bondOf(provider);
    };
    world = await createWorld({ bonds, bondUnitsMin: 1_000n });
    for (let i = 0; i < 2; i++) bond(world.addProvider(honest), 1_000n);
    const counted = () =>
      world.disk.events
        .map(parseEvent)
        .flatMap((event) => (event?.type === 'attempt.reported' ? [event.data.isTrusted] : []));
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(2) })));
    expect(counted()).toEqual([true, true, true, true]);

    answerMs = 1_000_000;
    const late = world.addProvider(honest);
    await world.clock.advance(10);
    world.providers[0]!.hangUp({ forGood: true });
    await world.clock.advance(10_000);
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(1), nonce: '2' })));
    expect(counted().filter((counts) => !counts)).toHaveLength(1);
    expect(counted()).toHaveLength(6);
    expect(late.acknowledged.size).toBe(1);
  });

  it('makes the unbonded known by enough right results beside those whose word counts', async () => {
    bonds = createMemoryBonds(jurors);
    world = await createWorld({ bonds, bondUnitsMin: 1_000n });
    const [rich, poor] = [1, 2].map(() => world.addProvider(honest));
    bond(rich!, 1_000n);
    await world.clock.advance(10);
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(2) })));
    const trusted = () => world.coordinator.providers().find(({ provider }) => provider === poor!.key.peerId)!.trusted;
    expect(trusted()).toBe(false);
    await world.untilEnded(await world.submit(sampleJob({ tasks: manyTasks(8), nonce: '2' })));
    expect(trusted()).toBe(true);
  });
});
