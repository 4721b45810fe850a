import {
  account,
  amount,
  choice,
  close,
  type Contract,
  deposit,
  type Input,
  merkleise,
  type Party,
  type Pay,
  pay,
  role,
  token,
  type Value,
  when,
} from '@gristmill/agreements';
import { type Address, address } from '@gristmill/protocol';
import {
  concatHex,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  keccak256,
  parseAbiParameters,
  size,
  stringToHex,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementAbi } from '../abi/agreement.ts';
import { testDollarAbi, testDollarBytecode } from '../abi/test-dollar.ts';
import { type AgreementClient, createAgreementClient, deployAgreements } from './client.ts';
import { bindRoles, CLOSED_TERMS, encodeTerms } from './encoding.ts';
import { openingItems } from './step.ts';
import { type ChainConnection, connectChain } from '../chain/chain.ts';
import { type LocalChain, startLocalChain } from '../chain/local-chain.ts';

const DAY = 86_400_000n;
const NATIVE = address.parse(zeroAddress);

let chain: LocalChain;
let wallet: ChainConnection;
let usd: Address;
let contract: Address;
let buyer: AgreementClient;
let seller: AgreementClient;
let arbiter: AgreementClient;
let stranger: AgreementClient;

beforeAll(async () => {
  chain = await startLocalChain();
  const keys = chain.accounts.map(({ privateKey }) => privateKey);
  contract = await deployAgreements({ rpcUrl: chain.rpcUrl, key: keys[0]! });
  const as = (index: number) => createAgreementClient({ rpcUrl: chain.rpcUrl, key: keys[index]!, contract });
  [buyer, seller, arbiter, stranger] = await Promise.all([as(1), as(2), as(3), as(4)]);
  wallet = await connectChain(chain.rpcUrl, keys[0]!);
  usd = await deployed(encodeDeployData({ abi: testDollarAbi, bytecode: testDollarBytecode }));
  await wallet.transact('mint', { to: usd, data: mintFor(buyer.signer) });
});

function mintFor(owner: Address): Hex {
  return encodeFunctionData({ abi: testDollarAbi, functionName: 'mint', args: [owner, 1_000n] });
}

/** Deploys a token that does all as the one given, but does not tell what permits are signed under (EIP-5267). */
function withoutPermits(token_: Address): Hex {
  const refuseDomain = '5f3560e01c6384b0196e14603b57';
  const passOn = `365f5f375f5f365f73${token_.slice(2)}5af43d5f5f3e6037573d5ffd5b3d5ff3`;
  return `0x603f8060095f395ff3${refuseDomain}${passOn}5b5f5ffd`;
}

afterAll(() => chain.stop());

async function deployed(data: Hex): Promise<Address> {
  return address.parse((await wallet.transact('deploy', { data })).contractAddress);
}

async function unitsOf(owner: Address): Promise<bigint> {
  return await wallet.reader.readContract({
    address: usd,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [owner],
  });
}

/** A sale that an arbiter decides, for this much; without a decision the seller is paid. */
async function sale(asset: Address = usd): Promise<Contract> {
  const { timestamp } = await wallet.reader.getBlock();
  const now = timestamp * 1000n;
  const price = asset === NATIVE ? amount(100n, token('', '')) : amount(100n, token(asset.slice(2), 'USD'));
  const held = account(role('buyer'));
  const verdict = choice('verdict', role('arbiter'));
  const toSeller = pay(price).from(held).to(role('seller')).then(close);
  return when(deposit(price).by(role('buyer')).into(held))
    .then(
      when(verdict.is(1n))
        .then(toSeller)
        .or(verdict.is(0n))
        .then(close)
        .until(now + 2n * DAY, toSeller),
    )
    .until(now + DAY, close);
}

function addressParty(holder: string): Party {
  return { kind: 'address', address: holder };
}

const one: Value = { kind: 'constant', constant: 1n };

/** ((1 + 1) + 1) + ...: two operations a number, less one. */
function sumOf(numbers: number): Value {
  return numbers === 1 ? one : { kind: 'add', left: sumOf(numbers - 1), right: one };
}

