import { type DepositAuthorization, depositAuthorization } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from '../../test/network.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

test('who has no coin for gas deposits by a signature, which a hub brings to the chain, once', async () => {
  const { hub, someone } = network;
  const payer = await someone({ gas: false });
  await hub.mint({ to: payer.signer, units: 100n });
  const word = await payer.signDeposit({ signer: hub.signer, units: 60n });
  expect(depositAuthorization.parse(JSON.parse(JSON.stringify({ ...word, units: String(word.units) })))).toEqual(word);
  await hub.depositAuthorized(word);
  expect(await hub.escrowAccount(payer.signer, hub.signer)).toMatchObject({ fundedUnits: 60n });
  expect(await hub.balanceOf(payer.signer)).toBe(40n);
  await expect(hub.depositAuthorized(word)).rejects.toMatchObject({ errorName: 'ERC3009UsedAuthorization' });
  // Another of the same amount is another word.
  await hub.depositAuthorized(await payer.signDeposit({ signer: hub.signer, units: 40n }));
  expect(await hub.fundedUnits(payer.signer)).toBe(100n);
});

test('a word for elsewhere, for another signer, changed or out of time is refused before it costs anything', async () => {
  const { hub, chain, someone } = network;
  const [payer, thief] = [await someone({ gas: false }), await someone()];
  await hub.mint({ to: payer.signer, units: 100n });
  const word = await payer.signDeposit({ signer: hub.signer, units: 50n, validSeconds: 60 });
  const changed = (changes: Partial<DepositAuthorization>) => thief.depositAuthorized({ ...word, ...changes });
  await expect(changed({ chainId: 1 })).rejects.toMatchObject({ code: 'DEPOSIT_WRONG_CHAIN' });
  await expect(changed({ escrow: hub.signer })).rejects.toMatchObject({ code: 'DEPOSIT_WRONG_ESCROW' });
  // Whoever brings it cannot turn it to an account of its own.
  await expect(changed({ signer: thief.signer })).rejects.toMatchObject({ code: 'DEPOSIT_SIGNATURE_INVALID' });
  await expect(changed({ units: 51n })).rejects.toMatchObject({ code: 'DEPOSIT_SIGNATURE_INVALID' });
  await expect(changed({ validAfter: word.validBefore })).rejects.toMatchObject({ code: 'DEPOSIT_NOT_VALID_NOW' });
  await chain.increaseTime(60);
  await expect(changed({})).rejects.toMatchObject({ code: 'DEPOSIT_NOT_VALID_NOW' });
  expect(await hub.balanceOf(payer.signer)).toBe(100n);
});

test('deposits by permit and by approval from two processes with one key all arrive', async () => {
  const { hub, someone, twinOf } = network;
  const payer = await someone();
  await payer.mint({ to: payer.signer, units: 127n });
  const twin = await twinOf(payer);
  const deposits = [payer, twin].flatMap((client, i) =>
    (['permit', 'approval', 'permit'] as const).map((by, j) => ({ client, by, units: 2n ** BigInt(3 * i + j) })),
  );
  await Promise.all(deposits.map(({ client, by, units }) => client.deposit({ signer: hub.signer, units, by })));
  expect(await hub.fundedUnits(payer.signer)).toBe(63n);
  expect(await hub.balanceOf(payer.signer)).toBe(64n);
});
