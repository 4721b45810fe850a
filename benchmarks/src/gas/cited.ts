/**
 * Figures that others measured, for what cannot be had from npm. They stand in for a rival, and the answer says so each
 * time: their token, their chain and their year may differ from ours.
 */
export const CITED = {
  /**
   * 0xSplits v2, push split, `distribute` to two recipients, of USDC that lies in the split already; getting it there is
   * left out. Its npm packages hold ABIs and addresses, and no bytecode.
   */
  splitsDistributeUsdc: 81_498,
  /**
   * The same of the token that is used here, measured once outside of this run: built from
   * github.com/0xSplits/splits-contracts-monorepo at 71f09d3 as its `optimized` profile says (solc 0.8.23, via IR,
   * 5,000,000 runs), OpenZeppelin 4.9.6, solady 0.0.161, on anvil, between holders, 2026-11-23.
   */
  splitsDistribute: 67_594,
  /** Golem's batched payments from the payer's wallet, packed, OpenZeppelin ERC-20, recipients who hold some: gas each. */
  golemPayment: new Map([
    [10, 13_100],
    [100, 10_100],
  ]),
  /** iExec PoCo, one task, all transactions, by the number of workers. */
  pocoTask: new Map([
    [1, 1_810_000],
    [5, 3_410_000],
  ]),
} as const;
