import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cid, type DeviceKey, GristmillError } from '@gristmill/protocol';
import {
  cidOfSigned,
  parseRuleFeed,
  parseSignedRulePack,
  ruleFeedText,
  type SignedRulePack,
  signRulePack,
  verifyRulePack,
} from '@gristmill/rule-feed';
import { loadRulePack, readParameterFiles } from '@gristmill/rules';
import type { CivilDate } from '@gristmill/tax';

export interface PublishedPack {
  cid: Cid;
  signed: SignedRulePack;
  /** Whether the feed had the very same pack already: then nothing was written and its number stays. */
  alreadyThere: boolean;
}

/**
 * Signs a folder's YAML parameters as a pack and puts it into a feed's file in place of the publisher's last one of that
 * tax; the packs of other taxes and publishers stay. The file is there in full or as it was.
 *
 * @param sequence default: one more than the publisher's last in this feed.
 * @throws GristmillError `PARAMETERS_MISSING`, `FILE_UNREADABLE`, `RULE_FEED_MALFORMED`; `RULE_PACK_MALFORMED`,
 *   `RULE_PACK_INCOMPLETE` and what else readers would refuse it for; `RULE_PACK_NOT_NEWER`
 */
export async function publishPack(
  key: DeviceKey,
  {
    id,
    parametersFolder,
    effectiveFrom,
    sequence,
    feedFile,
  }: {
    id: string;
    parametersFolder: string;
    effectiveFrom: CivilDate;
    sequence: number | null;
    feedFile: string;
  },
): Promise<PublishedPack> {
  const others: SignedRulePack[] = (await readFeed(feedFile)).map(parseSignedRulePack);
  const isOwn = (one: SignedRulePack) => one.id === id && one.publisher === key.address;
  const newest = others.filter(isOwn).toSorted((a, b) => b.sequence - a.sequence)[0];
  const parameterFiles = await parametersIn(parametersFolder);
  const number = sequence ?? (newest?.sequence ?? 0) + 1;
  const signed = signRulePack(key, { id, sequence: number, effectiveFrom, parameterFiles });
  const cid = cidOfSigned(signed);
  if (newest !== undefined && cidOfSigned(newest) === cid && newest.effectiveFrom === effectiveFrom) {
    return { cid, signed: newest, alreadyThere: true };
  }
  if (newest !== undefined && number <= newest.sequence) {
    throw new GristmillError('RULE_PACK_NOT_NEWER', `${feedFile} has number ${newest.sequence} of ${id} already.`, {
      hint: 'Leave --sequence out, or name a higher number: readers refuse a lower one.',
    });
  }
  // What readers would refuse is not published.
  verifyRulePack(signed, { publishers: [key.address], shipped: await loadRulePack(id) });
  const unfinished = `${feedFile}.unfinished`;
  await writeFile(unfinished, ruleFeedText([...others.filter((one) => !isOwn(one)), signed]));
  await rename(unfinished, feedFile);
  return { cid, signed, alreadyThere: false };
}

async function readFeed(file: string): Promise<unknown[]> {
  try {
    return parseRuleFeed(await readFile(file, 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    if (cause instanceof GristmillError) throw cause;
    throw new GristmillError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}

async function parametersIn(folder: string): Promise<Record<string, unknown>> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const files = isFolder ? await readParameterFiles(pathToFileURL(`${path.resolve(folder)}/`)) : {};
  if (Object.keys(files).length > 0) return files;
  throw new GristmillError('PARAMETERS_MISSING', `${folder} holds no parameter files (*.yaml).`, {
    hint: "Start from a copy of a shipped pack's: rules/<pack>/parameters of Gristmill.",
  });
}
