import { type Address, address, cidOf } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalChain, startLocalChain } from '../chain/local-chain.ts';
import { deployRuleRegistry, registerRulePack, ruleRegistryReader } from './rule-registry.ts';

const ID = 'us/federal/individual';
const first = cidOf('first');
const corrected = cidOf('corrected');
const next = cidOf('next');

let chain: LocalChain;
let registry: Address;
let publisher: LocalChain['accounts'][number];
let stranger: LocalChain['accounts'][number];

beforeAll(async () => {
  chain = await startLocalChain();
  [publisher, stranger] = chain.accounts as [typeof publisher, typeof stranger];
  registry = await deployRuleRegistry({ rpcUrl: chain.rpcUrl, key: publisher.privateKey });
  for (const [effectiveFrom, cid] of [
    ['2026-01-01', first],
    ['2027-01-01', next],
    ['2026-01-01', corrected],
  ] as const) {
    const pack = { id: ID, effectiveFrom, cid };
    await registerRulePack({ rpcUrl: chain.rpcUrl, key: publisher.privateKey, registry, pack });
  }
});

afterAll(async () => {
  await chain?.stop();
});

const reader = () => ruleRegistryReader({ rpcUrl: chain.rpcUrl, registry });
const cidOn = async (date: string) =>
  (await reader().packFor({ publisher: publisher.address, id: ID, date }))?.cid ?? null;

test('a day has the pack that came into effect last, and of one day the newest', async () => {
  expect(await cidOn('2025-12-31')).toBeNull();
  expect(await cidOn('2026-01-01')).toBe(corrected);
  expect(await cidOn('2026-12-31')).toBe(corrected);
  expect(await cidOn('2040-01-01')).toBe(next);
});

test.each([
  ['2026-01-01', corrected, true],
  ['2027-01-01', next, true],
  ['2026-01-01', first, false],
  ['2026-01-02', corrected, false],
  ['2025-01-01', first, false],
])('from %s on %s is published: %s', async (effectiveFrom, cid, published) => {
  const asked = { id: ID, effectiveFrom, cid };
  expect(await reader().isPublished({ ...asked, publisher: publisher.address })).toBe(published);
  expect(await reader().isPublished({ ...asked, publisher: stranger.address })).toBe(false);
  expect(await reader().isPublished({ ...asked, id: 'eu/vat', publisher: publisher.address })).toBe(false);
});

test('no chain, no contract and no name are errors, not answers', async () => {
  const question = { publisher: publisher.address, id: ID, effectiveFrom: '2026-01-01', cid: first };
  const nowhere = ruleRegistryReader({ rpcUrl: 'http://127.0.0.1:1', registry });
  await expect(nowhere.isPublished(question)).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
  const other = ruleRegistryReader({ rpcUrl: chain.rpcUrl, registry: address.parse(`0x${'12'.repeat(20)}`) });
  await expect(other.isPublished(question)).rejects.toMatchObject({ code: 'CHAIN_CONTRACT_MISSING' });
  await expect(reader().isPublished({ ...question, id: 'x'.repeat(33) })).rejects.toMatchObject({
    code: 'RULE_PACK_NAME_INVALID',
  });
});