/** 1 + (1 + (1 + ...)): this many operands wait. */
function nested(operands: number): Value {
  return operands === 1 ? one : { kind: 'add', left: one, right: nested(operands - 1) };
}

/** A term before a term, so many times. */
function times(count: number, step: (terms: Contract) => Contract, end: Contract = { kind: 'close' }): Contract {
  return Array.from({ length: count }).reduce<Contract>((terms) => step(terms), end);
}

function asserted(continuation: Contract): Contract {
  return { kind: 'assert', condition: { kind: 'true' }, continuation };
}

function letBe(value: Value, continuation: Contract = { kind: 'close' }): Contract {
  return { kind: 'let', name: 'x', value, continuation };
}

function paid(continuation: Contract): Pay {
  return {
    kind: 'pay',
    from: addressParty(buyer.signer),
    to: { kind: 'party', party: addressParty(seller.signer) },
    token: { currencySymbol: '', tokenName: '' },
    amount: one,
    continuation,
  };
}

function roles(sellerAddress = seller.signer) {
  return { buyer: buyer.signer, seller: sellerAddress, arbiter: arbiter.signer };
}

function paidIn(units = 100n, asset: Address = usd): Input {
  return {
    kind: 'deposit',
    by: { kind: 'role', role: 'buyer' },
    into: { kind: 'role', role: 'buyer' },
    token: { currencySymbol: asset === NATIVE ? '' : asset.slice(2), tokenName: asset === NATIVE ? '' : 'USD' },
    amount: units,
  };
}

function verdictOf(chosen: bigint): Input {
  return { kind: 'choice', choice: { name: 'verdict', owner: { kind: 'role', role: 'arbiter' } }, chosen };
}

test('a sale: paid in, decided by a signature that somebody else sends, paid out', async () => {
  const terms = await sale();
  const before = await unitsOf(seller.signer);
  const { id } = await buyer.open({ terms, roles: roles() });
  expect(await stranger.read(id)).toMatchObject({ closed: false, opener: buyer.signer, inputs: 0n });

  const paid = await buyer.advance(id, { inputs: [paidIn()], terms, roles: roles() });
  expect(paid).toMatchObject({ payments: [], warnings: [] });
  expect(paid.agreement).toMatchObject({ inputs: 1n, state: { accounts: [{ amount: 100n }] } });

  const word = await arbiter.signInput(id, { input: verdictOf(1n), terms, roles: roles() });
  const { agreement, payments } = await stranger.advance(id, { inputs: [word], terms, roles: roles() });
  expect(agreement).toMatchObject({ closed: true, terms: { kind: 'close' }, state: { accounts: [] } });
  expect(payments).toEqual([{ to: seller.signer, token: usd, amount: 100n, owed: false }]);
  expect((await unitsOf(seller.signer)) - before).toBe(100n);
  await expect(stranger.advance(id)).rejects.toMatchObject({ code: 'AGREEMENT_NOTHING_TO_DO' });
});

test('a deposit of coins by its signature; from the logs alone anybody drives an agreement to its end', async () => {
  const terms = await sale(NATIVE);
  const refusing = await deployed('0x60fe60005360016000f3'); // code that fails whatever it is called with
  const { id } = await buyer.open({ terms, roles: roles(refusing) });
  const word = await buyer.signInput(id, { input: paidIn(100n, NATIVE), terms, roles: roles(refusing) });
  await stranger.advance(id, { inputs: [word], terms, roles: roles(refusing) });
  await expect(stranger.advance(id)).rejects.toMatchObject({ code: 'AGREEMENT_NOTHING_TO_DO' });

  await chain.increaseTime(2 * 86_400);
  const { agreement, payments } = await stranger.advance(id);
  expect(agreement.closed).toBe(true);
  expect(payments).toEqual([{ to: refusing, token: NATIVE, amount: 100n, owed: true }]);
  expect(await stranger.owedTo(refusing, NATIVE)).toBe(100n);
  await expect(stranger.collect({ token: NATIVE })).rejects.toMatchObject({ code: 'CHAIN_REVERTED' });
});

