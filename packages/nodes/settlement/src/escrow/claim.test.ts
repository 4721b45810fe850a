import { type Address, signedVoucherStatement } from '@gristmill/protocol';
import { hashTypedData } from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPROVING_WALLET, type Network, startNetwork } from '../../test/network.ts';
import { escrowAbi } from '../abi/escrow.ts';
import { type ChainConnection, connectChain } from '../chain/chain.ts';
import { reservationTypedData, voucherStatementTypedData, voucherTypedData } from '../chain/typed-data.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});

afterAll(async () => {
  await network?.chain.stop();
});

describe('a statement', () => {
  test('pays all its payees by one signature, what it cannot pay it names, and a second time nothing', async () => {
    const { hub, someone, payerWith } = network;
    const [payer, one, two, three] = [await payerWith(100n), await someone(), await someone(), await someone()];
    const promises = [
      { payee: one.signer, cumulative: 40n },
      { payee: two.signer, cumulative: 61n },
      { payee: three.signer, cumulative: 60n },
    ];
    const signed = await hub.signStatement({ payer: payer.signer, promises });
    expect(signedVoucherStatement.parse(signed)).toEqual(signed);
    const { claims, skipped } = await three.claimStatement(signed);
    expect(claims).toMatchObject([
      { payee: one.signer, units: 40n },
      { payee: three.signer, units: 60n },
    ]);
    expect(skipped).toMatchObject([
      { payee: two.signer, reason: expect.stringContaining('BalanceTooSmall') as string },
    ]);
    expect((await three.claimStatement(signed)).claims).toEqual([]);
  });

  test('that is not for here, says nothing or is not signed by its signer is refused before it costs anything', async () => {
    const { hub, someone } = network;
    const payee = await someone();
    const promises = [{ payee: payee.signer, cumulative: 1n }];
    const good = await hub.signStatement({ payer: payee.signer, promises });
    const changed = (changes: object) =>
      payee.claimStatement({ ...good, statement: { ...good.statement, ...changes } });
    await expect(changed({ chainId: 1 })).rejects.toMatchObject({ code: 'VOUCHER_WRONG_CHAIN' });
    await expect(changed({ escrow: payee.signer })).rejects.toMatchObject({ code: 'VOUCHER_WRONG_ESCROW' });
    await expect(changed({ promises: [] })).rejects.toMatchObject({ code: 'CLAIM_EMPTY' });
    const beyond = [{ payee: payee.signer, cumulative: 2n ** 96n }];
    await expect(changed({ promises: beyond })).rejects.toMatchObject({ code: 'UNITS_OUT_OF_RANGE' });
    await expect(hub.signStatement({ payer: payee.signer, promises: beyond })).rejects.toMatchObject({
      code: 'UNITS_OUT_OF_RANGE',
    });
    for (const changes of [{ payer: hub.signer }, { promises: [...promises, ...promises] }, { signer: payee.signer }]) {
      await expect(changed(changes)).rejects.toMatchObject({ code: 'STATEMENT_SIGNATURE_INVALID' });
    }
  });
});

describe('a contract wallet as signer (ERC-1271)', () => {
  let wallet: Address;
  let anybody: ChainConnection;

  beforeAll(async () => {
    const { chain, rpcUrl, controls } = network;
    wallet = chain.accounts[7]!.address;
    await controls.setCode({ address: wallet, bytecode: APPROVING_WALLET });
    anybody = await connectChain(rpcUrl, chain.accounts[6]!.privateKey);
  });

  const approve = (data: `0x${string}`) => anybody.transact('Approving', { to: wallet, data });

  test('signs vouchers, statements and reservations by its own rules', async () => {
    const { hub, deployment, someone, payerWith } = network;
    const { chainId, escrow } = deployment;
    const [payer, payee] = [await payerWith(100n, wallet), await someone()];
    const channel = { payer: payer.signer, signer: wallet, payee: payee.signer };

    const voucher = { chainId, escrow, ...channel, cumulative: 30n };
    const signed = { voucher, signature: '0x01' as const };
    await expect(payee.verifyVoucher(signed, { signer: wallet })).rejects.toMatchObject({
      code: 'VOUCHER_SIGNATURE_INVALID',
    });
    await approve(hashTypedData(voucherTypedData(voucher)));
    expect(await payee.verifyVoucher(signed, { signer: wallet, payee: payee.signer })).toEqual({
      units: 30n,
      payableUntil: null,
    });
    expect(await payee.claim(signed)).toMatchObject({ units: 30n });
    // A batch takes signatures of keys only; this one goes alone.
    await expect(payee.claimMany([signed])).rejects.toMatchObject({ code: 'VOUCHER_SIGNATURE_INVALID' });

    const reservation = { chainId, escrow, ...channel, cumulative: 50n, releases: 0 };
    await expect(payee.sendReservation({ reservation, signature: '0x01' })).rejects.toMatchObject({
      errorName: 'InvalidSignature',
    });
    await approve(hashTypedData(reservationTypedData(reservation)));
    await payee.sendReservation({ reservation, signature: '0x01' });
    expect(await payee.reservationOf(channel)).toMatchObject({ reservedUnits: 50n });

    const statement = {
      chainId,
      escrow,
      payer: payer.signer,
      signer: wallet,
      promises: [{ payee: payee.signer, cumulative: 60n }],
    };
    await expect(payee.claimStatement({ statement, signature: '0x01' })).rejects.toMatchObject({
      code: 'STATEMENT_SIGNATURE_INVALID',
    });
    await approve(hashTypedData(voucherStatementTypedData(statement)));
    expect((await hub.claimStatement({ statement, signature: '0x01' })).claims).toMatchObject([{ units: 30n }]);
  });
});

test('invariant 3: what is signed here is what the contract hashes', async () => {
  const { hub, deployment, rpcUrl, chain } = network;
  const { chainId, escrow } = deployment;
  const [payer, payee] = [chain.accounts[3]!.address, chain.accounts[4]!.address];
  const { reader } = await connectChain(rpcUrl, chain.accounts[0]!.privateKey);
  const ofEscrow = { address: escrow, abi: escrowAbi } as const;
  const { signer } = hub;

  const voucher = { chainId, escrow, payer, signer, payee, cumulative: 5n };
  expect(hashTypedData(voucherTypedData(voucher))).toBe(
    await reader.readContract({ ...ofEscrow, functionName: 'hashVoucher', args: [voucher] }),
  );
  const reservation = { ...voucher, releases: 3 };
  expect(hashTypedData(reservationTypedData(reservation))).toBe(
    await reader.readContract({ ...ofEscrow, functionName: 'hashReservation', args: [reservation] }),
  );
  const statement = {
    chainId,
    escrow,
    payer,
    signer,
    promises: [voucher, { payee: payer, cumulative: 2n ** 96n - 1n }],
  };
  const { message } = voucherStatementTypedData(statement);
  expect(hashTypedData(voucherStatementTypedData(statement))).toBe(
    await reader.readContract({ ...ofEscrow, functionName: 'hashStatement', args: [payer, signer, message.promises] }),
  );
});
