import { setImmediate } from 'node:timers/promises';
import { deviceKeyFromPrivateKey, type Settlement } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { createMemorySettlement } from '../test/memory-ports.ts';
import { createPaymaster } from './paying.ts';
import { createRecorder } from './recorder.ts';
import { createSessions } from './sessions.ts';
import { type Account, emptyState } from './state.ts';

const fail = (error: unknown): never => {
  throw error;
};

it('lets the hub do something else while it signs for many, and leaves nobody out', async () => {
  const state = emptyState();
  const [payer, ...payees] = Array.from({ length: 101 }, (_, i) =>
    deviceKeyFromPrivateKey(new Uint8Array(32).fill(i + 1)),
  );
  for (const payee of payees) {
    const account: Account = { payer: payer!.address, payee: payee.address, earnedUnits: 7n, promised: null };
    state.accounts.set(`${payer!.address}/${payee.address}`, account);
  }
  const recorder = createRecorder({
    journal: {
      // A disk takes its time.
      append: async () => {
        await setImmediate();
        return [];
      },
      read: () => [],
      size: 0,
      close: async () => {},
    },
    state,
    onFailure: fail,
    onError: fail,
  });
  let signedInTurn = 0;
  let signedInTurnMost = 0;
  const ledger = createMemorySettlement(payer!, 1_000n);
  const settlement: Settlement = {
    ...ledger,
    async signVoucher(promise) {
      signedInTurn += 1;
      signedInTurnMost = Math.max(signedInTurnMost, signedInTurn);
      return ledger.signVoucher(promise);
    },
  };
  let isOver = false;
  const turns = (async () => {
    while (!isOver) {
      await setImmediate();
      signedInTurn = 0;
    }
  })();
  const paymaster = createPaymaster({ state, recorder, sessions: createSessions({ onError: fail }), settlement });

  expect(await paymaster.settle()).toEqual({ issued: 100, short: new Map() });
  isOver = true;
  await turns;
  expect([...state.accounts.values()].map(({ promised }) => promised!.voucher.cumulative)).toEqual(
    payees.map(() => 7n),
  );
  expect(signedInTurnMost).toBeLessThanOrEqual(16);
  expect(await paymaster.settle()).toEqual({ issued: 0, short: new Map() });
});
