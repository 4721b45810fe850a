import type { Address, Settlement } from '@gristmill/protocol';
import { depositOf, openPurse, promisedBy } from './deposit.ts';
import { invariantBroken } from './errors.ts';
import type { Recorder } from './recorder.ts';
import type { Sessions } from './sessions.ts';
import { type Account, promisedUnits, type State } from './state.ts';

export interface Paymaster {
  /**
   * Promises everyone all that they have earned: one cumulative voucher for each payer and payee that is behind. Each is
   * in the journal before it is sent. Nothing is promised that the payer's deposit does not cover: gives the payers for
   * whom something is left unpromised, with what they have funded.
   */
  settle(): Promise<ReadonlyMap<Address, bigint>>;
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
  let last: Promise<ReadonlyMap<Address, bigint>> = Promise.resolve(new Map());

  async function issueAll(): Promise<ReadonlyMap<Address, bigint>> {
    const due = [...state.accounts.values()]
      .filter((account) => account.earnedUnits > promisedUnits(account))
      .map((account) => ({ account, earned: account.earnedUnits }));
    const short = new Map<Address, bigint>();
    if (due.length === 0) return short;
    // What a voucher promises must be earned in the journal too, or a crash could leave it promised for nothing.
    await recorder.settled();
    for (const [payer, theirs] of Map.groupBy(due, ({ account }) => account.payer)) {
      const deposit = await depositOf(settlement, payer);
      const purse = openPurse(deposit, promisedBy(state, payer));
      for (const { account, earned } of theirs) {
        const owedUnits = earned - promisedUnits(account);
        const units = purse.take(account.payee, owedUnits);
        if (units < owedUnits) short.set(payer, deposit.fundedUnits);
        if (units > 0n) await issue(account, promisedUnits(account) + units);
      }
    }
    await recorder.settled();
    return short;
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
      last = last.then(issueAll, issueAll);
      return last;
    },
  };
}
