import { type Cid } from '@gristmill/protocol';
import { createRuleFeed } from '../src/index.ts';
import { publisher } from './german-income-tax.ts';

// The process that the crash test kills: a person who cannot decide between two packs.
const [folder = '', url = '', ...cids] = process.argv.slice(2);
const feed = createRuleFeed({ url, publishers: [publisher.address], folder, clock: Date });
for (;;) {
  for (const cid of cids as Cid[]) {
    process.stdout.write(`trying ${cid}\n`);
    const { pack } = await feed.adopt(cid);
    process.stdout.write(`adopted ${pack.cid}\n`);
  }
}
