import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { openWorld, type World } from './memory.ts';
import type { Obligation } from './obligation.ts';
import { remitDue } from './remit-due.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const gusd = { code: 'GUSD', decimals: 6 };
const fresh = (setAside: bigint): World => ({ events: [], paid: new Map(), setAside });

function obligation(instalment: number, dueDate: string, amount: bigint): Obligation {
  return {
    id: `us/irs/1040-ES/2026/${instalment}/${taxpayer}`,
    taxpayer,
    authority: 'us/irs',
    form: '1040-ES',
    year: 2026,
    instalment,
    line: 'total',
    dueDate: parseCivilDate(dueDate),
    amount,
    currency: { code: 'USD', decimals: 2 },
  };
}
const spring = obligation(1, '2026-04-15', 100n);
const summer = obligation(2, '2026-06-15', 50n);

async function run(world: World, now: string, obligations = [summer, spring]) {
  const { journal, vault, snapshot } = openWorld(world);
  const clock = { now: () => Date.parse(now) };
  const result = await remitDue({ obligations, vault, asset: gusd, journal, clock, leadDays: 5 });
  return { result, world: snapshot() };
}

test('pays what is due within the lead time, and that only', async () => {
  const first = await run(fresh(10_000_000n), '2026-04-10T00:00:00Z');
  expect(first.result).toEqual({
    remitted: [
      {
        obligationId: spring.id,
        paymentId: `${spring.id}/1`,
        units: 1_000_000n,
        transactionHash: '0x1',
        overdue: false,
      },
    ],
    shortfalls: [],
  });
  expect(first.world.setAside).toBe(9_000_000n);
  expect(first.world.events.map(({ stream, type }) => [stream, type])).toEqual([
    [`remittance/${spring.id}`, 'remittance.intended'],
    [`remittance/${spring.id}`, 'remittance.settled'],
  ]);

  const second = await run(first.world, '2026-04-10T00:00:00Z');
  expect(second.result).toEqual({ remitted: [], shortfalls: [] });
  expect(second.world).toEqual(first.world);
});

test('an overdue obligation is paid all the same, and says so', async () => {
  const { result } = await run(fresh(10_000_000n), '2026-06-20T00:00:00Z');
  expect(result.remitted.map(({ obligationId, overdue }) => [obligationId, overdue])).toEqual([
    [spring.id, true],
    [summer.id, true],
  ]);
});

test('pays at most what is set aside, the earliest due date first, and the rest once there is more', async () => {
  const first = await run(fresh(1_200_000n), '2026-06-12T00:00:00Z');
  expect([...first.world.paid]).toEqual([
    [`${spring.id}/1`, 1_000_000n],
    [`${summer.id}/1`, 200_000n],
  ]);
  expect(first.result.shortfalls).toEqual([
    {
      obligationId: summer.id,
      dueDate: '2026-06-15',
      units: 300_000n,
      cause: 'too-little-set-aside',
      overdue: false,
    },
  ]);

  const nothing = await run(first.world, '2026-06-13T00:00:00Z');
  expect(nothing.result).toMatchObject({ remitted: [], shortfalls: [{ units: 300_000n }] });

  const second = await run({ ...nothing.world, setAside: 900_000n }, '2026-06-14T00:00:00Z');
  expect(second.result.shortfalls).toEqual([]);
  expect([...second.world.paid].slice(2)).toEqual([[`${summer.id}/2`, 300_000n]]);
  expect(second.world.setAside).toBe(600_000n);
});

test('an authority is paid in whole cents: what is less stays in the vault until it makes one', async () => {
  const first = await run(fresh(1_009_999n), '2026-04-12T00:00:00Z', [{ ...spring, amount: 101n }]);
  expect(first.result).toMatchObject({ remitted: [{ units: 1_000_000n }], shortfalls: [{ units: 10_000n }] });
  const second = await run({ ...first.world, setAside: 10_001n }, '2026-04-13T00:00:00Z', [
    { ...spring, amount: 101n },
  ]);
  expect(second.result).toMatchObject({ remitted: [{ units: 10_000n }], shortfalls: [] });
  expect(second.world.setAside).toBe(1n);
});

test('a higher assessment pays the difference, a lower one nothing more', async () => {
  const { world } = await run(fresh(10_000_000n), '2026-04-10T00:00:00Z');
  const higher = await run(world, '2026-04-11T00:00:00Z', [{ ...spring, amount: 130n }]);
  expect(higher.result.remitted).toMatchObject([{ paymentId: `${spring.id}/2`, units: 300_000n }]);
  const lower = await run(higher.world, '2026-04-12T00:00:00Z', [{ ...spring, amount: 90n }]);
  expect(lower.result).toEqual({ remitted: [], shortfalls: [] });
});

