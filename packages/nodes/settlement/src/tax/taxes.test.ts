import { cidOfBytes } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from '../../test/network.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

test('set-aside money comes back against a filed return, by the word of the authority, once', async () => {
  const { hub, chain, twinOf, someone, payerWith } = network;
  const authority = await twinOf({ key: chain.accounts[9]!.privateKey });
  const [payer, provider] = [await payerWith(100n), await someone()];
  await provider.setPayoutPlan({ wallet: provider.signer, authority: 'us/irs', setAsidePpm: 400_000 });
  await provider.claim(await hub.signVoucher({ payer: payer.signer, payee: provider.signer, cumulative: 100n }));
  expect(await hub.setAsideOf(provider.signer, 'us/irs')).toBe(40n);

  const filedReturn = cidOfBytes(new TextEncoder().encode('1040: all was withheld'));
  const refund = { taxpayer: provider.signer, authority: 'us/irs', filedReturn, units: 25n };
  const own = await provider.signRefund(refund);
  await expect(provider.refund(own)).rejects.toMatchObject({ errorName: 'RefundNotSigned' });
  const signed = await authority.signRefund(refund);
  await expect(hub.refund(signed)).rejects.toMatchObject({ errorName: 'RefundNotSigned' });
  await provider.refund(signed);
  expect(await hub.balanceOf(provider.signer)).toBe(85n);
  expect(await hub.setAsideOf(provider.signer, 'us/irs')).toBe(15n);
  await expect(provider.refund(signed)).rejects.toMatchObject({ errorName: 'AlreadyRefunded' });
});

test('who drops its plan is paid at its own address', async () => {
  const { hub, irs, someone, payerWith } = network;
  const [payer, provider] = [await payerWith(100n), await someone()];
  await provider.setPayoutPlan({ wallet: irs, authority: 'us/irs', setAsidePpm: 1_000_000 });
  await provider.clearPayoutPlan();
  expect(await hub.payoutPlan(provider.signer)).toBeNull();
  await provider.claim(await hub.signVoucher({ payer: payer.signer, payee: provider.signer, cumulative: 10n }));
  expect(await hub.balanceOf(provider.signer)).toBe(10n);
  await expect(provider.clearPayoutPlan()).rejects.toMatchObject({ errorName: 'NoPlan' });
});
