import { readFile } from 'node:fs/promises';
import { address, GristmillError, jsonText } from '@gristmill/protocol';
import { deployment } from '@gristmill/settlement';
import { replaceWholeFile } from '@gristmill/storage';
import { z } from 'zod';
import type { Home } from './home.ts';

/** What a hub leaves in its home for the commands that look at it later: which chain, which contracts, who anchors. */
const hubRecord = z.object({ rpcUrl: z.string(), signer: address, deployment });
export type HubRecord = z.infer<typeof hubRecord>;

export async function writeHubRecord(home: Home, record: HubRecord): Promise<void> {
  await replaceWholeFile(home.path('hub.json'), `${jsonText(record, 2)}\n`);
}

/** Null when no hub has run in this home. @throws GristmillError `HUB_RECORD_MALFORMED` */
export async function readHubRecord(home: Home): Promise<HubRecord | null> {
  const file = home.path('hub.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return hubRecord.parse(JSON.parse(text));
  } catch (cause) {
    throw new GristmillError('HUB_RECORD_MALFORMED', `${file} is not what a hub writes there.`, {
      hint: 'Delete it; `gristmill up` writes it anew.',
      fault: 'configuration',
      cause,
    });
  }
}