test('what was paid too much by a higher assessment counts for the next instalments of the same line, and for no other', async () => {
  const { world } = await run(fresh(10_000_000n), '2026-04-10T00:00:00Z');
  const spring80 = { ...spring, amount: 80n };
  const summer80 = { ...summer, amount: 80n };
  const { result, world: after } = await run(world, '2026-06-12T00:00:00Z', [spring80, summer80]);
  expect(result.remitted).toMatchObject([{ paymentId: `${summer.id}/1`, units: 600_000n }]);
  expect(after.setAside).toBe(8_400_000n);
  // A rise later is paid in full: nothing is lost on the way.
  const raised = await run(after, '2026-06-13T00:00:00Z', [spring, { ...summer, amount: 100n }]);
  expect(raised.result.remitted).toMatchObject([{ paymentId: `${summer.id}/2`, units: 400_000n }]);

  const other = { ...summer80, line: 'due_with_return' };
  expect((await run(world, '2026-06-12T00:00:00Z', [spring80, other])).result.remitted).toMatchObject([
    { units: 800_000n },
  ]);
});

test('an announced payment that the vault can no longer cover waits, with its amount unchanged', async () => {
  const data = { paymentId: `${spring.id}/1`, units: 1_000_000n };
  const announced = {
    ...fresh(400_000n),
    events: [{ stream: `remittance/${spring.id}`, type: 'remittance.intended', data }],
  };
  const short = await run(announced, '2026-04-12T00:00:00Z', [spring]);
  expect(short.result).toMatchObject({ remitted: [], shortfalls: [{ units: 1_000_000n }] });
  const covered = await run({ ...short.world, setAside: 1_500_000n }, '2026-04-13T00:00:00Z', [spring]);
  expect(covered.result.remitted).toMatchObject([{ paymentId: `${spring.id}/1`, units: 1_000_000n }]);
});

test('a payment still under way when the process came back is refused a second time, then found', async () => {
  const data = { paymentId: `${spring.id}/1`, units: 1_000_000n };
  const announced = {
    ...fresh(5_000_000n),
    events: [{ stream: `remittance/${spring.id}`, type: 'remittance.intended', data }],
  };
  const { journal, vault, snapshot } = openWorld(announced);
  const parameters = {
    obligations: [spring],
    asset: gusd,
    journal,
    clock: { now: () => Date.parse('2026-04-12') },
    leadDays: 5,
  };
  let asked = 0;
  // The chain includes the earlier transaction between the question and the second attempt.
  const isRemitted = async (id: string) => {
    const answer = await vault.isRemitted(id);
    if (asked++ === 0) await vault.remit({ obligationId: id, units: 1_000_000n });
    return answer;
  };
  await expect(remitDue({ ...parameters, vault: { ...vault, isRemitted } })).rejects.toThrow('AlreadyRemitted');
  const { remitted } = await remitDue({ ...parameters, vault });
  expect(remitted).toMatchObject([{ paymentId: `${spring.id}/1`, units: 1_000_000n, transactionHash: null }]);
  expect(snapshot().setAside).toBe(4_000_000n);
});

test('a payment that only the chain knows of stops everything', async () => {
  const world = { ...fresh(5_000_000n), paid: new Map([[`${spring.id}/1`, 1_000_000n]]) };
  await expect(run(world, '2026-04-12T00:00:00Z')).rejects.toMatchObject({ code: 'REMITTANCE_UNACCOUNTED' });
});

test.each([
  ['remittance.settled', { paymentId: 'x/1', units: 1n }, 'was never announced'],
  ['remittance.intended', { paymentId: 'x/1' }, 'it names no payment and units'],
  ['remittance.cancelled', { paymentId: 'x/1', units: 1n }, 'it cannot follow'],
])('nothing is paid from a journal that does not add up: %s', async (type, data, why) => {
  const world = { ...fresh(5_000_000n), events: [{ stream: `remittance/${spring.id}`, type, data }] };
  await expect(run(world, '2026-04-12T00:00:00Z')).rejects.toMatchObject({
    code: 'REMITTANCE_JOURNAL_MALFORMED',
    message: expect.stringContaining(why) as string,
  });
});
