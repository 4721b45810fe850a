import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deviceKeyFromPrivateKey } from '@gristmill/protocol';
import { deployRuleRegistry, registerRulePack, ruleRegistryReader, startLocalChain } from '@gristmill/settlement';
import { expect, test } from 'vitest';
import { feedServer } from '../test/feed-server.ts';
import { ID, signed } from '../test/german-income-tax.ts';
import { cidOfSigned, createRuleFeed, ruleFeedText } from './index.ts';

test('a pack is proposed once its publisher has put it on a real chain, and serves when the chain is gone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gristmill-feed-chain-'));
  const server = await feedServer();
  const chain = await startLocalChain();
  try {
    const { rpcUrl, accounts } = chain;
    const registry = await deployRuleRegistry({ rpcUrl, key: accounts[0]!.privateKey });
    // One key signs the pack and sends the transaction: the publisher's address is the same in both.
    const publisher = deviceKeyFromPrivateKey(Buffer.from(accounts[1]!.privateKey.slice(2), 'hex'));
    const pack = signed(1, '0.05', publisher);
    const cid = cidOfSigned(pack);
    server.serve(ruleFeedText([pack]));
    const feed = createRuleFeed({
      url: server.url,
      publishers: [publisher.address],
      folder,
      clock: Date,
      registry: ruleRegistryReader({ rpcUrl, registry }),
    });
    expect((await feed.refresh()).rejected).toMatchObject([{ error: { code: 'RULE_PACK_NOT_REGISTERED' } }]);
    await registerRulePack({
      rpcUrl,
      key: publisher,
      registry,
      pack: { id: ID, effectiveFrom: pack.effectiveFrom, cid },
    });
    expect((await feed.review()).proposals).toMatchObject([{ cid }]);
    await feed.adopt(cid);
    await chain.stop();
    expect(await feed.current(ID)).toMatchObject({ source: 'adopted', notices: [], pack: { cid } });
  } finally {
    await chain.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
