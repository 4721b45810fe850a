import type { Address, DelegatedVoucher, GristmillError, Signature, SignedVoucher } from '@gristmill/protocol';
import fc from 'fast-check';
import { concat, encodeFunctionData, type Hex, hashTypedData, parseEther, size, slice, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { escrowAbi } from '../src/abi/escrow.ts';
import { type ChainConnection, connectChain } from '../src/chain/chain.ts';
import type { SettlementClient } from '../src/escrow/client.ts';
import { ChainRevert } from '../src/errors.ts';
import { isSignedByKey } from '../src/chain/signed-by.ts';
import {
  delegatedVoucherTypedData,
  delegationTypedData,
  PACKED_UNITS_MAX,
  voucherTypedData,
} from '../src/chain/typed-data.ts';
import { claimDelegatedArgs, verifyVoucher } from '../src/escrow/verify-voucher.ts';
import { APPROVING_WALLET, CHALLENGE_DELAY, type Network, startNetwork } from './network.ts';

/** For a longer run: VOUCHER_CASES=10000 npx vitest run packages/nodes/settlement/test/voucher */
const CASES = Number(process.env['VOUCHER_CASES'] ?? 60);
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const N = 10n;

let network: Network;
/** Sends what it is told to, without looking at it first. */
let anybody: ChainConnection;
let rich: SettlementClient;
let payer: Address;
let wallet: Address;
const KEY: Hex = `0x${'11'.repeat(32)}`;
const key = privateKeyToAccount(KEY);
const delegate = privateKeyToAccount(`0x${'22'.repeat(32)}`);
let salts = 0;

beforeAll(async () => {
  network = await startNetwork();
  const { rpcUrl, chain, controls, hub } = network;
  anybody = await connectChain(rpcUrl, chain.accounts[2]!.privateKey);
  wallet = chain.accounts[7]!.address;
  await controls.setCode({ address: wallet, bytecode: APPROVING_WALLET });
  await hub.sendGas({ to: key.address as Address, wei: parseEther('1') });
  rich = await network.someone();
  payer = rich.signer;
  await rich.mint({ to: payer, units: 1_000_000n });
  for (const signer of [key.address as Address, wallet]) await rich.deposit({ signer, units: 50n });
  const planned = await network.twinOf({ key: chain.accounts[5]!.privateKey });
  await planned.setPayoutPlan({ wallet: planned.signer, authority: 'us/irs', setAsidePpm: 300_000 });
}, 60_000);

afterAll(async () => {
  await network?.chain.stop();
});

const payees = () => ({
  person: '0x00000000000000000000000000000000000000A1' as Address,
  other: '0x00000000000000000000000000000000000000a2' as Address,
  planned: network.chain.accounts[5]!.address,
  escrow: network.deployment.escrow,
  token: network.deployment.token,
  zero: '0x0000000000000000000000000000000000000000' as Address,
});

/** Mostly the first, now and then one of the others. */
const mostly = <const Usual, const Rare>(usual: Usual, ...rare: Rare[]) =>
  fc.oneof({ weight: 6 * rare.length, arbitrary: fc.constant(usual) }, ...rare.map((each) => fc.constant(each)));
/** What may be wrong with a signature. */
const flaw = mostly('none', 'compact', 'flipped', 'twin', 'parity', 'short', 'long');

const plan = fc.record({
  signer: fc.constantFrom('key', 'wallet'),
  payee: mostly('person', 'other', 'planned', 'escrow', 'token', 'zero'),
  /** What it promises beyond what was claimed, or beyond all that there is. */
  more: fc.oneof(
    { weight: 6, arbitrary: fc.bigInt({ min: -1n, max: N }) },
    fc.constantFrom('all', 'too much', 'beyond'),
  ),
  changedAfterwards: mostly('no', 'payee', 'cumulative', 'payer'),
  flaw,
  delegation: fc.option(
    fc.record({
      delegate: fc.constantFrom('key', 'wallet'),
      limit: mostly('wide', 'exact', 'one short'),
      payer: mostly('any', 'this', 'another'),
      payee: mostly('any', 'this', 'another'),
      expiry: mostly('later', 'past'),
      revoked: mostly('no', 'announced', 'over'),
      flaw,
      elsewhere: mostly(false, true),
    }),
    { nil: undefined, freq: 2 },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

test(
  'invariant 1: verifyVoucher takes exactly the vouchers that the contract pays, and for as much',
  { timeout: 600_000 },
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(plan, async (planned) => {
        const signed = await voucherBy(planned);
        const { signer } = signed.voucher;
        const verdict = await network.hub.verifyVoucher(signed, { signer }).then(
          ({ units }) => ({ units, code: null }),
          (error: unknown) => ({ units: 0n, code: (error as GristmillError).code }),
        );
        const offline =
          'delegation' in signed
            ? null
            : await verifyVoucher(signed, { ...network.deployment, signer }).then(
                () => null,
                (error: unknown) => (error as GristmillError).code,
              );
        const paid = await claimedBy(signed);
        expect({ units: verdict.units, paid: verdict.code === null }).toEqual({
          units: paid ?? 0n,
          paid: paid !== null,
        });
        // What is refused without the chain is refused by it, unless it is a contract wallet's signature.
        if (offline !== null && !(offline === 'VOUCHER_SIGNATURE_INVALID' && planned.signer === 'wallet')) {
          expect(paid).toBeNull();
        }
        expect(verdict.code ?? 'PAID').toMatch(
          /^(PAID|VOUCHER_(WRONG_PAYEE|NOT_INCREASING|NOT_COVERED|SIGNATURE_INVALID)|DELEGATION_(OUT_OF_SCOPE|EXPIRED|EXHAUSTED|SIGNATURE_INVALID))$/,
        );
        seen.set(verdict.code ?? 'PAID', (seen.get(verdict.code ?? 'PAID') ?? 0) + 1);
      }),
      { numRuns: CASES },
    );

    // A test that only ever met refusals would prove nothing.
    expect(seen.get('PAID')).toBeGreaterThan(0);
  },
);

/** What `claim` pays for it, sent as it is; null when the contract refuses. */
async function claimedBy(signed: SignedVoucher | DelegatedVoucher): Promise<bigint | null> {
  const { payer: from, signer, payee } = signed.voucher;
  const channel = { payer: from, signer, payee };
  const before = await network.hub.claimedUnits(channel);
  const data =
    'delegation' in signed
      ? encodeFunctionData({ abi: escrowAbi, functionName: 'claimDelegated', args: claimDelegatedArgs(signed) })
      : encodeFunctionData({ abi: escrowAbi, functionName: 'claim', args: [signed.voucher, signed.signature] });
  try {
    await anybody.transact('Claiming', { to: network.deployment.escrow, data });
  } catch (error) {
    if (error instanceof ChainRevert) return null;
    throw error;
  }
  return (await network.hub.claimedUnits(channel)) - before;
}

async function voucherBy({ delegation: under, ...planned }: Plan): Promise<SignedVoucher | DelegatedVoucher> {
  const { deployment, hub } = network;
  const { chainId, escrow } = deployment;
  const signer = planned.signer === 'key' ? (key.address as Address) : wallet;
  const payee = payees()[planned.payee];
  const claimed = await hub.claimedUnits({ payer, signer, payee });
  const left = (await hub.escrowAccount(payer, signer)).balanceUnits;
  if (left < N) await rich.deposit({ signer, units: 50n });
  const { balanceUnits } = await hub.escrowAccount(payer, signer);
  const more = { all: balanceUnits, 'too much': balanceUnits + 1n, beyond: 2n ** 96n };
  const asked = claimed + (typeof planned.more === 'bigint' ? planned.more : more[planned.more]);
  const cumulative = asked < 0n ? 0n : asked;
  const voucher = { chainId, escrow, payer, signer, payee, cumulative };
  const changed = {
    ...voucher,
    ...(planned.changedAfterwards === 'payee' && { payee: payees().other }),
    ...(planned.changedAfterwards === 'cumulative' && { cumulative: cumulative + 1n }),
    ...(planned.changedAfterwards === 'payer' && { payer: hub.signer }),
  };
  if (under === undefined) {
    const digest = hashTypedData(voucherTypedData(voucher));
    return { voucher: changed, signature: broken(await signatureOf(planned.signer, key, digest), planned.flaw) };
  }

  const now = await hub.blockTimestamp();
  salts += 1;
  const amount = cumulative > claimed ? cumulative - claimed : 0n;
  const exact = amount < PACKED_UNITS_MAX ? amount : PACKED_UNITS_MAX;
  const limit = { wide: PACKED_UNITS_MAX, exact, 'one short': exact > 0n ? exact - 1n : 0n }[under.limit];
  const expiry = { later: now + 100 * CHALLENGE_DELAY, past: now }[under.expiry];
  const party = (choice: 'any' | 'this' | 'another', own: Address) =>
    choice === 'any' ? null : choice === 'this' ? own : hub.signer;
  const delegation = {
    chainId,
    escrow: under.elsewhere ? deployment.stake : escrow,
    signer,
    delegate: under.delegate === 'key' ? (delegate.address as Address) : wallet,
    payer: party(under.payer, payer),
    payee: party(under.payee, payee),
    limit,
    expiry,
    salt: toHex(salts, { size: 32 }),
  };
  if (under.revoked !== 'no' && planned.signer === 'key') {
    const own = await network.twinOf({ key: KEY });
    await own.revokeDelegation(delegation);
    if (under.revoked === 'over') await network.chain.increaseTime(CHALLENGE_DELAY);
  }
  const word = await signatureOf(planned.signer, key, hashTypedData(delegationTypedData(delegation)));
  const digest = hashTypedData(delegatedVoucherTypedData(voucher, delegation));
  return {
    voucher: changed,
    signature: broken(await signatureOf(under.delegate, delegate, digest), planned.flaw),
    delegation: { delegation, signature: broken(word, under.flaw) },
  };
}

/** A key signs; a wallet approves the digest on chain, and takes whatever bytes come. */
async function signatureOf(kind: 'key' | 'wallet', account: typeof key, digest: Hex): Promise<Signature> {
  if (kind === 'key') return await account.sign({ hash: digest });
  await anybody.transact('Approving', { to: wallet, data: digest });
  return '0xc0ffee';
}

function broken(signature: Signature, how: typeof flaw extends fc.Arbitrary<infer Value> ? Value : never): Signature {
  if (size(signature) !== 65) return signature;
  const [r, s, v] = [slice(signature, 0, 32), BigInt(slice(signature, 32, 64)), Number(slice(signature, 64))];
  const with27 = (other: bigint, parity: number) => concat([r, toHex(other, { size: 32 }), toHex(parity, { size: 1 })]);
  switch (how) {
    case 'none':
      return signature;
    case 'compact':
      return concat([r, toHex(s + (v === 28 ? 2n ** 255n : 0n), { size: 32 })]);
    case 'flipped':
      return with27(s ^ 1n, v);
    case 'twin':
      return with27(ORDER - s, 55 - v);
    case 'parity':
      return with27(s, v - 27);
    case 'short':
      return slice(signature, 0, 63);
    case 'long':
      return concat([signature, '0x00']);
  }
}

test('invariant 2: a key’s signature counts here exactly when it counts to the contract', async () => {
  const { chainId, escrow } = network.deployment;
  const abi = escrowAbi;
  const anyBytes = fc.uint8Array({ minLength: 63, maxLength: 66 }).map((bytes) => toHex(bytes));
  await fc.assert(
    fc.asyncProperty(
      flaw,
      fc.option(anyBytes, { nil: undefined, freq: 3 }),
      fc.bigInt({ min: 1n, max: N }),
      async (how, bytes, cumulative) => {
        const voucher = { chainId, escrow, payer, signer: key.address as Address, payee: payees().person, cumulative };
        const digest = hashTypedData(voucherTypedData(voucher));
        const signature = bytes ?? broken(await key.sign({ hash: digest }), how);
        const refusal = await anybody
          .read('Claiming', (reader) =>
            reader.simulateContract({ address: escrow, abi, functionName: 'claim', args: [voucher, signature] }),
          )
          .then(
            () => null,
            (error: unknown) => (error as ChainRevert).errorName,
          );
        expect(await isSignedByKey(voucher.signer, digest, signature)).toBe(refusal !== 'InvalidSignature');
      },
    ),
    { numRuns: 100 },
  );
});
