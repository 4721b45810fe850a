import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cid, type Cid, cidOfBytes } from '@gristmill/protocol';
import { z } from 'zod';
import { replaceWhole } from './whole-file.ts';

const lastFeed = z.strictObject({
  schema: z.literal('gristmill/last-feed/1'),
  url: z.string(),
  /** As the server sent it; what RFC 9110 allows in one, so that it can be sent back. */
  etag: z
    .string()
    .max(1024)
    .regex(/^(W\/)?"[\u0021\u0023-\u007e\u0080-\u00ff]*"$/)
    .nullable()
    .catch(null),
  /** When the server last said that this is its feed. */
  checkedAtMs: z.int().nonnegative(),
  /** Names the text: an altered one would otherwise stay as long as the server says that its own is unchanged. */
  cid,
  text: z.string(),
});
export type LastFeed = Omit<z.infer<typeof lastFeed>, 'schema' | 'cid'>;

const NAME = 'last-feed.json';

/** The last good answer of this URL; null where there is none that can be read, and it is then fetched anew. */
export async function readLastFeed(folder: string, url: URL): Promise<LastFeed | null> {
  try {
    const read = lastFeed.parse(JSON.parse(await readFile(path.join(folder, NAME), 'utf8')));
    return read.url === url.href && read.cid === nameOf(read.text) ? read : null;
  } catch {
    return null;
  }
}

/** @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE` */
export async function writeLastFeed(folder: string, feed: LastFeed): Promise<void> {
  const file = { ...feed, schema: 'gristmill/last-feed/1', cid: nameOf(feed.text) };
  await replaceWhole(path.join(folder, NAME), JSON.stringify(file));
}

function nameOf(text: string): Cid {
  return cidOfBytes(new TextEncoder().encode(text));
}