test('a payee fetches what could not be sent to it', async () => {
  // A wallet can have code (EIP-7702): this one's refuses coins, for a while.
  const terms = await sale(NATIVE);
  const { id } = await buyer.open({ terms, roles: roles(), salt: `0x${'5a'.repeat(32)}` });
  await buyer.advance(id, { inputs: [paidIn(100n, NATIVE)], terms, roles: roles() });
  const failing: Hex = '0xfe';
  const request = (code: Hex) =>
    wallet.reader.request({ method: 'anvil_setCode', params: [seller.signer, code] } as never);
  await request(failing);
  const { payments } = await arbiter.advance(id, { inputs: [verdictOf(1n)], terms, roles: roles() });
  expect(payments).toMatchObject([{ owed: true }]);
  await request('0x');
  expect(await seller.collect({ token: NATIVE, to: stranger.signer })).toMatchObject({ units: 100n });
  expect(await seller.owedTo(seller.signer, NATIVE)).toBe(0n);
});

test('a deposit takes one transaction, with a permit; a token without permits is approved first', async () => {
  const sent = () => wallet.reader.getTransactionCount({ address: buyer.signer });
  const terms = await sale();
  const { id } = await buyer.open({ terms, roles: roles(), salt: `0x${'a1'.repeat(32)}` });
  const before = await sent();
  await buyer.advance(id, { inputs: [paidIn()], terms, roles: roles() });
  expect((await sent()) - before).toBe(1);

  const plain = await deployed(withoutPermits(usd));
  await wallet.transact('mint', { to: plain, data: mintFor(buyer.signer) });
  const plainTerms = await sale(plain);
  const { id: other } = await buyer.open({ terms: plainTerms, roles: roles(), salt: `0x${'a2'.repeat(32)}` });
  const plainBefore = await sent();
  const paid = await buyer.advance(other, { inputs: [paidIn(100n, plain)], terms: plainTerms, roles: roles() });
  expect((await sent()) - plainBefore).toBe(2);
  expect(paid.agreement).toMatchObject({ inputs: 1n, state: { accounts: [{ amount: 100n }] } });
});

test('a stranger sends a deposit that its party signed off line, with the permit for it', async () => {
  const terms = await sale();
  const { id } = await buyer.open({ terms, roles: roles(), salt: `0x${'a3'.repeat(32)}` });
  const bare = await buyer.signInput(id, { input: paidIn(), terms, roles: roles() });
  const attempt = (word: typeof bare) => stranger.advance(id, { inputs: [word], terms, roles: roles() });
  await expect(attempt(bare)).rejects.toMatchObject({ code: 'CHAIN_REVERTED' });
  const word = await buyer.signInput(id, { input: paidIn(), terms, roles: roles(), permit: true });
  const forged = { ...word.permit!, units: 10n ** 9n };
  await expect(attempt({ ...word, permit: forged })).rejects.toMatchObject({ code: 'CHAIN_REVERTED' });
  const { agreement } = await attempt(word);
  expect(agreement).toMatchObject({ inputs: 1n, state: { accounts: [{ amount: 100n }] } });
  await expect(attempt(word)).rejects.toMatchObject({ code: 'AGREEMENT_INPUT_FITS_NO_CASE' });
});

