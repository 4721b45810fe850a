import type { Hex, TransactionReceipt } from 'viem';

/** A transaction that did what it was sent for. */
export interface Sent {
  transactionHash: Hex;
  gasUsed: bigint;
}

export function sentBy({ transactionHash, gasUsed }: TransactionReceipt): Sent {
  return { transactionHash, gasUsed };
}
