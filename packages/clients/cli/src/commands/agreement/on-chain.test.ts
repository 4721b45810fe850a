import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  account,
  amount,
  choice,
  close,
  type Contract,
  contractText,
  deposit,
  role,
  token,
  when,
} from '@gristmill/agreements';
import { type LocalChain, startLocalChain } from '@gristmill/settlement';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { COMMAND, COMMAND_FLAGS, gristmill, gristmillHere } from '../../../test/command.ts';

let folder: string;
let chain: LocalChain;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-agreement-chain-'));
  chain = await startLocalChain();
  for (const [name, account] of [
    ['buyer', 1],
    ['seller', 2],
    ['arbiter', 3],
  ] as const) {
    await mkdir(path.join(folder, name), { mode: 0o700 });
    const key = chain.accounts[account]!.privateKey.slice(2);
    await writeFile(path.join(folder, name, 'wallet.key'), `${key}\n`, { mode: 0o600 });
  }
}, 60_000);
afterAll(async () => {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

const by = (name: string, command: string, ...words: string[]) =>
  gristmillHere('agreement', command, ...words, '--rpc', chain.rpcUrl, '--home', path.join(folder, name));
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });

it('opens, shows and advances an agreement on chain, by two people', async () => {
  const words = ['price=450000', 'payBy=2090-01-10', 'acceptBy=2090-01-24', 'ruleBy=2090-02-07'];
  const parties = ['buyer=buyer', 'seller=seller', 'arbiter=arbiter'];
  const parameters = [...parties, ...words].flatMap((word) => ['--param', word]);
  const terms = path.join(folder, 'terms.json');
  await writeFile(terms, JSON.stringify(await gristmillHere('agreement', 'new', 'escrow', ...parameters)));

  const [, , seller, arbiter] = chain.accounts.map(({ address }) => address);
  const roles = ['--role', 'buyer=me', '--role', `seller=${seller}`, '--role', `arbiter=${arbiter}`];
  expect(await by('buyer', 'open', terms, ...roles)).toMatchObject(refused('AGREEMENT_CONTRACT_UNKNOWN'));
  expect(await by('buyer', 'open', terms, '--deploy')).toMatchObject(refused('AGREEMENT_ROLE_UNASSIGNED'));
  const opened = await by('buyer', 'open', terms, '--deploy', ...roles);
  expect(opened).toMatchObject({ closed: false, state: { accounts: [] }, contract: { when: [{}] } });
  const { id, contractAddress } = opened as { id: string; contractAddress: string };

  expect(await by('buyer', 'advance', 'last', '--deposit', '1')).toMatchObject(refused('AGREEMENT_WRONG_AMOUNT'));
  expect(await by('buyer', 'advance', 'last', '--choose', 'verdict=1')).toMatchObject(
    refused('AGREEMENT_INPUT_FITS_NO_CASE'),
  );
  const paidIn = await by('buyer', 'advance', 'last', '--deposit', '450000');
  expect(paidIn).toMatchObject({ id, closed: false, state: { accounts: [[expect.anything(), 450_000]] } });

  // The seller did not open it: the chain tells what it waits for.
  const elsewhere = ['--contract', contractAddress];
  expect(await by('seller', 'show', id)).toMatchObject(refused('AGREEMENT_CONTRACT_UNKNOWN'));
  expect(await by('seller', 'show', 'last')).toMatchObject(refused('AGREEMENT_UNKNOWN'));
  expect(await by('seller', 'show', id, ...elsewhere)).toMatchObject({ closed: false, contract: { when: [{}, {}] } });
  expect(await by('seller', 'advance', id, ...elsewhere, '--deposit', '5')).toMatchObject(
    refused('AGREEMENT_INPUT_FITS_NO_CASE'),
  );

  const objected = await by('buyer', 'advance', id.slice(0, 12), '--choose', 'verdict=0');
  expect(objected).toMatchObject({ closed: false, payments: [] });
  const ruling = [id, ...elsewhere, '--choose', 'ruling for the seller=1'];
  const own = ['--terms', terms, '--role', `seller=${seller}`, '--role', 'arbiter=me'];
  expect(await by('arbiter', 'advance', ...ruling, ...own)).toMatchObject(refused('AGREEMENT_ROLE_UNASSIGNED'));
  const buyer = ['--role', `buyer=${chain.accounts[1]!.address}`];

  // The arbiter signs and sends nothing; the buyer, who knows the terms, sends it.
  const word = await by('arbiter', 'sign', ...ruling, ...own, ...buyer);
  expect(word).toMatchObject({
    agreement: id,
    contractAddress,
    signature: expect.stringMatching(/^0x[0-9a-f]{130}$/) as string,
    inputs: [{ input_that_chooses_num: 1, for_choice_id: { choice_owner: { address: arbiter } } }],
  });
  const signed = path.join(folder, 'ruling.json');
  const advanceBy = async (document: unknown) => {
    await writeFile(signed, JSON.stringify(document));
    return await by('buyer', 'advance', 'last', '--signed', signed);
  };
  expect(await advanceBy({ ...(word as object), chainId: 1 })).toMatchObject(refused('SIGNED_INPUT_ELSEWHERE'));
  expect(await advanceBy({ inputs: ['input_notify'] })).toMatchObject(refused('SIGNED_INPUT_MALFORMED'));
  const forged = { ...(word as object), signature: `0x${'11'.repeat(65)}` };
  expect(await advanceBy(forged)).toMatchObject(refused('CHAIN_REVERTED'));
  expect(await advanceBy(word)).toMatchObject({ closed: true, payments: [{ to: seller, amount: '450000' }] });
  expect(await by('buyer', 'show', 'last')).toMatchObject({ closed: true, contract: 'close' });
  expect(await by('buyer', 'advance', 'last')).toMatchObject(refused('AGREEMENT_NOTHING_TO_DO'));
}, 60_000);

