import { cidOf } from '@gristmill/protocol';
import { keccak256 } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHALLENGE_DELAY, type Network, startNetwork } from '../../test/network.ts';
import { localJurors } from '../chain/local-chain.ts';
import { createStakeClient } from './client.ts';
import { type StakeEvent, watchStake } from './watch-stake.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

test('the life of a bond is told, from the first unit to the award', async () => {
  const { rpcUrl, deployment, someone, chain } = network;
  const owner = await someone();
  await owner.mint({ to: owner.signer, units: 100n });
  const clientOf = (key: `0x${string}`) => createStakeClient({ rpcUrl, key, deployment });
  const provider = await clientOf(owner.key);
  const jurors = await Promise.all(localJurors().map(({ privateKey }) => clientOf(privateKey)));

  await provider.bond({ units: 100n });
  const { withdrawableAt } = await provider.requestUnbonding({ units: 60n });
  await provider.requestUnbonding({ units: 0n });
  const verdict = {
    provider: provider.signer,
    task: keccak256('0x01'),
    claimedResult: keccak256('0x02'),
    rightResult: keccak256('0x03'),
    units: 40n,
    prover: provider.signer,
    requestor: chain.accounts[5]!.address,
    evidence: cidOf('evidence'),
  };
  await provider.slash(await Promise.all(jurors.slice(0, 2).map((juror) => juror.signVerdict(verdict))));
  await provider.collectAward();
  await provider.requestUnbonding({ units: 60n });
  await chain.increaseTime(CHALLENGE_DELAY);
  await provider.unbond();

  const events: StakeEvent[] = [];
  for await (const batch of watchStake({ rpcUrl, deployment, pollMs: 10 })) {
    events.push(...batch.events);
    if (batch.events.at(-1)?.type === 'unbonded') break;
  }
  const by = { provider: provider.signer };
  expect(events).toMatchObject([
    { type: 'bonded', ...by, units: 100n, bondedUnits: 100n },
    { type: 'unbonding-requested', ...by, units: 60n, withdrawableAt },
    { type: 'unbonding-requested', ...by, units: 0n, withdrawableAt: null },
    { type: 'slashed', ...verdict },
    { type: 'award-collected', owner: provider.signer, units: 20n },
    { type: 'unbonding-requested', ...by, units: 60n },
    { type: 'unbonded', ...by, units: 60n },
  ]);
});
