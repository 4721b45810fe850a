import type { Settlement } from '@gristmill/protocol';
import { invariantBroken } from './errors.ts';
import type { Recorder } from './recorder.ts';
import type { Sessions } from './sessions.ts';
import { type Account, promisedUnits, type State } from './state.ts';

export interface Paymaster {
  /**
   * Promises everyone all that they have earned: one cumulative voucher for each payer and payee that is behind. Each is
   * in the journal before it is sent.
   */
  settle(): Promise<void>;
}

export function createPaymaster({
  state,
  recorder,
  sessions,
  settlement,
}: {
  state: State;
  recorder: Recorder;
  sessions: Sessions;
  settlement: Settlement;
}): Paymaster {
  let last: Promise<void> = Promise.resolve();

  async function issueAll(): Promise<void> {
    const due = [...state.accounts.values()]
      .filter((account) => account.earnedUnits > promisedUnits(account))
      .map((account) => ({ account, cumulative: account.earnedUnits }));
    if (due.length === 0) return;
    // What a voucher promises must be earned in the journal too, or a crash could leave it promised for nothing.
    await recorder.settled();
    for (const { account, cumulative } of due) await issue(account, cumulative);
    await recorder.settled();
  }

  async function issue({ payer, payee }: Account, cumulative: bigint): Promise<void> {
    const signed = await settlement.signVoucher({ payer, payee, cumulative });
    const { voucher } = signed;
    if (voucher.payer !== payer || voucher.payee !== payee || voucher.cumulative !== cumulative) {
      throw invariantBroken(
        `Asked for a voucher of ${cumulative} for ${payee}, got ${voucher.cumulative} for ${voucher.payee}.`,
      );
    }
    recorder.record([{ type: 'voucher.issued', data: { signed } }], () => {
      for (const session of sessions.all()) {
        if (session.hello.payee === payee) sessions.send(session.peer, { type: 'payment', voucher: signed });
      }
    });
  }

  return {
    /** One after the other, so that no account is signed for twice at once. */
    settle() {
      last = last.catch(() => {}).then(issueAll);
      return last;
    },
  };
}