const LATER = BigInt(Date.UTC(2090, 0));
const agreedBy = (name: string) => choice('agreed', role(name)).is(1n);
const paidIn = (units: bigint, whose: string) =>
  deposit(amount(units, token('', '')))
    .by(role('buyer'))
    .into(account(role(whose)));

/** Terms on chain for the buyer, with the seller in them. */
async function opened(name: string, contract: Contract): Promise<{ id: string; contractAddress: string }> {
  const terms = path.join(folder, `${name}.json`);
  await writeFile(terms, contractText(contract));
  const roles = ['--role', 'buyer=me', '--role', `seller=${chain.accounts[2]!.address}`];
  return (await by('buyer', 'open', terms, '--deploy', ...roles)) as { id: string; contractAddress: string };
}

it("makes the choice of this wallet where others have one of the same name, and nobody else's", async () => {
  const { id, contractAddress } = await opened(
    'both',
    when(agreedBy('buyer')).then(close).or(agreedBy('seller')).then(close).until(LATER, close),
  );
  const elsewhere = [id, '--contract', contractAddress, '--choose', 'agreed=1'];
  expect(await by('arbiter', 'advance', ...elsewhere)).toMatchObject(refused('AGREEMENT_NOT_YOURS'));
  expect(await by('arbiter', 'sign', ...elsewhere)).toMatchObject(refused('AGREEMENT_NOT_YOURS'));
  expect(await by('seller', 'advance', ...elsewhere)).toMatchObject({ closed: true });
});

it('asks which deposit is meant where two fit, and takes the one of this amount where one does', async () => {
  const { id } = await opened(
    'two',
    when(paidIn(5n, 'buyer'))
      .then(close)
      .or(paidIn(7n, 'seller'))
      .then(close)
      .or(paidIn(7n, 'buyer'))
      .then(close)
      .until(LATER, close),
  );
  expect(await by('buyer', 'advance', id, '--deposit', '7')).toMatchObject(refused('AGREEMENT_INPUT_AMBIGUOUS'));
  expect(await by('buyer', 'advance', id, '--deposit', '5')).toMatchObject({
    closed: true,
    payments: [{ to: chain.accounts[1]!.address, amount: '5' }],
  });
});

it('opens nothing at an address without a contract, and does not remember it', async () => {
  const { contractAddress } = await opened('there', when(agreedBy('buyer')).then(close).until(LATER, close));
  const again = [path.join(folder, 'there.json'), '--role', 'buyer=me'];
  expect(await by('buyer', 'open', ...again, '--contract', chain.accounts[7]!.address)).toMatchObject(
    refused('CHAIN_CONTRACT_MISSING'),
  );
  expect(await by('buyer', 'open', ...again)).toMatchObject({ contractAddress });
});

it('keeps what it opened when it opens several at a time', async () => {
  const { contractAddress } = await opened('several', when(agreedBy('buyer')).then(close).until(LATER, close));
  const again = [path.join(folder, 'several.json'), '--role', 'buyer=me', '--contract', contractAddress];
  const command = ['agreement', 'open', ...again, '--rpc', chain.rpcUrl, '--home', path.join(folder, 'buyer')];
  const all = await Promise.all([gristmill(...command), gristmill(...command), gristmill(...command)]);
  for (const { code, document } of all) {
    expect(code).toBe(0);
    expect(await by('buyer', 'show', String(document['id']))).toMatchObject({ closed: false });
  }
});

it('pays in once when it is killed before its deposit is in a block, and called again', async () => {
  const agreed = when(agreedBy('buyer'))
    .then(close)
    .until(2n * LATER, close);
  const { id, contractAddress } = await opened(
    'killed',
    when(paidIn(1_000n, 'buyer')).then(agreed).until(LATER, close),
  );
  const place = ['--contract', contractAddress, '--rpc', chain.rpcUrl, '--home', path.join(folder, 'buyer'), '--json'];
  const words = ['agreement', 'advance', id, '--deposit', '1000', ...place];
  const rpc = async (method: string, ...params: unknown[]) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const answer = await fetch(chain.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { result: unknown }).result;
  };
  const sent = async () => Number(await rpc('eth_getTransactionCount', chain.accounts[1]!.address, 'pending'));
  const before = await sent();
  await rpc('evm_setAutomine', false);
  try {
    const killed = spawn(process.execPath, [...COMMAND_FLAGS, COMMAND, ...words], { stdio: 'ignore' });
    await vi.waitUntil(async () => (await sent()) === before + 1, 20_000);
    killed.kill('SIGKILL');
    const again = await gristmill(...words.slice(0, -1));
    expect(again).toMatchObject({ code: 1, document: refused('CHAIN_REVERTED') });
    await rpc('evm_mine');
  } finally {
    await rpc('evm_setAutomine', true);
  }
  expect(await by('buyer', 'show', id)).toMatchObject({
    inputs: '1',
    state: { accounts: [[expect.anything(), 1_000]] },
  });
  expect(BigInt((await rpc('eth_getBalance', contractAddress, 'latest')) as string)).toBe(1_000n);
}, 60_000);

it('refuses terms that are not proved safe, unless told to', async () => {
  const terms = path.join(folder, 'unsafe.json');
  const token = '{ "currency_symbol": "", "token_name": "" }';
  await writeFile(
    terms,
    `{ "pay": 7, "token": ${token}, "from_account": { "role_token": "buyer" },
       "to": { "party": { "role_token": "buyer" } }, "then": "close" }`,
  );
  expect(await by('buyer', 'open', terms, '--deploy', '--role', 'buyer=me')).toMatchObject(
    refused('AGREEMENT_NOT_SAFE'),
  );
});
