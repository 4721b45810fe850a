import type { Asset, Clock, Journal } from '@gristmill/protocol';
import type { Obligation } from './obligation.ts';
import { runRemittance, type Shortfall } from './run-remittance.ts';
import type { Vault } from './vault.ts';
import { vaultRail } from './vault-rail.ts';

export interface RemitDueParameters {
  /** All of one taxpayer to one authority: the ones that `vault` pays. */
  obligations: readonly Obligation[];
  vault: Vault;
  /** What the vault holds. */
  asset: Asset;
  journal: Journal;
  clock: Pick<Clock, 'now'>;
  /** Pay so many days before the due date. */
  leadDays: number;
}

export interface Remittance {
  obligationId: string;
  paymentId: string;
  units: bigint;
  /** Null when an earlier run made the payment and ended before it heard of it. */
  transactionHash: string | null;
  /** Whether the due date had passed when it was recorded. */
  overdue: boolean;
}

export interface RemitDueResult {
  remitted: Remittance[];
  /** What is due and could not be paid, because no more is set aside. */
  shortfalls: Shortfall[];
}

/**
 * Pays from the vault on chain what is due within the lead time: `runRemittance` with one rail. The first failure of
 * the vault or the journal is thrown once everything else is paid; it is safe to call again.
 *
 * @throws RemittanceError as `runRemittance`; and what vault and journal throw.
 */
export async function remitDue(parameters: RemitDueParameters): Promise<RemitDueResult> {
  const { obligations, vault, asset, journal, clock, leadDays } = parameters;
  const rail = vaultRail({ vault, asset, leadDays });
  const { handedOver, shortfalls, failures } = await runRemittance({
    obligations,
    railFor: () => rail,
    journal,
    clock,
  });
  const [failure] = failures;
  if (failure !== undefined) throw failure.error;
  const remitted = handedOver.map(({ obligationId, paymentId, units, evidence, overdue }) => {
    return { obligationId, paymentId, units, transactionHash: evidence, overdue };
  });
  return { remitted, shortfalls };
}
