import { type Address, address } from '@gristmill/protocol';
import fc from 'fast-check';
import { toHex, zeroAddress } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from '../../test/network.ts';
import { startRpcProxy } from '../../test/rpc-proxy.ts';
import { createSettlementClient } from './client.ts';
import { PaymentsInterrupted } from './pay-many.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

const batch = (base: number) => Array.from({ length: 5 }, (_, i) => ({ payee: person(base + i), units: 3n }));
const person = (n: number): Address => address.parse(toHex(0x1000_0000 + n, { size: 20 }));

async function richWith(units: bigint) {
  const rich = await network.someone();
  await rich.mint({ to: rich.signer, units });
  return rich;
}

test('pays each its own, in one transaction, and leaves no allowance behind', async () => {
  const { hub } = network;
  const rich = await richWith(100n);
  const payments = [
    { payee: person(1), units: 10n },
    { payee: person(2), units: 0n },
    { payee: person(1), units: 5n },
    { payee: hub.signer, units: 85n },
  ];
  const paid = await rich.payMany(payments);
  expect(paid).toMatchObject([{ payments }]);
  expect(await Promise.all([person(1), person(2), hub.signer].map((owner) => hub.balanceOf(owner)))).toEqual([
    15n,
    0n,
    85n,
  ]);
  // Nothing is left to pay with, nor anything that the contract might take later.
  await rich.mint({ to: rich.signer, units: 5n });
  await expect(rich.payMany([{ payee: person(1), units: 6n }])).rejects.toMatchObject({ code: 'PAYMENTS_UNFUNDED' });
});

test('invariant 6: what the contract refuses is refused before anything is sent', async () => {
  const { deployment } = network;
  const rich = await richWith(100n);
  const good = { payee: person(3), units: 1n };
  await expect(rich.payMany([])).rejects.toMatchObject({ code: 'PAYMENTS_EMPTY' });
  for (const payee of [address.parse(zeroAddress), deployment.token, deployment.payMany]) {
    await expect(rich.payMany([good, { payee, units: 1n }])).rejects.toMatchObject({ code: 'PAYMENT_PAYEE_INVALID' });
  }
  for (const units of [-1n, 2n ** 96n]) {
    await expect(rich.payMany([good, { ...good, units }])).rejects.toMatchObject({ code: 'UNITS_OUT_OF_RANGE' });
  }
  await expect(rich.payMany([good, { ...good, units: 100n }])).rejects.toMatchObject({
    code: 'PAYMENTS_UNFUNDED',
    message: expect.stringMatching(/101 units.* has 100\./) as string,
  });
  expect(await rich.balanceOf(rich.signer)).toBe(100n);
});

test('more than a block holds goes in several, and every unit arrives', async () => {
  const { controls, hub } = network;
  await controls.setBlockGasLimit({ gasLimit: 1_000_000n });
  try {
    const rich = await richWith(1000n);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt({ min: 1n, max: 9n }), { minLength: 8, maxLength: 40 }), async (amounts) => {
        const payees = amounts.map((_, i) => person(100 + i));
        const before = await Promise.all(payees.map((payee) => hub.balanceOf(payee)));
        await rich.mint({ to: rich.signer, units: 360n });
        const paid = await rich.payMany(amounts.map((units, i) => ({ payee: payees[i]!, units })));
        expect(paid.length).toBe(Math.ceil(amounts.length / 7));
        expect(paid.flatMap(({ payments }) => payments.map(({ units }) => units))).toEqual(amounts);
        for (const { gasUsed } of paid) expect(gasUsed).toBeLessThan(500_000n);
        const after = await Promise.all(payees.map((payee) => hub.balanceOf(payee)));
        expect(after.map((units, i) => units - before[i]!)).toEqual(amounts);
      }),
      { numRuns: 3 },
    );
  } finally {
    await controls.setBlockGasLimit({ gasLimit: 30_000_000n });
  }
});

test.each([
  ['the chain goes away', 'drop', 'CHAIN_UNREACHABLE', 7],
  ['a payment is refused', { code: 3, message: 'execution reverted', data: '0x12345678' }, 'CHAIN_REVERTED', 0],
] as const)('when %s in the middle, it says who was paid and who was not', async (_why, refusal, code, open) => {
  const { controls, deployment, rpcUrl } = network;
  await controls.setBlockGasLimit({ gasLimit: 1_000_000n });
  const proxy = await startRpcProxy(rpcUrl);
  try {
    const { key } = await richWith(100n);
    const rich = await createSettlementClient({ rpcUrl: proxy.rpcUrl, key, deployment });
    const payments = Array.from({ length: 20 }, (_, i) => ({ payee: person(200 + i + 20 * open), units: 5n }));
    // The approval, seven payments, and then:
    const transactions = () => proxy.calls.filter(({ method }) => method === 'eth_sendRawTransaction').length;
    proxy.refuseWith(({ method }) => (method === 'eth_sendRawTransaction' && transactions() > 2 ? refusal : null));
    const error = await rich.payMany(payments).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(PaymentsInterrupted);
    const interrupted = error as PaymentsInterrupted;
    expect(interrupted).toMatchObject({ code: 'PAYMENTS_INTERRUPTED', cause: { code } });
    const paid = interrupted.paid.flatMap((made) => made.payments);
    expect([paid.length, interrupted.open.length, interrupted.unpaid.length]).toEqual([7, open, 13 - open]);
    expect([...paid, ...interrupted.open, ...interrupted.unpaid]).toEqual(payments);
    expect(await Promise.all(payments.map(({ payee }) => network.hub.balanceOf(payee)))).toEqual([
      ...Array.from({ length: 7 }, () => 5n),
      ...Array.from({ length: 13 }, () => 0n),
    ]);
  } finally {
    await proxy.stop();
    await controls.setBlockGasLimit({ gasLimit: 30_000_000n });
  }
});

test('two processes with one key pay all of both, once', async () => {
  const rich = await richWith(60n);
  const twin = await network.twinOf(rich);
  await Promise.all([
    rich.payMany(batch(300)),
    twin.payMany(batch(305)),
    rich.payMany(batch(310)),
    twin.payMany(batch(315)),
  ]);
  for (let i = 300; i < 320; i += 1) expect(await rich.balanceOf(person(i))).toBe(3n);
  expect(await rich.balanceOf(rich.signer)).toBe(0n);
});
