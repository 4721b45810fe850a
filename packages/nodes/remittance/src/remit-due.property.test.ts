import fc from 'fast-check';
import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { Crash, openWorld, type World } from './memory.ts';
import type { Obligation } from './obligation.ts';
import { remitDue, type Remittance } from './remit-due.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const unit = { code: 'UNIT', decimals: 0 };

function obligations(amounts: readonly bigint[]): Obligation[] {
  return amounts.map((amount, i) => ({
    id: `us/irs/1040-ES/2026/${i + 1}/${taxpayer}`,
    taxpayer,
    authority: 'us/irs',
    form: '1040-ES',
    year: 2026,
    instalment: i + 1,
    line: 'total',
    dueDate: parseCivilDate(`2026-0${i + 1}-15`),
    amount,
    currency: unit,
  }));
}

/** One run of the process: it ends by itself, or at the given step of all it does. What it left behind comes back. */
async function runUntil(world: World, due: readonly Obligation[], crashAt: number, nowMs = Date.parse('2026-12-31')) {
  let steps = 0;
  const { journal, vault, snapshot } = openWorld(world, (name) => {
    steps += 1;
    if (steps === crashAt) throw new Crash(name);
  });
  const clock = { now: () => nowMs };
  let remitted: Remittance[] = [];
  let crashed = false;
  try {
    ({ remitted } = await remitDue({ obligations: due, vault, asset: unit, journal, clock, leadDays: 5 }));
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    crashed = true;
  }
  return { world: snapshot(), remitted, crashed };
}

const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);

function paidFor({ id }: Obligation, { paid }: World): bigint {
  return sum([...paid].filter(([paymentId]) => paymentId.startsWith(`${id}/`)).map(([, units]) => units));
}

test('invariants 1 to 4: killed at any one step, the next run ends where an undisturbed one does', async () => {
  const due = obligations([70n, 40n, 25n]);
  const start: World = { events: [], paid: new Map(), setAside: 120n };
  const undisturbed = await runUntil(start, due, 0);
  expect([...undisturbed.world.paid.values()]).toEqual([70n, 40n, 10n]);

  let crashAt = 1;
  for (; ; crashAt += 1) {
    const first = await runUntil(start, due, crashAt);
    if (!first.crashed) break;
    const second = await runUntil(first.world, due, 0);
    expect(second.world.paid, `killed at step ${crashAt}`).toEqual(undisturbed.world.paid);
    expect(second.world.setAside).toBe(0n);
    expect(second.world.events.map(({ type }) => type)).toEqual(undisturbed.world.events.map(({ type }) => type));
  }
  // Three payments, each an intent, a transfer and an outcome, each with a crash before and after.
  expect(crashAt - 1).toBe(18);
});

test('invariant 17: through any rises and falls of the assessment, what is due is paid and no more than ever was', async () => {
  const amounts = fc.array(fc.bigInt(0n, 60n), { minLength: 3, maxLength: 3 });
  const years = fc.array(fc.record({ amounts, month: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(years, async (chapters) => {
      let world: World = { events: [], paid: new Map(), setAside: 10_000n };
      for (const { amounts: assessed, month } of chapters.toSorted((a, b) => a.month - b.month)) {
        const due = obligations(assessed);
        const paidBefore = sum(world.paid.values());
        ({ world } = await runUntil(world, due, 0, Date.parse(`2026-0${month}-13`)));
        const paid = sum(world.paid.values());
        // Instalments are due in months 1, 2 and 3, and paid five days before.
        const dueByNow = sum(assessed.slice(0, month));
        expect(paid).toBe(paidBefore > dueByNow ? paidBefore : dueByNow);
      }
    }),
    { numRuns: 200 },
  );
});

test('invariants 1 to 4 hold through any number of crashes, top-ups and new assessments', async () => {
  const life = fc.record({
    amounts: fc.array(fc.bigInt(0n, 60n), { minLength: 1, maxLength: 4 }),
    chapters: fc.array(
      fc.record({ topUp: fc.bigInt(0n, 80n), crashAt: fc.integer({ min: 0, max: 14 }), raise: fc.bigInt(0n, 9n) }),
      { minLength: 1, maxLength: 8 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ amounts, chapters }) => {
      let world: World = { events: [], paid: new Map(), setAside: 0n };
      let due = obligations(amounts);
      let deposited = 0n;
      for (const { topUp, crashAt, raise } of [...chapters, { topUp: 1000n, crashAt: 0, raise: 0n }]) {
        deposited += topUp;
        due = due.map((obligation) => ({ ...obligation, amount: obligation.amount + raise }));
        ({ world } = await runUntil({ ...world, setAside: world.setAside + topUp }, due, crashAt));
        // 2: never more than is owed; 3: never more than is set aside, to the last unit.
        for (const obligation of due) expect(paidFor(obligation, world)).toBeLessThanOrEqual(obligation.amount);
        expect(sum(world.paid.values()) + world.setAside).toBe(deposited);
        // 4: nothing was paid that had not been announced.
        const announced = new Set(
          world.events
            .filter(({ type }) => type === 'remittance.intended')
            .map(({ data }) => (data as { paymentId: string }).paymentId),
        );
        for (const paymentId of world.paid.keys()) expect(announced).toContain(paymentId);
      }
      // 1: at last everything is paid, once.
      for (const obligation of due) expect(paidFor(obligation, world)).toBe(obligation.amount);
    }),
    { numRuns: 300 },
  );
});
