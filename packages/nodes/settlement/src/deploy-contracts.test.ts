import { address } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from '../test/network.ts';
import { openChain } from './chain/chain.ts';
import { createSettlementClient } from './escrow/client.ts';
import { deployContracts } from './deploy-contracts.ts';
import { createStakeClient } from './stake/client.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

test('a network settles in a token that is there already, also in an older one that does not tell its domain', async () => {
  const { rpcUrl, chain, controls } = network;
  const { token } = network.deployment;
  const [deployer, hubKey, payerKey] = chain.accounts;
  // The play money as it is, but for EIP-5267: its selector leads nowhere.
  const { reader } = await openChain(rpcUrl);
  const code = (await reader.getCode({ address: token }))!;
  expect(code).toContain('84b0196e');
  await controls.setCode({ address: token, bytecode: code.replace('84b0196e', 'ffffffff') as `0x${string}` });

  const options = {
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [],
    asset: { token, code: 'USD', decimals: 6 },
  };
  await expect(deployContracts(options)).rejects.toMatchObject({ code: 'JURORS_MISSING' });
  const jurors = [1, 2, 3].map((n) => chain.accounts[n]!.address);
  const deployment = await deployContracts({ ...options, jurors, quorum: 3, proverSharePpm: 1 });
  expect(deployment).toMatchObject({ token, asset: { code: 'USD', decimals: 6 } });
  expect(deployment.escrow).not.toBe(network.deployment.escrow);

  const as = (key: typeof hubKey) => createSettlementClient({ rpcUrl, key: key!.privateKey, deployment });
  const [hub, payer] = [await as(hubKey), await as(payerKey)];
  await network.hub.mint({ to: payer.signer, units: 100n });
  await payer.deposit({ signer: hub.signer, units: 40n });
  await hub.depositAuthorized(await payer.signDeposit({ signer: hub.signer, units: 60n }));
  expect(await hub.fundedUnits(payer.signer)).toBe(100n);
  const stake = await createStakeClient({ rpcUrl, key: payerKey!.privateKey, deployment });
  expect(await stake.terms()).toEqual({ jurors, quorum: 3, unbondingDelaySeconds: 60, proverSharePpm: 1 });
});

test('a token that nobody can sign for says so; an approval still does', async () => {
  const { rpcUrl, chain, controls, deployment } = network;
  const [, hubKey, payerKey] = chain.accounts;
  const { reader } = await openChain(rpcUrl);
  const code = (await reader.getCode({ address: deployment.token }))!;
  // Neither EIP-5267 nor a separator to compare with.
  const silent = address.parse(deployment.token);
  await controls.setCode({
    address: silent,
    bytecode: code.replace('84b0196e', 'ffffffff').replace('3644e515', 'fffffffe') as `0x${string}`,
  });
  const payer = await createSettlementClient({ rpcUrl, key: payerKey!.privateKey, deployment });
  await payer.mint({ to: payer.signer, units: 5n });
  await expect(payer.deposit({ signer: hubKey!.address, units: 5n })).rejects.toMatchObject({
    code: 'TOKEN_DOMAIN_UNKNOWN',
  });
  await payer.deposit({ signer: hubKey!.address, units: 5n, by: 'approval' });
  expect(await payer.escrowAccount(payer.signer, hubKey!.address)).toMatchObject({ fundedUnits: 5n });
});
