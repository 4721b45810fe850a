import { generateDeviceKey } from '@gristmill/protocol';
import { ruleFeedText, signRulePack } from '@gristmill/rule-feed';
import { loadRulePack, parameterFilesOf } from '@gristmill/rules';
import { systemRandom } from '@gristmill/storage';
import { parseCivilDate } from '@gristmill/tax';
import { expect, it } from 'vitest';
import { verifyFeed } from './verify-feed.ts';

it('checks each pack of a feed by itself: signature, publisher, content', async () => {
  const [publisher, stranger] = [generateDeviceKey(systemRandom), generateDeviceKey(systemRandom)];
  const shipped = await loadRulePack('uk/vat');
  const pack = {
    id: 'uk/vat',
    sequence: 1,
    effectiveFrom: parseCivilDate('2026-04-01'),
    parameterFiles: parameterFilesOf(shipped.parameters),
  };
  const good = signRulePack(publisher, pack);
  const feed = ruleFeedText([good, { ...good, sequence: 2 }, signRulePack(stranger, pack)]);
  const codes = (await verifyFeed(feed, [publisher.address])).map(({ id, error }) => [id, error?.code]);
  expect(codes).toEqual([
    ['uk/vat', undefined],
    ['uk/vat', 'RULE_PACK_SIGNATURE_WRONG'],
    ['uk/vat', 'RULE_PACK_PUBLISHER_UNTRUSTED'],
  ]);
  const unsigned = JSON.stringify({ schema: 'gristmill/rule-feed/1', packs: [{}] });
  expect(await verifyFeed(unsigned, [])).toMatchObject([{ id: null, error: { code: 'RULE_PACK_UNSIGNED' } }]);
  await expect(verifyFeed('[]', [])).rejects.toMatchObject({ code: 'RULE_FEED_MALFORMED' });
});
