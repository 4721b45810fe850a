import type { Address, Settlement } from '@gristmill/protocol';
import { depositOf, openPurse, promisedBy } from './deposit.ts';
import { invariantBroken } from './errors.ts';
import type { Recorder } from './recorder.ts';
import type { Sessions } from './sessions.ts';
import { type Account, promisedUnits, type State } from './state.ts';

export interface Paymaster {
  /**
   * Promises everyone all that they have earned: one cumulative voucher for each payer and payee that is behind. Each is
   * in the journal before it is sent. Nothing is promised that the payer's deposit does not cover.
   */
  settle(): Promise<Settled>;
}

interface Settled {
  /** How many vouchers were issued. */
  issued: number;
  /** The payers for whom something is left unpromised, with what they have funded. */
  short: ReadonlyMap<Address, bigint>;
}

/** Vouchers signed at a stretch: each takes most of a millisecond, in which a hub does nothing else. */
const SIGNED_AT_ONCE_MAX = 16;

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
  let last: Promise<unknown> = Promise.resolve();

  async function issueAll(): Promise<Settled> {
    const due = [...state.accounts.values()]
      .filter((account) => account.earnedUnits > promisedUnits(account))
      .map((account) => ({ account, earned: account.earnedUnits }));
    const short = new Map<Address, bigint>();
    let issued = 0;
    if (due.length === 0) return { issued, short };
    // What a voucher promises must be earned in the journal too, or a crash could leave it promised for nothing.
    await recorder.settled();
    for (const [payer, theirs] of Map.groupBy(due, ({ account }) => account.payer)) {
      const deposit = await depositOf(settlement, payer);
      const purse = openPurse(deposit, promisedBy(state, payer));
      for (const { account, earned } of theirs) {
        const owedUnits = earned - promisedUnits(account);
        const units = purse.take(account.payee, owedUnits);
        if (units < owedUnits) short.set(payer, deposit.fundedUnits);
        if (units === 0n) continue;
        await issue(account, promisedUnits(account) + units);
        issued += 1;
        if (issued % SIGNED_AT_ONCE_MAX === 0) await recorder.settled();
      }
    }
    await recorder.settled();
    return { issued, short };
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
      const settled = last.then(issueAll, issueAll);
      last = settled;
      return settled;
    },
  };
}