describe('what the chain could not work out is refused before it is sent, and the chain refuses it too', () => {
  test.each([
    ['terms', 'AGREEMENT_TERMS_TOO_LONG', 'TermsTooLarge', (more: number) => times(256 + more, asserted)],
    [
      'values',
      'AGREEMENT_NAMES_TOO_MANY',
      'TooManyNames',
      (more: number) => times(64 + more, (terms) => letBe(one, terms)),
    ],
    ['payments', 'AGREEMENT_PAYMENTS_TOO_MANY', 'TooManyPayouts', (more: number) => times(64 + more, paid)],
    ['operands', 'AGREEMENT_VALUE_TOO_DEEP', 'ProgramTooDeep', (more: number) => letBe(nested(128 + more))],
    [
      'operations',
      'AGREEMENT_TERMS_TOO_LONG',
      'TermsTooLarge',
      (more: number) => times(2, (terms) => letBe(nested(128), terms), letBe(sumOf(1 + more))),
    ],
  ] as const)('%s', async (_what, code, solidityError, termsWith) => {
    const salt = keccak256(stringToHex(`${code} ${solidityError} ${_what}`));
    await buyer.open({ terms: termsWith(0), salt });
    const tooMuch = termsWith(1);
    await expect(buyer.open({ terms: tooMuch, salt })).rejects.toMatchObject({ code });
    const encoded = encodeTerms(tooMuch);
    const data = encodeFunctionData({
      abi: agreementAbi,
      functionName: 'open',
      args: [encoded.root, salt, openingItems(tooMuch, encoded)],
    });
    await expect(wallet.transact('open', { to: contract, data })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      message: expect.stringContaining(solidityError) as string,
    });
  });

  test('a party that could not hold money', async () => {
    for (const nobody of [zeroAddress, contract]) {
      const terms = { ...paid({ kind: 'close' }), from: addressParty(nobody) };
      await expect(buyer.open({ terms })).rejects.toMatchObject({ code: 'AGREEMENT_PARTY_INVALID' });
    }
  });

  test('more than 2^96 of a token', async () => {
    const much = 2n ** 96n + 1n;
    const { timestamp } = await wallet.reader.getBlock();
    const terms = when(
      deposit(amount(much, token('', '')))
        .by(role('buyer'))
        .into(account(role('buyer'))),
    )
      .then(close)
      .until((timestamp + 1000n) * 1000n, close);
    const { id } = await buyer.open({ terms, roles: roles() });
    const input = paidIn(much, NATIVE);
    await expect(buyer.advance(id, { inputs: [input], terms, roles: roles() })).rejects.toMatchObject({
      code: 'AGREEMENT_NUMBER_TOO_LARGE',
    });
  });
});

test('what does not fit is refused before anything is sent', async () => {
  const terms = await sale();
  const { id } = await buyer.open({ terms, roles: roles(), salt: `0x${'01'.repeat(32)}` });
  const attempt = (client: AgreementClient, input: Input, known: Contract | undefined = terms) =>
    client.advance(id, { inputs: [input], ...(known && { terms: known }), roles: roles() });
  await expect(attempt(buyer, paidIn(99n))).rejects.toMatchObject({ code: 'AGREEMENT_WRONG_AMOUNT' });
  await expect(attempt(buyer, paidIn(100n, NATIVE))).rejects.toMatchObject({ code: 'AGREEMENT_WRONG_TOKEN' });
  await expect(attempt(arbiter, verdictOf(1n))).rejects.toMatchObject({ code: 'AGREEMENT_INPUT_FITS_NO_CASE' });
  await expect(attempt(stranger, paidIn())).rejects.toMatchObject({ code: 'AGREEMENT_NOT_YOURS' });
  await expect(stranger.signInput(id, { input: { kind: 'notify' }, terms, roles: roles() })).rejects.toMatchObject({
    code: expect.stringMatching(/^AGREEMENT_/) as string,
  });
  await expect(attempt(buyer, paidIn(), await sale(NATIVE))).rejects.toMatchObject({
    code: 'AGREEMENT_TERMS_UNKNOWN',
  });
  await expect(stranger.signInput(id, { input: paidIn(), terms, roles: roles() })).rejects.toMatchObject({
    code: 'AGREEMENT_NOT_YOURS',
  });
  await expect(buyer.read(`0x${'77'.repeat(32)}`)).rejects.toMatchObject({ code: 'AGREEMENT_UNKNOWN' });
  await expect(buyer.open({ terms })).rejects.toMatchObject({ code: 'AGREEMENT_ROLE_UNASSIGNED' });
  await expect(buyer.advance(id, { interval: { from: 5n, to: 4n } })).rejects.toMatchObject({
    code: 'AGREEMENT_INTERVAL_EMPTY',
  });
  expect(await buyer.read(id)).toMatchObject({ inputs: 0n });
});

