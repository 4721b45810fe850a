import fc from 'fast-check';
import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { bytesOf, type CamtEntry, camtText } from '../test/camt-text.ts';
import { readBankReports } from './bank-report.ts';
import { Crash, openWorld, type World } from './memory.ts';
import type { Obligation } from './obligation.ts';
import { paymentIdsOf } from './payment-ids.ts';
import type { Rail } from './rail.ts';
import { continuousTiming } from './rail-timing.ts';
import { openQuestions, reconcile } from './reconcile.ts';
import { allPayments } from './remittance-log.ts';
import { runRemittance } from './run-remittance.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const eur = { code: 'EUR', decimals: 2 };
const obligations: Obligation[] = [10_000n, 10_000n, 25_000n].map((amount, i) => ({
  id: `de/finanzamt/est/2026/${i + 1}/${taxpayer}`,
  taxpayer,
  authority: 'de/finanzamt',
  form: 'est',
  year: 2026,
  instalment: i + 1,
  line: 'total',
  dueDate: parseCivilDate('2026-03-10'),
  amount,
  currency: eur,
}));

/** Files that a bank has, by payment: they outlive the process, as the folder does. */
function railOver(files: Set<string>): Rail {
  return {
    name: 'sepa',
    asset: eur,
    timing: continuousTiming({ leadDays: 4 }),
    largestPayment: null,
    route: { account: 'DE89370400440532013000', creditorAccount: 'DE75512108001245126199', reference: '181/815/08155' },
    availableUnits: async () => null,
    find: async (id) => (files.has(id) ? { settled: false, evidence: id } : null),
    async handOver({ id }) {
      expect(files.has(id)).toBe(false);
      files.add(id);
      return { settled: false, evidence: id };
    },
  };
}

/** What happens at the bank: it pays what it was given, now and then sends it back, and has lines of its own. */
const bankDay = fc.record({
  pays: fc.boolean(),
  returns: fc.boolean(),
  fees: fc.nat(2),
  /** Which of the reports so far are sent again, and as what. */
  reports: fc.array(
    fc.record({ day: fc.nat(9), kind: fc.constantFrom('statement' as const, 'notification' as const) }),
    {
      maxLength: 3,
    },
  ),
  withReferences: fc.boolean(),
  crashAt: fc.nat(12),
});

test('invariants 7 and 8: whatever the bank does and however often it says so, money and books agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bankDay, { minLength: 1, maxLength: 8 }), async (days) => {
      let world: World = { events: [], paid: new Map(), setAside: 0n };
      const files = new Set<string>();
      const rail = railOver(files);
      /** By the bank's own books. */
      const booked = new Map<string, 'paid' | 'returned'>();
      const ledger: CamtEntry[][] = [];
      let foreign = 0;

      /** One run of the process: reads the reports, then pays; it may die at any append. */
      async function live(crashAt: number, reports: string[]): Promise<void> {
        let steps = 0;
        const { journal, snapshot } = openWorld(world, (name) => {
          steps += 1;
          if (steps === crashAt) throw new Crash(name);
        });
        try {
          for (const text of reports) await reconcile({ reports: readBankReports(bytesOf(text)), journal });
          const clock = { now: () => Date.parse('2026-03-07') };
          await runRemittance({ obligations, railFor: () => rail, journal, clock });
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
        }
        world = snapshot();
      }

      for (const [i, { pays, returns, fees, reports, withReferences, crashAt }] of days.entries()) {
        const entries: CamtEntry[] = [];
        const date = `2026-03-${String(9 + i).padStart(2, '0')}`;
        const lineOf = (id: string, direction: 'DBIT' | 'CRDT'): CamtEntry => {
          const obligation = obligations.find((each) => id.startsWith(each.id))!;
          const transactions = [{ endToEndId: paymentIdsOf(id).endToEndId }];
          const reference = withReferences ? { servicerReference: `${direction}${[...files].indexOf(id)}` } : {};
          return { amount: `${obligation.amount / 100n}.00`, direction, date, transactions, ...reference };
        };
        const unpaid = [...files].find((id) => !booked.has(id));
        const [paid] = [...booked].find(([, state]) => state === 'paid') ?? [];
        if (pays && unpaid !== undefined) {
          entries.push(lineOf(unpaid, 'DBIT'));
          booked.set(unpaid, 'paid');
        }
        if (returns && paid !== undefined) {
          entries.push(lineOf(paid, 'CRDT'));
          booked.set(paid, 'returned');
        }
        for (let fee = 0; fee < fees; fee += 1) entries.push({ amount: '0.50', date, text: 'fee' });
        foreign += fees;
        ledger.push(entries);
        const sent = [{ day: i, kind: 'statement' as const }, ...reports].flatMap(({ day, kind }) => {
          const lines = ledger[day];
          return lines === undefined ? [] : [camtText({ kind, id: `${kind}-${day}`, entries: lines })];
        });
        await live(crashAt, sent);
      }
      // The newest of everything once more, and nobody dies.
      await live(
        0,
        ledger.map((entries, day) => camtText({ id: `statement-${day}`, entries })),
      );

      const { journal } = openWorld(world);
      const states = new Map(allPayments(journal).map(({ id, state }) => [id, state]));
      for (const [id, state] of booked) expect(states.get(id)).toBe(state === 'paid' ? 'settled' : 'returned');
      for (const [id, state] of states) if (!booked.has(id)) expect(['intended', 'handed-over']).toContain(state);
      expect(new Set(states.keys())).toEqual(files);
      expect(openQuestions(journal)).toHaveLength(foreign);
      // Each obligation is covered once, whatever was returned: by one payment that is settled or on its way.
      for (const { id } of obligations) {
        const towards = [...states].filter(([payment]) => payment.startsWith(`${id}/`)).map(([, state]) => state);
        const returned = towards.filter((state) => state === 'returned').length;
        expect(towards.length - returned).toBe(returned >= 3 ? 0 : 1);
      }
    }),
    { numRuns: 60 },
  );
});
