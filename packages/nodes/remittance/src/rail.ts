import type { Asset } from '@gristmill/protocol';
import type { CivilDate } from '@gristmill/tax';
import type { RailTiming } from './rail-timing.ts';

/** A payment as the journal announced it. All that a rail writes comes from here, so that it can be written again. */
export interface AnnouncedPayment {
  /** What is paid only once. */
  id: string;
  /** Minor units of the rail's asset. */
  units: bigint;
  executionDate: CivilDate;
  announcedAtMs: number;
}

/** What a rail has of a payment: the outcome itself (on chain), or that the bank has the order and will report. */
export interface Handover {
  settled: boolean;
  /** Transaction hash, or the file's name and sha-256; null when an earlier run has seen it and nobody else knows. */
  evidence: string | null;
}

/** What statement lines of a rail's payments look like. */
export interface BankRoute {
  /** The account that is charged. */
  account: string;
  creditorAccount: string;
  /** What the authority is told. */
  reference: string;
}

/** A way to an authority: the vault on chain, or files to a bank. One rail pays one taxpayer's tax to one authority. */
export interface Rail {
  readonly name: string;
  readonly asset: Asset;
  readonly timing: RailTiming;
  /** Null where the rail has no limit. Larger sums are paid in parts. */
  readonly largestPayment: bigint | null;
  readonly route: BankRoute | null;
  /** What there is to pay with, payments that wait for the bank not yet taken off; null where nobody knows. */
  availableUnits(): Promise<bigint | null>;
  /** What this rail has already been given of a payment, whether or not that run lived to record it. */
  find(paymentId: string): Promise<Handover | null>;
  /** Gives the payment away; a second time for the same id must not pay again. */
  handOver(payment: AnnouncedPayment): Promise<Handover>;
}
