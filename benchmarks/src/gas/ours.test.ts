import { expect, it } from 'vitest';
import { startChain } from './chain.ts';
import { gasSummary } from './gas-cases.ts';
import { deployOurs, measureOurs } from './ours.ts';

it('measures our own contracts on a chain of their own, and they reach their goals', async () => {
  const chain = await startChain();
  try {
    const ours = await measureOurs(await deployOurs(chain), [1, 10, 100]);
    expect(gasSummary(ours)).toMatchObject({ goalsMet: '6 of 6', goalsMissed: 'none' });
    // What is reserved, shared or known already costs less than what is not.
    expect(ours.collectReserved).toBeLessThan(ours.collect);
    expect(ours.claimReserved).toBeLessThan(ours.claim);
    expect(ours.claim).toBeLessThan(ours.claimFirst);
    expect(ours.claimStatement.get(100)).toBeLessThan(ours.claimMany.get(100)!);
  } finally {
    await chain.stop();
  }
}, 120_000);