test('nothing is opened where there is no contract for agreements', async () => {
  const before = await wallet.reader.getTransactionCount({ address: wallet.account.address });
  for (const elsewhere of [stranger.signer, usd]) {
    const key = chain.accounts[0]!.privateKey;
    const client = await createAgreementClient({ rpcUrl: chain.rpcUrl, key, contract: elsewhere });
    await expect(client.open({ terms: await sale(), roles: roles() })).rejects.toMatchObject({
      code: 'CHAIN_CONTRACT_MISSING',
    });
  }
  expect(await wallet.reader.getTransactionCount({ address: wallet.account.address })).toBe(before);
});

test('whatever an opener published, the others read what time leads to and drive it', async () => {
  const { timestamp } = await wallet.reader.getBlock();
  // A case that leads to what nobody can read, and after the deadline an integer in more bytes than it needs.
  const unreadable: Hex = '0x07';
  const wide: Hex = `0x04017800050103000005${CLOSED_TERMS.slice(2)}`;
  const action = { kind: 'notify', condition: { kind: 'true' } } as const;
  const cases = [{ kind: 'merkleised', action, continuationHash: keccak256(unreadable).slice(2) }] as const;
  const honest: Contract = { kind: 'when', cases, timeout: (timestamp + 60n) * 1000n, onTimeout: { kind: 'close' } };
  const encoded = encodeTerms(honest);
  const listed = encoded.itemOf(encoded.casesHashOf(honest));
  const root: Hex = `${encoded.itemOf(encoded.root).slice(0, -64)}${keccak256(wide).slice(2)}` as Hex;
  const terms = concatHex([root, listed, wide, unreadable].flatMap((item) => [toHex(size(item), { size: 2 }), item]));
  const args = [keccak256(root), zeroHash, terms] as const;
  await wallet.transact('open', {
    to: contract,
    data: encodeFunctionData({ abi: agreementAbi, functionName: 'open', args }),
  });
  const parameters = parseAbiParameters('address, bytes32, bytes32');
  const id = keccak256(encodeAbiParameters(parameters, [wallet.account.address, zeroHash, keccak256(root)]));

  expect((await stranger.read(id)).terms).toMatchObject({ kind: 'when', onTimeout: { kind: 'let', name: 'x' } });
  await chain.increaseTime(120);
  expect(await stranger.advance(id)).toMatchObject({ agreement: { closed: true } });
});

test('terms that tell not all are good for what they tell, and the log for the rest', async () => {
  const terms = await sale();
  const { contract: hashed } = merkleise(bindRoles(terms, roles()), (each) => encodeTerms(each).root.slice(2));
  const { id } = await buyer.open({ terms: hashed, salt: `0x${'b1'.repeat(32)}` });
  await buyer.advance(id, { inputs: [paidIn()], terms, roles: roles() });
  // The arbiter's choice leads to what the deadline leads to, which the log has.
  const { agreement } = await arbiter.advance(id, { inputs: [verdictOf(1n)], terms: hashed, roles: roles() });
  expect(agreement).toMatchObject({ inputs: 2n });
});

test('a signature counts once', async () => {
  const terms = await sale();
  const salt = `0x${'02'.repeat(32)}` as const;
  const { id } = await buyer.open({ terms, roles: roles(), salt });
  await buyer.advance(id, { inputs: [paidIn()], terms, roles: roles() });
  const word = await arbiter.signInput(id, { input: verdictOf(0n), terms, roles: roles() });
  const { id: other } = await buyer.open({ terms, roles: roles(), salt: `0x${'03'.repeat(32)}` });
  await buyer.advance(other, { inputs: [paidIn()], terms, roles: roles() });
  await expect(stranger.advance(other, { inputs: [word], terms, roles: roles() })).rejects.toMatchObject({
    code: 'CHAIN_REVERTED',
  });
  expect(await stranger.advance(id, { inputs: [word], terms, roles: roles() })).toMatchObject({
    payments: [{ to: buyer.signer, amount: 100n, owed: false }],
  });
});
